"""`kg diff` at the command line: words on stdout, everything else on stderr, 0 done, 2 could not."""

import json
import os
import unicodedata

import factory
import pytest
from conftest import SEEDS

from kg.publish.turtle import write_turtle


@pytest.fixture(scope="module")
def graphs(tmp_path_factory):
    """Turtle files: the factory's knowledge (also under another base), names that mean harm, no graph at all."""
    folder = tmp_path_factory.mktemp("graphs")
    write_turtle(factory.knowledge(), folder / "one.ttl")
    write_turtle(factory.knowledge(), folder / "base.ttl", "https://example.org/other#")
    write_turtle(factory.hostile(), folder / "hostile.ttl")
    (folder / "broken.ttl").write_text("<a> <b", encoding="utf-8")
    (folder / "binary.ttl").write_bytes(b"\x00\xff\xfe")
    (folder / "others.ttl").write_text("<x:a> <x:b> <x:c> .", encoding="utf-8")
    return folder


def test_a_page_more_is_told_and_a_page_less_is_the_same_the_other_way_round(kg, built, tmp_path):
    """The seeds without one page against all of them: the page's holders came, or went."""
    pages = sorted(SEEDS.glob("*.txt"))[:-1]
    assert kg("build", *pages, "--out", tmp_path).returncode == 0
    there = kg("diff", tmp_path / "graph.ttl", built / "graph.ttl")
    back = kg("diff", built / "graph.ttl", tmp_path / "graph.ttl")
    assert (there.returncode, there.stderr, back.returncode, back.stderr) == (0, "", 0, "")
    line = "汪香元 任 太仓市委书记 见于 2023-06-21〔2023-06-21 004_791e4569c83e3c52.txt〕\n"
    assert f"新增  {line}" in there.stdout
    assert f"移除  {line}" in back.stdout
    assert "…… 还有" in there.stdout
    assert there.stdout.splitlines()[0] == back.stdout.splitlines()[0]


@pytest.mark.parametrize("other", ["one.ttl", "base.ttl"])
def test_equal_graphs_have_no_changes_whatever_their_base(kg, graphs, other):
    run = kg("diff", graphs / "one.ttl", graphs / other)
    assert (run.returncode, run.stdout, run.stderr) == (0, "没有变化\n", "")


@pytest.mark.parametrize("wrong", ["none.ttl", "broken.ttl", "binary.ttl", "."])
@pytest.mark.parametrize("first", [True, False])
def test_a_graph_that_cannot_be_read_is_named_in_one_line(kg, graphs, wrong, first):
    files = (wrong, "one.ttl") if first else ("one.ttl", wrong)
    run = kg("diff", *files, cwd=graphs)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert f" {wrong}" in run.stderr


def test_a_file_that_speaks_of_no_page_is_remarked_upon(kg, graphs):
    run = kg("diff", graphs / "others.ttl", graphs / "one.ttl")
    assert run.returncode == 0
    assert "others.ttl speaks of no page" in run.stderr
    assert "版面：新增 2" in run.stdout


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_no_name_of_a_page_moves_the_cursor(kg, graphs, form):
    """Nothing but line ends and visible characters comes out, whatever the names and quotes are."""
    run = kg("diff", graphs / "one.ttl", graphs / "hostile.ttl", "--format", form, "--all", "--evidence")
    assert run.returncode == 0, run.stderr
    unseen = {c for c in run.stdout if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp")}
    assert unseen <= {"\n", "\r"}
    assert "<script>alert(1)</script>" in run.stdout


def test_json_and_csv_have_what_the_limit_of_the_text_leaves_out(kg, graphs):
    one, other = graphs / "one.ttl", graphs / "hostile.ttl"
    found = json.loads(kg("diff", one, other, "--format", "json", "--limit", "1").stdout)
    assert sum(n for kinds in found["totals"].values() for n in kinds.values()) == len(found["changes"])
    assert "…… 还有" in kg("diff", one, other, "--limit", "1").stdout
    assert "…… 还有" not in kg("diff", one, other, "--all").stdout


def test_equal_questions_have_equal_answers(kg, graphs, tmp_path):
    """Neither the seed of hashes nor the locale nor the folder gets into the words."""
    names = ("one.ttl", "hostile.ttl")
    runs = [
        kg("diff", *names, "--all", "--evidence", cwd=graphs, env={**os.environ, "PYTHONHASHSEED": "1"}),
        kg(
            "diff",
            *names,
            "--all",
            "--evidence",
            cwd=graphs,
            env={**os.environ, "PYTHONHASHSEED": "2", "LC_ALL": "C"},
        ),
        kg("diff", *(graphs / name for name in names), "--all", "--evidence", cwd=tmp_path),
    ]
    assert len({run.stdout for run in runs}) == 1
    assert runs[0].stdout
