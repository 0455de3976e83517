"""Repaired page → lines in blocks: what stands together on paper, a blank line apart from the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LINE = re.compile(r"^(?P<mark>#{1,6}|[■□●○◆◇▲△★☆▶►◎⊙※]+|(?:[①-⑳] *)+)? *(?P<text>.*)$", re.MULTILINE)
ASCII = re.compile(r"[\x00-\x7f]")
SPEECH = frozenset("，。；：！？")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line without the mark before it (#, ■, □, ●, ①); `start` is its place in the repaired page."""

    text: str
    start: int
    mark: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def width(self) -> float:
        """Width in Chinese characters: digits and Latin letters are half as wide."""
        return len(self.text) - len(ASCII.findall(self.text)) / 2


@dataclass(frozen=True, slots=True)
class Block:
    """Lines without a blank one between them."""

    lines: tuple[Line, ...]

    @property
    def width(self) -> float:
        """Width of the column: that of the widest line but one, since a line may hang over."""
        widths = sorted(line.width for line in self.lines)
        return widths[-2] if len(widths) > 2 else widths[-1]

    @property
    def wrapped(self) -> bool:
        """Whether the lines were broken where the column ended and not where something ended."""
        if len(self.lines) < 2 or not any(SPEECH & set(line.text) for line in self.lines):
            return False
        inner = self.lines[:-1]
        full = self.width - 2.5
        return self.width >= 7 and 2 * sum(line.width >= full for line in inner) > len(inner)


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a repaired page, in order; lines of nothing but marks are left out."""
    lines: list[Line] = []
    for match in LINE.finditer(text):
        if match["text"]:
            lines.append(Line(match["text"], match.start("text"), match["mark"] or ""))
        elif lines and not match["mark"]:
            yield Block(tuple(lines))
            lines = []
    if lines:
        yield Block(tuple(lines))
