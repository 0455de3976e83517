"""Quotes: one node that is evidence and specific resource, one that is both selectors; and what rests on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypedDict

from kg.graph.iris import Nodes
from kg.graph.rdf.source import Source
from kg.graph.terms import Iri, Triple, decimal, integer, text
from kg.graph.vocab import DCTERMS, KG, OA, PROV, RDF
from kg.model import Evidence, Fact, Knowledge


class Grounds(TypedDict):
    """The fields that every fact has."""

    evidence: tuple[Evidence, ...]
    confidence: float
    rule: str


def quotes(knowledge: Knowledge) -> list[Evidence]:
    """Every quote that a mention or a fact rests on, once, sorted."""
    said = {quote for entity in knowledge.entities for quote in entity.mentions}
    said.update(quote for fact in knowledge.facts for quote in fact.evidence)
    return sorted(said)


def write(evidence: Iterable[Evidence], nodes: Nodes) -> Iterator[Triple]:
    """The triples of quotes."""
    for quote in evidence:
        node, selector = evidence_node(quote, nodes), _node("selector", quote, nodes)
        yield node, RDF.type, KG.Evidence
        yield node, RDF.type, OA.SpecificResource
        yield node, OA.hasSource, nodes.named("document", quote.document)
        yield node, OA.hasSelector, selector
        yield selector, RDF.type, OA.TextPositionSelector
        yield selector, RDF.type, OA.TextQuoteSelector
        yield selector, OA.start, integer(quote.start)
        yield selector, OA.end, integer(quote.end)
        yield selector, OA.exact, text(quote.exact)


def evidence_node(quote: Evidence, nodes: Nodes) -> Iri:
    """The IRI of a quote: the same wherever it is quoted."""
    return _node("evidence", quote, nodes)


def _node(kind: str, quote: Evidence, nodes: Nodes) -> Iri:
    return nodes.digest(kind, quote.document, str(quote.start), str(quote.end), quote.exact)


def rests_on(node: Iri, fact: Fact, nodes: Nodes) -> Iterator[Triple]:
    """A fact's node with its quotes, confidence and rule."""
    for quote in fact.evidence:
        yield node, PROV.wasDerivedFrom, evidence_node(quote, nodes)
    yield node, KG.confidence, decimal(fact.confidence)
    if fact.rule:
        yield node, KG.rule, text(fact.rule)


def grounds(node: str, source: Source) -> Grounds:
    """The inverse of `rests_on`."""
    return Grounds(
        evidence=read(node, PROV.wasDerivedFrom, source),
        confidence=float(source.one(node, KG.confidence, "1.0")),
        rule=source.one(node, KG.rule),
    )


def read(node: str, predicate: Iri, source: Source) -> tuple[Evidence, ...]:
    """The quotes that a property of a node points at, sorted."""
    return tuple(sorted(_quote(evidence, source) for evidence in source.all(node, predicate)))


def _quote(evidence: str, source: Source) -> Evidence:
    selector = source.one(evidence, OA.hasSelector)
    return Evidence(
        document=source.one(source.one(evidence, OA.hasSource), DCTERMS.identifier),
        start=int(source.one(selector, OA.start, "0")),
        end=int(source.one(selector, OA.end, "0")),
        exact=source.one(selector, OA.exact),
    )
