"""Check a graph against the SHACL shapes of the ontology; the only door to pyshacl."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyshacl
import rdflib
from rdflib import RDF
from rdflib.namespace import SH
from rdflib.term import Literal, Node

from kg.errors import ResourceError
from kg.graph import ontology, sparql
from kg.graph.store import Graph
from kg.graph.vocab import DCTERMS, KG, OA, ORG, PREFIXES, SKOS

_ASKED_OF_ALL = rdflib.URIRef("https://w3id.org/fangzhi/shapes#graph")
"""The focus of the shapes that are asked once of the whole graph; their value is the node at fault."""

_OWNERS = (ORG.member, KG.ofSubject, OA.hasSource)
"""How a node without a label of its own is told: by the label of what it belongs to."""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A node that breaks a rule: which node (IRI and label), which shape, which value, and what to do (zh, en)."""

    rule: str
    label: str
    node: str
    path: str = ""
    value: str = ""
    zh: str = ""
    en: str = ""

    def __str__(self) -> str:
        where = f" · {self.path}" if self.path else ""
        value = f" · found {self.value}" if self.value else ""
        return " ".join(f"{self.label} <{self.node}>: {self.rule}{where}{value}: {self.zh} {self.en}".split())


def validate(graph: Path | str | Graph) -> list[Violation]:
    """Every violation, sorted; [] where the graph is what the contract says. `InputError` for an unreadable file."""
    if isinstance(graph, Graph):
        return check(graph.to_rdf())
    stated = sparql.parse(graph)
    return check(sparql.to_rdflib(stated, sparql.base(stated)))


def check(data: rdflib.Graph) -> list[Violation]:
    """The violations of an rdflib graph."""
    shapes, terms = _read([ontology.shapes()]), _read(ontology.terms())
    _, results, text = pyshacl.validate(data, shacl_graph=shapes, ont_graph=terms)
    if not isinstance(results, rdflib.Graph):
        raise ResourceError(f"the shapes cannot be run: {text}; mend ontology/shapes.ttl")
    return sorted(set(_violations(results, shapes, data)))


def _violations(results: rdflib.Graph, shapes: rdflib.Graph, data: rdflib.Graph) -> Iterator[Violation]:
    for result in results.subjects(RDF.type, SH.ValidationResult):
        node, value = results.value(result, SH.focusNode), results.value(result, SH.value)
        if node == _ASKED_OF_ALL:
            node, value = value, None
        shape = results.value(result, SH.sourceShape)
        messages = {m.language: str(m) for m in shapes.objects(shape, SH.message | SH.sparql / SH.message)}  # type: ignore[attr-defined]
        yield Violation(
            rule=_short(shape).removeprefix("shape:"),
            label=_label(node, data),
            node=str(node),
            path=_short(results.value(result, SH.resultPath)),
            value=_short(value),
            zh=messages.get("zh", ""),
            en=messages.get("en", ""),
        )


def _label(node: Node | None, data: rdflib.Graph) -> str:
    """What a person would call the node: its label, its file name, or whose statement it is."""
    for predicate in (SKOS.prefLabel, DCTERMS.identifier):
        for label in sorted(map(str, data.objects(node, rdflib.URIRef(predicate)))):
            return label
    owners = [data.value(node, rdflib.URIRef(predicate)) for predicate in _OWNERS]
    owners += data.subjects(None, node)
    for owner in sorted(filter(None, owners), key=str):
        for label in sorted(map(str, data.objects(owner, rdflib.URIRef(SKOS.prefLabel)))):
            return f"({label})"
    return "(unnamed)"


def _short(term: Node | None) -> str:
    """A term as a person writes it: prefixed where we have a prefix, words cut where they are long."""
    if term is None:
        return ""
    if isinstance(term, Literal):
        words = str(term)
        return f'"{words[:_WIDTH]}…"' if len(words) > _WIDTH else f'"{words}"'
    iri = str(term)
    spaces = {**PREFIXES, "shape": "https://w3id.org/fangzhi/shapes#"}
    named = (
        f"{prefix}:{iri.removeprefix(space)}" for prefix, space in spaces.items() if iri.startswith(space)
    )
    return next(named, iri)


_WIDTH = 40


def _read(paths: Iterable[Path]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    return graph
