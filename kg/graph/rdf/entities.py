"""Entities: exactly one class each, the fullest name as label, every other form as altLabel, and the mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.iris import Nodes
from kg.graph.rdf import evidence
from kg.graph.rdf.source import Source
from kg.graph.terms import Iri, Triple, chinese
from kg.graph.vocab import KG, RDF, RDFS, SKOS
from kg.model import Entity, Kind

CLASSES: dict[Iri, tuple[Kind, bool]] = {
    KG.Official: (Kind.PERSON, True),
    **{KG[kind.value]: (kind, False) for kind in Kind if kind is not Kind.OFFICE},
}
"""Class → kind and whether its members are officials."""

_CLASS_OF = {known: cls for cls, known in CLASSES.items()}


def write(entities: Iterable[Entity], nodes: Nodes) -> Iterator[Triple]:
    """The triples of entities."""
    for entity in entities:
        node = nodes.entity(entity.id)
        yield node, RDF.type, _CLASS_OF[entity.kind, entity.official and entity.kind is Kind.PERSON]
        yield from labels(node, entity.label)
        for name in entity.names:
            if name != entity.label:
                yield node, SKOS.altLabel, chinese(name)
        for quote in entity.mentions:
            yield node, KG.mention, evidence.evidence_node(quote, nodes)


def labels(node: Iri, label: str) -> Iterator[Triple]:
    """One name under both properties: SKOS's for those who know it, RDFS's for every tool."""
    yield node, SKOS.prefLabel, chinese(label)
    yield node, RDFS.label, chinese(label)


def read(source: Source) -> Iterator[Entity]:
    """The entities of a graph, class by class."""
    for cls, (kind, official) in CLASSES.items():
        for node in source.instances(cls):
            label = source.one(node, SKOS.prefLabel)
            yield Entity(
                id=source.nodes.identifier(node),
                kind=kind,
                label=label,
                names=tuple(sorted({label, *source.all(node, SKOS.altLabel)})),
                mentions=evidence.read(node, KG.mention, source),
                official=official,
            )
