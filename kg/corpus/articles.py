"""Paragraphs in reading order → articles: headline, byline, a speaker's head line, body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.corpus.paragraphs import Paragraph
from kg.corpus.pieces import Piece
from kg.corpus.roles import Role


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as paragraphs with their roles, before it has offsets."""

    parts: tuple[tuple[Role, Paragraph], ...]


def articles(pieces: Iterable[Piece]) -> Iterator[Draft]:
    """The articles of a page, in order; no paragraph is lost."""
    parts: list[tuple[Role, Paragraph]] = []
    for what, paragraph in (part for piece in pieces for part in piece.parts):
        if parts and _begins(what, [r for r, _ in parts]):
            yield Draft(tuple(parts))
            parts = []
        parts.append((what, paragraph))
    if parts:
        yield Draft(tuple(parts))


def _begins(what: Role, before: list[Role]) -> bool:
    """Whether a paragraph of this role begins an article after paragraphs of those."""
    above = {Role.HEADLINE, Role.BYLINE}
    if what is Role.HEAD or what is Role.LEAD:
        return not set(before) <= above
    if what is Role.HEADLINE:
        return not set(before) <= above
    return False
