"""Bureaus that took over from others when China's organs were reformed: linked by kg:continues, never made one.

市科委 and 市科技局 have other tasks, heads and seats; that the one went on where the other ended is known of the class
(agency_reforms.txt) and shown by the pages: the old name is not seen after the new one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.entities.whereabouts import leading_place
from kg.graph.derive import dates
from kg.model import Entity, Evidence, Kind, Knowledge, Relation, Unplaced
from kg.resources import sections

PREDICATE = "continues"
RULE = "derived-reform-of-organs"
CONFIDENCE = 0.9
OLD_NAMES: Mapping[str, tuple[str, ...]] = sections("agency_reforms")


@dataclass(frozen=True, slots=True)
class Sighted:
    """A bureau with the quotes of its first and of its last dated page."""

    agency: Entity
    first: tuple[str, Evidence]
    last: tuple[str, Evidence]


def reforms(knowledge: Knowledge) -> Iterator[Relation | Unplaced]:
    """New bureau continues old one, city by city; where the old name is seen after the new one, that is for review."""
    for bureaus in _by_place(knowledge).values():
        for new, olds in OLD_NAMES.items():
            if new not in bureaus:
                continue
            for old in _nearest(olds, bureaus):
                yield _judged(bureaus[new], bureaus[old])


def _by_place(knowledge: Knowledge) -> Mapping[str, dict[str, Sighted]]:
    """Place → name of the organ without it → the bureau, of those that a dated page names."""
    days = {document.identifier: document.published for document in knowledge.documents}
    found: dict[str, dict[str, Sighted]] = defaultdict(dict)
    reformed = {*OLD_NAMES, *(old for olds in OLD_NAMES.values() for old in olds)}
    for entity in knowledge.entities:
        if entity.kind is not Kind.AGENCY:
            continue
        name = entity.id.partition("-")[2]
        place = leading_place(name)
        if not place or name[len(place) :] not in reformed:
            continue
        told = sorted(
            ((days.get(quote.document, ""), quote) for quote in entity.mentions), key=lambda pair: (pair[0], pair[1])
        )
        dated = [pair for pair in told if dates.span(pair[0])]
        if dated:
            found[place][name[len(place) :]] = Sighted(entity, dated[0], dated[-1])
    return found


def _nearest(olds: tuple[str, ...], bureaus: Mapping[str, Sighted]) -> Iterator[str]:
    """The old bureaus that are seen; one that another of them continues is that one's, 经贸委 that of 经信委."""
    seen = [old for old in olds if old in bureaus]
    return (old for old in seen if not any(old in OLD_NAMES.get(other, ()) for other in seen))


def _judged(new: Sighted, old: Sighted) -> Relation | Unplaced:
    evidence = tuple(sorted({old.last[1], new.first[1]}))
    if dates.before(new.first[0], old.last[0]):
        reason = f"{old.agency.label} is still named in {old.last[0]}, {new.agency.label} since {new.first[0]}"
        return Unplaced("reform-in-doubt", new.agency.label, reason, evidence)
    return Relation(
        subject=new.agency.id,
        predicate=PREDICATE,
        object=old.agency.id,
        evidence=evidence,
        confidence=CONFIDENCE,
        rule=RULE,
    )
