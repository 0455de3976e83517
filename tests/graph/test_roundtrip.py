import hashlib
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import factory
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.errors import InputError
from kg.graph.combine import combine
from kg.graph.iris import decode, encode
from kg.graph.rdf.events import ROLES
from kg.graph.store import Graph, load
from kg.graph.terms import Iri
from kg.model import (
    EVENT_KINDS,
    STAGES,
    Amount,
    Completion,
    Document,
    Entity,
    Event,
    Evidence,
    Indicator,
    Kind,
    Knowledge,
    LandArea,
    Relation,
    Stage,
    Tenure,
)
from kg.publish.turtle import turtle, write_turtle

# Whatever UTF-8 can hold: a lone surrogate cannot come out of a file.
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
dates = st.sampled_from(["", "2023", "2023-06", "2023-06-21", "2021", "去年", "2023-13"])
numbers = st.floats(min_value=1e-6, max_value=1e15) | st.integers(1, 10**12).map(float)
sure = st.floats(min_value=0.001, max_value=1.0)


@st.composite
def knowledges(draw) -> Knowledge:
    """Any knowledge that `combine` could have made; ids are as strange as names."""
    page = draw(words)
    quotes = st.builds(
        lambda start, exact: Evidence(page, start, start + len(exact), exact), st.integers(0, 9), words
    )
    evidence = st.lists(quotes, min_size=1, max_size=3).map(tuple)
    ground = {"evidence": evidence, "confidence": sure, "rule": st.just("") | words}
    kinds = st.sampled_from([kind for kind in Kind if kind is not Kind.OFFICE])
    names = st.lists(words, max_size=3).map(lambda names: tuple(sorted(names)))

    def entity(kind: Kind, name: str, more: tuple[str, ...], said: tuple[Evidence, ...]) -> Entity:
        return Entity(
            f"{kind.lower()}-{name}", kind, name, (name, *more), said, kind is Kind.PERSON and len(name) > 1
        )

    found = draw(st.lists(st.builds(entity, kinds, words, names, evidence), min_size=1, max_size=4))
    ids = st.sampled_from([e.id for e in found])
    predicates = st.sampled_from(["partOf", "locatedIn", "cooperatesWith", "founded", "succeeds"])
    comparators = st.sampled_from(["=", ">=", "~"])
    facts = st.one_of(
        st.builds(
            Tenure,
            person=ids,
            organization=ids,
            title=words,
            observed=dates,
            former=st.booleans(),
            change=st.sampled_from(["", "appointed", "removed"]),
            **ground,
        ),
        st.builds(Relation, subject=ids, predicate=predicates, object=ids, **ground),
        st.builds(
            Amount,
            project=ids,
            property=st.sampled_from(["totalInvestment", "annualRevenue", "annualTax"]),
            value=numbers,
            currency=st.sampled_from(["CNY", "USD"]),
            comparator=comparators,
            planned=st.booleans(),
            **ground,
        ),
        st.builds(LandArea, project=ids, value=numbers, comparator=comparators, **ground),
        st.builds(Completion, project=ids, date=dates.filter(bool), planned=st.booleans(), **ground),
        st.builds(
            Stage, project=ids, stage=st.sampled_from(STAGES), observed=dates, planned=st.booleans(), **ground
        ),
        st.builds(
            Event,
            id=words.map("event-{}".format),
            label=words,
            kind=st.sampled_from(EVENT_KINDS),
            date=dates | st.just("2023-06-20/2023-06-22"),
            place=st.just("") | ids,
            participants=st.lists(st.tuples(ids, st.sampled_from(["", *ROLES])), max_size=3).map(tuple),
            **ground,
        ),
        st.builds(
            Indicator,
            subject=ids,
            name=words,
            value=numbers,
            unit=st.just("") | words,
            comparator=comparators,
            period=st.just("") | words,
            modality=st.sampled_from(["target", "actual"]),
            **ground,
        ),
    )
    digest = hashlib.sha256(page.encode()).hexdigest()
    document = Document(
        page, digest, draw(st.just("") | words), draw(st.just("") | words), draw(dates), ("place",)
    )
    return combine([Knowledge((document,), tuple(found), tuple(draw(st.lists(facts, max_size=6))))])


@given(knowledges())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_turtle_gives_back_the_knowledge(tmp_path_factory, knowledge):
    """Whatever was found is read back from the file, to the last field."""
    path = write_turtle(knowledge, tmp_path_factory.getbasetemp() / "graph.ttl")
    assert load(path).knowledge == knowledge


@pytest.mark.parametrize("made", [factory.knowledge, factory.derived, factory.hostile])
@pytest.mark.parametrize("base", ["https://w3id.org/fangzhi/id/", "http://example.org/数据#", "urn:kg:"])
def test_a_loaded_graph_is_the_graph_that_was_written(tmp_path, made, base):
    """Knowledge, base and every triple; the base stands in the file."""
    graph = Graph(made(), base)
    again = load(write_turtle(graph.knowledge, tmp_path / "graph.ttl", base))
    assert (again.knowledge, again.base) == (graph.knowledge, base)
    assert set(again.triples) == set(graph.triples)
    assert all(subject.startswith(base) for subject, _, _ in graph.triples)


@pytest.mark.parametrize("made", [factory.knowledge, factory.derived, factory.hostile])
def test_parsers_agree_on_the_triples(tmp_path, made):
    """Both rdflib and pyoxigraph read the very triples that we meant to write."""
    graph = Graph(made())
    path = write_turtle(graph.knowledge, tmp_path / "graph.ttl")
    meant = len(graph.triples)
    assert len(list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))) == meant
    assert isomorphic(rdflib.Graph().parse(path, format="turtle"), graph.to_rdf())
    assert len(graph.to_rdf()) == meant


