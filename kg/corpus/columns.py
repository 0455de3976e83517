"""Columns that the page's file has torn apart: which piece goes on where another breaks off in mid-sentence.

Each sign of SIGNS looks at the cut between an unfinished piece and one that may go on with it, and says how much
speaks for or against. The best pairs are joined, each piece once; a pair that too little speaks for is left apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.corpus.cuts import SIGNS, Cut
from kg.corpus.kinship import Kinship
from kg.corpus.paragraphs import Paragraph
from kg.corpus.pieces import Piece
from kg.corpus.roles import Role

REACH = 24
"""Pieces ahead among which a continuation is sought; a page has hardly more between two columns of an article."""
HEADLINE_REACH = 4
"""Pieces back to a headline that is still that of the piece."""
ENOUGH = 2.5
"""What must speak for a pair: two pieces side by side have it, unless something speaks against them."""
ENOUGH_FOR_A_LINE = 3.5
"""The same for a single line, which is more often a headline than a broken sentence."""


def in_reading_order(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, each torn text made whole where it begins."""
    following = _following(pieces)
    continuations = set(following.values())
    for number, piece in enumerate(pieces):
        if number not in continuations:
            yield _whole(piece, number, pieces, following)


def _whole(piece: Piece, number: int, pieces: Sequence[Piece], following: Mapping[int, int]) -> Piece:
    """A piece with all that goes on with it."""
    while number in following:
        number = following[number]
        piece = _joined(piece, pieces[number])
    return piece


def _following(pieces: Sequence[Piece]) -> dict[int, int]:
    """For each piece that is gone on with elsewhere, the piece that does: the best pairs first, each side once."""
    kinship = Kinship([piece.text for piece in pieces])
    pairs = sorted(
        (-score, right - left, left, right)
        for left, piece in enumerate(pieces)
        if _breaks_off(piece)
        for right in range(left + 1, min(left + 1 + REACH, len(pieces)))
        if _may_go_on(pieces[right])
        and (score := _score(pieces, left, right, kinship)) >= (ENOUGH if piece.prose else ENOUGH_FOR_A_LINE)
    )
    following: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, left, right in pairs:
        if left not in following and right not in taken:
            following[left] = right
            taken.add(right)
    return following


def _breaks_off(piece: Piece) -> bool:
    what, paragraph = piece.parts[-1]
    return not paragraph.finished and not paragraph.mark and (what.prose or what is Role.HEADLINE)


def _may_go_on(piece: Piece) -> bool:
    what, paragraph = piece.parts[0]
    return what is Role.BODY and not paragraph.mark


def _score(pieces: Sequence[Piece], left: int, right: int, kinship: Kinship) -> float:
    if not pieces[left].prose and right > left + 1:
        return 0.0
    cut = Cut(
        pieces[left],
        pieces[right],
        prose_between=sum(piece.prose for piece in pieces[left + 1 : right]),
        others_between=sum(not piece.prose for piece in pieces[left + 1 : right]),
        kinship=kinship(left, right) + _headline_kinship(pieces, left, right, kinship),
    )
    return sum(sign(cut) for sign in SIGNS)


def _headline_kinship(pieces: Sequence[Piece], left: int, right: int, kinship: Kinship) -> float:
    """Kinship of the right piece with the headline above the left one."""
    above = range(left - 1, max(-1, left - 1 - HEADLINE_REACH), -1)
    headline = next((i for i in above if pieces[i].parts[0][0] is Role.HEADLINE), None)
    return 0.0 if headline is None else kinship(headline, right)


def _joined(left: Piece, right: Piece) -> Piece:
    what, broken = left.parts[-1]
    whole = Paragraph(broken.lines + right.first.lines, broken.wrapped or right.first.wrapped)
    joint = (what if what.prose else Role.BODY, whole)
    return Piece((*left.parts[:-1], joint, *right.parts[1:]), max(left.width, right.width))
