"""Indicators: a number said of a body or place, as reached or as aimed at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.iris import Nodes
from kg.graph.rdf.evidence import grounds, rests_on
from kg.graph.rdf.source import Source
from kg.graph.terms import Iri, Triple, chinese, number, text
from kg.graph.vocab import KG, RDF, SCHEMA
from kg.model import Indicator

MODALITIES: dict[str, Iri] = {"target": KG.Target, "actual": KG.Actual}
_MODALITY_NAMES = {iri: name for name, iri in MODALITIES.items()}


def write(indicators: Iterable[Indicator], nodes: Nodes) -> Iterator[Triple]:
    """The triples of indicators."""
    for fact in indicators:
        node = indicator_node(fact, nodes)
        yield node, RDF.type, KG.Indicator
        yield node, KG.ofSubject, nodes.entity(fact.subject)
        yield node, KG.indicatorName, chinese(fact.name)
        yield node, SCHEMA.value, number(fact.value)
        yield node, SCHEMA.unitText, text(fact.unit)
        yield node, KG.comparator, text(fact.comparator)
        if fact.period:
            yield node, KG.period, text(fact.period)
        yield node, KG.modality, MODALITIES[fact.modality]
        yield from rests_on(node, fact, nodes)


def indicator_node(fact: Indicator, nodes: Nodes) -> Iri:
    """The IRI of an indicator."""
    content = (fact.name, number(fact.value).value, fact.unit, fact.comparator, fact.period, fact.modality)
    return nodes.digest("indicator", fact.subject, *content)


def read(source: Source) -> Iterator[Indicator]:
    """The indicators of a graph."""
    for node in source.instances(KG.Indicator):
        yield Indicator(
            subject=source.id(node, KG.ofSubject),
            name=source.one(node, KG.indicatorName),
            value=float(source.one(node, SCHEMA.value)),
            unit=source.one(node, SCHEMA.unitText),
            comparator=source.one(node, KG.comparator, "="),
            period=source.one(node, KG.period),
            modality=_MODALITY_NAMES[Iri(source.one(node, KG.modality))],
            **grounds(node, source),
        )
