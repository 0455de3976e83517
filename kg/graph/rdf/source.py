"""The triples of a file, by subject and predicate, as the readers of the nouns ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.iris import DEFAULT_BASE, Nodes
from kg.graph.terms import Iri, Literal, Triple
from kg.graph.vocab import RDF, VOID

Value = str
"""An `Iri` for a node, any other string for a literal's characters."""


class Source:
    """Triples as subject → predicate → values, and subjects by class; values come sorted."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._values: dict[str, dict[str, list[Value]]] = {}
        self._by_class: dict[str, list[Iri]] = {}
        for subject, predicate, term in triples:
            value = term.value if isinstance(term, Literal) else term
            self._values.setdefault(subject, {}).setdefault(predicate, []).append(value)
            if predicate == RDF.type:
                self._by_class.setdefault(value, []).append(subject)
        spaces = (self.one(node, VOID.uriSpace) for node in self.instances(VOID.Dataset))
        self.nodes = Nodes(next((space for space in spaces if space), DEFAULT_BASE))

    def instances(self, cls: Iri) -> Iterator[Iri]:
        """The nodes that state a class, sorted."""
        return iter(sorted(set(self._by_class.get(cls, ()))))

    def subjects(self, predicate: Iri) -> Iterator[Iri]:
        """The nodes that have a property, in the file's order."""
        return (Iri(subject) for subject, values in self._values.items() if predicate in values)

    def all(self, subject: str, predicate: Iri) -> list[Value]:
        """Every value of a property, sorted."""
        return sorted(self._values.get(subject, {}).get(predicate, ()))

    def one(self, subject: str, predicate: Iri, default: str = "") -> Value:
        """The only value of a property (the smallest, should a stranger have added more)."""
        return min(self._values.get(subject, {}).get(predicate, ()), default=default)

    def flag(self, subject: str, predicate: Iri) -> bool:
        """Whether a property is true; false where it is absent."""
        return self.one(subject, predicate) in ("true", "1")

    def id(self, subject: str, predicate: Iri) -> str:
        """The entity id that a property points at."""
        return self.nodes.identifier(self.one(subject, predicate))
