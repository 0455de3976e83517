"""What is named where, in the coordinates of the input file: page → reading → recognition, and no further."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.corpus.pages import read_page, read_text
from kg.corpus.reading import read
from kg.entities.recognize import recognize
from kg.model import Kind, Mention, Page, Reading


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention as the input file has it.

    `start` and `end` are code points in the file, or in the line where each line is a document; `text` is what
    stands between them, line breaks and all, `name` the same repaired. `line` counts from 1.
    """

    document: str
    line: int
    start: int
    end: int
    text: str
    name: str
    kind: Kind
    rule: str
    confidence: float


def in_file(path: Path) -> Iterator[Sighting]:
    """The mentions of a page, in the order of the repaired text; `InputError` if it cannot be read."""
    yield from in_page(read_page(path))


def in_page(page: Page) -> Iterator[Sighting]:
    """The mentions of a page that is read already."""
    reading = read(page)
    breaks = [i for i, character in enumerate(page.raw) if character == "\n"]
    for mention in recognize(reading).mentions:
        start, end = _raw(reading, mention)
        yield _sighting(page, bisect_right(breaks, start - 1) + 1, start, end, mention)


def in_lines(path: Path) -> Iterator[Sighting]:
    """The mentions of each line, taken as a document of its own; lines end at line feeds and nothing else."""
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.strip():
            page = Page(identifier=path.name, raw=line, sha256="")
            reading = read(page)
            for mention in recognize(reading).mentions:
                yield _sighting(page, number, *_raw(reading, mention), mention)


def _raw(reading: Reading, mention: Mention) -> tuple[int, int]:
    """Where a mention stands; of one that a column jump has torn apart, the longer piece."""
    piece = max(reading.evidence(mention.span), key=lambda quote: quote.end - quote.start)
    return piece.start, piece.end


def _sighting(page: Page, line: int, start: int, end: int, mention: Mention) -> Sighting:
    return Sighting(
        document=page.identifier,
        line=line,
        start=start,
        end=end,
        text=page.raw[start:end],
        name=mention.text,
        kind=mention.kind,
        rule=mention.rule,
        confidence=mention.confidence,
    )
