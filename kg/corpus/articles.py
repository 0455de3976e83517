"""Pieces in reading order → articles: headline, byline, a speaker's head line, body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.corpus.paragraphs import Paragraph
from kg.corpus.pieces import Part, Piece
from kg.corpus.roles import Role

ABOVE = frozenset({Role.HEADLINE, Role.BYLINE})
"""What stands above an article's text."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as paragraphs with their roles, before it has offsets."""

    parts: tuple[Part, ...]


def articles(pieces: Iterable[Piece]) -> Iterator[Draft]:
    """The articles of a page, in order; no paragraph is lost.

    A speaker's section is an article; so is a report from its lead to the next headline; the page's furniture
    is put into articles of its own.
    """
    parts: list[Part] = []
    above_only = True
    for part in (part for piece in pieces for part in piece.parts):
        if parts and _begins(part, parts[-1], above_only=above_only):
            yield Draft(tuple(parts))
            parts, above_only = [], True
        parts.append(part)
        above_only = above_only and part[0] in ABOVE
    if parts:
        yield Draft(tuple(parts))


def _begins(part: Part, last: Part, *, above_only: bool) -> bool:
    """Whether a paragraph begins an article after the last one; `above_only`: that article has no text yet."""
    what, paragraph = part
    if (what is Role.FURNITURE) != (last[0] is Role.FURNITURE):
        return True
    match what:
        case Role.HEAD | Role.LEAD:
            return not above_only
        case Role.HEADLINE:
            return not above_only and not _is_subheading(paragraph)
        case Role.BODY:
            return last[1].turns_page
        case Role.BYLINE:
            return not above_only and bool(paragraph.mark)
        case Role.CAPTION | Role.FURNITURE:
            return False


def _is_subheading(paragraph: Paragraph) -> bool:
    """“●打造集聚新高地” inside an article; a Markdown heading is a headline."""
    return bool(paragraph.mark) and "#" not in paragraph.mark
