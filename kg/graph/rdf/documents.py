"""Pages: identifier, digest, date of issue, newspaper; what was read from the text is marked as inferred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.iris import Nodes
from kg.graph.rdf.source import Source
from kg.graph.terms import Triple, chinese, date, text
from kg.graph.vocab import DCTERMS, KG, RDF, RDFS, SKOS
from kg.model import Document


def write(documents: Iterable[Document], nodes: Nodes) -> Iterator[Triple]:
    """The triples of pages and of the newspapers they are part of."""
    for document in documents:
        node = nodes.named("document", document.identifier)
        yield node, RDF.type, KG.Document
        yield node, DCTERMS.identifier, text(document.identifier)
        yield node, RDFS.label, text(document.identifier)
        yield node, KG.sha256, text(document.sha256)
        if document.published:
            yield node, DCTERMS.issued, date(document.published)
        if document.place:
            yield node, KG.coverage, chinese(document.place)
        for field in document.inferred:
            yield node, KG.inferred, text(field)
        for author in document.authors:
            yield node, KG.byline, chinese(author)
        if document.newspaper:
            newspaper = nodes.named("newspaper", document.newspaper)
            yield node, DCTERMS.isPartOf, newspaper
            yield newspaper, RDF.type, KG.Newspaper
            yield newspaper, SKOS.prefLabel, chinese(document.newspaper)
            yield newspaper, RDFS.label, chinese(document.newspaper)


def read(source: Source) -> Iterator[Document]:
    """The pages that a graph speaks of."""
    for node in source.instances(KG.Document):
        yield Document(
            identifier=source.one(node, DCTERMS.identifier),
            sha256=source.one(node, KG.sha256),
            newspaper=source.one(source.one(node, DCTERMS.isPartOf), SKOS.prefLabel),
            place=source.one(node, KG.coverage),
            published=source.one(node, DCTERMS.issued),
            inferred=tuple(source.all(node, KG.inferred)),
            authors=tuple(source.all(node, KG.byline)),
        )
