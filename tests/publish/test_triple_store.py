"""graph.ttl goes into a triple store that nobody here wrote, over the Graph Store Protocol and SPARQL Update."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import factory
import pytest
from SPARQLWrapper import JSON, POST, SPARQLWrapper

from kg.graph.library import named_queries
from kg.graph.store import Graph
from kg.publish.turtle import trig, write_turtle

GRAPH = Graph(factory.knowledge())


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The address of an Oxigraph server with an empty store on disk."""
    program = shutil.which("oxigraph") or shutil.which(str(Path(sys.executable).with_name("oxigraph")))
    if program is None:
        pytest.skip("the server is not installed; install it with: pip install oxigraph")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    folder = tmp_path_factory.mktemp("store")
    with subprocess.Popen(
        [program, "serve", "--location", folder, "--bind", address], stderr=subprocess.DEVNULL
    ) as server:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://{address}/", timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://{address}"
        server.terminate()


def put(address: str, content: bytes, media_type: str) -> None:
    request = urllib.request.Request(address, content, {"Content-Type": media_type}, method="PUT")  # noqa: S310 - our own server
    urllib.request.urlopen(request, timeout=30).close()  # noqa: S310


def answers(store: str, query: str) -> list[list[str | None]]:
    client = SPARQLWrapper(f"{store}/query")
    client.setQuery(query)
    client.setReturnFormat(JSON)
    found = client.queryAndConvert()
    return [
        [row.get(name, {}).get("value") for name in found["head"]["vars"]]
        for row in found["results"]["bindings"]
    ]


def test_graph_store_protocol(store, tmp_path):
    """PUT to the default graph; every named query then answers as it does here."""
    path = write_turtle(factory.knowledge(), tmp_path / "graph.ttl")
    put(f"{store}/store?default", path.read_bytes(), "text/turtle")
    assert answers(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == [[str(len(GRAPH.triples))]]
    for name, query in named_queries().items():
        assert len(answers(store, query.text)) == len(GRAPH.query(query.text)), name


def test_a_graph_for_each_page(store):
    """TriG makes a named graph of each page, which can be taken out again alone."""
    put(f"{store}/store", trig(GRAPH.triples).encode(), "application/trig")
    found = answers(
        store,
        "SELECT DISTINCT ?n { GRAPH ?g { ?g dcterms:identifier ?n } } ORDER BY ?n".replace(
            "dcterms:identifier", "<http://purl.org/dc/terms/identifier>"
        ),
    )
    assert found == [[factory.JUNE], [factory.MARCH]]


def test_sparql_update(store):
    """N-Triples are what INSERT DATA takes."""
    client = SPARQLWrapper(f"{store}/update")
    client.setMethod(POST)
    client.setQuery(f"CLEAR ALL ; INSERT DATA {{ {GRAPH.to_ntriples()} }}")
    client.query()
    assert answers(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == [[str(len(GRAPH.triples))]]
