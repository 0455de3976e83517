"""Chinese numerals up to 99, and the years of the sexagenary cycle."""

from __future__ import annotations

STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
CYCLE = tuple(STEMS[n % 10] + BRANCHES[n % 12] for n in range(60))
FIRST = 1984
"""A year 甲子."""
LAST_KNOWN = 2040
ONES = "〇一二三四五六七八九"


def number(numeral: str) -> int:
    """The value of a Chinese numeral from 一 to 九十九.

    >>> number("二十"), number("十四"), number("三")
    (20, 14, 3)
    """
    tens, ten, ones = numeral.rpartition("十")
    value = ONES.index(ones) if ones else 0
    return value + (10 * (ONES.index(tens) if tens else 1) if ten else 0)


def sexagenary_year(name: str) -> int | None:
    """The latest year of that name that a printed page may have, None where there is no such name.

    >>> sexagenary_year("丁亥"), sexagenary_year("甲辰"), sexagenary_year("甲丑")
    (2007, 2024, None)
    """
    if name not in CYCLE:
        return None
    year = FIRST + CYCLE.index(name)
    return year if year <= LAST_KNOWN else year - len(CYCLE)
