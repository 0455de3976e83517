"""What graph.ttl says to whoever asks it through the contract's terms alone."""

import runpy
import sys
from pathlib import Path

import factory
import pytest

import kg
from kg.graph.combine import combine
from kg.graph.store import Graph
from kg.model import Event, Evidence, Knowledge, Tenure
from kg.publish.turtle import write_turtle

GRAPH = Graph(factory.knowledge())


def ask(query: str) -> list[tuple]:
    return [tuple(row.values()) for row in GRAPH.query(query)]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("?x a kg:Official . ?x skos:prefLabel ?a", ["林知远", "沈月华", "白松涛", "高远山"]),
        ("?x a kg:Person ; rdfs:label ?a", ["叶知秋"]),
        ("id:agency-云川市发改委 skos:altLabel ?a", ["市发改委"]),
        ("id:person-高远山 org:holds/skos:prefLabel ?a", ["云川市委书记"]),
        ("id:person-白松涛 org:holds/skos:prefLabel ?a", ["云川市发改委主任", "云川市政协副主席"]),
        ("?t a kg:Tenure ; org:member id:person-高远山 ; kg:observedOn ?a", ["2023-06-21", "2025-03"]),
        ("?t org:member id:person-白松涛 ; kg:former true ; kg:title ?a", ["主任"]),
        (
            "?t org:member id:person-林知远 ; kg:observation/kg:change ?a",
            ["https://w3id.org/fangzhi/ns#Appointed"],
        ),
        ("id:project-星河电池二期 kg:totalInvestment/schema:value ?a", [8000000000]),
        ("id:project-星河电池二期 kg:landArea ?n . ?n schema:unitCode 'MTK' ; schema:value ?a", [33333.33]),
        ("id:project-星河电池二期 kg:annualTax ?n . ?n kg:comparator ?a ; kg:planned true", [">"]),
        ("id:project-星河电池二期 kg:completion ?d . BIND (DATATYPE(?d) = xsd:date AS ?a)", [True]),
        ("?s a kg:StageObservation ; kg:stage kg:UnderConstruction ; kg:observedOn ?a", ["2025-03"]),
        ("?i kg:modality kg:Target ; kg:period ?a", ["2023"]),
        ("?e a kg:Event ; kg:host/skos:prefLabel ?a", ["白松涛"]),
        (
            "?e kg:eventKind 'groundbreaking' ; kg:participant/skos:prefLabel ?a",
            ["沈月华", "白松涛", "高远山"],
        ),
        ("?x kg:cooperatesWith/skos:prefLabel ?a", ["云川大学", "星河新能源科技有限公司"]),
        ("?d a kg:Document ; kg:inferred ?a", ["published"]),
        (
            "?d dcterms:issued ?i . FILTER (DATATYPE(?i) = xsd:gYearMonth) ?d dcterms:identifier ?a",
            [factory.MARCH],
        ),
    ],
)
def test_the_contract_finds(question, answer):
    found = ask(f"SELECT DISTINCT ?a {{ {question} }} ORDER BY STR(?a)")
    assert [a for (a,) in found] == answer


@pytest.mark.parametrize(
    ("seen", "bounds"),
    [
        ([("2022-07", False, "")], {"beganNotAfter": "2022-07", "endedNotBefore": "2022-07"}),
        (
            [("2022-07", False, ""), ("2021", False, ""), ("2022", False, "")],
            {"beganNotAfter": "2021", "endedNotBefore": "2022-07"},
        ),
        (
            [("2022", False, ""), ("2022-07", False, "")],
            {"beganNotAfter": "2022-07", "endedNotBefore": "2022-07"},
        ),
        (
            [("2022-07-01", False, "appointed"), ("2023", False, "")],
            {"beganNotBefore": "2022-07-01", "beganNotAfter": "2022-07-01", "endedNotBefore": "2023"},
        ),
        (
            [("2022", False, ""), ("2023-05", False, "removed")],
            {"beganNotAfter": "2022", "endedNotBefore": "2023-05", "endedNotAfter": "2023-05"},
        ),
        (
            [("2022", False, ""), ("2024-02", True, "")],
            {"beganNotAfter": "2022", "endedNotBefore": "2022", "endedNotAfter": "2024-02"},
        ),
        # Called the former one on a day within the month he was seen: which came first is unknown.
        (
            [("2022-07", False, ""), ("2022-07-30", True, "")],
            {"beganNotAfter": "2022-07", "endedNotBefore": "2022-07"},
        ),
        ([("", False, "")], {}),
    ],
)
def test_sightings_bound_a_tenure(seen, bounds):
    """A sighting is neither a begin nor an end; dates keep their precision."""
    facts = tuple(
        Tenure(
            person="person-甲",
            organization="agency-乙",
            title="局长",
            observed=observed,
            former=former,
            change=change,
            evidence=(Evidence("p.txt", i, i + 1, "甲"),),
        )
        for i, (observed, former, change) in enumerate(seen)
    )
    graph = Graph(combine([Knowledge(facts=facts)]))
    rows = graph.query(
        "SELECT ?b ?d { ?t kg:former false ; org:memberDuring ?i . ?i ?b ?d FILTER (?b != rdf:type) }"
    )
    assert {row["b"].partition("#")[2]: row["d"] for row in rows} == bounds


