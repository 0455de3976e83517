"""Run the families of facts over a page; each fact leaves with its evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.facts.amounts import amounts
from kg.facts.context import Context
from kg.facts.events import events
from kg.facts.indicators import indicators
from kg.facts.industries import in_industry
from kg.facts.locations import locations
from kg.facts.nested import nested
from kg.facts.posts import posts
from kg.facts.stages import stages
from kg.facts.structure import structure
from kg.facts.ties import ties
from kg.facts.undertakings import undertakings
from kg.model import Fact, PageEntities, Reading, Unplaced

Family = Callable[[Context], Iterable[Fact | Unplaced]]

FAMILIES: tuple[Family, ...] = (
    posts,
    structure,
    nested,
    locations,
    undertakings,
    ties,
    in_industry,
    amounts,
    stages,
    indicators,
    events,
)
"""One module a family; a new family is one new file and one line here."""


def extract(reading: Reading, entities: PageEntities) -> tuple[tuple[Fact, ...], tuple[Unplaced, ...]]:
    """All facts of a page and all that could not be placed."""
    context = Context(reading, entities)
    facts: list[Fact] = []
    unplaced: list[Unplaced] = [
        Unplaced("organ-of-nobody", m.text, "no zone or organisation before it", reading.evidence(m.span))
        for m in entities.unresolved
    ]
    for family in FAMILIES:
        for found in family(context):
            if isinstance(found, Unplaced):
                unplaced.append(found)
            else:
                facts.append(found)
    return tuple(facts), tuple(unplaced)
