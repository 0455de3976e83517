"""One name is one person through all pages, unless posts that exclude each other make two of it.

Persons of different names are never one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.entities.identity import identifier
from kg.graph.resolve.camps import Camp, Seen, camp, compatible, exclude, related, seen
from kg.graph.resolve.judgement import Judgement, Verdict
from kg.model import Entity, Kind, Knowledge, Tenure

ONE_NAME = "They have one name."
ONE_POST = "They are seen in one body."
ONE_CITY = "They are seen in one city."
EXCLUDED = "Full posts in two cities, or in the state and in a firm, within two years, and no move is told."
APART = "One page tells them apart."
NOWHERE = "Nothing tells which of the namesakes this is."


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person on a page: `city` is the page's, `camps` where the person's posts are, former and part-time ones too."""

    document: str
    id: str
    page: int
    city: str
    camps: frozenset[Camp]
    posts: frozenset[Seen]
    mentions: int


Person = list[Appearance]


def persons(pages: Sequence[Knowledge]) -> tuple[list[dict[str, str]], list[Judgement]]:
    """For each page the ids of persons to replace, and the judgements on namesakes."""
    replaced: list[dict[str, str]] = [{} for _ in pages]
    judged: list[Judgement] = []
    by_name = _appearances(pages)
    for name in sorted(by_name):
        if len({there.page for there in by_name[name]}) == 1:
            continue  # what a page tells by itself stands
        people, unsure = _people(by_name[name])
        ids = _ids(name, people)
        for new, person in zip(ids, people, strict=True):
            for there in person:
                if there.id != new:
                    replaced[there.page][there.id] = new
        judged += _judgements(ids, people, unsure)
    return replaced, judged


def _appearances(pages: Sequence[Knowledge]) -> Mapping[str, list[Appearance]]:
    """By name, as the documents sort."""
    found: dict[str, list[Appearance]] = defaultdict(list)
    for index, page in enumerate(pages):
        tenures: dict[str, list[Tenure]] = defaultdict(list)
        for fact in page.facts:
            if isinstance(fact, Tenure):
                tenures[fact.person].append(fact)
        known = {entity.id: entity for entity in page.entities}
        for entity in page.entities:
            if entity.kind is Kind.PERSON:
                found[_name(entity)].append(_appearance(index, page, entity, tenures[entity.id], known))
    return {name: sorted(there, key=lambda a: (a.document, a.id, a.page)) for name, there in found.items()}


def _name(person: Entity) -> str:
    """The form that makes the id; on a page in traditional script the label is another one."""
    plain = {name: identifier(Kind.PERSON, name) for name in person.names}
    return next((n for n in person.names if f"{person.id}-".startswith(f"{plain[n]}-")), person.label)


def _appearance(
    index: int, page: Knowledge, person: Entity, tenures: Sequence[Tenure], known: Mapping[str, Entity]
) -> Appearance:
    document = page.documents[0] if page.documents else None
    city = document.place if document else ""
    bodies = (known[tenure.organization] for tenure in tenures if tenure.organization in known)
    camps = frozenset(where for body in bodies if (where := camp(body, city)))
    posts = frozenset(post for tenure in tenures if (post := seen(tenure, known, city)))
    name = document.identifier if document else ""
    return Appearance(name, person.id, index, city, camps, posts, len(person.mentions))


def _people(appearances: Sequence[Appearance]) -> tuple[list[Person], set[int]]:
    """The appearances person by person, and which persons consist of appearances that could be several's.

    Those that exclude most others are placed first, so that what is compatible with two finds both there.
    """
    if _is_one(appearances):
        return [list(appearances)], set()
    conflicts = {id(a): sum(_differ(appearances, a, b) for b in appearances) for a in appearances}
    people: list[Person] = []
    unsure: list[Appearance] = []
    for there in sorted(appearances, key=lambda a: (-conflicts[id(a)], a.document, a.id)):
        possible = [p for p in people if not any(_differ(appearances, there, other) for other in p)]
        near = [p for p in possible if any(_meet(there, other) for other in p)]
        chosen = near or possible
        if len(chosen) == 1:
            chosen[0].append(there)
        elif chosen:
            unsure.append(there)
        else:
            people.append([there])
    certain = len(people)
    return people + [[there] for there in unsure], set(range(certain, certain + len(unsure)))


