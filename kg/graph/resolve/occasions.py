"""Events of one name: a 市委工作会议 of one city is not that of another, nor one without a date that of years later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.entities.identity import short_hash
from kg.graph.resolve.camps import related
from kg.model import Event, Knowledge

MONTH = len("2022-07")


@dataclass(frozen=True, slots=True, order=True)
class Occasion:
    """What tells events of one id apart: the page's city and, where no page dates the event, the month of the page."""

    month: str
    city: str

    def is_apart(self, other: Occasion) -> bool:
        if self.month != other.month:
            return True
        return bool(self.city and other.city) and not related(self.city, other.city)


def occasions(pages: Sequence[Knowledge]) -> list[dict[str, str]]:
    """For each page the ids of events to replace: those that other pages use for another event."""
    replaced: list[dict[str, str]] = [{} for _ in pages]
    found: dict[str, dict[Occasion, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, page in enumerate(pages):
        document = page.documents[0] if page.documents else None
        city, day = (document.place, document.published) if document else ("", "")
        for fact in page.facts:
            if isinstance(fact, Event):
                found[fact.id][Occasion("" if fact.date else day[:MONTH], city)].append(index)
    for name, seen in found.items():
        first, *others = sorted(seen)
        kept = [first]
        for other in others:
            same = next((one for one in kept if not one.is_apart(other)), None)
            if same is None:
                kept.append(other)
            if same is not first:
                own = same or other
                for index in seen[other]:
                    replaced[index][name] = f"{name}-{short_hash(own.city + ' ' + own.month)}"
    return replaced
