"""Write the ontology as a web page with pyLODE: `make docs` → build/docs/ontology.html.

pyLODE prints all languages of a label in one go; joined by a mark, both stay legible.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import rdflib
from pylode import OntPub
from rdflib import OWL, RDF, RDFS
from rdflib.namespace import DCTERMS, SKOS

from kg.graph import ontology
from kg.graph.vocab import KG, PREFIXES

LANGUAGES = ("zh", "en")


def whole() -> rdflib.Graph:
    """All terms of ours with their labels joined (项目 · project), without those of others, which are only reused."""
    graph = rdflib.Graph()
    for path in ontology.terms():
        graph.parse(path)
    for node in set(graph.subjects(RDF.type)):
        if not str(node).startswith(KG.iri.removesuffix("#")) and not isinstance(node, rdflib.BNode):
            graph.remove((node, None, None))
            continue
        for predicate in (RDFS.label, SKOS.prefLabel, DCTERMS.title):
            join(graph, node, predicate)
    # pyLODE takes a concept scheme for the ontology itself.
    graph.remove((None, RDF.type, SKOS.ConceptScheme))
    for scheme in graph.subjects(SKOS.definition, None, unique=True):
        if (scheme, RDF.type, None) not in graph:
            graph.remove((scheme, None, None))
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri, replace=True)
    return graph


def join(graph: rdflib.Graph, node: rdflib.term.Node, predicate: rdflib.URIRef) -> None:
    """Make one value of a label in several languages, Chinese first."""
    said = {
        label.language: label for label in graph.objects(node, predicate) if isinstance(label, rdflib.Literal)
    }
    if len(said) > 1:
        graph.remove((node, predicate, None))
        words = dict.fromkeys(str(said[language]) for language in LANGUAGES if language in said)
        graph.add((node, predicate, rdflib.Literal(" · ".join(words))))


def main() -> None:
    """Write the page to the path given, or to build/docs/ontology.html."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "build/docs/ontology.html")
    target.parent.mkdir(parents=True, exist_ok=True)
    logging.disable(logging.INFO)
    graph = whole()
    if (None, RDF.type, OWL.Ontology) not in graph:
        sys.exit("the ontology has no head: ontology/fangzhi.ttl")
    OntPub(ontology=graph).make_html(destination=target)
    sys.stderr.write(f"{target}\n")


if __name__ == "__main__":
    main()