PARSERS = {
    "rapper": (["rapper", "-q", "-i", "turtle", "-o", "ntriples"], "Debian: raptor2-utils"),
    "serdi": (["serdi", "-i", "turtle", "-o", "ntriples"], "Debian: serdi"),
    "n3": (
        [
            "node",
            "-e",
            "const n3 = require('n3'), fs = require('fs');"
            "new n3.Parser().parse(fs.readFileSync(process.argv[1], 'utf8'), (error, quad) => {"
            " if (error) throw error; if (quad) console.log('.'); })",
        ],
        "npm install -g n3",
    ),
}
"""Parsers in C and JavaScript that print a line for each triple, and where they are to be had."""


@pytest.mark.parametrize("made", [factory.knowledge, factory.derived, factory.hostile])
@pytest.mark.parametrize("parser", PARSERS)
def test_parsers_in_other_languages_agree(tmp_path, parser, made):
    """As many triples as we meant to write."""
    command, source = PARSERS[parser]
    path = write_turtle(made(), tmp_path / "graph.ttl")
    if shutil.which(command[0]) is None or (parser == "n3" and not _has_n3()):
        pytest.skip(f"{parser} is not installed ({source})")
    run = subprocess.run([*command, path], capture_output=True, text=True, check=False, env=_node_path())
    assert run.returncode == 0, run.stderr
    assert len(set(run.stdout.splitlines()) if parser != "n3" else run.stdout.split()) == len(
        Graph(made()).triples
    )


@cache
def _node_path() -> dict[str, str]:
    npm = shutil.which("npm")
    root = (
        subprocess.run([npm, "root", "-g"], capture_output=True, text=True, check=False).stdout.strip()
        if npm
        else ""
    )
    return {**os.environ, "NODE_PATH": root}


@cache
def _has_n3() -> bool:
    return (
        subprocess.run(
            ["node", "-e", "require('n3')"], capture_output=True, check=False, env=_node_path()
        ).returncode
        == 0
    )


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_equal_knowledge_has_equal_bytes(tmp_path, seed):
    """Under any hash seed, in any working directory."""
    code = (
        "import sys, hashlib; from tests.factory import knowledge; from kg.publish.turtle import turtle;"
        "from kg.graph.triples import triples; from kg.graph.ntriples import ntriples; t = triples(knowledge());"
        "print(hashlib.sha256((turtle(reversed(t)) + ntriples(t)).encode()).hexdigest())"
    )
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    graph = Graph(factory.knowledge())
    mine = (turtle(graph.triples) + graph.to_ntriples()).encode()
    assert run.stdout.strip() == hashlib.sha256(mine).hexdigest()


@given(words)
def test_a_name_survives_in_an_iri(name):
    """Encoded, it holds nothing that an IRI or a prefixed name may not; decoded, it is the name."""
    local = encode(name)
    assert decode(local) == name
    assert not set(local) & set(" <>\"{}|\\^`\n\r\t'()*+,;=!$&/?#@~")
    assert ox.NamedNode(f"https://w3id.org/fangzhi/id/{local}")


@pytest.mark.parametrize(
    "base", ["", "id/", "https://example.org", "https://exa mple.org/", "https://x/<y>/", "x:{}/"]
)
def test_a_base_that_is_no_iri_is_refused(base):
    with pytest.raises(InputError, match="base IRI"):
        Graph(factory.knowledge(), base)


def test_more_input_renames_nothing():
    """Every node of a part is a node of the whole, but for the description of the data set itself."""
    part = Knowledge(factory.documents()[:1], factory.entities(), factory.relations())
    stated = Graph(combine([part])).triples
    nodes = {subject for subject, _, _ in stated if "/id/dataset-" not in subject}
    whole = {
        subject for subject, _, _ in Graph(combine([part, factory.knowledge(), factory.hostile()])).triples
    }
    assert nodes <= whole


def test_statements_of_others_answer_queries_and_change_no_knowledge(tmp_path):
    path = write_turtle(factory.knowledge(), tmp_path / "graph.ttl")
    with path.open("a", encoding="utf-8") as file:
        file.write("id:person-高远山 <https://example.org/seen> [] ; <https://example.org/age> 50 .\n")
    graph = load(path)
    assert graph.knowledge == factory.knowledge()
    assert graph.query("SELECT ?age { ?p <https://example.org/age> ?age }")[0] == {"age": 50}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"no turtle at all", "is no Turtle"),
        ("@prefix kg: <乱>".encode("gb18030"), "is no Turtle"),
        (b"<https://w3id.org/fangzhi/id/x> a <https://w3id.org/fangzhi/ns#Indicator> .", "build it again"),
    ],
)
def test_a_file_that_is_no_graph_is_refused(tmp_path, content, complaint):
    """The error names the file and says what to do."""
    path = tmp_path / "graph.ttl"
    path.write_bytes(content)
    with pytest.raises(InputError, match=complaint) as caught:
        load(path)
    assert "graph.ttl" in str(caught.value)


def test_a_missing_file_is_named():
    with pytest.raises(InputError, match=r"cannot read nowhere\.ttl: no such file"):
        load("nowhere.ttl")


def test_every_node_is_an_iri():
    """No blank node, so that files can be merged and compared."""
    for subject, predicate, _ in Graph(factory.hostile()).triples:
        assert isinstance(subject, Iri)
        assert isinstance(predicate, Iri)
    assert not [
        line for line in Graph(factory.knowledge()).to_ntriples().splitlines() if line.startswith("_:")
    ]