def test_the_evidence_checker_finds_nothing_wrong(tmp_path, monkeypatch, capsys):
    """tests/gold/evidence.py: every quote stands at its offsets, every statement has evidence."""
    for name, text in factory.PAGES.items():
        (tmp_path / name).write_bytes(text.encode())
    path = write_turtle(factory.knowledge(), tmp_path / "graph.ttl")
    # The checker reads with newline="", which pathlib has known only since Python 3.13.
    monkeypatch.setattr(Path, "read_text", lambda page, *_, **__: page.read_bytes().decode())
    checker = runpy.run_path(str(Path(__file__).parents[1] / "gold" / "evidence.py"))
    monkeypatch.setattr(sys, "argv", ["evidence.py", str(path), str(tmp_path)])
    assert checker["main"]() is False
    assert " 0 wrong" in capsys.readouterr().out
    path.write_bytes(path.read_bytes().replace("市委书记高远山".encode(), b"x"))
    assert checker["main"]() is True


def test_scorer_reads_what_the_factory_says():
    """tests/gold/score.py sees the posts, facts and indicators through the contract alone."""
    scorer = runpy.run_path(str(Path(__file__).parents[1] / "gold" / "score.py"))
    system = scorer["System"].__new__(scorer["System"])
    system.g, system.kind, system.names = GRAPH.to_rdf(), {}, {}
    assert len(set(system.posts())) == 7
    assert {(p, v) for _, p, v in system.facts()} >= {
        ("totalInvestment", (8e9, "CNY")),
        ("landArea", (33333.33, "m2")),
        ("completion", "2025-06-30"),
        ("stage", "under-construction"),
    }
    assert {(i["value"], i["unit"], i["modality"]) for i in system.indicators()} == {
        (240.0, "家", "target"),
        (251.0, "家", "actual"),
        (15.0, "%", "actual"),
    }
    assert (
        len(list(system.relations())) == len(factory.relations()) - 3
    )  # inIndustry, succeeds and continues are not scored


@pytest.mark.parametrize("made", [factory.knowledge, factory.hostile])
def test_the_data_set_counts_itself_right(made):
    """VoID's counts of triples, entities, classes and properties are what queries count."""
    graph = Graph(made())
    told = graph.query(
        "SELECT * { ?d a void:Dataset ; void:triples ?t ; void:entities ?e ; void:documents ?n }"
    )[0]
    assert told["t"] == len(graph.triples) == len(set(graph.triples))
    assert told["n"] == len(graph.knowledge.documents)
    events = [fact for fact in graph.knowledge.facts if isinstance(fact, Event)]
    assert told["e"] == len(graph.knowledge.entities) + len(events)
    properties = graph.query(
        "SELECT ?p ?n (COUNT(?s) AS ?real) { ?x void:property ?p ; void:triples ?n . ?s ?p ?o } GROUP BY ?p ?n"
    )
    classes = graph.query(
        "SELECT ?c ?n (COUNT(?s) AS ?real) { ?x void:class ?c ; void:entities ?n . ?s a ?c } GROUP BY ?c ?n"
    )
    for counted in (properties, classes):
        assert [row for row in counted if row["n"] != row["real"]] == []
    assert {row["p"] for row in properties} == {p for _, p, _ in graph.triples}


def test_the_data_set_names_what_it_was_made_of():
    """The build used both pages and was run by a program with a version."""
    rows = ask(
        "SELECT ?page ?version { ?d a dcat:Dataset ; dcterms:license ?l ; prov:wasGeneratedBy ?b ."
        " ?b prov:used/dcterms:identifier ?page ; prov:wasAssociatedWith/schema:softwareVersion ?version } ORDER BY ?page"
    )
    assert rows == [(factory.JUNE, kg.__version__), (factory.MARCH, kg.__version__)]
