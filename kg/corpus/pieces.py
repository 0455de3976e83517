"""Paragraphs → pieces: the running text of one block, which columns may continue, or one line that is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.corpus.lines import FEW, Block
from kg.corpus.paragraphs import Paragraph, paragraphs
from kg.corpus.roles import Role, role

Part = tuple[Role, Paragraph]

INDENT = 2
"""Characters that a paragraph's first line is shorter by."""


@dataclass(frozen=True)
class Piece:
    """Paragraphs of one block, in order: its running text, or a single paragraph of another role.

    `width` is that of the block's column, 0 where its lines are no column's; `measured` says that the block has lines
    enough to be sure of it. `opens` and `closes` tell whether the block begins and ends with the piece, since only
    there a column can be torn.
    """

    parts: tuple[Part, ...]
    width: float
    measured: bool = False
    opens: bool = True
    closes: bool = True

    @cached_property
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

    @cached_property
    def text(self) -> str:
        """All it says, without line breaks."""
        return "".join([paragraph.text for _, paragraph in self.parts])


def pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    """The pieces of a page, in the order of the file."""
    for block in blocks:
        width = block.width if block.wrapped else 0.0
        measured = block.wrapped and len(block.lines) > FEW
        runs = list(_runs(_with_roles(block, width)))
        for i, run in enumerate(runs):
            yield Piece(tuple(run), width, measured, opens=i == 0, closes=i == len(runs) - 1)


def _with_roles(block: Block, width: float) -> list[Part]:
    parts: list[Part] = []
    for paragraph in paragraphs(block):
        above = parts[-1][0] if parts else None
        parts.append((_role_in_column(paragraph, above, width), paragraph))
    return parts


def _runs(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Running text together, cut before each lead, since that begins another report; what is none apart."""
    run: list[Part] = []
    for part in parts:
        if run and not (part[0] is Role.BODY and run[-1][0].prose):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _role_in_column(paragraph: Paragraph, above: Role | None, width: float) -> Role:
    """A paragraph's role, knowing that several lines of a column, or a full one below running text, are no headline."""
    alone = role(paragraph.text, paragraph.mark)
    if alone is not Role.HEADLINE or not paragraph.wrapped or paragraph.mark:
        return alone
    full = paragraph.lines[-1].width >= width - INDENT - 1
    return Role.BODY if len(paragraph.lines) > 1 or (full and above and above.prose) else alone
