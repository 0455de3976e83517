"""Expressions of time, resolved against the page's own date: 昨天, 3月5日, 今年1至8月, 去年底, “十五五”期间, 三年内."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.facts.date_rules import RELATIVE, RULES, Anchor, Rule, number
from kg.model import Span

TIME_WORDS = re.compile(r"[年月日号天晨晚季度期近末一五旦庆划]")
"""One of these characters is in every expression of time."""
HOPED = re.compile(r"计划|预计|力争|将|拟|确保|争取|有望|可")
NEAR = 8
"""Characters before a month in which a word of hope makes it one to come."""


@dataclass(frozen=True, slots=True)
class When:
    """An expression of time: its span, its period ("" where the page's date does not tell), and the rule."""

    span: Span
    text: str
    iso: str
    rule: str
    of_year: bool = False
    """Whether it names its year: 去年3月, 2022年."""


def dates(text: str, published: str, year: int = 0, review: int = 0) -> tuple[When, ...]:
    """All expressions of time of a text in order, resolved against the date of the page ("2022-07", "" unknown).

    `year` is the one the text before spoke of (当年, 那一年), `review` the past one that it is a review of (2017年，…);
    0 where it spoke of none.
    """
    found: list[When] = []
    spoken = 0
    for match, rule in _matches(text):
        told = match.groupdict()
        back = told.get("relative") not in (None, *RELATIVE)
        reviewed = review if _in_review(match, Anchor(published), review) else 0
        iso = rule(match, Anchor(published, spoken or (year if back else reviewed)))
        names_year = bool(iso and (told.get("year") or told.get("relative")))
        spoken = int(iso[:4]) if names_year else spoken
        if told.get("relative") in RELATIVE and not iso:
            spoken = year = 0  # 今年 of a page without a date: the year told before no longer holds
        found.append(When(Span(*match.span()), match.group(), iso, rule.__name__, names_year))
    return tuple(found)


def _in_review(match: re.Match[str], page: Anchor, review: int) -> bool:
    """Whether a month without a year is one of the year under review: in January's paper 5月竣工 of last year."""
    told = match.groupdict()
    if not review or review >= page.year or not told.get("month") or told.get("year") or told.get("relative"):
        return False
    text = match.string
    ahead = text.startswith("前", match.end()) or HOPED.search(text[: match.start()][-NEAR:])
    return not ahead and number(told["month"]) > page.month > 0


def _matches(text: str) -> Iterator[tuple[re.Match[str], Rule]]:
    """The expressions from left to right without overlap; of several at one place the longest, then the first."""
    if not TIME_WORDS.search(text):
        return
    position = 0
    waiting = [(pattern, pattern.search(text), rule) for pattern, rule in _compiled()]
    while True:
        waiting = [
            (pattern, match if match.start() >= position else pattern.search(text, position), rule)
            for pattern, match, rule in waiting
            if match is not None
        ]
        there = [(match, rule) for _, match, rule in waiting if match is not None]
        if not there:
            return
        best = min(there, key=lambda pair: (pair[0].start(), -pair[0].end()))
        position = best[0].end()
        yield best


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    return tuple((re.compile(pattern), rule) for pattern, rule in RULES)
