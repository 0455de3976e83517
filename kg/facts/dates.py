"""Expressions of time, resolved against the page's own date: 昨天, 3月5日, 今年1至8月, 去年底, “十五五”期间, 三年内."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.facts.date_rules import RELATIVE, RULES, Anchor, Rule
from kg.model import Span


@dataclass(frozen=True, slots=True)
class When:
    """An expression of time: its span, its period ("" where the page's date does not tell), and the rule."""

    span: Span
    text: str
    iso: str
    rule: str
    of_year: bool = False
    """Whether it names its year: 去年3月, 2022年."""


def dates(text: str, published: str, year: int = 0) -> tuple[When, ...]:
    """All expressions of time of a text in order, resolved against the date of the page ("2022-07", "" unknown).

    `year` is the one the text before spoke of (当年, 那一年), 0 where it spoke of none.
    """
    found: list[When] = []
    spoken, position = 0, 0
    while (best := _next(text, position)) is not None:
        match, rule = best
        told = match.groupdict()
        back = told.get("relative") not in (None, *RELATIVE)
        iso = rule(match, Anchor(published, spoken or (year if back else 0)))
        names_year = bool(iso and (told.get("year") or told.get("relative")))
        spoken = int(iso[:4]) if names_year else spoken
        position = match.end()
        found.append(When(Span(*match.span()), match.group(), iso, rule.__name__, names_year))
    return tuple(found)


def _next(text: str, position: int) -> tuple[re.Match[str], Rule] | None:
    """The leftmost expression from a position on; of several there the longest."""
    best: tuple[re.Match[str], Rule] | None = None
    for pattern, rule in _compiled():
        match = pattern.search(text, position)
        if match and (best is None or (match.start(), -match.end()) < (best[0].start(), -best[0].end())):
            best = (match, rule)
    return best


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    return tuple((re.compile(pattern), rule) for pattern, rule in RULES)
