"""RDF back to knowledge: the exact inverse of `kg.graph.triples` for what `combine` made.

What could not be placed is told in report.json alone, so `unplaced` comes back empty.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.combine import combine
from kg.graph.rdf import documents, entities, events, indicators, projects, relations, tenures
from kg.graph.rdf.source import Source
from kg.graph.terms import Triple
from kg.model import Knowledge


def read(triples: Iterable[Triple]) -> Knowledge:
    """What the triples say; statements in terms of others are passed over."""
    source = Source(triples)
    facts = (
        *tenures.read(source),
        *relations.read(source),
        *projects.read(source),
        *events.read(source),
        *indicators.read(source),
    )
    return combine([Knowledge(tuple(documents.read(source)), tuple(entities.read(source)), facts)])
