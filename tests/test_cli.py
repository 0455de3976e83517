"""The command line: data on stdout, everything else on stderr, the exit status tells how it went."""

import json
import os
import resource
import shlex
import subprocess
import time

import pytest
from conftest import KG, SEEDS

PAGE = SEEDS / "001_ff381b97c18d96d0.txt"
KINDS = {"Person", "Agency", "Enterprise", "Institution", "Project", "Park", "Place", "Office"}
FIELDS = {"document", "line", "start", "end", "text", "type", "rule"}


def rows(run) -> list[dict]:
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_build_says_what_it_found_where_it_is_and_what_to_do_next(seed_build):
    """The table, the paths and the next command go to stderr; stdout stays empty."""
    out, run = seed_build
    assert (run.returncode, run.stdout) == (0, "")
    for word in ("pages", "officials", "agencies", "posts", "relations", "indicators", "events", "evidence"):
        assert word in run.stderr
    assert str(out / "graph.ttl") in run.stderr
    assert str(out / "graph.html") in run.stderr
    assert "kg query" in run.stderr


def test_the_next_command_that_build_names_works(seed_build):
    """What a newcomer copies from the screen is a command that succeeds."""
    _, run = seed_build
    command = next(line for line in run.stderr.splitlines() if "kg query" in line).removeprefix("next")
    asked = subprocess.run(shlex.split(command), capture_output=True, text=True, check=False)
    assert asked.returncode == 0, asked.stderr
    assert "书记" in asked.stdout


def test_build_replaces_an_older_graph_and_leaves_other_files(kg, built, tmp_path):
    """A second build into the same folder gives the new graph; what is not ours stays."""
    (tmp_path / "graph.ttl").write_text("old", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert kg("build", SEEDS, "--out", tmp_path).returncode == 0
    assert (tmp_path / "graph.ttl").read_bytes() == (built / "graph.ttl").read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        ".cache",
        "graph.html",
        "graph.ttl",
        "notes.txt",
        "report.json",
    ]


def test_extract_gives_the_characters_of_the_file(kg):
    """Every row's text is what stands at its offsets, on the line that it names."""
    raw = PAGE.read_bytes().decode("utf-8")
    found = rows(kg("extract", PAGE, "--format", "jsonl"))
    assert len(found) > 50
    for row in found:
        assert row.keys() >= FIELDS
        assert row["type"] in KINDS
        assert row["document"] == PAGE.name
        assert raw[row["start"] : row["end"]] == row["text"]
        assert raw.count("\n", 0, row["start"]) + 1 == row["line"]


def test_extract_takes_each_line_as_a_document_of_its_own(kg, tmp_path):
    """Offsets count from the start of the line; lines end at line feeds and at nothing else."""
    page = tmp_path / "lines.txt"
    page.write_text(
        "市长李国强出席会议。\n\n没有名字的一行。\n副市长王\u2028建华讲话。\n市委书记陈志远讲话。\r\n",
        encoding="utf-8",
    )
    lines = page.read_bytes().decode("utf-8").split("\n")
    found = rows(kg("extract", page, "--lines", "--format", "jsonl"))
    people = {(row["line"], row["text"]) for row in found if row["type"] == "Person"}
    assert {(1, "李国强"), (5, "陈志远")} <= people
    for row in found:
        assert lines[row["line"] - 1][row["start"] : row["end"]] == row["text"]


def test_extract_is_quick_for_many_short_lines(kg, tmp_path):
    """Ten thousand lines take seconds."""
    page = tmp_path / "lines.txt"
    page.write_text("市委书记陈志远出席全市招商引资工作会议并讲话。\n" * 10_000, encoding="utf-8")
    start = time.perf_counter()
    run = kg("extract", page, "--lines")
    assert time.perf_counter() - start < 60
    assert run.stdout.count('"陈志远"') >= 10_000


