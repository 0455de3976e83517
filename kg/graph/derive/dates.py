"""Dates as precise as told, compared only where one lies wholly before the other: 2022 and 2022-07 have no order."""

from __future__ import annotations

from datetime import date
from functools import cache

from kg.facts.periods import bounds

DAYS_OF_A_YEAR = 365.25


@cache
def span(told: str) -> tuple[date, date] | None:
    """First and last day of a date or period; None where it is undated or no date."""
    return bounds(told)


def before(earlier: str, later: str) -> bool:
    """Whether the one was over when the other began; false where either is undated."""
    one, other = span(earlier), span(later)
    return bool(one and other and one[1] < other[0])


def first(told: list[str]) -> str:
    """The date that begins first, of equal ones the narrowest; "" where none is dated."""
    return min(filter(span, told), key=lambda d: (_span(d)[0], _span(d)[1]), default="")


def last(told: list[str]) -> str:
    """The date that ends last, of equal ones the narrowest; "" where none is dated."""
    return max(filter(span, told), key=lambda d: (_span(d)[1], _span(d)[0]), default="")


def years(earlier: str, later: str) -> float:
    """About how many years lie between two dates, from the middle of the one to the middle of the other."""
    (a, b), (c, d) = _span(earlier), _span(later)
    return max(0.0, ((c - a).days + (d - b).days) / 2 / DAYS_OF_A_YEAR)


def _span(told: str) -> tuple[date, date]:
    return span(told) or (date.min, date.max)
