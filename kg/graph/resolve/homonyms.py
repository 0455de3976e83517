"""Equal names of different things: 城厢镇 of one city and that of another, a 某路改造 here and one there.

An id is made of kind and name alone, so that these would meet by it; they get ids that their city tells apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.entities.identity import short_hash
from kg.graph.resolve.homes import apart, homes, registered_names, same_firm
from kg.graph.resolve.judgement import Judgement, Verdict
from kg.model import Kind, Knowledge

OTHER_CITY = "They have one name and lie in two cities."
OTHER_FIRM = "They have one short name and two full names."
FIRM_ELSEWHERE = "A firm's short name in two cities."
NOWHERE = "Nothing tells in which city this is."


@dataclass(frozen=True, slots=True)
class Sight:
    """A thing on a page: where it is at home, the full names of a firm, and since when the pages know of it."""

    page: int
    day: str
    document: str
    city: str
    mentions: int
    home: frozenset[str]
    registered: frozenset[str]


Group = list[Sight]


def homonyms(pages: Sequence[Knowledge]) -> tuple[list[dict[str, str]], list[Judgement]]:
    """For each page the ids to replace, and the judgements on things of one name in several cities."""
    replaced: list[dict[str, str]] = [{} for _ in pages]
    judged: list[Judgement] = []
    for name, seen in sorted(_by_id(pages).items()):
        if len({(there.home, there.registered) for there in seen}) == 1:
            continue  # nearly every name ends here, however many pages have it
        groups, doubtful = _groups(seen)
        ids = _ids(name, groups)
        for new, group in zip(ids, groups, strict=True):
            for there in group:
                if new != name:
                    replaced[there.page][name] = new
        judged += _judgements(ids, groups, doubtful)
    return replaced, judged


def _by_id(pages: Sequence[Knowledge]) -> Mapping[str, list[Sight]]:
    """Every thing but persons and industries, oldest first."""
    found: dict[str, list[Sight]] = defaultdict(list)
    for index, page in enumerate(pages):
        document = page.documents[0] if page.documents else None
        city, day, name = (
            (document.place, document.published, document.identifier) if document else ("", "", "")
        )
        for entity in page.entities:
            if entity.kind is not Kind.PERSON and entity.kind is not Kind.INDUSTRY:
                registered = registered_names(entity)
                home = homes(entity, city, name)
                sight = Sight(index, day or "9999", name, city, len(entity.mentions), home, registered)
                found[entity.id].append(sight)
    return {key: sorted(seen, key=lambda s: (s.day, s.document, s.page)) for key, seen in found.items()}


def _groups(seen: Sequence[Sight]) -> tuple[list[Group], set[int]]:
    """The sightings thing by thing, and which groups may be one with another.

    Those that could be only one thing are placed first: a county's page before its prefecture's.
    """
    alike: dict[tuple[frozenset[str], frozenset[str]], Group] = defaultdict(list)
    for there in seen:
        alike[there.home, there.registered].append(there)
    groups: list[Group] = []
    unsure: list[Group] = []
    for members in sorted(alike.values(), key=_most_definite):
        possible = [group for group in groups if not any(_differ(members[0], other) for other in group)]
        if len(possible) == 1:
            possible[0] += members
        elif possible:
            unsure.append(members)
        else:
            groups.append(members)
    certain = len(groups)
    return groups + unsure, set(range(certain, certain + len(unsure)))


def _most_definite(group: Group) -> tuple[bool, int, str, str]:
    first = group[0]
    return not first.registered, -min(map(len, first.home), default=0), first.day, first.document


def _differ(one: Sight, other: Sight) -> bool:
    """Two firms by their full names, or two things at home in two cities."""
    if one.registered and other.registered:
        return not same_firm(one.registered, other.registered)
    return apart(one.home, other.home)


def _ids(name: str, groups: Sequence[Group]) -> list[str]:
    """The plain id for what was known first, for others one with their city."""
    first = min(groups, key=lambda group: (group[0].day, group[0].document))
    taken: list[str] = []
    for group in groups:
        own = name if group is first else f"{name}-{short_hash(group[0].city)}"
        if own in taken:
            own = f"{name}-{short_hash(group[0].city + ' ' + group[0].document)}"
        taken.append(own)
    return taken


def _judgements(ids: Sequence[str], groups: Sequence[Group], doubtful: set[int]) -> Iterator[Judgement]:
    for index, group in enumerate(groups):
        for before in range(index):
            left, right = sorted((ids[before], ids[index]))
            firms = left.startswith("enterprise-")
            told = bool(group[0].registered and groups[before][0].registered)
            nowhere = {index, before} & doubtful or not (group[0].city and groups[before][0].city)
            reason = NOWHERE if nowhere else OTHER_FIRM if told else FIRM_ELSEWHERE if firms else OTHER_CITY
            doubt = nowhere or (firms and not told)
            verdict, confidence = (Verdict.UNSURE, 0.5) if doubt else (Verdict.DIFFERENT, 0.9)
            mentions = sum(there.mentions for there in (*group, *groups[before]))
            yield Judgement(left, right, verdict, (reason,), confidence, mentions)
