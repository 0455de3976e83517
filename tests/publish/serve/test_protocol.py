"""SPARQL 1.1 Protocol: what W3C's protocol test cases ask of a query service, and clients that nobody here wrote.

The cases on data sets (query_dataset_*) want a service that fetches graphs from the web, which this one refuses;
those on updates want them carried out. All other query cases are here under their W3C names.
"""

import csv
import io
import json
import shutil
import subprocess
from urllib.parse import quote, urlencode
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
import rdflib
from SPARQLWrapper import CSV, JSON, N3, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

ASK = "ASK { ?s ?p ?o }"
SELECT = "SELECT ?name { ?x a kg:Official ; skos:prefLabel ?name } ORDER BY ?name"
CONSTRUCT = "CONSTRUCT { ?s kg:partOf ?o } WHERE { ?s kg:partOf ?o }"
DESCRIBE = "DESCRIBE id:person-高远山"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
UPDATE = "INSERT DATA { <x:a> <x:b> <x:c> }"


def get(query: str) -> str:
    return "/sparql?" + urlencode({"query": query})


# W3C name, method, path, body, headers → status
CASES = [
    ("query_get", "GET", get(ASK), None, {}, 200),
    ("query_post_form", "POST", "/sparql", urlencode({"query": ASK}), {"Content_Type": FORM}, 200),
    ("query_post_direct", "POST", "/sparql", ASK, {"Content_Type": DIRECT}, 200),
    ("bad_query_method", "PUT", get(ASK), None, {}, 405),
    ("bad_multiple_queries", "GET", f"{get(ASK)}&{urlencode({'query': SELECT})}", None, {}, 400),
    ("bad_query_wrong_media_type", "POST", "/sparql", ASK, {"Content_Type": "text/plain"}, 415),
    ("bad_query_missing_form_type", "POST", "/sparql", urlencode({"query": ASK}), {}, 415),
    ("bad_query_missing_direct_type", "POST", "/sparql", ASK, {}, 415),
    ("bad_query_non_utf8", "POST", "/sparql", ASK.encode("utf-16"), {"Content_Type": DIRECT}, 400),
    ("bad_query_syntax", "GET", get("ASK { ?s ?p }"), None, {}, 400),
    ("update_get", "GET", "/sparql?" + urlencode({"update": UPDATE}), None, {}, 403),
    ("update_post_form", "POST", "/sparql", urlencode({"update": UPDATE}), {"Content_Type": FORM}, 403),
    ("update_post_direct", "POST", "/sparql", UPDATE, {"Content_Type": "application/sparql-update"}, 403),
    ("update as a query", "POST", "/sparql", UPDATE, {"Content_Type": DIRECT}, 400),
    ("no query", "POST", "/sparql", "", {"Content_Type": FORM}, 400),
    ("data set", "GET", f"{get(ASK)}&default-graph-uri=http%3A%2F%2Fexample.org%2F", None, {}, 400),
    ("not UTF-8", "GET", "/sparql?query=ASK%20%FF", None, {}, 400),
    ("far too many parameters", "GET", get(ASK) + "&x=1" * 100, None, {}, 400),
    ("head", "HEAD", get(ASK), None, {}, 200),
    ("delete", "DELETE", "/sparql", None, {}, 405),
    ("unheard of", "FROBNICATE", "/sparql", None, {}, 405),
    ("too long", "POST", "/sparql", "#" * ((1 << 20) + 1), {"Content_Type": DIRECT}, 413),
    ("far too long", "POST", "/sparql", "x", {"Content_Type": DIRECT, "Content_Length": str(1 << 40)}, 413),
    ("no length", "POST", "/sparql", "x", {"Content_Type": DIRECT, "Content_Length": "many"}, 411),
]


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_request_is_answered_or_refused(ask, method, path, body, headers, status):
    """With words that say what is wrong where it is refused."""
    got, _, content = ask(path, method, body, **headers)
    assert got == status, content
    assert method == "HEAD" or len(content) > 5
    assert ask(get(ASK))[0] == 200


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (SELECT, "", "application/sparql-results+json"),
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/json", "application/json"),
        (SELECT, "text/html, application/xml;q=0.9, */*;q=0.1", "application/xml"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (
            SELECT,
            "text/csv;q=0.1, text/tab-separated-values;q=0.2",
            "text/tab-separated-values; charset=utf-8",
        ),
        (SELECT, "text/*", "text/csv; charset=utf-8"),
        (ASK, "application/sparql-results+xml, */*;q=0.1", "application/sparql-results+xml"),
        (CONSTRUCT, "", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (DESCRIBE, "application/ld+json", "application/ld+json"),
        (DESCRIBE, "application/sparql-results+json, text/turtle;q=0.5", "text/turtle; charset=utf-8"),
        (SELECT, "image/png", None),
        (ASK, "text/csv", None),
        (CONSTRUCT, "application/sparql-results+json", None),
        (SELECT, "text/csv;q=0", None),
    ],
)
def test_the_form_of_an_answer_is_negotiated(ask, query, accept, media_type):
    """W3C: query_content_type_select, _ask, _describe, _construct; what cannot be given is 406."""
    status, headers, content = ask(get(query), Accept=accept)
    assert status == (406 if media_type is None else 200), content
    assert media_type is None or headers["content-type"] == media_type


