"""A build that keeps what it can gives the bytes of a build that reads everything, whatever came before."""

import random
import tempfile
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import made_up
import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up import Corpus, MadeUp

from kg import pipeline
from kg.cache import Cache
from kg.commands import build
from kg.corpus.pages import find_pages

NAMES = ("a.txt", "b.txt", "c.txt", "d.txt", "e.txt")
OUTPUTS = ("graph.ttl", "report.json", "graph.html")


@st.composite
def histories(draw: st.DrawFn) -> list[Corpus]:
    """A corpus, and what becomes of it when pages are added, changed and removed, in any order."""
    told = draw(st.lists(made_up.pages(), min_size=2, max_size=4))
    pool = [*told, *(replace(page, place=draw(st.sampled_from(made_up.CITIES))) for page in told)]
    corpus: Corpus = draw(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(pool), min_size=1))
    history = [corpus]
    for edits in draw(
        st.lists(
            st.dictionaries(st.sampled_from(NAMES), st.none() | st.sampled_from(pool), max_size=2),
            min_size=1,
            max_size=4,
        )
    ):
        edited = {name: page for name, page in (corpus | edits).items() if page is not None}
        corpus = dict(draw(st.permutations(sorted(edited.items(), key=lambda item: item[0])))) or corpus
        history.append(corpus)
    return history


def built(pages: list[Path], out: Path, cache: Cache | None = None, *, explorer: bool = True) -> list[bytes]:
    """The bytes of the files that a build of these pages writes."""
    out.mkdir(exist_ok=True)
    with nullcontext() if explorer else patch.object(build.explorer, "write_explorer"):
        build._write(pipeline.build(pages, cache=cache), out, build.DEFAULT_BASE)
    if cache is not None:
        cache.save()
    return [(out / name).read_bytes() for name in OUTPUTS if (out / name).exists()]


def check(history: list[Corpus]) -> None:
    """Each step reads what is new and no more, and its files are those of a cold build."""
    with tempfile.TemporaryDirectory() as folder:
        before: set[tuple[str, MadeUp]] = set()
        warm, cold = Path(folder, "warm"), Path(folder, "cold")
        for corpus in history:
            pages = made_up.write(corpus, Path(folder, "pages"))
            cache, last = Cache(warm / ".cache"), corpus is history[-1]
            # the explorer takes longest and is compared at the end
            assert built(pages, warm, cache, explorer=last) == built(pages, cold, explorer=last)
            assert cache.anew == len(set(corpus.items()) - before)
            assert cache.kept == len(corpus) - cache.anew
            before = set(corpus.items())


TRUSTING = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(deadline=None, max_examples=20, suppress_health_check=TRUSTING)
@given(histories())
def test_pages_added_changed_and_removed_in_any_order_give_the_bytes_of_a_cold_build(history):
    """After every step the three files are those of a build that reads all pages."""
    check(history)


@pytest.mark.slow
@settings(deadline=None, max_examples=40, suppress_health_check=TRUSTING)
@given(histories())
def test_a_long_series_of_increments_gives_the_bytes_of_cold_builds(history):
    """The same, more often."""
    check(history)


@pytest.fixture(scope="module")
def built_bytes() -> list[bytes]:
    """What a cold build of the seeds writes."""
    with tempfile.TemporaryDirectory() as folder:
        return built(find_pages([ROOT / "seeds"]), Path(folder))


@pytest.mark.parametrize("seed", range(3))
def test_the_seed_pages_in_any_increments_give_the_graph_of_all_at_once(seed, built_bytes, seeds, tmp_path):
    """One by one or several at a time, in any order, some taken away meanwhile: the last build is the cold one."""
    dice = random.Random(seed)
    pages = find_pages([seeds])
    order = dice.sample(pages, len(pages))
    cut = dice.randint(1, len(order) - 1)
    out, cache = tmp_path / "out", tmp_path / "out" / ".cache"
    for given_pages in (order[:cut], order[cut - 1 :], order[cut:]):
        built(given_pages, out, Cache(cache))
    last = Cache(cache)
    assert built(order, out, last) == built_bytes
    assert (last.anew, last.kept) == (cut, len(order) - cut)