def test_extract_stops_quietly_when_nobody_reads_on():
    """`kg extract … | head -1` is no error."""
    pipe = f"{KG} extract {' '.join([str(PAGE)] * 40)} | head -1; exit ${{PIPESTATUS[0]}}"
    run = subprocess.run(["bash", "-c", pipe], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.count("\n") == 1


def test_explain_names_rules_and_words(kg):
    """At a mention's offset, explain shows the mention with its rule."""
    row = next(row for row in rows(kg("extract", PAGE)) if row["type"] == "Person")
    run = kg("explain", PAGE, "--at", row["start"])
    assert run.returncode == 0, run.stderr
    assert row["name"] in run.stdout
    assert row["rule"] in run.stdout


def test_explain_of_a_whole_page_shows_its_facts(kg):
    """Without an offset: all mentions and all facts, with their quotes."""
    run = kg("explain", PAGE)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("mentions\n")
    assert "\nfacts\n" in run.stdout
    assert "Tenure" in run.stdout


def test_explain_where_nothing_is_says_so(kg):
    """Beyond the end of a page nothing is recognised: exit status 1."""
    run = kg("explain", PAGE, "--at", 10_000_000)
    assert run.returncode == 1
    assert "nothing was recognised" in run.stderr


def test_query_lists_its_questions_in_both_languages(kg):
    """`kg query --list` needs no graph."""
    run = kg("query", "--list")
    assert run.returncode == 0, run.stderr
    assert "holders --post …\n    谁担任过这个职务？\n    Who has been seen in this post?\n" in run.stdout


@pytest.mark.parametrize(("form", "start"), [("table", "person"), ("csv", "person\n"), ("json", "[\n")])
def test_query_answers_a_file_of_ones_own(kg, built, tmp_path, form, start):
    """A .rq file needs no prefixes of ours; the answer goes to stdout in the format asked for."""
    (tmp_path / "my.rq").write_text(
        "SELECT ?person { ?p a kg:Official ; skos:prefLabel ?person } ORDER BY ?person", encoding="utf-8"
    )
    run = kg("query", built / "graph.ttl", tmp_path / "my.rq", "--format", form)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith(start)
    assert "徐志强" in run.stdout


def test_a_parameter_narrows_a_named_question(kg, built):
    """--post is an option of the question `holders`, and may be written with or without an equals sign."""
    spaced = kg("query", built / "graph.ttl", "holders", "--post", "书记")
    joined = kg("query", built / "graph.ttl", "holders", "--post=书记")
    assert spaced.returncode == 0, spaced.stderr
    assert spaced.stdout == joined.stdout
    assert all("书记" in line for line in spaced.stdout.splitlines()[2:])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "give a graph.ttl and a query"),
        (("graph.ttl", "holdrs"), "did you mean holders?"),
        (("graph.ttl", "holders", "--pst", "x"), "it takes post"),
        (("graph.ttl", "holders", "--post"), "--post has no value"),
        (("graph.ttl", "holders", "more"), "neither a graph nor a query"),
        (("graph.ttl", "broken.rq"), "cannot be parsed"),
        (("broken.rq", "holders"), "is no Turtle"),
    ],
)
def test_a_question_that_cannot_be_asked_is_one_line(kg, built, tmp_path, arguments, told):
    """What is wrong with a query, its parameters or the graph is said in one line; exit status 2."""
    (tmp_path / "graph.ttl").write_bytes((built / "graph.ttl").read_bytes())
    (tmp_path / "broken.rq").write_text("SELECT WHERE {", encoding="utf-8")
    run = kg("query", *arguments, cwd=tmp_path)
    assert (run.returncode, run.stderr.count("\n"), run.stdout) == (2, 1, "")
    assert told in run.stderr


def test_validate_accepts_what_build_wrote_and_refuses_what_was_broken(kg, built, tmp_path):
    """0 for the seed graph; 1, and the node by name, where an entity has lost its label's language."""
    assert kg("validate", built / "graph.ttl").returncode == 0
    broken = (
        (built / "graph.ttl")
        .read_text("utf-8")
        .replace('skos:prefLabel "徐志强"@zh', 'skos:prefLabel "徐志强"')
    )
    (tmp_path / "graph.ttl").write_text(broken, encoding="utf-8")
    run = kg("validate", tmp_path / "graph.ttl")
    assert run.returncode == 1
    assert "徐志强" in run.stdout
    assert run.stderr.count("\n") == 1


@pytest.mark.parametrize("form", ["nt", "jsonld", "graphml", "gexf", "csv"])
def test_export_writes_to_stdout(kg, built, form):
    """Every format comes out, whole."""
    run = kg("export", form, built / "graph.ttl")
    assert run.returncode == 0, run.stderr
    assert len(run.stdout) > 1000


@pytest.mark.parametrize("command", ["query {} ask.rq", "validate {}", "export nt {}"])
def test_a_graph_that_is_not_there_is_named(kg, tmp_path, command):
    """One line that names the missing file, exit status 2."""
    (tmp_path / "ask.rq").write_text("ASK {}", encoding="utf-8")
    run = kg(*command.format("none.ttl").split(), cwd=tmp_path)
    assert (run.returncode, run.stderr.count("\n"), run.stdout) == (2, 1, "")
    assert "none.ttl" in run.stderr


def test_help_is_quick(kg):
    """Nobody waits half a second to learn the options; processor time, the best of five: the machine may be busy."""
    seconds = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert kg("--help", env={**os.environ, "COLUMNS": "100"}).returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert 0 < min(seconds) < 0.5
