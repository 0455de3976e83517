"""One name is one person on the pages that something ties together, unless posts that exclude each other make two of it.

Persons of different names are never one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.entities.identity import identifier
from kg.graph.resolve.appearances import Appearance, appearances
from kg.graph.resolve.groups import Conflicts, groups
from kg.graph.resolve.judgement import Judgement, Verdict
from kg.graph.resolve.why import mentions, why_one
from kg.model import Kind, Knowledge

EXCLUDED = "Full posts that nobody holds at one time: in two cities, two towns, or the state and a firm, and no move is told."
APART = "One page tells them apart."
NOWHERE = "Nothing tells which of the namesakes this is."
NO_TIE = "Nothing but the name ties them."

Person = list[Appearance]


def persons(pages: Sequence[Knowledge]) -> tuple[list[dict[str, str]], list[Judgement]]:
    """For each page the ids of persons to replace, and the judgements on namesakes."""
    replaced: list[dict[str, str]] = [{} for _ in pages]
    judged: list[Judgement] = []
    for name, seen in sorted(appearances(pages).items()):
        conflicts = Conflicts(seen)
        people, doubtful = groups(seen, conflicts)
        ids = _ids(name, people)
        for new, person in zip(ids, people, strict=True):
            for there in person:
                if there.id != new:
                    replaced[there.page][there.id] = new
        judged += _judgements(ids, people, doubtful, conflicts)
    return replaced, judged


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


def _judgements(
    ids: Sequence[str], people: Sequence[Person], doubtful: set[int], conflicts: Conflicts
) -> Iterator[Judgement]:
    for index, person in enumerate(people):
        if len(person) > 1:
            reasons, confidence = why_one(person)
            yield Judgement(ids[index], ids[index], Verdict.SAME, reasons, confidence, mentions(person))
        for before in range(index):
            other = people[before]
            left, right = sorted((ids[before], ids[index]))
            named = mentions(person) + mentions(other)
            if {index, before} & doubtful:
                yield Judgement(left, right, Verdict.UNSURE, (NOWHERE,), 0.5, named)
            elif {a.page for a in person} & {a.page for a in other}:
                yield Judgement(left, right, Verdict.DIFFERENT, (APART,), 0.8, named)
            elif any(conflicts.between(a, b) for a in person for b in other):
                yield Judgement(left, right, Verdict.DIFFERENT, (EXCLUDED,), 0.8, named)
            else:
                yield Judgement(left, right, Verdict.UNSURE, (NO_TIE,), 0.5, named)
