import csv
import io
import json
import os
import subprocess
import sys

import networkx as nx
import pytest
import rdflib

from kg.errors import QueryError
from kg.graph.store import Graph
from kg.publish import exchange
from tests import factory

GRAPH = Graph(factory.knowledge())
HOSTILE = Graph(factory.hostile())


@pytest.fixture(params=[GRAPH, HOSTILE], ids=["plain", "hostile"])
def graph(request):
    return request.param


def test_ntriples_and_jsonld_say_what_the_graph_says(graph):
    """Read back by rdflib, both hold exactly the graph's triples."""
    assert set(rdflib.Graph().parse(data=exchange.nt(graph), format="nt")) == set(graph.to_rdf())
    assert len(rdflib.Graph().parse(data=exchange.jsonld(graph), format="json-ld")) == len(graph.to_rdf())


def test_jsonld_declares_no_prefix_of_others():
    """The context has the file's own prefixes."""
    assert json.loads(exchange.jsonld(GRAPH))["@context"]["id"] == GRAPH.base
    assert "brick" not in json.loads(exchange.jsonld(GRAPH))["@context"]


@pytest.mark.parametrize(
    ("write", "read"), [(exchange.graphml, nx.parse_graphml), (exchange.gexf, nx.read_gexf)]
)
def test_xml_formats_hold_every_node_and_edge(graph, write, read):
    """Nodes keep their IRI and label, however strange the names are."""
    text = write(graph)
    back = read(io.BytesIO(text.encode("utf-8"))) if read is nx.read_gexf else read(text)
    whole = graph.to_networkx()
    assert set(back.nodes) == {str(node) for node in whole.nodes}
    assert back.number_of_edges() == whole.number_of_edges()
    kept = {str(node): exchange.NOT_IN_XML.sub(" ", label) for node, label in whole.nodes(data="label")}
    assert {node: " ".join(label.split()) for node, label in back.nodes(data="label")} == {
        node: " ".join(label.split()) for node, label in kept.items()
    }


@pytest.mark.parametrize("table", exchange.TABLES)
def test_csv_has_a_line_for_each_row_and_no_formula(graph, table):
    """Every table comes out whole, and no cell starts like a formula."""
    rows = list(csv.reader(io.StringIO(exchange.csv(graph, table))))
    assert len(rows) == len(graph.frame(table)) + 1
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "@", "+", "\t", "\r")]


def test_csv_of_an_unknown_table_is_refused():
    """The error names the tables that there are."""
    with pytest.raises(QueryError, match="tenures"):
        exchange.csv(GRAPH, "nonsense")


def test_no_format_depends_on_the_hash_seed_or_the_clock():
    """Another process with another hash seed writes the same text."""
    script = (
        "import hashlib; from tests import factory; from kg.graph.store import Graph; from kg.publish import exchange;"
        "g = Graph(factory.hostile());"
        "print(*(hashlib.sha256(f(g).encode()).hexdigest() for f in exchange.FORMATS.values()))"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert "20" not in exchange.gexf(GRAPH).partition("<graph")[0].replace("2001", "")
