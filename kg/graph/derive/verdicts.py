"""Whether a number that was reached meets one that was aimed at, where the two can be compared at all.

A bare target (240家, 15%) is a floor, unless less is better (能耗); 以内, 不超过 are ceilings. What was reached may be told as
a bound, too: 超250 meets 240, and says nothing of 260. What cannot be decided gets no verdict.
"""

from __future__ import annotations

from enum import StrEnum
from math import inf, isclose

ABOUT = 0.05
"""How far “about” reaches, as a share of the number: 近1400亿, 8%左右."""


class Verdict(StrEnum):
    """What came of a target."""

    MET = "met"
    MISSED = "missed"
    REVISED = "revised"
    NOT_REPORTED = "not-reported"


Told = tuple[str, float]
"""A comparator and a number."""


def verdict(target: Told, actual: Told, *, low_is_better: bool = False) -> Verdict | None:
    """Met or missed; None where that cannot be told."""
    comparator, aim = target
    low, high = _between(*actual)
    if low_is_better and comparator in ("=", "~"):
        return None
    if comparator in ("<", "<="):
        return _decided(-high, -low, -aim, strict=comparator == "<")
    if comparator == "~":
        met, missed = low >= aim, high < aim * (1 - ABOUT)
        return Verdict.MET if met else Verdict.MISSED if missed else None
    return _decided(low, high, aim, strict=comparator == ">")


def _decided(low: float, high: float, aim: float, *, strict: bool) -> Verdict | None:
    """Whether everything from `low` to `high` reaches the aim, or nothing does; a number exactly at “over 1000” may be rounded."""
    if strict and (isclose(low, aim) and isclose(high, aim)):
        return None
    if low > aim or isclose(low, aim):
        return Verdict.MET
    return Verdict.MISSED if high < aim and not isclose(high, aim) else None


def _between(comparator: str, value: float) -> tuple[float, float]:
    """Between which numbers lies what was told."""
    match comparator:
        case "=":
            return value, value
        case ">" | ">=":
            return value, inf
        case "<" | "<=":
            return -inf, value
        case "~":
            return value - abs(value) * ABOUT, value + abs(value) * ABOUT
        case _:
            return -inf, inf
