"""A person on a page, with all that tells who of one name that is: posts, city, colleagues, the place in a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.entities.identity import identifier
from kg.graph.resolve.camps import Camp, Seen, camp, seen
from kg.graph.resolve.ranks import Range, known_ranks, listed, organ
from kg.model import Entity, Kind, Knowledge, Tenure
from kg.resources import words

COMPOUND = tuple(name for name in words("surnames") if len(name) == 2)
"""Surnames of two characters; the lists of those of one character are longer runs."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """`city` is the page's, `camps` and `bodies` those of all posts, former and part-time ones too, `posts` the full ones.

    `official` is set of one introduced as 市领导; `company` are the other persons on the page, `firms` its enterprises;
    `organs` are those of ORDER in which the person is seen, `between` those that a list of attendance leaves open;
    `told_apart` is set where the page has a namesake; `given` is the given name.
    """

    document: str
    id: str
    page: int
    city: str
    camps: frozenset[Camp]
    bodies: frozenset[str]
    posts: frozenset[Seen]
    mentions: int
    official: bool = False
    company: frozenset[str] = frozenset()
    firms: frozenset[str] = frozenset()
    organs: frozenset[int] = frozenset()
    between: Range | None = None
    told_apart: bool = False
    given: str = ""


def appearances(pages: Sequence[Knowledge]) -> Mapping[str, list[Appearance]]:
    """Those of each name that stands on more than one page, as the documents sort; what a page tells by itself stands."""
    found: dict[str, list[tuple[int, Entity]]] = defaultdict(list)
    for index, page in enumerate(pages):
        for entity in page.entities:
            if entity.kind is Kind.PERSON:
                found[_name(entity)].append((index, entity))
    several = {name: there for name, there in found.items() if len({index for index, _ in there}) > 1}
    views = {index: _View(index, pages[index]) for there in several.values() for index, _ in there}
    ranks = known_ranks(pages)
    between = {index: listed(pages[index], ranks) for index in views}
    return {
        name: sorted(
            (views[index].of(entity, between[index]) for index, entity in there),
            key=lambda a: (a.document, a.id, a.page),
        )
        for name, there in several.items()
    }


def _name(person: Entity) -> str:
    """The form that makes the id; on a page in traditional script the label is another one."""
    plain = {name: identifier(Kind.PERSON, name) for name in person.names}
    return next((n for n in person.names if f"{person.id}-".startswith(f"{plain[n]}-")), person.label)


def _given(name: str) -> str:
    """The name without its surname; "" of a name in another manner (某某·某某)."""
    if "·" in name:
        return ""
    return name[2:] if name.startswith(COMPOUND) else name[1:]


class _View:
    """What one page tells of its persons."""

    def __init__(self, index: int, page: Knowledge) -> None:
        document = page.documents[0] if page.documents else None
        self.index = index
        self.document, self.city = (document.identifier, document.place) if document else ("", "")
        self.known = {entity.id: entity for entity in page.entities}
        self.company = frozenset(e.id for e in page.entities if e.kind is Kind.PERSON)
        self.firms = frozenset(e.id for e in page.entities if e.kind is Kind.ENTERPRISE)
        self.tenures: dict[str, list[Tenure]] = defaultdict(list)
        for fact in page.facts:
            if isinstance(fact, Tenure) and fact.organization in self.known:
                self.tenures[fact.person].append(fact)

    def of(self, person: Entity, between: Mapping[str, Range]) -> Appearance:
        tenures = self.tenures[person.id]
        bodies = [self.known[tenure.organization] for tenure in tenures]
        return Appearance(
            document=self.document,
            id=person.id,
            page=self.index,
            city=self.city,
            camps=frozenset(where for body in bodies if (where := camp(body, self.city))),
            bodies=frozenset(body.id for body in bodies),
            posts=frozenset(post for tenure in tenures if (post := seen(tenure, self.known, self.city))),
            mentions=len(person.mentions),
            official=person.official,
            company=self.company - {person.id},
            firms=self.firms,
            organs=frozenset(i for body in bodies if (i := organ(body)) is not None),
            between=between.get(person.id),
            told_apart=person.id != identifier(Kind.PERSON, _name(person)),
            given=_given(_name(person)),
        )
