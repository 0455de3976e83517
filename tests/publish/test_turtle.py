"""How graph.ttl and graph.trig look, and what becomes of them where they cannot be written."""

import re
import stat

import factory
import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import OutputError
from kg.graph.store import Graph
from kg.model import Knowledge
from kg.publish.turtle import SECTIONS, trig, turtle, write_turtle

GRAPH = Graph(factory.knowledge())
TEXT = turtle(GRAPH.triples)


def test_a_person_reads_it_from_the_top():
    """Prefixes, then the sections in their order, each subject once, its class first."""
    headings = [heading for heading, _ in SECTIONS]
    assert TEXT.startswith("@prefix dcat: ")
    assert re.findall(r"^# ── (.+) ──$", TEXT, re.MULTILINE) == headings
    subjects = re.findall(r"^(id:\S+) (\S+)", TEXT, re.MULTILINE)
    assert len(subjects) == len(set(subjects)) == len({s for s, _, _ in GRAPH.triples})
    assert {verb for _, verb in subjects if verb != "a"} == {"void:class", "void:property"}


@pytest.mark.parametrize(
    "block",
    [
        'id:person-叶知秋 a kg:Person ;\n    skos:prefLabel "叶知秋"@zh ;\n    rdfs:label "叶知秋"@zh ;\n    kg:founded id:enterprise',
        '    kg:completion "2025-06-30"^^xsd:date ;\n',
        '    schema:currency "CNY" ;\n    schema:value 8000000000 .',
        "    kg:former false ;\n",
        '    dcterms:issued "2025-03"^^xsd:gYearMonth ;\n',
        "    kg:confidence 0.95 ;\n",
    ],
)
def test_a_block_looks_like_the_contract(block):
    assert block in TEXT


def test_nothing_that_turns_text_about_stands_in_the_file():
    """Control and direction marks are written as escapes, so that an editor shows what a parser reads."""
    written = turtle(Graph(factory.hostile()).triples)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u2028\u202e\ufeff]", written)
    assert "\\u202E" in written


def test_an_empty_graph_is_a_file_too(tmp_path):
    path = write_turtle(Knowledge(), tmp_path / "new" / "folder" / "graph.ttl")
    assert len(rdflib.Graph().parse(path)) == len(Graph(Knowledge()).triples) > 0


def test_the_old_file_stays_until_the_new_one_is_whole(tmp_path, monkeypatch):
    """A full disk leaves the old file, and nothing beside it."""
    path = write_turtle(factory.knowledge(), tmp_path / "graph.ttl")
    before = path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OutputError, match=r"graph\.ttl: No space left"):
        write_turtle(factory.hostile(), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_file_may_be_read_by_others(tmp_path):
    """It has the rights that any new file has here, not those of a temporary one."""
    (tmp_path / "other").write_text("")
    path = write_turtle(Knowledge(), tmp_path / "graph.ttl")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE((tmp_path / "other").stat().st_mode)


@pytest.mark.parametrize("path", ["file/graph.ttl", "folder"])
def test_a_place_that_cannot_be_written_to_is_named(tmp_path, path):
    """A file where a folder should be, a folder where the file should be."""
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match=f"cannot write .*{path}"):
        write_turtle(factory.knowledge(), tmp_path / path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.parametrize("made", [factory.knowledge, factory.hostile])
def test_trig_has_a_graph_for_each_page(made):
    """Together the graphs say what the Turtle says; each page's says only what the page says."""
    graph = Graph(made())
    quads = list(ox.parse(trig(graph.triples).encode(), format=ox.RdfFormat.TRIG))
    named = {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, ox.NamedNode)}
    documents = {s for s, p, o in graph.triples if p.endswith("#type") and o.endswith("#Document")}
    assert named == documents
    assert {str(quad.triple) for quad in quads} == {
        str(q.triple) for q in ox.parse(turtle(graph.triples).encode(), format=ox.RdfFormat.TURTLE)
    }


@pytest.mark.parametrize(
    ("pattern", "pages"),
    [
        ("?x kg:succeeds ?y", {factory.MARCH}),
        ("id:person-高远山 org:holds ?post", {factory.JUNE, factory.MARCH}),
        ("?x kg:former true", {factory.MARCH}),
        ("?x kg:completion ?date", {factory.JUNE}),
        ("id:project-星河电池二期 kg:hasStage ?s . ?s kg:stage kg:Started", {factory.JUNE}),
        ("?x oa:exact '市长沈月华'", {factory.MARCH}),
        ("?x a kg:Newspaper", {factory.JUNE, factory.MARCH}),
        ("?x a kg:Interval ; kg:beganNotBefore ?d", {factory.MARCH}),
    ],
)
def test_a_statement_stands_in_the_graph_of_the_page_that_says_it(pattern, pages):
    store = ox.Store()
    store.bulk_load(trig(GRAPH.triples).encode(), ox.RdfFormat.TRIG)
    prefixes = dict(re.findall(r"^@prefix (\w+): <(.+)> \.$", TEXT, re.MULTILINE))
    query = f"SELECT DISTINCT ?n {{ GRAPH ?page {{ {pattern} . ?page dcterms:identifier ?n }} }}"
    assert {row["n"].value for row in store.query(query, prefixes=prefixes)} == pages
