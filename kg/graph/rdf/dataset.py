"""The graph as a data set, in VoID and DCAT: what it counts, what it was made of and by; no clock.

The node's IRI depends on the pages, so that two builds in one store keep their descriptions apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg import __version__
from kg.graph.iris import Nodes
from kg.graph.rdf.entities import CLASSES
from kg.graph.terms import Iri, Literal, Triple, chinese, integer, text
from kg.graph.vocab import DCAT, DCTERMS, KG, NAMESPACES, PROV, RDF, RDFS, SCHEMA, VOID
from kg.model import Document

ONTOLOGY = Iri(KG.iri.removesuffix("#"))
LICENSE = Iri("https://www.apache.org/licenses/LICENSE-2.0")
TITLES = (chinese("地方报纸知识图谱"), Literal("Knowledge graph of local newspapers", language="en"))
VOCABULARIES = ("kg", "oa", "org", "prov", "schema", "skos")


def described(rest: Sequence[Triple], documents: Iterable[Document], nodes: Nodes) -> Iterator[Triple]:
    """The description of a graph whose other triples are `rest`; its counts count the description as well."""
    pages = sorted(documents, key=lambda page: page.identifier)
    identity = (part for page in pages for part in (page.identifier, page.sha256))
    dataset = nodes.digest("dataset", *identity)
    head = list(dict.fromkeys(_head(dataset, pages, nodes)))
    yield from head
    yield from _counts(dataset, [*rest, *head], len(pages))


def _head(dataset: Iri, pages: Sequence[Document], nodes: Nodes) -> Iterator[Triple]:
    build, program = Iri(f"{dataset}-build"), nodes.named("program", f"fangzhi-{__version__}")
    yield dataset, RDF.type, VOID.Dataset
    yield dataset, RDF.type, DCAT.Dataset
    for title in TITLES:
        yield dataset, DCTERMS.title, title
    yield dataset, DCTERMS.license, LICENSE
    yield dataset, DCTERMS.conformsTo, ONTOLOGY
    yield dataset, VOID.uriSpace, text(nodes.base)
    for prefix in VOCABULARIES:
        yield dataset, VOID.vocabulary, Iri(NAMESPACES[prefix].iri)
    yield dataset, PROV.wasGeneratedBy, build
    yield build, RDF.type, PROV.Activity
    yield build, PROV.wasAssociatedWith, program
    for page in pages:
        yield build, PROV.used, nodes.named("document", page.identifier)
    yield program, RDF.type, PROV.SoftwareAgent
    yield program, RDFS.label, text("fangzhi")
    yield program, SCHEMA.softwareVersion, text(__version__)


def _counts(dataset: Iri, stated: Sequence[Triple], pages: int) -> Iterator[Triple]:
    classes = Counter(Iri(str(term)) for _, predicate, term in stated if predicate == RDF.type)
    own = _own_counts(len(classes), {predicate for _, predicate, _ in stated})
    predicates = Counter(predicate for _, predicate, _ in stated) + own
    yield dataset, VOID.triples, integer(predicates.total())
    yield dataset, VOID.entities, integer(sum(classes[cls] for cls in (*CLASSES, KG.Event)))
    yield dataset, VOID.documents, integer(pages)
    for cls, count in classes.items():
        part = _part(dataset, cls)
        yield dataset, VOID.classPartition, part
        yield part, VOID["class"], cls
        yield part, VOID.entities, integer(count)
    for predicate, count in predicates.items():
        part = _part(dataset, predicate)
        yield dataset, VOID.propertyPartition, part
        yield part, VOID.property, predicate
        yield part, VOID.triples, integer(count)


def _own_counts(classes: int, predicates: set[Iri]) -> Counter[Iri]:
    """How often the counts themselves use each property: a partition counts the triples that tell of partitions."""
    each_class = (VOID.classPartition, VOID["class"], VOID.entities)
    each_property = (VOID.propertyPartition, VOID.property, VOID.triples)
    properties = len(predicates | {*each_class, *each_property, VOID.documents})
    return Counter(
        {
            **dict.fromkeys(each_class, classes),
            **dict.fromkeys(each_property, properties),
            VOID.entities: classes + 1,
            VOID.triples: properties + 1,
            VOID.documents: 1,
        }
    )


def _part(dataset: Iri, term: Iri) -> Iri:
    """Named after the term: dataset-…-kg_partOf."""
    return Iri(f"{dataset}-{_NAMES[term]}")


_NAMES = {
    iri: f"{prefix}_{name}" for prefix, space in NAMESPACES.items() for name, iri in space.terms.items()
}