def test_all_forms_of_an_answer_say_the_same(ask):
    """JSON, XML, CSV and TSV, read by the standard library and by pyoxigraph."""
    query = (
        "SELECT ?s ?o { ?s skos:prefLabel|kg:confidence|schema:value|kg:planned ?o } ORDER BY STR(?s) STR(?o)"
    )
    as_json, xml, as_csv, tsv = (
        ask(get(query), Accept=form)[2]
        for form in ("application/json", "application/xml", "text/csv", "text/tab-separated-values")
    )
    values = [[b[name]["value"] for name in ("s", "o")] for b in json.loads(as_json)["results"]["bindings"]]
    assert list(csv.reader(io.StringIO(as_csv.decode(), newline="")))[1:] == values
    space = "{http://www.w3.org/2005/sparql-results#}"
    in_xml = [[b[0].text for b in result] for result in ET.fromstring(xml).iter(f"{space}result")]
    # XML cannot hold control characters, and its readers make one line break of two.
    assert [row for row in in_xml if "\ufffd" not in row[1]] == [r for r in values if "\x00" not in r[1]]
    parsed = [
        [[str(term) for term in row] for row in ox.parse_query_results(data, format=form)]
        for data, form in ((as_json, ox.QueryResultsFormat.JSON), (tsv, ox.QueryResultsFormat.TSV))
    ]
    assert parsed[0] == parsed[1]
    assert len(parsed[0]) == len(values) > 100


@pytest.mark.parametrize(
    ("accept", "form"),
    [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/ld+json", "json-ld")],
)
def test_triples_are_read_by_rdflib(ask, accept, form):
    content = ask(get("CONSTRUCT { ?s skos:prefLabel ?o } WHERE { ?s skos:prefLabel ?o }"), Accept=accept)[2]
    assert len(rdflib.Graph().parse(data=content, format=form)) == 62


@pytest.mark.parametrize(
    ("form", "method"), [(JSON, "GET"), (JSON, "POST"), (XML, "GET"), (CSV, "GET"), (TSV, "POST")]
)
def test_sparqlwrapper_is_answered(ask, form, method):
    """The SPARQL client of the rdflib project finds the officials."""
    client = SPARQLWrapper(f"http://localhost:{ask.port}/sparql")
    client.setQuery(
        "PREFIX kg: <https://w3id.org/fangzhi/ns#> SELECT ?name { ?x a kg:Official ; <http://www.w3.org/2004/02/skos/core#prefLabel> ?name }"
    )
    client.setReturnFormat(form)
    client.setMethod(method)
    answer = client.query()
    words = (
        json.dumps(answer.convert(), ensure_ascii=False) if form == JSON else answer.response.read().decode()
    )
    assert "高远山" in words


@pytest.mark.parametrize("form", [TURTLE, N3])
def test_sparqlwrapper_constructs(ask, form):
    client = SPARQLWrapper(f"http://localhost:{ask.port}/sparql")
    client.setQuery(
        "PREFIX kg: <https://w3id.org/fangzhi/ns#> CONSTRUCT { ?s kg:partOf ?o } WHERE { ?s kg:partOf ?o }"
    )
    client.setReturnFormat(form)
    assert len(rdflib.Graph().parse(data=client.query().response.read(), format="turtle")) == 9


def test_sparqlwrapper_is_told_of_an_error(ask):
    client = SPARQLWrapper(f"http://localhost:{ask.port}/sparql")
    client.setQuery("SELECT ?x { ?x }")
    with pytest.raises(QueryBadFormed, match="cannot be parsed"):
        client.query()


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl_is_answered(ask):
    """With Chinese in the address as it is, and in a form."""
    url = f"http://localhost:{ask.port}"
    arguments = [
        "curl",
        "-s",
        "-H",
        "Accept: text/csv",
        "--data-urlencode",
        f"query={SELECT}",
        f"{url}/sparql",
    ]
    assert "沈月华" in subprocess.run(arguments, capture_output=True, text=True, check=True).stdout
    raw = ["curl", "-s", f"{url}/id/person-沈月华.nt"]
    assert (
        quote("沈月华")
        not in subprocess.run(raw, capture_output=True, text=True, check=True).stdout.splitlines()[0]
    )


def test_no_service_is_asked_for_us(ask):
    """SERVICE would let whoever asks reach through this machine to others."""
    status, _, content = ask(
        get(f"SELECT * {{ SERVICE <http://localhost:{ask.port}/sparql> {{ ?s ?p ?o }} }}")
    )
    assert status == 400
    assert b"SERVICE" in content


def test_the_service_describes_itself(ask):
    """Without a query, Turtle that rdflib reads and that names the endpoint and the data set."""
    status, _, content = ask("/sparql", Accept="text/turtle")
    described = rdflib.Graph().parse(data=content, format="turtle")
    assert status == 200
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert list(described.objects(None, sd.endpoint)) == [
        rdflib.URIRef(f"http://localhost:{ask.port}/sparql")
    ]
    assert len(list(described.objects(None, sd.defaultGraph))) == 1
