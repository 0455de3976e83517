"""Decisions on the command line: reviewed, written, applied at the next build."""

import json

import pytest

import kg as api

PAGES = {
    "a.txt": "云川日报 2023年6月21日\n本报讯 星河电池项目开工，市长罗青云出席。星河电池项目总投资80亿元。\n",
    "b.txt": "云川日报 2024年3月3日\n本报讯 星河电池展销中心项目竣工。市长罗青云出席。\n",
}


@pytest.fixture
def pages(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    metadata = "".join(f'["{name}"]\nplace = "云川市"\n' for name in PAGES)
    (folder / "pages.toml").write_text(metadata, encoding="utf-8")
    return folder


def report(out):
    return json.loads((out / "report.json").read_text("utf-8"))


def test_what_is_reviewed_is_applied_by_the_next_build_and_asked_no_more(kg, pages, tmp_path):
    """Build, review, build: the two projects are one, and the report tells of the decision."""
    out = tmp_path / "out"
    assert kg("build", pages, "--out", out).returncode == 0
    (question,) = report(out)["review"]
    sat = kg("review", out, input="s\n同一项目\n")
    assert (sat.returncode, sat.stdout) == (0, "")
    assert question["entities"][0]["label"] in sat.stderr
    assert "1 decided, 0 left" in sat.stderr and "build PAGES --out" in sat.stderr
    again = kg("build", pages, "--out", out)
    assert again.returncode == 0, again.stderr
    assert "(1 of 1 applied" in again.stderr
    told = report(out)
    assert told["review"] == []
    assert told["decisions"][0]["reason"] == "同一项目"
    assert told["counts"]["projects"] == 1
    assert "nothing is left to decide" in kg("review", out).stderr


def test_a_decisions_file_of_nothing_changes_no_byte(kg, pages, tmp_path):
    (tmp_path / "none.toml").write_text("# 暂无\n", encoding="utf-8")
    assert kg("build", pages, "--out", tmp_path / "one").returncode == 0
    assert (
        kg("build", pages, "--out", tmp_path / "two", "--decisions", tmp_path / "none.toml").returncode == 0
    )
    for name in ("graph.ttl", "graph.html", "report.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_files_and_their_entries_may_come_in_any_order(kg, pages, tmp_path):
    """One file or two, this order or that: the same bytes, wherever the files lie."""
    why = 'reason = "known"\n'
    entries = [f'[[drop]]\nentity = "person-罗青云"\n{why}', f'[[drop]]\nentity = "person-谁"\n{why}']
    (tmp_path / "two").mkdir()
    for name, entry in zip("ba", entries, strict=True):
        (tmp_path / "two" / f"{name}.toml").write_text(entry, encoding="utf-8")
    (tmp_path / "one.toml").write_text("".join(entries), encoding="utf-8")
    for told in ("two", "one.toml"):
        run = kg("build", pages, "--out", tmp_path / f"out-{told}", "--decisions", tmp_path / told)
        assert "(1 of 2 applied" in run.stderr
        assert "nothing has the id person-谁" in run.stderr
    for name in ("graph.ttl", "report.json"):
        assert (tmp_path / "out-two" / name).read_bytes() == (tmp_path / "out-one.toml" / name).read_bytes()


@pytest.mark.parametrize("text", ["[[same]\n", "[[smae]]\n", '[[drop]]\nentity = "a-1"\n'])
def test_a_broken_decisions_file_is_one_line_and_nothing_is_built(kg, pages, tmp_path, text):
    (tmp_path / "d.toml").write_text(text, encoding="utf-8")
    run = kg("build", pages, "--out", tmp_path / "out", "--decisions", tmp_path / "d.toml")
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert "d.toml" in run.stderr
    assert not (tmp_path / "out").exists()


def test_given_decisions_stand_for_those_in_the_output_folder_and_that_is_said(kg, pages, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "decisions.toml").write_text(
        '[[drop]]\nentity = "person-罗青云"\nreason = "known"\n', encoding="utf-8"
    )
    (tmp_path / "none.toml").write_text("", encoding="utf-8")
    run = kg("build", pages, "--out", out, "--decisions", tmp_path / "none.toml")
    assert "is not applied, since --decisions names" in run.stderr
    assert report(out)["decisions"] == []


def test_review_without_a_build_says_to_build_first(kg, tmp_path):
    run = kg("review", tmp_path / "out")
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "build first" in run.stderr


def test_the_api_takes_decisions_and_warns_of_what_matches_nothing(pages, tmp_path):
    told = tmp_path / "d.toml"
    told.write_text('[[name]]\nentity = "person-谁"\nname = "x"\nreason = "known"\n', encoding="utf-8")
    with pytest.warns(UserWarning, match="nothing has the id person-谁"):
        api.build([pages], decisions=told)
