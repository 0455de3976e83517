"""What the other holders of a one-seat post tell of somebody's begin and end in it.

Nobody can have begun before an earlier holder was last seen there, nor have stayed after a later one was first seen.
Likewise whoever was 代市长 became 市长 after he was last called 代.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.graph.derive import dates
from kg.graph.derive.seats import Holder, Line, is_acting

Held = tuple[str, str, str]
"""Person, organisation and title as printed: whose tenure of what."""


class Limits(NamedTuple):
    """Dates of sightings of others: the tenure began not before the one and ended not after the other; "" is unknown."""

    began_not_before: str = ""
    ended_not_after: str = ""


NONE = Limits()


def limits(lines: Iterable[Line]) -> dict[Held, Limits]:
    """The limits of every tenure that has one; who sits in one seat of two places has none."""
    found: dict[Held, Limits] = {}
    twice: set[Held] = set()
    for line in lines:
        for held, told in _of_line(line):
            twice |= {held} & found.keys()
            found[held] = told
    return {held: told for held, told in found.items() if held not in twice and told != NONE}


def _of_line(line: Line) -> Iterator[tuple[Held, Limits]]:
    for number, holder in enumerate(line.holders):
        earlier, later = line.holders[:number], line.holders[number + 1 :]
        # A page of the day after may still call the old one the holder: no limit to whom it names as appointed.
        gone = [h.last for h in earlier if not dates.before(holder.first, h.last)]
        come = [h.first for h in later if not dates.before(h.first, holder.last)]
        others = Limits(dates.last(gone), dates.first(come))
        others = NONE if line.conflict else others
        for title in sorted({t.title for t in holder.seen}):
            yield (holder.person, line.seat.organization, title), _of_title(holder, title, others)


def _of_title(holder: Holder, title: str, others: Limits) -> Limits:
    """The limits of the acting or of the full post, which the other of the two narrows."""
    acting = Holder(holder.person, tuple(t for t in holder.seen if is_acting(t.title)))
    full = Holder(holder.person, tuple(t for t in holder.seen if not is_acting(t.title)))
    if not dates.before(acting.last, full.first):
        return others
    if is_acting(title):
        return others._replace(ended_not_after=full.first)
    return others._replace(began_not_before=acting.last)
