import csv
import io
import json
from decimal import Decimal

import factory
import pytest
import rdflib

from kg.errors import InputError, QueryError
from kg.graph.library import named_queries
from kg.graph.query import FORMATS, render, run_query
from kg.graph.sparql import Rows, _asks_elsewhere
from kg.graph.store import Graph
from kg.publish.turtle import write_turtle

GRAPH = Graph(factory.knowledge())
DERIVED = Graph(factory.derived())
RDF = DERIVED.to_rdf()
LIBRARY = named_queries()

SHAPES = {
    "agency-parts": "whole part",
    "attendance": "who date event part",
    "career": "who organization title observed former change",
    "changes": "date change person post",
    "classes": "class count",
    "co-attendance": "one other events",
    "completions": "project date planned quote",
    "concurrent-posts": "person posts",
    "cooperation": "one other",
    "events": "date type event participants",
    "continuations": "body earlier confidence rule",
    "evidence": "about statement quote page start confidence rule",
    "founders": "person founded quote",
    "holder-on": "office person certainty began_not_before began_not_after ended_not_before ended_not_after",
    "holders": "office person observed former",
    "indicators": "name indicator comparator value unit time modality",
    "industries": "industry class member",
    "irregular-projects": "project flag stage observed quote",
    "investors": "investor enterprise",
    "largest-projects": "project investment page",
    "located-in": "where class name",
    "members": "organization title person former",
    "mentions": "about page start words",
    "officials": "official pages mentions",
    "ownership": "enterprise owner",
    "pages": "page newspaper issued quotes",
    "park-administrators": "where agency person title",
    "park-enterprises": "where enterprise",
    "park-projects": "where project investment currency enterprise",
    "project-profile": "name figure comparator value unit planned",
    "project-stages": "name observed stageName planned quote flag",
    "projects-by-stage": "stageName projects",
    "rules": "rule statements least most",
    "search": "class label found",
    "successions": "office earlier seen_until later seen_from confidence rule",
    "stage-durations": "name begin seen_begin end seen_end months_at_least months_at_most",
    "targets": "name indicator period comparator target unit result value promise report",
    "tenure-bounds": "who post began_not_before began_not_after ended_not_before ended_not_after",
    "undertakings": "firm project",
    "unsure": "confidence kind quote rule",
}

ANSWERS = [
    ("holders", {"post": "发改委主任"}, {("云川市发改委主任", "林知远", "2025-03", False)}),
    ("career", {"person": "白松涛"}, {("白松涛", "云川市政协", "副主席", "2025-03", False, "Appointed")}),
    (
        "successions",
        {},
        {("云川市发改委主任", "白松涛", "2023-06-21", "林知远", "2025-03", 0.9, "stated-succeeds")},
    ),
    ("concurrent-posts", {}, {("沈月华", 3), ("白松涛", 2)}),
    (
        "park-projects",
        {"park": "高新区"},
        {("云川高新区", "星河电池二期", 8e9, "CNY", "星河新能源科技有限公司")},
    ),
    ("park-enterprises", {"park": "云川"}, {("云川高新区", "星河新能源科技有限公司")}),
    ("park-administrators", {}, {("云川高新区", "云川高新区管委会", None, None)}),
    ("project-stages", {"project": "星河"}, {("星河电池二期", "2025-03", "投产", True, "力争年内投产", "")}),
    ("projects-by-stage", {}, {("开工", 1), ("在建", 1)}),
    ("agency-parts", {"agency": "发改委"}, {("云川市发改委", "云川市发改委改革科")}),
    ("co-attendance", {}, {("沈月华", "高远山", 2), ("沈月华", "白松涛", 1)}),
    (
        "located-in",
        {"place": "云川市"},
        {("云川市", "Park", "云川高新区"), ("云川市", "Project", "星河电池二期")},
    ),
    *(
        ("holder-on", {"post": "发改委主任", "day": day}, {("云川市发改委主任", who, how, *bounds)})
        for day, who, how, bounds in (
            ("2023-06", "白松涛", "seen", (None, "2023-06-21", "2023-06-21", "2025-03")),
            ("2024-01-15", "白松涛", "possible", (None, "2023-06-21", "2023-06-21", "2025-03")),
            ("2025", "林知远", "seen", ("2025-03", "2025-03", "2025-03", None)),
        )
    ),
    (
        "holder-on",
        {"post": "市委书记", "day": "2024-05-01"},
        {("云川市委书记", "高远山", "between", None, "2023-06-21", "2025-03", None)},
    ),
    (
        "stage-durations",
        {"from": "Started"},
        {("星河电池二期", "Started", "2023-06-20", "UnderConstruction", "2025-03", 21, 21)},
    ),
    ("indicators", {"period": "2023"}, {("云川高新区", "工业产值增长", "=", 15, "%", "2023-H1", "Actual")}),
    ("search", {"words": "星河新能"}, {("Enterprise", "星河新能源科技有限公司", "星河新能源")}),
    ("classes", {}, {("Official", 4), ("Project", 1), ("Assertion", 17)}),
    (
        "tenure-bounds",
        {"person": "林知远"},
        {("林知远", "云川市发改委主任", "2025-03", "2025-03", "2025-03", None)},
    ),
]


