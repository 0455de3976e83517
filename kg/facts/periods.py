"""Dates as precise as told: "2022", "2022-07", "2023-06-20", "2014-Q1", "2023-H1", "2021-2025", intervals "a/b"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

YEAR = re.compile(r"\d{4}")
_PART = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])|(\d{4})))?")


def bounds(period: str) -> tuple[date, date] | None:
    """First and last day of a period; None for "" and whatever is no period."""
    first, slash, last = period.partition("/")
    if slash:
        from_, to = bounds(first), bounds(last)
        return (from_[0], to[1]) if from_ and to else None
    match = _PART.fullmatch(first)
    if match is None:
        return None
    year, number, day_of_month, quarter, half, final = (int(g) if g else 0 for g in match.groups())
    if final:
        return (date(year, 1, 1), date(final, 12, 31)) if 0 < year <= final else None
    begin, length = (
        (number, 1) if number else (3 * quarter - 2, 3) if quarter else (6 * half - 5, 6) if half else (1, 12)
    )
    final_month = begin + length - 1
    try:
        if day_of_month:
            only = date(year, number, day_of_month)
            return only, only
        return date(year, begin, 1), date(year, final_month, monthrange(year, final_month)[1])
    except ValueError:  # a day or month that no calendar has
        return None


def is_future(period: str, published: str) -> bool:
    """Whether a period begins after the page appeared.

    A page of 2016-10 speaks of 2016-11 and of 2016-12 as of the future, of 2016 and of 2016-Q4 it cannot be said.
    """
    when, page = bounds(period), bounds(published)
    return bool(when and page and when[0] > page[1])


def is_past(period: str, published: str) -> bool:
    """Whether a period was over when the page appeared."""
    when, page = bounds(period), bounds(published)
    return bool(when and page and when[1] < page[0])


def day(year: int, month: int, day_of_month: int) -> str:
    """An ISO day; "" for a day that no calendar has."""
    iso = f"{year:04}-{month:02}-{day_of_month:02}"
    return iso if bounds(iso) else ""


def month(year: int, number: int) -> str:
    """An ISO month; `number` may run over the year's ends: 0 is last December, 13 next January."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return f"{year:04}-{number:02}"


def moved(published: str, days: int) -> str:
    """A date some days from the page's own; the page's own where that is no day."""
    if len(published) != len("2022-07-05"):
        return published
    return (date.fromisoformat(published) + timedelta(days=days)).isoformat()


def interval(first: str, last: str) -> str:
    """From one date to another: "a/b"; one date alone where they are the same or one is not known."""
    return f"{first}/{last}" if first and last and first != last else first or last
