"""Blocks → paragraphs: the lines of one thought, joined again where only the column's end broke them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from kg.corpus.brackets import unpaired
from kg.corpus.lines import INDENT, SLACK, Block, Line
from kg.corpus.roles import begins_anew, ends_caption, is_byline
from kg.corpus.words import first_word, last_word, word_across

FINAL = re.compile("[。！？…!?][”’）》]*$")
"""A line that ends so and is not full is the last of its paragraph."""
CLOSING = frozenset("”’）》")
"""A short line may end so too."""
ENDED = re.compile(r"[。！？!?…；][”’）》]*(?:（[^（）]{1,24}）)?$|（下转[^（）]{1,12}）$")
"""The end of a sentence, perhaps with the writer's name in brackets, or of what this page has of it."""
END_WIDTH = 28
HANGING = frozenset("于在和与及的为把被将对由向从以等、，；：（《“‘-—之")
"""A line that ends so is not over."""
PLACED = re.compile("[上中下里内时后前]")
NO_BEGINNING = frozenset("是的和与等了着及")
NEAR = 6
"""Characters on either side of a line's end that a word across it can have."""
COMMAS = re.compile("[，。；：！？、]")
HEADLINE_SHORTER = 3.5
"""Characters that a headline is narrower than the column below; a paragraph's first line lacks two, for its indent."""


@dataclass(frozen=True)
class Paragraph:
    """Lines to be read as one. `wrapped` says that they were column lines."""

    lines: tuple[Line, ...]
    wrapped: bool

    @property
    def mark(self) -> str:
        """What stood before the first line: ■, #, ①."""
        return self.lines[0].mark

    @cached_property
    def text(self) -> str:
        """Its characters, without line breaks."""
        return "".join([line.text for line in self.lines])

    @cached_property
    def finished(self) -> bool:
        """Whether it ends where a sentence ends."""
        return ENDED.search(self.text, max(0, len(self.text) - END_WIDTH)) is not None

    @cached_property
    def unclosed(self) -> str:
        """The closing marks that are missing for the quotation marks and brackets it opens, the innermost first."""
        return unpaired(self.text)[0]

    @cached_property
    def unopened(self) -> str:
        """The closing marks that nothing in it opens."""
        return unpaired(self.text)[1]

    @cached_property
    def turns_page(self) -> bool:
        """Whether the rest is on another page."""
        return "（下转" in self.text[-END_WIDTH:]


def paragraphs(block: Block) -> Iterator[Paragraph]:
    """The paragraphs of a block, in order."""
    lines = [block.lines[0]]
    for line, following in pairwise(block.lines):
        if not _goes_on(block, line, following):
            yield Paragraph(tuple(lines), block.wrapped)
            lines = []
        lines.append(following)
    yield Paragraph(tuple(lines), block.wrapped)


def _goes_on(block: Block, line: Line, following: Line) -> bool:
    """Whether two neighbouring lines belong to one paragraph."""
    if following.mark or (block.indents and following.indented):
        return False
    if begins_anew(following.text) or is_byline(line.text) or ends_caption(line.text):
        return False
    if block.wrapped:
        return line.width >= block.width - 1 or not (_is_last(block, line) or _is_headline(block, line))
    return _is_heading_in_two(line, following) or _is_open(line.text) or _goes_back(line.text, following.text)


def _is_last(block: Block, line: Line) -> bool:
    """Whether a line that is not full ends its paragraph."""
    if line.text[-1] in CLOSING and line.width < block.width - HEADLINE_SHORTER:
        return True
    return FINAL.search(line.text) is not None


def _is_heading_in_two(line: Line, following: Line) -> bool:
    """●打造产业 / 集聚新高地: a marked line and a short one without a mark."""
    short = following.width <= line.width + SLACK and not COMMAS.search(line.text + following.text)
    return bool(line.mark) and "#" not in line.mark and short


def _is_open(text: str) -> bool:
    """Whether a line ends in the middle: in 、 or 与, or after 在 without its 上 or 中."""
    return hangs(text) or (text[0] == "在" and not PLACED.search(text))


def hangs(text: str) -> bool:
    """Whether a text's last word asks for another: 与, but not the end of 作为."""
    return text[-1] in HANGING and last_word(text[-NEAR:]).text in HANGING


def _goes_back(line: str, following: str) -> bool:
    """Whether a line begins with what belongs to the one before: the rest of a word, 是, 的, or 上 after a noun."""
    first = first_word(following[:NEAR])
    return first.text in NO_BEGINNING or first.pos == "f" or bool(word_across(line[-NEAR:], following[:NEAR]))


def _is_headline(block: Block, line: Line) -> bool:
    """A short line without any punctuation of prose, as a headline above its article is."""
    printed = line.width + INDENT * line.indented
    return printed < block.width - HEADLINE_SHORTER and not (
        COMMAS.search(line.text) or _is_open(line.text)
    )
