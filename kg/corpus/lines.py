"""Repaired page → lines in blocks: what stands together on paper, a blank line apart from the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

LINE = re.compile(
    r"^(?P<indent> *)(?P<mark>#{1,6}|[■□●○◆◇▲△★☆▶►◎⊙※]+|(?:[①-⑳] *)+)? *(?P<text>.*)$", re.MULTILINE
)
QUOTES = str.maketrans(dict.fromkeys("“”‘’", "'"))
SPEECH = re.compile("[，。；：！？]")
SLACK = 3
"""Characters by which full lines differ: an indent, a mark that may not begin a line, letters of odd width."""
INDENT = 2
"""Spaces before a line that begin a paragraph."""
SHORT = 0.6
"""Share of the widest line's width below which a line is a paragraph's last."""
FEW = 3
"""Lines; where there are no more, the first may be indented and the last short."""
NARROWEST = 7
"""Characters; what is narrower is a list or a headline in steps and no column."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line without the mark before it (#, ■, □, ●, ①); `start` is its place in the repaired page.

    `width` is in Chinese characters; `indented` says that two spaces or more stood before the line.
    """

    text: str
    start: int
    mark: str
    width: float
    indented: bool = False

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Block:
    """Lines without a blank one between them."""

    lines: tuple[Line, ...]

    @cached_property
    def width(self) -> float:
        """Width of the column: that of most lines which are not short, or of the widest where none is shared."""
        widest = max(line.width for line in self.lines)
        if not self.lines[FEW:]:
            return widest
        widths = Counter(line.width for line in self.lines if line.width >= SHORT * widest)
        return max(widths, key=lambda width: (widths[width], width))

    @cached_property
    def indents(self) -> bool:
        """Whether an indent tells where a paragraph begins: some lines have one, and some have none."""
        return len({line.indented for line in self.lines}) > 1

    @cached_property
    def wrapped(self) -> bool:
        """Whether the lines were broken where the column ended and not where something ended.

        The line before an indent ends a paragraph, however short it is.
        """
        inner = [line for line, after in pairwise(self.lines) if not after.indented]
        if not inner or self.width < NARROWEST or not any(SPEECH.search(line.text) for line in self.lines):
            return False
        return 2 * sum(abs(line.width - self.width) <= SLACK for line in inner) > len(inner)


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a repaired page, in order; lines of nothing but marks are left out."""
    lines: list[Line] = []
    for match in LINE.finditer(text):
        if match["text"]:
            indented = len(match["indent"]) >= INDENT
            lines.append(
                Line(match["text"], match.start("text"), match["mark"] or "", _width(match["text"]), indented)
            )
        elif lines and not match["mark"]:
            yield Block(tuple(lines))
            lines = []
    if lines:
        yield Block(tuple(lines))


def _width(text: str) -> float:
    """Width in Chinese characters: digits, Latin letters and quotation marks are half as wide."""
    return len(text) - len(text.translate(QUOTES).encode("ascii", "ignore")) / 2
