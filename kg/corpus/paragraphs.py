"""Blocks → paragraphs: the lines of one thought, joined again where only the column's end broke them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.corpus.lines import Block, Line
from kg.corpus.roles import begins_anew, ends_caption, is_byline
from kg.corpus.words import word_across

FINAL = frozenset("。！？…”’）》.!?")
HANGING = frozenset("于在和与及的为把被将对由向从以等、，；：（《“‘-—之")
"""A line that ends so is not over."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines to be read as one. `wrapped` says that they were column lines, `mark` what stood before the first."""

    lines: tuple[Line, ...]
    wrapped: bool

    @property
    def mark(self) -> str:
        return self.lines[0].mark

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)

    @property
    def finished(self) -> bool:
        """Whether the last line ends a sentence."""
        return self.lines[-1].text[-1] in FINAL


def paragraphs(block: Block) -> Iterator[Paragraph]:
    """The paragraphs of a block, in order."""
    wrapped = block.wrapped
    lines = [block.lines[0]]
    for line, following in pairwise(block.lines):
        if not _goes_on(block, wrapped, line, following):
            yield Paragraph(tuple(lines), wrapped)
            lines = []
        lines.append(following)
    yield Paragraph(tuple(lines), wrapped)


def _goes_on(block: Block, wrapped: bool, line: Line, following: Line) -> bool:
    """Whether two neighbouring lines belong to one paragraph."""
    if following.mark or begins_anew(following.text) or is_byline(line.text) or ends_caption(line.text):
        return False
    if wrapped:
        return line.width >= block.width - 1 or not (line.text[-1] in FINAL or _is_headline(block, line))
    return line.text[-1] in HANGING or bool(word_across(line.text[-6:], following.text[:6]))


def _is_headline(block: Block, line: Line) -> bool:
    """A short line without any punctuation of prose, as a headline above its article is.

    A paragraph's first line is two characters short as well, for its indent.
    """
    return line.width < block.width - 3.5 and not re.search("[，。；：！？、]", line.text)
