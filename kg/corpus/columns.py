"""Columns that the page's file has torn apart: which piece goes on where another breaks off in mid-sentence.

Each sign of SIGNS looks at the cut between an unfinished piece and one that may go on with it, and says how much
speaks for or against. The best pairs are joined, each piece once; a pair that too little speaks for is left apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from kg.corpus.cuts import SIGNS, cut_between
from kg.corpus.kinship import Kinship
from kg.corpus.paragraphs import Paragraph
from kg.corpus.pieces import Piece
from kg.corpus.roles import Role
from kg.corpus.texts import texts

REACH = 24
"""Pieces ahead among which a continuation is sought; a page has hardly more between two columns of an article."""
HEADLINE_REACH = 4
"""Pieces back to a headline that is still that of the piece."""
ENOUGH = 2.5
"""What must speak for a pair: two pieces side by side have it, unless something speaks against them."""
PHRASE = 2.0
"""What a phrase across the cut counts that stands elsewhere on the page."""
SURE = 6.5
"""What must speak for the very next piece so that no other is looked at."""
MOST_KINSHIP = 3.0
"""What common rare words count at most beside the signs at the cut itself."""
ENOUGH_FOR_A_LINE = 3.5
"""The same for a single line, which is more often a headline than a broken sentence."""


def in_reading_order(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, each text in one run and torn sentences whole, in the order in which the texts begin."""
    kinship = Kinship([piece.text for piece in pieces])
    torn = _best(_candidates(pieces, kinship))
    for text in texts(pieces, torn, kinship):
        yield from _mended([(number, pieces[number]) for number in text], torn)


def _mended(text: Sequence[tuple[int, Piece]], torn: Mapping[int, int]) -> Iterator[Piece]:
    """The pieces of a text, what was torn joined."""
    (last, whole), *others = text
    for number, piece in others:
        if torn.get(last) == number:
            whole = _joined(whole, piece)
        else:
            yield whole
            whole = piece
        last = number
    yield whole


def _best(candidates: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """For each piece that is gone on with elsewhere, the piece that does: the best pairs first, each side once."""
    following: dict[int, int] = {}
    taken: set[int] = set()
    for _, left, right in sorted(candidates, key=lambda pair: (-pair[0], pair[2] - pair[1], pair[1])):
        if left not in following and right not in taken:
            following[left] = right
            taken.add(right)
    return following


def _candidates(pieces: Sequence[Piece], kinship: Kinship) -> Iterator[tuple[float, int, int]]:
    """Pairs for which enough speaks: how much, the number of the unfinished piece and of the one that goes on."""
    prose_before = list(accumulate((piece.prose for piece in pieces), initial=0))
    for left, piece in enumerate(pieces):
        if not _breaks_off(piece):
            continue
        reach, enough = (REACH, ENOUGH) if piece.prose else (1, ENOUGH_FOR_A_LINE)
        headline = _headline_above(pieces, left)
        for right in range(left + 1, min(left + 1 + reach, len(pieces))):
            if not _may_go_on(pieces[right]):
                continue
            prose_between = prose_before[right] - prose_before[left + 1]
            cut = cut_between(piece, pieces[right], prose_between, right - left - 1 - prose_between)
            score = sum(sign(cut) for sign in SIGNS) + PHRASE * kinship.knows_phrase(cut.before, cut.after)
            if score >= enough - MOST_KINSHIP:
                kin = kinship(left, right) + (kinship(headline, right) if headline is not None else 0.0)
                score += min(kin, MOST_KINSHIP)
                if score >= enough:
                    yield score, left, right
                if score >= SURE and right == left + 1:
                    break


def _headline_above(pieces: Sequence[Piece], number: int) -> int | None:
    above = range(number - 1, max(-1, number - 1 - HEADLINE_REACH), -1)
    return next((i for i in above if pieces[i].parts[0][0] is Role.HEADLINE), None)


def _breaks_off(piece: Piece) -> bool:
    what, paragraph = piece.parts[-1]
    torn = piece.closes and not paragraph.finished and not paragraph.mark
    return torn and (what.prose or what is Role.HEADLINE)


def _may_go_on(piece: Piece) -> bool:
    what, paragraph = piece.parts[0]
    return piece.opens and what is Role.BODY and not paragraph.mark


def _joined(left: Piece, right: Piece) -> Piece:
    what, broken = left.parts[-1]
    whole = Paragraph(broken.lines + right.first.lines, broken.wrapped or right.first.wrapped)
    joint = (what if what.prose else Role.BODY, whole)
    return replace(left, parts=(*left.parts[:-1], joint, *right.parts[1:]), width=left.width or right.width)
