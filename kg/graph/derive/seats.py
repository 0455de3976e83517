"""Posts that one person holds at a time, with their holders in the order of time, where pages leave no doubt of it.

代市长 and 市长 are one seat. A seat of a body whose name tells no city (市民政局, 办公室) is one only within the pages
of one place. Where two are seen in a seat at a time, or one before and after another, it is no seat of one: `holders`
stay in no order and nothing may be derived from them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.corpus.script import simplified
from kg.entities.whereabouts import full_name, leading_place
from kg.graph.derive import dates
from kg.model import Document, Entity, Kind, Knowledge, Tenure
from kg.resources import sections, words
from kg.resources.divisions import named

ACTING = re.compile(r"^(?:代理|代)")
ENTERPRISE = "@Enterprise"
LATE = 0.25
"""Years that a removal may be told after the successor's appointment."""
APPOINTED, REMOVED = "appointed", "removed"


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A post of one: the body's id, the full title in simplified script, and the place where the body's name tells none."""

    organization: str
    title: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with all sightings of him in one seat, as acting and as former holder too."""

    person: str
    seen: tuple[Tenure, ...]

    @property
    def serving(self) -> tuple[Tenure, ...]:
        """The dated sightings that show him in the seat; who is removed was in it till then."""
        return tuple(t for t in self.seen if dates.span(t.observed) and (not t.former or t.change == REMOVED))

    @property
    def first(self) -> str:
        """The first date on which he was in the seat, "" where none is known."""
        return dates.first([t.observed for t in self.serving])

    @property
    def last(self) -> str:
        """The last such date."""
        return dates.last([t.observed for t in self.serving])

    def precedes(self, other: Holder) -> bool:
        """Whether he had left when the other was first seen; on one date only if he is told to have."""
        if self._hands_over_to(other) or other._hands_over_to(self):
            return self._hands_over_to(other)
        if dates.before(self.last, other.first):
            return True
        return (
            not dates.before(other.first, self.last)
            and self._left_by(other.first)
            and not other._left_by(other.first)
        )

    def _hands_over_to(self, other: Holder) -> bool:
        """Whether the other's first sighting is his appointment, and the last of this one is of that page or that date.

        A page of the next day may still call him the holder, and a removal may be told some weeks after.
        """
        come = [t for t in other.serving if t.change == APPOINTED and t.observed == other.first]
        gone = [t for t in self.serving if t.observed == self.last]
        if not come or any(t.change == APPOINTED for t in gone):
            return False
        pages = {page for t in come for page in _pages(t)}
        if any(_pages(t) & pages for t in gone):
            return True
        if any(t.change == REMOVED for t in gone) and dates.before(other.first, self.last):
            return dates.years(other.first, self.last) <= LATE and not self._served_after(other.first)
        return not dates.before(self.last, other.first) and not dates.before(other.first, self.last)

    def _served_after(self, day: str) -> bool:
        """Whether he was seen in the seat after a date, but for his removal."""
        return any(t.change != REMOVED and dates.before(day, t.observed) for t in self.serving)

    def _left_by(self, day: str) -> bool:
        """Whether he is told to have been removed, or called the former holder, on a date."""
        told = [t.observed for t in self.seen if t.former and dates.span(t.observed)]
        return any(
            not (dates.before(d, self.last) or dates.before(day, d) or dates.before(d, day)) for d in told
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A seat and those seen in it: `holders` in order of time; {} in `conflict` means that the order is sure."""

    seat: Seat
    holders: tuple[Holder, ...]
    undated: tuple[Holder, ...]
    conflict: tuple[str, ...] = ()
    """Two persons of whom neither precedes the other."""


def lines(knowledge: Knowledge) -> list[Line]:
    """Every seat that somebody is seen in, sorted."""
    bodies = {entity.id: entity for entity in knowledge.entities}
    pages = {document.identifier: document for document in knowledge.documents}
    found: dict[Seat, dict[str, list[Tenure]]] = defaultdict(lambda: defaultdict(list))
    for fact in knowledge.facts:
        if isinstance(fact, Tenure) and fact.organization in bodies:
            for seat in _seats(fact, bodies[fact.organization], pages):
                found[seat][fact.person].append(fact)
    return [_line(seat, people) for seat, people in sorted(found.items())]


def full_title(title: str) -> str:
    """A title in simplified script without 代."""
    return ACTING.sub("", simplified(title))


def is_acting(title: str) -> bool:
    """代市长, 代理县长."""
    return bool(ACTING.match(simplified(title)))


def _pages(tenure: Tenure) -> set[str]:
    return {quote.document for quote in tenure.evidence}


def _seats(tenure: Tenure, body: Entity, pages: Mapping[str, Document]) -> Iterator[Seat]:
    title = full_title(tenure.title)
    if not _is_head(title, body) or _is_nameless(body.label):
        return
    if _tells_its_place(body.label, body.kind):
        yield Seat(body.id, title)
        return
    for page in sorted(_pages(tenure)):
        yield Seat(body.id, title, (pages[page].place if page in pages else "") or page)


def _is_head(title: str, body: Entity) -> bool:
    endings = sections("one_seat_titles").get(title, ())
    return (ENTERPRISE in endings and body.kind is Kind.ENTERPRISE) or simplified(body.label).endswith(
        endings
    )


@cache
def _tells_its_place(label: str, kind: Kind) -> bool:
    """Whether a name is that of one body of the country: a firm's, or one that begins with a county or what is above."""
    front = leading_place(label)
    return kind is Kind.ENTERPRISE or bool(front and named(full_name(front)))


@cache
def _is_nameless(label: str) -> bool:
    """Whether a name consists of words of kind alone (园区|管委会, 工程|指挥部), as two bodies of one city may."""
    return re.fullmatch(f"(?:{'|'.join(words('nameless_bodies'))})+", simplified(label)) is not None


def _line(seat: Seat, people: Mapping[str, Iterable[Tenure]]) -> Line:
    all_ = [Holder(person, tuple(seen)) for person, seen in sorted(people.items())]
    dated = [h for h in all_ if h.first]
    undated = tuple(h for h in all_ if not h.first)
    ordered = tuple(sorted(dated, key=lambda h: (sum(other.precedes(h) for other in dated), h.person)))
    for i, earlier in enumerate(ordered):
        for later in ordered[i + 1 :]:
            if not earlier.precedes(later) or later.precedes(earlier):
                return Line(seat, tuple(dated), undated, (earlier.person, later.person))
    return Line(seat, ordered, undated)
