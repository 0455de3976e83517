"""Sentences cut into clauses, with the quantities of each and the words on both sides of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.facts.dates import When, dates
from kg.facts.quantities import Quantity, quantities
from kg.facts.roles import Role, role_of
from kg.model import Sentence, Span


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between marks of punctuation, at clean positions; `bracketed` where those are brackets."""

    span: Span
    text: str
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in its clause, at clean positions.

    `left` ends where it starts, `right` starts where it ends, and neither reaches into its neighbours' words.
    """

    quantity: Quantity
    clause: Clause
    role: Role
    left: str
    right: str
    sentence: Sentence
    shared: bool = False
    """Whether the words on its right lead to the next number: 25个重点项目完成投资36亿元."""

    @property
    def start(self) -> int:
        """Where the words on its left begin."""
        return self.quantity.span.start - len(self.left)


_BREAK = re.compile(r"[，。；：！？;:!?]|(?<!\d),|,(?!\d)|$")
_WITH_NUMBER = re.compile(r"[（(][^（）()]*\d[^（）()]*[万亿][^（）()]*[）)]")
_COORDINATION = re.compile(r"[、和及与]|以及")


def clauses(text: str, start: int) -> Iterator[Clause]:
    """The clauses of a sentence that begins at a clean position; a bracket with an amount is its own."""
    brackets = [Span(*m.span()) for m in _WITH_NUMBER.finditer(text)]
    cut = 0
    for match in _BREAK.finditer(text):
        if any(b.start < match.start() < b.end for b in brackets):
            continue
        piece = text[cut : match.start()]
        if piece.strip():
            yield Clause(Span(start + cut, start + match.start()), piece)
        cut = match.end()
    for bracket in brackets:
        yield Clause(
            Span(start + bracket.start + 1, start + bracket.end - 1),
            text[bracket.start + 1 : bracket.end - 1],
            bracketed=True,
        )


def figures(sentence: Sentence, published: str) -> tuple[Figure, ...]:
    """The quantities of a sentence in order, each with its side of the words around it."""
    found: list[Figure] = []
    start = sentence.span.start
    parts = tuple(clauses(sentence.text, start))
    taken = [w.span for w in dates(sentence.text, published)]
    brackets = [c.span for c in parts if c.bracketed]
    for clause in parts:
        inner = [] if clause.bracketed else brackets
        here = [
            _moved(q, clause.span.start)
            for q in quantities(clause.text)
            if not any(
                q.core.touches(Span(d.start - shift, d.end - shift))
                for d in taken
                for shift in [clause.span.start - start]
            )
        ]
        here = [q for q in here if not any(b.covers(q.span) for b in inner)]
        found.extend(_placed(clause, here, sentence))
    return tuple(sorted(found, key=lambda f: f.quantity.span))


def spoken_dates(sentence: Sentence, published: str, year: int = 0, review: int = 0) -> tuple[When, ...]:
    """The expressions of time of a sentence at clean positions; `year` and `review` as `dates` knows them."""
    start = sentence.span.start
    return tuple(
        replace(w, span=Span(w.span.start + start, w.span.end + start))
        for w in dates(sentence.text, published, year, review)
        if not _compares(sentence.text, w)
    )


def _compares(text: str, when: When) -> bool:
    """较2020年下降14%, 在去年高基数的基础上: a time that a number is only compared with."""
    before, after = text[: when.span.start], text[when.span.end :]
    return before.endswith(("较", "比", "与")) or after.startswith(("高基数", "同期", "相比", "同比"))


def _moved(quantity: Quantity, by: int) -> Quantity:
    return replace(
        quantity,
        span=Span(quantity.span.start + by, quantity.span.end + by),
        core=Span(quantity.core.start + by, quantity.core.end + by),
    )


def _placed(clause: Clause, here: list[Quantity], sentence: Sentence) -> Iterator[Figure]:
    roles = [role_of(q, _text(clause, q.span.end, clause.span.end)) for q in here]
    previous: Quantity | None = None
    for i, (quantity, role) in enumerate(zip(here, roles, strict=True)):
        # 2个10万吨级泊位: a qualifying number is a part of the noun that is counted
        later = [q for q, r in zip(here[i + 1 :], roles[i + 1 :], strict=True) if r is not Role.QUALIFYING]
        after = _text(clause, quantity.span.end, later[0].span.start if later else clause.span.end)
        right = _right(after, last=not later)
        shared = bool(later) and right == after
        yield Figure(quantity, clause, role, _left(clause, previous, quantity), right, sentence, shared)
        if role is not Role.QUALIFYING and quantity.unit != "年":  # 用三年时间实现资产翻番 is of the assets
            previous = quantity


def _text(clause: Clause, start: int, end: int) -> str:
    return clause.text[start - clause.span.start : end - clause.span.start]


def _left(clause: Clause, previous: Quantity | None, quantity: Quantity) -> str:
    """From the last stated number on, or from the first 、 after it where there is one."""
    if previous is None:
        return _text(clause, clause.span.start, quantity.span.start)
    between = _text(clause, previous.span.end, quantity.span.start)
    comma = _COORDINATION.search(between)
    return between[comma.end() :] if comma and not between.startswith("的") else between


def _right(after: str, *, last: bool) -> str:
    """To the end of the clause, or to the 、 before the next number."""
    if last or not _COORDINATION.search(after):
        return after
    if after.startswith(("、", "和", "及")):
        return ""
    return after[: [m.start() for m in _COORDINATION.finditer(after)][-1]]
