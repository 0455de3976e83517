"""How fast it is, beside jieba.posseg in the same run on the same text, and where the time goes: `make bench`.

Processor time, since others work on the same machine; even so what counts are the ratios of one run.
"""

import argparse
import json
import logging
import os
import platform
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

import jieba
import jieba.posseg

from kg import pipeline
from kg.cache import Cache
from kg.corpus.pages import find_pages, read_page
from kg.model import Page, Reading
from kg.publish.explorer import write_explorer
from kg.publish.turtle import write_turtle

ROOT = Path(__file__).parents[2]
CHARACTERS, QUICK_CHARACTERS = 1_000_000, 45_000
"""How much text a run takes, and how much with --quick."""
BASE = "https://w3id.org/fangzhi/id/"

EXTRACT = ("read", "recognize")
PIPELINE = {
    "read": "read",
    "recognize": "recognize",
    "link": "link",
    "namesakes": "apart",
    "facts": "extract",
    "resolve": "resolve",
    "combine": "combine",
}
"""Each stage, and the name under which the pipeline calls it."""
CACHE = "cache"
"""The time that is spent on keeping what pages say."""
OUTPUTS = ("graph.ttl", "graph.html")
STAGES = (*PIPELINE, CACHE, *OUTPUTS, "the rest")
AGAIN = "kg build again, every page kept"

Clock = Counter[str]
Done = TypeVar("Done")


def corpus(characters: int) -> Iterator[Page]:
    """The seed pages again and again, each time with other names of people, firms and projects."""
    seeds = [read_page(path) for path in find_pages([ROOT / "seeds"])]
    names = sorted(_names(), key=lambda name: (-len(name), name))
    pool = sorted({character for name in names for character in name})
    copy, written = 0, 0
    while written < characters:
        dice = random.Random(copy)
        other = {name: name[0] + "".join(dice.choices(pool, k=len(name) - 1)) for name in names}
        for page in seeds:
            raw = _renamed(page.raw, other) if copy else page.raw
            written += len(raw)
            yield replace(page, identifier=f"{copy:04}_{page.identifier}", raw=raw)
        copy += 1


def _names() -> set[str]:
    """Names of people and the short names of firms on the seed pages."""
    return {
        name
        for path in sorted((ROOT / "tests" / "gold" / "seeds").glob("*.json"))
        for entity in json.loads(path.read_text("utf-8"))["entities"]
        for name in (entity["name"], *entity.get("aliases", ()))
        if entity.get("type") == "Person" or (entity.get("type") == "Enterprise" and 2 <= len(name) <= 4)
    }


def _renamed(text: str, other: dict[str, str]) -> str:
    for name, new in other.items():
        text = text.replace(name, new)
    return text


def clocked(clock: Clock, what: str, work: Callable[..., Done]) -> Callable[..., Done]:
    """The same work, which adds the seconds it takes to the clock."""

    def watched(*arguments: object, **options: object) -> Done:
        start = time.process_time()
        done = work(*arguments, **options)
        clock[what] += time.process_time() - start
        return done

    return watched


def run(characters: int) -> tuple[int, Clock]:
    """How many characters were read, and the seconds that posseg, each stage and the whole build took."""
    clock: Clock = Counter()
    pages = list(corpus(characters))
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            Path(folder, page.identifier).write_text(page.raw, encoding="utf-8")
        # the dictionaries are loaded before the clock starts: a run of `kg` does that once
        jieba.posseg.lcut(pages[0].raw)
        _build(Path(folder), pages[:1], Path(folder, "first"))
        kept = Path(folder, "kept")
        with _watched(clock):
            clocked(clock, "kg build", _build)(Path(folder), pages, kept, clock)
        clocked(clock, AGAIN, _build)(Path(folder), pages, kept)
    clock["kg build"] -= clock["jieba.posseg"]
    clock["the rest"] = clock["kg build"] - sum(clock[stage] for stage in STAGES[:-1])
    return sum(len(page.raw) for page in pages), clock


