"""Knowledge as triples, in the form that the contract and `ontology/` describe; `kg.graph.read` is the inverse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from kg.graph.derive.limits import limits
from kg.graph.derive.seats import lines
from kg.graph.iris import DEFAULT_BASE, Nodes
from kg.graph.rdf import (
    dataset,
    derived,
    documents,
    entities,
    events,
    evidence,
    indicators,
    projects,
    relations,
    tenures,
)
from kg.graph.terms import Triple
from kg.model import Amount, Completion, Event, Fact, Indicator, Knowledge, LandArea, Relation, Stage, Tenure

F = TypeVar("F", bound=Fact)


def triples(knowledge: Knowledge, base: str = DEFAULT_BASE) -> list[Triple]:
    """Every triple once, all nodes IRIs under `base`; `InputError` for a base that is no IRI."""
    nodes = Nodes(base)
    rest = list(dict.fromkeys(_triples(knowledge, nodes)))
    return [*rest, *dataset.described(rest, knowledge.documents, nodes)]


def _triples(knowledge: Knowledge, nodes: Nodes) -> Iterator[Triple]:
    labels = {entity.id: entity.label for entity in knowledge.entities}
    yield from documents.write(knowledge.documents, nodes)
    yield from entities.write(knowledge.entities, nodes)
    yield from tenures.write(_of(Tenure, knowledge), labels, nodes, limits(lines(knowledge)))
    yield from relations.write(_of(Relation, knowledge), nodes)
    yield from relations.write_completions(_of(Completion, knowledge), nodes)
    yield from projects.write_amounts(_of(Amount, knowledge), nodes)
    yield from projects.write_areas(_of(LandArea, knowledge), nodes)
    yield from projects.write_stages(_of(Stage, knowledge), nodes)
    yield from events.write(_of(Event, knowledge), nodes)
    yield from indicators.write(_of(Indicator, knowledge), nodes)
    yield from derived.write(knowledge, nodes)
    yield from evidence.write(evidence.quotes(knowledge), nodes)


def _of(family: type[F], knowledge: Knowledge) -> Iterator[F]:
    return (fact for fact in knowledge.facts if isinstance(fact, family))
