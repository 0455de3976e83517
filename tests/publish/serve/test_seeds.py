"""The seeds' graph, asked over the endpoint by a client nobody here wrote, and in plain rdflib."""

import pytest
import rdflib
from SPARQLWrapper import JSON, POST, SPARQLWrapper

from kg.graph.library import named_queries
from kg.publish.serve.worker import Limits


@pytest.fixture(scope="module")
def endpoint(built, serve):
    with serve(built, limits=Limits()) as ask:
        client = SPARQLWrapper(f"http://localhost:{ask.port}/sparql")
        client.setReturnFormat(JSON)
        client.setMethod(POST)
        yield client


@pytest.fixture(scope="module")
def graph(built) -> rdflib.Graph:
    return rdflib.Graph().parse(built / "graph.ttl", format="turtle")


def cell(term: rdflib.term.Node | None) -> str | float | None:
    """A value by what it says: numbers as numbers, since 1 and 1.0 are one decimal."""
    if (
        isinstance(term, rdflib.Literal)
        and term.datatype
        and term.datatype.rpartition("#")[2] in ("integer", "decimal")
    ):
        return float(term)
    return None if term is None else str(term)


@pytest.mark.parametrize("name", named_queries())
def test_a_named_query_answers_alike_in_the_endpoint_and_in_rdflib(endpoint, graph, name):
    """The same rows in the same order."""
    query = named_queries()[name].text
    endpoint.setQuery(query)
    found = endpoint.queryAndConvert()
    names = found["head"]["vars"]
    rows = [[row.get(variable) for variable in names] for row in found["results"]["bindings"]]
    answered = [
        [t and cell(rdflib.Literal(t["value"], datatype=t.get("datatype"))) for t in row] for row in rows
    ]
    assert answered == [[cell(term) for term in row] for row in graph.query(query)]
