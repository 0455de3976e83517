"""How fast it is, beside jieba.posseg in the same run on the same text, and where the time goes: `make bench`.

Times on a shared machine wander by half, so what counts are the ratios of one run.
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
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import jieba
import jieba.posseg

from kg import pipeline
from kg.corpus.pages import find_pages, read_page
from kg.corpus.reading import read
from kg.entities.link import link
from kg.entities.recognize import recognize
from kg.facts.extract import extract
from kg.facts.officials import with_officials
from kg.graph.combine import combine
from kg.model import Knowledge, Page
from kg.publish.explorer import write_explorer
from kg.publish.turtle import write_turtle

ROOT = Path(__file__).parents[2]
CHARACTERS, QUICK_CHARACTERS = 1_000_000, 45_000
"""How much text a run takes, and how much with --quick."""
BASE = "https://w3id.org/fangzhi/id/"

EXTRACT = ("read", "recognize")
STAGES = (*EXTRACT, "link", "facts", "combine", "graph.ttl", "graph.html")

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


def timed(clock: Clock, what: str, work: Callable[[], Done]) -> Done:
    """Do it and add the seconds it took to the clock."""
    start = time.perf_counter()
    done = work()
    clock[what] += time.perf_counter() - start
    return done


def run(characters: int) -> tuple[int, Clock]:
    """How many characters were read, and the seconds that posseg and each stage took, page by page in turn."""
    clock: Clock = Counter()
    pages = list(corpus(characters))
    _warm_up(pages[0])
    knowledge = []
    for page in pages:
        timed(clock, "jieba.posseg", lambda page=page: jieba.posseg.lcut(page.raw))
        reading = timed(clock, "read", lambda page=page: read(page))
        recognition = timed(clock, "recognize", lambda reading=reading: recognize(reading))
        entities = timed(clock, "link", lambda reading=reading, seen=recognition: link(reading, seen))
        facts, unplaced = timed(
            clock, "facts", lambda reading=reading, known=entities: extract(reading, known)
        )
        people = with_officials(entities.entities, facts)
        knowledge.append(Knowledge((pipeline.document(reading, recognition),), people, facts, unplaced))
    whole = timed(clock, "combine", lambda: combine(knowledge))
    with tempfile.TemporaryDirectory() as folder:
        timed(clock, "graph.ttl", lambda: write_turtle(whole, Path(folder, "graph.ttl"), BASE))
        timed(
            clock,
            "graph.html",
            lambda: write_explorer(
                whole, Path(folder, "graph.html"), {page.identifier: page.raw for page in pages}, BASE
            ),
        )
    return sum(len(page.raw) for page in pages), clock


def _warm_up(page: Page) -> None:
    """Load the dictionaries, which a run of `kg` does once."""
    jieba.posseg.lcut(page.raw[:100])
    pipeline.understand(page)


def table(characters: int, clock: Clock) -> str:
    """The figures as a Markdown table; speeds in characters a second."""
    posseg = clock["jieba.posseg"]
    whole = sum(clock[stage] for stage in STAGES)
    rows = [
        ("jieba.posseg alone", posseg),
        ("kg extract (read + recognize)", sum(clock[s] for s in EXTRACT)),
        ("kg build", whole),
    ]
    lines = ["| work | characters a second | × jieba.posseg |", "|---|--:|--:|"]
    lines += [f"| {name} | {characters / seconds:,.0f} | {posseg / seconds:.2f} |" for name, seconds in rows]
    lines += ["", "| stage of kg build | share | time / jieba.posseg |", "|---|--:|--:|"]
    lines += [f"| {stage} | {clock[stage] / whole:.0%} | {clock[stage] / posseg:.3f} |" for stage in STAGES]
    return "\n".join(lines) + "\n"


def page(characters: int, figures: str) -> str:
    """docs/performance.md."""
    python, system = platform.python_version(), f"{platform.system()} {platform.machine()}"
    return (
        "# Performance\n\n"
        f"Written by `make bench`: {characters:,} characters, the seed pages repeated with other names of people and firms,\n"
        f"one process, Python {python}, {system}, {os.cpu_count()} processors. Page by page, jieba.posseg and each\n"
        "stage take turns on the same text, so the ratios hold on another machine; the times do not.\n\n"
        f"{figures}\n"
        "`kg extract` is `read` and `recognize`; `kg build` is everything. Dictionaries are loaded before the clock starts.\n"
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
