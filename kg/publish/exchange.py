"""A graph in the formats of other programs, as text; equal graphs give equal text."""

import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx

from kg.graph.frames import FRAMES
from kg.graph.store import Graph
from kg.graph.vocab import PREFIXES
from kg.publish import turtle

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that a page may hold and XML 1.0 may not."""
MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')
"""The day of writing, which networkx puts into GEXF."""
FORMULA = re.compile(r"[=+\-@\t\r]")
"""What makes a spreadsheet take a cell for a formula, at its start."""


def nt(graph: Graph) -> str:
    """Sorted N-Triples, for any store and for line-wise tools."""
    return graph.to_ntriples()


def jsonld(graph: Graph) -> str:
    """JSON-LD with the file's prefixes as its context."""
    context = {prefix: str(iri) for prefix, iri in {**PREFIXES, "id": graph.base}.items()}
    written = json.loads(graph.to_rdf().serialize(format="json-ld", context=context))
    return json.dumps(_in_order(written), ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def trig(graph: Graph) -> str:
    """TriG: a named graph for each page, with what that page says."""
    return turtle.trig(graph.triples, graph.base)


def graphml(graph: Graph) -> str:
    """GraphML: entities, events and posts as nodes, an edge for each relation."""
    return "\n".join(nx.generate_graphml(_flat(graph), named_key_ids=True)) + "\n"


def gexf(graph: Graph) -> str:
    """GEXF, for Gephi."""
    out = io.BytesIO()
    nx.write_gexf(_flat(graph), out)
    return MODIFIED.sub("", out.getvalue().decode("utf-8")) + "\n"


def csv(graph: Graph, table: str) -> str:
    """One of the graph's tables; a cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    frame = graph.frame(table)
    return frame.map(_cell).to_csv(index=False, lineterminator="\n")


FORMATS: Mapping[str, Callable[[Graph], str]] = {
    "nt": nt,
    "jsonld": jsonld,
    "trig": trig,
    "graphml": graphml,
    "gexf": gexf,
}
TABLES = tuple(FRAMES)


def _in_order(value: Any) -> Any:
    """JSON-LD with its lists sorted: they are sets, which rdflib writes in the order of its hashes."""
    if isinstance(value, dict):
        return {name: _in_order(one) for name, one in value.items()}
    if isinstance(value, list):
        return sorted(map(_in_order, value), key=lambda one: json.dumps(one, sort_keys=True))
    return value


def _flat(graph: Graph) -> "nx.MultiDiGraph[str]":
    """The graph as XML formats can hold it: every attribute a number, a truth value or a string.

    A node's `id` is left out: GEXF would take it in place of the IRI.
    """
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    whole = graph.to_networkx()
    for node, said in whole.nodes(data=True):
        flat.add_node(str(node), **{name: _plain(value) for name, value in said.items() if name != "id"})
    for start, end, predicate, said in whole.edges(keys=True, data=True):
        support = {name: _plain(value) for name, value in said.items()}
        flat.add_edge(str(start), str(end), key=predicate, label=predicate, **support)
    return flat


def _plain(value: object) -> "str | int | float | bool":
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, tuple):
        return "; ".join(str(_plain(getattr(one, "exact", one))) for one in value)
    return NOT_IN_XML.sub(" ", str(value))


def _cell(value: object) -> object:
    text = "; ".join(map(str, value)) if isinstance(value, list) else value
    return f"'{text}" if isinstance(text, str) and FORMULA.match(text) else text