def _is_one(appearances: Sequence[Appearance]) -> bool:
    """Whether nothing can speak against one person; nearly every name ends here, however many pages have it."""
    camps = {post.camp for there in appearances for post in there.posts}
    once = len({there.page for there in appearances}) == len(appearances)
    return once and all(compatible(a, b) for a, b in combinations(sorted(camps), 2))


def _differ(everywhere: Sequence[Appearance], one: Appearance, other: Appearance) -> bool:
    """Two on one page, or in posts that exclude each other and that no page tells of one person."""
    if one.page == other.page:
        return one.id != other.id
    return any(
        exclude(a, b) and not any({a.camp, b.camp} <= page.camps for page in everywhere)
        for a in one.posts
        for b in other.posts
    )


def _meet(one: Appearance, other: Appearance) -> bool:
    """Whether a camp is common to both, the page's city standing for the camp of whom no post is told."""
    common = (one.camps or {Camp(city=one.city)}) & (other.camps or {Camp(city=other.city)})
    return bool(common - {Camp()})


def _ids(name: str, people: Sequence[Person]) -> list[str]:
    """The id of each: the plain one for who was first seen in the service of the state, for others with what tells them apart."""
    first = min(people, key=lambda person: (_is_of_firm(person), _first_day(person), _mark(person)))
    taken: list[str] = []
    for person in people:
        mark = "" if person is first else _mark(person)
        own = identifier(Kind.PERSON, name, mark)
        if own in taken or (mark == "" and person is not first):
            own = identifier(Kind.PERSON, name, f"{mark} {person[0].document} {person[0].id}")
        taken.append(own)
    return taken


def _mark(person: Person) -> str:
    """The city or the firm that tells a namesake apart."""
    camps = {where for there in person for where in there.camps}
    cities = sorted(where.city for where in camps if where.city)
    firms = sorted(where.firm for where in camps if where.firm)
    return next(iter([*cities, *firms, *sorted(there.city for there in person)]), "")


def _is_of_firm(person: Person) -> bool:
    return not any(where.city for there in person for where in there.camps)


def _first_day(person: Person) -> str:
    return min((post.day for there in person for post in there.posts), default="9999")


def _judgements(ids: Sequence[str], people: Sequence[Person], unsure: set[int]) -> Iterator[Judgement]:
    for index, person in enumerate(people):
        if len(person) > 1:
            reasons, confidence = _why_one(person)
            yield Judgement(ids[index], ids[index], Verdict.SAME, reasons, confidence, _mentions(person))
        for before in range(index):
            other = people[before]
            doubt = index in unsure or before in unsure
            verdict = Verdict.UNSURE if doubt else Verdict.DIFFERENT
            on_one_page = {a.page for a in person} & {a.page for a in other}
            reasons = (NOWHERE,) if doubt else (APART,) if on_one_page else (EXCLUDED,)
            left, right = sorted((ids[before], ids[index]))
            confidence = 0.5 if doubt else 0.8
            yield Judgement(left, right, verdict, reasons, confidence, _mentions(person) + _mentions(other))


def _why_one(person: Person) -> tuple[tuple[str, ...], float]:
    """The reasons for one person and how sure they make it: the body is more than the city, the city more than the name."""
    bodies = Counter(body for there in person for body in {post.organization for post in there.posts})
    if any(pages > 1 for pages in bodies.values()):
        return (ONE_NAME, ONE_POST), 0.95
    told = {where.city for there in person for where in there.camps}
    first, *others = sorted((told | {there.city for there in person}) - {""}) or [""]
    if first and all(related(first, other) for other in others):
        return (ONE_NAME, ONE_CITY), 0.9
    return (ONE_NAME,), 0.6


def _mentions(person: Person) -> int:
    return sum(there.mentions for there in person)
