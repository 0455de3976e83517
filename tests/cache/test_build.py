"""`kg build` and `kg.build` read only pages that are new or changed, and their files are those of a cold build."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import made_up
import pytest
from conftest import KG, ROOT
from made_up import MadeUp

import kg as fangzhi
from kg import pipeline
from kg.cache import Cache
from kg.cli import app
from kg.publish import files

SHARED = "云川市召开工作会议\n  本报讯 昨天，市委书记高远山出席会议。\n"
CORPUS = {
    "first.txt": MadeUp(SHARED + "星河新能源科技有限公司与会。\n", "云川市", "2023-06-21"),
    "second.txt": MadeUp(SHARED + "青石镇党委书记沈月华讲话。\n", "云川市", "2023-06-22"),
}
OUTPUTS = ("graph.ttl", "graph.html", "report.json")


@pytest.fixture
def pages(tmp_path) -> Path:
    """The folder of the two made-up pages."""
    made_up.write(CORPUS, tmp_path / "pages")
    return tmp_path / "pages"


@pytest.fixture
def run(capsys) -> Callable[..., str]:
    """`kg build` in this process; what it said."""

    def here(*arguments: object) -> str:
        app(["build", *map(str, arguments)], standalone_mode=False)
        return capsys.readouterr().err

    return here


def read(said: str) -> str:
    """What a build says of the pages that it read."""
    (line,) = [line for line in said.splitlines() if " read anew, " in line]
    return " ".join(line.split())


def same(one: Path, other: Path) -> None:
    for name in OUTPUTS:
        assert (one / name).read_bytes() == (other / name).read_bytes(), name


def test_a_second_build_reads_what_changed_and_says_so(run, pages, tmp_path):
    """A page that is added, one of which pages.toml tells another date, one that is gone."""
    out, cold = tmp_path / "out", tmp_path / "cold"
    assert read(run(pages, "--out", out)) == "pages 2 read anew, 0 kept from the last build"
    assert read(run(pages, "--out", out)) == "pages 0 read anew, 2 kept from the last build"
    third = MadeUp("柏原市招商局局长林知远讲话。\n", "柏原市", "2024")
    made_up.write({**CORPUS, "third.txt": third}, pages)
    assert read(run(pages, "--out", out)) == "pages 1 read anew, 2 kept from the last build"
    made_up.write({**CORPUS, "third.txt": MadeUp(third.text, third.place, "2025")}, pages)
    assert read(run(pages, "--out", out)) == "pages 1 read anew, 2 kept from the last build"
    made_up.write(CORPUS, pages)
    assert read(run(pages, "--out", out)) == "pages 0 read anew, 2 kept from the last build"
    run(pages, "--out", cold, "--no-cache")
    same(out, cold)


def test_no_cache_reads_everything_and_keeps_nothing(run, pages, tmp_path):
    """Neither a line about it nor a folder; one that is there is left alone."""
    kept, cold = tmp_path / "kept", tmp_path / "cold"
    run(pages, "--out", kept)
    before = {path: path.read_bytes() for path in (kept / ".cache").iterdir()}
    for path in before:
        path.write_bytes(b"damaged")
    for out in (kept, cold):
        assert "read anew" not in run(pages, "--out", out, "--no-cache")
    same(kept, cold)
    assert {path.read_bytes() for path in (kept / ".cache").iterdir()} == {b"damaged"}
    assert not (cold / ".cache").exists()


def test_removing_a_page_withdraws_what_only_it_supported(run, pages, tmp_path):
    """The firm goes with its page; the secretary stays with the other page's words."""
    out = tmp_path / "out"
    run(pages, "--out", out)
    assert "星河新能源科技有限公司" in (out / "graph.ttl").read_text("utf-8")
    (pages / "first.txt").unlink()
    assert read(run(pages, "--out", out)) == "pages 0 read anew, 1 kept from the last build"
    left = (out / "graph.ttl").read_text("utf-8")
    assert "星河新能源" not in left
    assert "first.txt" not in left
    assert "id:person-高远山 a kg:Official" in left
    assert len(list((out / ".cache").iterdir())) == 1


def test_the_folder_may_be_deleted(run, pages, tmp_path):
    """Then everything is read again, and nothing else happens."""
    run(pages, "--out", tmp_path / "out")
    shutil.rmtree(tmp_path / "out" / ".cache")
    assert read(run(pages, "--out", tmp_path / "out")).startswith("pages 2 read anew,")