@contextmanager
def _watched(clock: Clock) -> Iterator[None]:
    """While it lasts, each stage adds its seconds to the clock."""
    with ExitStack() as watches:
        for stage, name in PIPELINE.items():
            watched = clocked(clock, stage, getattr(pipeline, name))
            watches.enter_context(patch.object(pipeline, name, watched))
        watches.enter_context(patch.object(pipeline, "read", _in_turn(clock, pipeline.read)))
        for name in ("_key", "_read", "_keep", "save"):
            watches.enter_context(patch.object(Cache, name, clocked(clock, CACHE, getattr(Cache, name))))
        yield


def _in_turn(clock: Clock, read: Callable[[Page], Reading]) -> Callable[[Page], Reading]:
    """Before each page is read, jieba.posseg has its turn on the same text."""
    posseg = clocked(clock, "jieba.posseg", jieba.posseg.lcut)

    def in_turn(page: Page) -> Reading:
        posseg(page.raw)
        return read(page)

    return in_turn


def _build(folder: Path, pages: list[Page], kept: Path, clock: Clock | None = None) -> None:
    """What `kg build` does with these pages of a folder; what they say is kept in another."""
    clock = Counter() if clock is None else clock
    cache = Cache(kept)
    built = pipeline.build([folder / page.identifier for page in pages], cache=cache)
    texts = {page.identifier: page.raw for page in built.pages}
    clocked(clock, "graph.ttl", write_turtle)(built.knowledge, folder / "graph.ttl", BASE)
    clocked(clock, "graph.html", write_explorer)(built.knowledge, folder / "graph.html", texts, BASE)
    cache.save()


def table(characters: int, clock: Clock) -> str:
    """The figures as a Markdown table; speeds in characters a second."""
    posseg = clock["jieba.posseg"]
    whole = clock["kg build"]
    rows = [
        ("jieba.posseg alone", posseg),
        ("kg extract (read + recognize)", sum(clock[s] for s in EXTRACT)),
        ("kg build", whole),
        (AGAIN, clock[AGAIN]),
    ]
    lines = ["| work | characters a second | × jieba.posseg |", "|---|--:|--:|"]
    lines += [f"| {name} | {characters / seconds:,.0f} | {posseg / seconds:.2f} |" for name, seconds in rows]
    lines += ["", "| stage of kg build | share | time / jieba.posseg |", "|---|--:|--:|"]
    lines += [
        f"| {stage} | {clock[stage] / whole:.0%} | {clock[stage] / posseg:.3f} |"
        for stage in STAGES
    ]
    return "\n".join(lines) + "\n"


def page(characters: int, figures: str) -> str:
    """docs/performance.md."""
    python, system = platform.python_version(), f"{platform.system()} {platform.machine()}"
    return (
        "# Performance\n\n"
        f"Written by `make bench`: {characters:,} characters, the seed pages repeated with other names of people and firms,\n"
        f"one process, processor time, Python {python}, {system}, {os.cpu_count()} processors. Page by page, jieba.posseg and each\n"
        "stage take turns on the same text, so the ratios hold on another machine; the times do not.\n\n"
        f"{figures}\n"
        "`kg extract` is `read` and `recognize`; `kg build` is everything. Dictionaries are loaded before the clock starts.\n"
        "A second build finds what each page says in the cache; combining and writing are done for all pages again.\n"
    )


def main() -> int:
    """Print the table; with --write also put it into docs/performance.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_CHARACTERS:,} characters")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write a page with the table too")
    options = parser.parse_args()
    jieba.setLogLevel(logging.WARNING)
    characters, clock = run(QUICK_CHARACTERS if options.quick else CHARACTERS)
    figures = table(characters, clock)
    print(figures, end="")
    if options.write:
        options.write.write_text(page(characters, figures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