PROMISES = [
    ("国家科技型中小企业备案入库", 220, "Revised", 240, "国家科技型中小企业备案入库力争达到240家"),
    ("国家科技型中小企业备案入库", 240, "Met", 251, "国家科技型中小企业备案入库已达251家"),
    ("税收增长", 8, "Missed", 5, "去年税收增长5%"),
]


def cells(answer: Rows) -> list[tuple]:
    return [tuple(row.values()) for row in answer]


def test_the_library_has_the_queries_that_are_tested():
    assert set(LIBRARY) == set(SHAPES)


@pytest.mark.parametrize("name", SHAPES)
def test_a_named_query_says_what_it_asks(name):
    """A question in Chinese and in English; each parameter explained, and in the query."""
    query = LIBRARY[name]
    assert query.zh.endswith("？")
    assert query.en.endswith("?")
    assert query.filled(dict.fromkeys(query.parameters, "x")).count('"x"') == len(query.parameters)
    assert all(" · " in meaning for meaning in query.parameters.values())


@pytest.mark.parametrize("name", SHAPES)
def test_a_named_query_answers_alike_in_oxigraph_and_rdflib(name):
    """Its columns are the expected ones, it finds something, and both engines give the same rows in one order."""
    answer = run_query(DERIVED, name)
    assert list(answer.columns) == SHAPES[name].split()
    assert len(answer) > 0
    assert cells(answer) == [tuple(map(plain, row)) for row in RDF.query(LIBRARY[name].text)]


def plain(term: rdflib.term.Node | None) -> object:
    value = term.toPython() if isinstance(term, rdflib.Literal) else term
    if isinstance(value, bool | int | float | Decimal):
        return value if isinstance(value, bool) else float(value)
    return None if value is None else str(term)


@pytest.mark.parametrize(("name", "parameters", "rows"), ANSWERS)
def test_a_named_query_finds(name, parameters, rows):
    """Among its rows are the expected ones."""
    assert rows <= set(cells(run_query(GRAPH, name, parameters)))


def test_promises_stand_beside_what_came_of_them():
    """Both quotes in one row."""
    rows = run_query(DERIVED, "targets", {"subject": "高新区"})
    found = {(r["indicator"], r["target"], r["result"], r["value"], r["report"]) for r in rows}
    assert found == set(PROMISES)
    assert all(f"{row['target']:.0f}" in str(row["promise"]) for row in rows)


def test_a_project_that_went_back_is_found():
    """With the sighting before and the one that does not follow."""
    rows = run_query(DERIVED, "irregular-projects")
    assert {(r["project"], r["flag"], r["stage"]) for r in rows} == {("星河电池二期", "WentBack", "Started")}
    assert {r["quote"] for r in rows} == {"星河电池二期已竣工", "已于当日开工"}
    flags = {r["observed"]: r["flag"] for r in run_query(DERIVED, "project-stages") if not r["planned"]}
    assert flags == {"2023-01-09": "", "2023-06-20": "WentBack", "2025-03": ""}


def test_nobody_held_a_post_before_he_can_have():
    """林知远 was appointed in 2025, so nobody but 白松涛 can have been director in 2024."""
    rows = run_query(GRAPH, "holder-on", {"post": "发改委主任", "day": "2024"})
    assert [row["person"] for row in rows] == ["白松涛"]


def test_a_parameter_narrows_the_answer():
    assert set(cells(run_query(GRAPH, "holders", {"post": "市长"}))) < set(cells(run_query(GRAPH, "holders")))
    assert len(run_query(GRAPH, "holders", {"post": "总统"})) == 0


