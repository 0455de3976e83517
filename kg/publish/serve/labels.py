"""What nodes and terms are called: entities by their labels, properties and classes by the ontology's, zh and en."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote

import pyoxigraph as ox

from kg.graph import ontology, sparql
from kg.graph.terms import Literal, Term
from kg.graph.vocab import DCTERMS, PREFIXES, RDFS, SKOS


@cache
def terms() -> dict[str, dict[str, str]]:
    """The labels of the ontology's terms: IRI → language → label."""
    found: dict[str, dict[str, str]] = {}
    for path in ontology.terms():
        for subject, predicate, term in sparql.parse(path):
            if predicate == RDFS.label and isinstance(term, Literal):
                found.setdefault(subject, {})[term.language] = term.value
    return found


def short(iri: str) -> str:
    """An IRI by its prefix where we have one: kg:partOf."""
    for prefix, space in PREFIXES.items():
        if iri.startswith(space) and len(iri) > len(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri


def value(term: Term) -> str:
    """The characters of a term, be it an IRI or a literal."""
    return term.value if isinstance(term, Literal) else term


class Labels:
    """The labels of one graph's nodes."""

    def __init__(self, store: ox.Store, base: str) -> None:
        self.base = base
        self._of: dict[str, str] = {}
        for predicate in (RDFS.label, DCTERMS.identifier, SKOS.prefLabel):
            for subject, _, label in sparql.matching(store, predicate=predicate):
                self._of[subject] = value(label)

    def __contains__(self, iri: str) -> bool:
        return iri in self._of

    def __getitem__(self, iri: str) -> str:
        """The label; where there is none, the IRI without the base."""
        return self._of.get(iri) or iri.removeprefix(self.base)

    def items(self) -> list[tuple[str, str]]:
        """IRI and label of all that have one, sorted by label."""
        return sorted(self._of.items(), key=lambda item: (item[1], item[0]))

    def href(self, iri: str) -> str:
        """Where this server shows a node: /id/… for its own, the IRI itself for another's on the web, else ""."""
        if iri.startswith(self.base):
            return "/id/" + quote(iri.removeprefix(self.base), safe="%")
        return iri if iri.startswith(("http://", "https://")) else ""