def test_other_rules_read_every_page_anew(kg, pages, tmp_path):
    """A word more in a word list, and nothing is taken from what the older rules made."""
    copy, out = tmp_path / "copy", tmp_path / "out"
    for folder in ("kg", "ontology"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    env = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    kg("build", pages, "--out", out, env=env)
    assert read(kg("build", pages, "--out", out, env=env).stderr).startswith("pages 0 read anew,")
    with (copy / "kg" / "resources" / "surnames.txt").open("a", encoding="utf-8") as file:
        file.write("\n# nothing more\n")
    assert read(kg("build", pages, "--out", out, env=env).stderr).startswith("pages 2 read anew,")


def test_a_folder_that_cannot_be_written_is_named_and_the_graph_is_there(run, pages, tmp_path):
    """Keeping is a convenience: where it fails, the build has not failed."""
    out, cold = tmp_path / "out", tmp_path / "cold"
    out.mkdir()
    (out / ".cache").write_text("mine", encoding="utf-8")
    said = run(pages, "--out", out)
    assert read(said).startswith("pages 2 read anew,")
    assert "kg: nothing is kept for the next build: cannot write" in said
    assert (out / ".cache").read_text("utf-8") == "mine"
    run(pages, "--out", cold, "--no-cache")
    same(out, cold)


def test_a_build_that_fails_keeps_nothing(kg, pages, tmp_path):
    """--out stays as it was, and so does what was kept before."""
    out = tmp_path / "out"
    (out / "graph.ttl").mkdir(parents=True)
    assert kg("build", pages, "--out", out).returncode == 2
    assert sorted(path.name for path in out.iterdir()) == ["graph.ttl"]


def test_a_page_that_cannot_be_read_does_not_keep_the_others_from_being_kept(pages, tmp_path):
    """What can be read is kept."""
    (pages / "broken.txt").write_bytes("太平市".encode("gbk"))
    for anew in (2, 0):
        cache = Cache(tmp_path)
        assert [name for name, _ in pipeline.build([pages], cache=cache).failed] == ["broken.txt"]
        assert (cache.anew, cache.kept) == (anew, 2 - anew)
        cache.save()


def test_two_builds_into_one_folder_at_once_do_no_harm(kg, tmp_path):
    """Different pages or the same: both end well, and the next build is a cold one's equal."""
    corpora = [
        {
            f"{side}{n}.txt": MadeUp(f"{SHARED}青石镇第{n}次会议，投资{n}亿元。\n", "云川市", "2023")
            for n in range(2, 22)
        }
        for side in "ab"
    ]
    for side, corpus in enumerate(corpora):
        made_up.write(corpus, tmp_path / f"pages{side}")
    out = tmp_path / "out"
    for _ in range(2):
        runs = [
            subprocess.Popen(
                [KG, "build", tmp_path / f"pages{side}", "--out", out],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            for side in (0, 1, 0)
        ]
        for run in runs:
            _, said = run.communicate()
            assert run.returncode == 0, said.decode()
    read(kg("build", tmp_path / "pages0", "--out", out).stderr)
    kg("build", tmp_path / "pages0", "--out", tmp_path / "cold", "--no-cache")
    same(out, tmp_path / "cold")
    assert len(list((out / ".cache").iterdir())) == len(corpora[0])


def test_a_save_that_breaks_off_leaves_entries_that_are_whole(pages, tmp_path, monkeypatch):
    """What was written before serves the next build, the rest is read again."""
    inputs, kept = [pages], tmp_path / "kept"
    graph = fangzhi.build(inputs)
    replace, calls = Path.replace, []

    def breaking(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(files.Path, "replace", breaking)
    with pytest.raises(KeyboardInterrupt):
        fangzhi.build(inputs, cache=kept)
    monkeypatch.undo()
    cache = Cache(kept)
    assert pipeline.build(inputs, cache=cache).knowledge == graph.knowledge
    assert (cache.anew, cache.kept) == (1, 1)
    cache.save()
    assert len(list(kept.iterdir())) == 2


def test_python_keeps_pages_in_the_folder_that_it_is_given(pages, tmp_path):
    """`kg.build(cache=…)`: the same graph; without it no folder is made."""
    cold = fangzhi.build([pages])
    first = fangzhi.build([pages], cache=tmp_path / "kept")
    second = fangzhi.build([pages], cache=str(tmp_path / "kept"))
    assert cold.knowledge == first.knowledge == second.knowledge
    assert len(list((tmp_path / "kept").iterdir())) == 2


def test_python_warns_where_nothing_can_be_kept(pages, tmp_path):
    """The graph is returned all the same."""
    (tmp_path / "kept").write_text("mine", encoding="utf-8")
    with pytest.warns(UserWarning, match="nothing is kept for the next build"):
        graph = fangzhi.build([pages], cache=tmp_path / "kept")
    assert len(graph.pages) == 2
