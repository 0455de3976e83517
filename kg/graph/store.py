"""A graph to ask: made of knowledge, or loaded from a Turtle file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kg.errors import InputError
from kg.graph import frames, network, sparql
from kg.graph.iris import DEFAULT_BASE, check_base
from kg.graph.ntriples import ntriples
from kg.graph.read import read
from kg.graph.sparql import Rows
from kg.graph.terms import Triple
from kg.graph.triples import triples
from kg.model import Knowledge

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import pyoxigraph
    import rdflib


class Graph:
    """What pages say, as networkx, rdflib, pandas and SPARQL see it. Made once, never changed.

    `pages` maps a document's identifier to its raw text where the pages are at hand (for quotes in context).
    """

    def __init__(
        self, knowledge: Knowledge, base: str = DEFAULT_BASE, pages: Mapping[str, str] | None = None
    ) -> None:
        self.knowledge = knowledge
        self.base = check_base(base)
        self.pages: Mapping[str, str] = pages or {}

    @classmethod
    def load(cls, path: Path | str) -> Self:
        """The graph of a Turtle file that this program wrote; `InputError` where it cannot be read as one.

        Statements that others added answer queries as well; only `knowledge` and what is made of it passes them over.
        """
        stated = sparql.parse(path)
        try:
            graph = cls(read(stated), sparql.base(stated))
        except (ValueError, KeyError, InputError) as error:
            raise InputError(
                f"{path}: not as this program writes graphs ({error}): build it again"
            ) from error
        # What is cached here would else be made of the knowledge alone, without the statements of others.
        graph.__dict__["triples"], graph.__dict__["store"] = stated, sparql.load(path)
        return graph

    @cached_property
    def triples(self) -> list[Triple]:
        """Every triple once."""
        return triples(self.knowledge, self.base)

    @cached_property
    def store(self) -> pyoxigraph.Store:
        """The Oxigraph store behind `query`."""
        return sparql.store(self.triples)

    def query(self, query: str) -> Rows:
        """Answer a SPARQL query; `QueryError` says where one cannot be parsed. Prefixes of the file are declared."""
        return sparql.query(self.store, query, self.base)

    def to_rdf(self) -> rdflib.Graph:
        """A copy as an rdflib.Graph, with the file's prefixes bound."""
        return sparql.to_rdflib(self.triples, self.base)

    def to_networkx(self) -> nx.MultiDiGraph:
        """A copy as a MultiDiGraph: nodes by IRI with type, label and names; edges by predicate."""
        return network.to_networkx(self.knowledge, self.base)

    def frame(self, name: str) -> pd.DataFrame:
        """A table: entities, tenures, relations, facts, indicators, events or evidence; `QueryError` for another."""
        return frames.frame(self.knowledge, name, self.base)

    def to_ntriples(self) -> str:
        """All triples as sorted N-Triples."""
        return ntriples(self.triples)

    def __repr__(self) -> str:
        known = self.knowledge
        return (
            f"<Graph: {len(known.documents)} pages, {len(known.entities)} entities, {len(known.facts)} facts>"
        )


def load(path: Path | str) -> Graph:
    """The graph of a Turtle file; `InputError` where it cannot be read."""
    return Graph.load(path)
