"""What a user can do wrong: each is one line that says what and where, exit status 2, and nothing is left behind."""

from pathlib import Path

import pytest

PAGE = "太平市召开工作会议\n  本报讯 昨天，市长李明出席会议。\n"


def a_missing_path(folder: Path) -> Path:
    return folder / "no-such-page.txt"


def an_empty_file(folder: Path) -> Path:
    page = folder / "empty.txt"
    page.write_bytes(b"")
    return page


def a_file_of_blanks(folder: Path) -> Path:
    page = folder / "blank.txt"
    page.write_text(" \n\u3000\n", encoding="utf-8")
    return page


def a_file_in_gbk(folder: Path) -> Path:
    page = folder / "gbk.txt"
    page.write_bytes(PAGE.encode("gbk"))
    return page


def a_binary_file(folder: Path) -> Path:
    page = folder / "page.pdf"
    page.write_bytes(b"%PDF-1.7\0\0\xff\xfe")
    return page


def a_folder_without_pages(folder: Path) -> Path:
    empty = folder / "folder"
    empty.mkdir()
    return empty


WRONG_INPUTS = (
    a_missing_path,
    an_empty_file,
    a_file_of_blanks,
    a_file_in_gbk,
    a_binary_file,
    a_folder_without_pages,
)


@pytest.mark.parametrize("command", ["build", "extract", "explain"])
@pytest.mark.parametrize("wrong", WRONG_INPUTS)
def test_a_wrong_input_is_named_in_one_line_and_leaves_nothing_behind(kg, tmp_path, command, wrong):
    """Whatever cannot be read is named, and no output folder appears."""
    page, out = wrong(tmp_path), tmp_path / "out"
    run = kg(command, page, *(["--out", out] if command == "build" else []))
    assert run.returncode == 2
    assert run.stdout == ""
    assert page.name in run.stderr
    assert run.stderr.count("\n") == 1
    assert not out.exists()


def test_out_that_is_a_file_is_refused_and_stays_as_it_was(kg, tmp_path, seeds):
    """An --out that cannot be a folder is refused before any page is read."""
    out = tmp_path / "out"
    out.write_text("mine", encoding="utf-8")
    run = kg("build", seeds, "--out", out)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "out is not a folder" in run.stderr
    assert out.read_text("utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [out]


def test_out_below_a_file_is_refused(kg, tmp_path, seeds):
    """So is an --out below something that is no folder."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    run = kg("build", seeds, "--out", tmp_path / "file" / "out")
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "is not a folder" in run.stderr


def test_a_file_of_ours_that_is_a_folder_fails_and_leaves_nothing_aside(kg, tmp_path, seeds):
    """Where graph.ttl cannot be replaced, the build fails and cleans up after itself."""
    (tmp_path / "graph.ttl").mkdir()
    run = kg("build", seeds, "--out", tmp_path)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "cannot write to" in run.stderr
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


def test_one_broken_page_among_good_ones_is_named_and_the_others_are_built(kg, tmp_path):
    """The good pages make a graph, the broken one stands in report.json, and the exit status is 1."""
    pages, out = tmp_path / "pages", tmp_path / "out"
    pages.mkdir()
    (pages / "good.txt").write_text(PAGE, encoding="utf-8")
    (pages / "gbk.txt").write_bytes(PAGE.encode("gbk"))
    run = kg("build", pages, "--out", out)
    assert run.returncode == 1, run.stderr
    assert "gbk.txt" in run.stderr
    assert "gbk.txt" in (out / "report.json").read_text("utf-8")
    assert "good.txt" in (out / "graph.ttl").read_text("utf-8")


@pytest.mark.parametrize("base", ["", "not an iri", "http://example.org/<x>/"])
def test_a_base_that_is_no_iri_is_refused(kg, tmp_path, seeds, base):
    """What would make a broken Turtle file is refused before anything is written."""
    run = kg("build", seeds, "--out", tmp_path / "out", "--base", base)
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "base IRI" in run.stderr
    assert not (tmp_path / "out").exists()


def test_an_unknown_command_or_option_is_refused(kg):
    """A slip of the pen is no success."""
    assert kg("biuld").returncode == 2
    assert kg("build", "--uot", "x").returncode == 2
