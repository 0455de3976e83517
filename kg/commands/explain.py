"""`kg explain`: which rules fired on which words of a page, and what they concluded."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import terminal
from kg.lazy import lazy
from kg.model import Evidence, Fact, Knowledge

if TYPE_CHECKING:
    from kg import pipeline, sightings
    from kg.corpus import pages
    from kg.publish import wording
else:
    pages = lazy("kg.corpus.pages")
    pipeline = lazy("kg.pipeline")
    sightings = lazy("kg.sightings")
    wording = lazy("kg.publish.wording")

NAME = "explain"


def run(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A page.")],
    at: Annotated[
        int | None, typer.Option(metavar="OFFSET", min=0, help="Only what touches this character.")
    ] = None,
) -> None:
    """Show which rule fired on which words.

    First the mentions, then the facts: where (code points in the file), what, the rule and how sure it is.
    Exit status 1 where nothing was found at OFFSET.
    """
    page = pages.read_page(file)
    mentions = [s for s in sightings.in_page(page) if at is None or s.start <= at < s.end]
    knowledge = pipeline.understand(page)
    facts = [f for f in knowledge.facts if at is None or _touches(f.evidence, at)]
    _write("mentions", map(_mention_line, mentions))
    _write("facts", _fact_lines(knowledge, facts))
    if at is not None and not mentions and not facts:
        terminal.say(f"kg: nothing was recognised at character {at} of {file}: {_around(page.raw, at)}")
        raise typer.Exit(terminal.WANTING)


def _touches(quotes: Iterable[Evidence], at: int) -> bool:
    return any(quote.start <= at < quote.end for quote in quotes)


def _write(title: str, lines: Iterable[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in (title, *lines, "")))


def _mention_line(seen: "sightings.Sighting") -> str:
    where = f"{seen.start}–{seen.end}"
    return f"  {where:<12} {seen.kind:<12} {seen.name}   [{seen.rule} {seen.confidence:.2f}]"


def _fact_lines(knowledge: Knowledge, facts: Iterable[Fact]) -> Iterable[str]:
    labels = {entity.id: entity.label for entity in knowledge.entities}
    for fact in facts:
        yield f"  {type(fact).__name__:<12} {wording.words(fact, labels)}   [{fact.rule} {fact.confidence:.2f}]"
        for quote in fact.evidence:
            yield f"    {quote.start}–{quote.end}  {' '.join(quote.exact.split())}"


def _around(raw: str, at: int) -> str:
    return (
        f"“{' '.join(raw[max(0, at - 10) : at + 10].split())}”"
        if at < len(raw)
        else f"it has {len(raw)} characters"
    )
