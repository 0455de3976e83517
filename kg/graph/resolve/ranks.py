"""Attendance lists follow rank: 市委, 人大, 政府, 政协. So neighbours tell of whom no post is told.

The place in a list is evidence beside other evidence; alone it joins and parts nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kg.model import Entity, Kind, Knowledge, Tenure

ORDER = (("委",), ("人大", "人大常委会", "人民代表大会常务委员会"), ("人民政府",), ("政协",))
"""How the names of the four organs of a place end, in the order in which their leaders are listed."""
NEAR = len("、 \n")
"""Characters between two names of one list."""
SHORTEST = 4
"""Names in a row that are a list of attendance."""

Range = tuple[int, int]
"""The first and the last organ, as indices of ORDER, whose leader somebody may be."""


def organ(organization: Entity) -> int | None:
    """Which of the four organs of a place a body is; None of any other body, such as a bureau."""
    if organization.kind is not Kind.AGENCY:
        return None
    return next((i for i, ends in enumerate(ORDER) if organization.label.endswith(ends)), None)


def known_ranks(pages: Sequence[Knowledge]) -> Mapping[tuple[str, str], set[int]]:
    """City and person id → the organs of a place in which pages of that city have seen the person."""
    known: dict[tuple[str, str], set[int]] = defaultdict(set)
    for page in pages:
        city = page.documents[0].place if page.documents else ""
        bodies = {entity.id: entity for entity in page.entities}
        for fact in page.facts:
            if isinstance(fact, Tenure) and fact.organization in bodies:
                index = organ(bodies[fact.organization])
                if index is not None:
                    known[city, fact.person].add(index)
    return known


def listed(page: Knowledge, known: Mapping[tuple[str, str], set[int]]) -> dict[str, Range]:
    """Persons of a page that stand in a list between people of known rank → the organs they may be of."""
    city = page.documents[0].place if page.documents else ""
    found: dict[str, Range] = {}
    for names in _lists(page):
        ranks = [known.get((city, name), set()) for name in names]
        for i, name in enumerate(names):
            before = [min(rank) for rank in ranks[:i] if rank]
            after = [max(rank) for rank in ranks[i + 1 :] if rank]
            low, high = max(before, default=0), min(after, default=len(ORDER) - 1)
            if (before or after) and low <= high:
                found.setdefault(name, (low, high))
    return found


def _lists(page: Knowledge) -> Iterator[list[str]]:
    """The ids of persons that stand in a row."""
    places = sorted(
        (quote.document, quote.start, quote.end, entity.id)
        for entity in page.entities
        if entity.kind is Kind.PERSON
        for quote in entity.mentions
    )
    row = [place[3] for place in places[:1]]
    for (document, _, end, _), (same, start, _, name) in pairwise(places):
        if document != same or start - end > NEAR:
            if len(row) >= SHORTEST:
                yield row
            row = []
        row.append(name)
    if len(row) >= SHORTEST:
        yield row
