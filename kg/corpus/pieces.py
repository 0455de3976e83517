"""Paragraphs → pieces: the running text of one block, which columns may continue, or one line that is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kg.corpus.lines import Block
from kg.corpus.paragraphs import Paragraph, paragraphs
from kg.corpus.roles import Role, role

INDENT = 2
"""Characters that a paragraph's first line is shorter by."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Paragraphs of one block, in order: its running text, or a single paragraph of another role.

    `width` is that of the block's column, 0 where its lines are no column's.
    """

    parts: tuple[tuple[Role, Paragraph], ...]
    width: float

    @property
    def prose(self) -> bool:
        """Whether it is running text."""
        return self.parts[0][0].prose

    @property
    def first(self) -> Paragraph:
        """The paragraph that it begins with."""
        return self.parts[0][1]

    @property
    def last(self) -> Paragraph:
        """The paragraph that it ends with."""
        return self.parts[-1][1]

    @property
    def text(self) -> str:
        """All it says, without line breaks."""
        return "".join(paragraph.text for _, paragraph in self.parts)


def pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    """The pieces of a page, in the order of the file."""
    for block in blocks:
        width = block.width if block.wrapped else 0.0
        roles: list[tuple[Role, Paragraph]] = []
        for paragraph in paragraphs(block):
            above = roles[-1][0] if roles else None
            roles.append((_role_in_column(paragraph, above, width), paragraph))
        for prose, parts in groupby(roles, key=lambda part: part[0].prose):
            if prose:
                yield from _reports(list(parts), width)
            else:
                yield from (Piece((part,), width) for part in parts)


def _role_in_column(paragraph: Paragraph, above: Role | None, width: float) -> Role:
    """A paragraph's role, knowing that several lines of a column, or a full one below running text, are no headline."""
    alone = role(paragraph.text, paragraph.mark)
    if alone is not Role.HEADLINE or not paragraph.wrapped or paragraph.mark:
        return alone
    full = paragraph.lines[-1].width >= width - INDENT - 1
    return Role.BODY if len(paragraph.lines) > 1 or (full and above and above.prose) else alone


def _reports(parts: list[tuple[Role, Paragraph]], width: float) -> Iterator[Piece]:
    """Running text, cut before each lead, since that begins another report."""
    starts = [0, *(i for i, (what, _) in enumerate(parts) if i and what is Role.LEAD), len(parts)]
    for start, end in zip(starts, starts[1:], strict=False):
        yield Piece(tuple(parts[start:end]), width)