@pytest.mark.parametrize("value", [*factory.HOSTILE, '" } } #', '\\" }', 'x" "y', "?post }"])
def test_a_parameter_cannot_leave_its_quotes(value):
    """Whatever it says, it is only a string to look for."""
    assert len(run_query(GRAPH, "holders", {"post": value})) == 0
    found = run_query(Graph(factory.hostile()), "holders", {"post": value})
    assert {row["office"] for row in found} == ({value + value} if value in factory.HOSTILE else set())


def test_a_query_file_runs_on_a_turtle_file(tmp_path):
    """With our prefixes declared, and with parameters as in the library."""
    path = write_turtle(factory.knowledge(), tmp_path / "graph.ttl")
    query = tmp_path / "mine.rq"
    query.write_text(
        'SELECT ?l { VALUES ?who { "高远山" } ?p rdfs:label ?l FILTER (STR(?l) = ?who) }', "utf-8"
    )
    assert cells(run_query(path, query)) == [("高远山",)]
    assert cells(run_query(path, str(query), {"who": "叶知秋"})) == [("叶知秋",)]


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: run_query(GRAPH, "holder"), "no query 'holder': did you mean holders"),
        (lambda: run_query(GRAPH, "holders", {"person": "x"}), "no parameter 'person': it takes post"),
        (lambda: run_query(GRAPH, "classes", {"x": "x"}), "no parameter 'x': it takes none"),
        (lambda: run_query(GRAPH, "nowhere.rq"), r"cannot read the query nowhere\.rq: No such file"),
        (lambda: GRAPH.query("SELECT ?x {"), "cannot be parsed: error at 1"),
        (lambda: GRAPH.query("INSERT DATA { <x:a> <x:b> <x:c> }"), "cannot be parsed"),
        (lambda: GRAPH.query("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"), "SERVICE"),
        (lambda: GRAPH.query("SELECT * { \\u0053ervice <http://127.0.0.1/> { ?s ?p ?o } }"), "SERVICE"),
        (lambda: render(GRAPH.query("ASK {}"), "xml"), "no format 'xml'.*table, csv, json"),
    ],
)
def test_a_query_that_cannot_be_run_says_why(call, complaint):
    with pytest.raises(QueryError, match=complaint):
        call()


def test_a_missing_graph_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match=r"no\.ttl"):
        run_query(tmp_path / "no.ttl", "classes")


@pytest.mark.parametrize(
    "harmless",
    ["# SERVICE", '"SERVICE <http://x>"', "'''a\nSERVICE'''", "<http://x/SERVICE>", "?service", "kg:service"],
)
def test_the_word_service_is_no_offence(harmless):
    """In a comment, a string, an IRI or a variable it reaches nobody."""
    query = f"SELECT * {{ ?s ?p ?o . FILTER (?o != {harmless}\n ?o) }}"
    assert not _asks_elsewhere(query)


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("ASK { ?s a kg:Official }", {"answer": True}),
        (
            "SELECT (1 AS ?i) (2.5 AS ?d) (1e3 AS ?e) ('x'@zh AS ?l) ?none {}",
            {"i": 1, "d": 2.5, "e": 1000.0, "l": "x", "none": None},
        ),
        (
            "CONSTRUCT { <x:s> <x:p> true } WHERE {}",
            {"subject": "x:s", "predicate": "x:p", "object": True},
        ),
    ],
)
def test_cells_are_pythons_own_values(query, answer):
    (row,) = GRAPH.query(query)
    assert row == answer


def test_a_table_aligns_chinese():
    """A Chinese character takes two places; nothing in a cell can move the cursor or break the line."""
    rows = ({"name": "张三", "n": 1}, {"name": "a\x1b[2J\n\u202eb", "n": 2.0})
    assert render(Rows(("name", "n"), rows)) == "name      n\n────────  ─\n张三      1\na·[2J··b  2\n"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_csv_holds_no_formula(cell):
    """Words that a spreadsheet would run get an apostrophe; negative numbers stay numbers."""
    written = render(Rows(("a", "b"), ({"a": cell, "b": -1.5},)), "csv")
    assert list(csv.reader(io.StringIO(written, newline="")))[1] == [f"'{cell}", "-1.5"]


def test_json_is_read_back():
    answer = run_query(GRAPH, "park-administrators")
    assert json.loads(render(answer, "json")) == list(answer)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_answer_has_a_form(form):
    assert render(Rows(("a",), ()), form).strip() in ("a\n─", "a", "[]")
