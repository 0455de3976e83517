"""Which pieces are one text: torn ones, those that stand below each other, and those that a column jump left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.corpus.kinship import Kinship
from kg.corpus.pieces import Piece
from kg.corpus.roles import Role

SAME_WIDTH = 1.0
"""Characters by which the columns of one text differ at most."""
ANNOUNCING = (Role.HEADLINE, Role.BYLINE, Role.HEAD)
RECENT = 12
"""Texts back among which a piece that stands alone looks for its own."""
ENOUGH = 0.2
"""Kinship that a piece must have with the text it is added to."""


def texts(pieces: Sequence[Piece], torn: Mapping[int, int], kinship: Kinship) -> Iterator[list[int]]:
    """The numbers of the pieces of each text, in the order in which the texts begin.

    `torn` has the piece that goes on with each one that breaks off.
    """
    found: list[list[int]] = []
    text_of: dict[int, list[int]] = {}
    goes_on_with = {right: left for left, right in torn.items()}
    for number, piece in enumerate(pieces):
        if number in goes_on_with:
            text = text_of[goes_on_with[number]]
        elif not number or _begins_text(pieces, number):
            text = _new(found)
        elif _stands_below(pieces[number - 1], piece) and number - 1 not in torn:
            text = text_of[number - 1]
        else:
            text = _own(pieces, number, found, torn, kinship) or _new(found)
        text.append(number)
        text_of[number] = text
    return iter(found)


def _new(found: list[list[int]]) -> list[int]:
    found.append([])
    return found[-1]


def _begins_text(pieces: Sequence[Piece], number: int) -> bool:
    """Whether a piece begins a text of its own: a lead, what a headline announces, the words below a picture."""
    piece, above = pieces[number], pieces[number - 1]
    announced = above.parts[0][0] in ANNOUNCING or above.last.turns_page
    pictured = number + 1 < len(pieces) and pieces[number + 1].parts[0][0] is Role.CAPTION
    return announced or pictured or not piece.opens or piece.parts[0][0] is not Role.BODY


def _stands_below(above: Piece, piece: Piece) -> bool:
    """Whether a piece of running text is the next of the column above it."""
    if not above.prose:
        return False
    return not (above.measured and piece.measured) or abs(above.width - piece.width) <= SAME_WIDTH


def _own(
    pieces: Sequence[Piece],
    number: int,
    found: Sequence[list[int]],
    torn: Mapping[int, int],
    kinship: Kinship,
) -> list[int] | None:
    """The text that a piece below another text's column belongs to: one of its width that it is kin to, if any."""
    piece = pieces[number]
    if not piece.measured:
        return None
    kin = [
        (kinship(text[-1], number) + kinship(text[0], number), text)
        for text in found[-RECENT:]
        if _may_have_more(pieces[text[-1]], piece) and text[-1] not in torn
    ]
    best = max(kin, key=lambda pair: (pair[0], pair[1][0]), default=(0.0, None))
    return best[1] if best[0] >= ENOUGH else None


def _may_have_more(last: Piece, piece: Piece) -> bool:
    same_column = last.measured and abs(last.width - piece.width) <= SAME_WIDTH
    return last.prose and same_column and not last.last.turns_page
