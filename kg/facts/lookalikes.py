"""Words that look like a number with its unit and are none: 2023年, 一批, 数百家, 前三名, 二期工程, 千方百计, 零部件.

Each rule is named for what it sees; the first that sees it takes the match for words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.facts.numerals import DIGITS, MULTIPLIERS
from kg.facts.units import Measure, Unit

FIRST_YEAR = 1000
"""From here on a number before 年 is a year and not a duration."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A number as it is written, what stands on both sides of number and unit, and its unit.

    `compared`: whether 超, 近, 以上, 多 or the like stands with it.
    """

    number: str
    before: str
    after: str
    unit: Unit
    compared: bool


def year(seen: Seen) -> bool:
    """2023年, 三年级"""
    if seen.unit.printed != "年":
        return False
    written = seen.number.replace(",", "")
    return seen.after.startswith("级") or (written.isdigit() and int(written) >= FIRST_YEAR)


def nothing(seen: Seen) -> bool:
    """零部件"""
    return set(seen.number) <= set("零〇○")


def indefinite(seen: Seen) -> bool:
    """数百家, 几十家"""
    return seen.number[0] in MULTIPLIERS and seen.before.endswith(("数", "几"))


def article(seen: Seen) -> bool:
    """一批, 一件事, 一公里路"""
    told = seen.unit.measure in (Measure.MONEY, Measure.SHARE, Measure.FACTOR)
    return seen.number == "一" and not told and not seen.compared


def rank(seen: Seen) -> bool:
    """前三名; but 目前3家 and 此前3家"""
    return seen.unit.measure is Measure.COUNT and bool(re.search(r"(?<![此目日年之以])前$", seen.before))


def other_word(seen: Seen) -> bool:
    """四度增资, 一方为"""
    return seen.unit.in_digits and not any(c.isdigit() for c in seen.number)


def building_phase(seen: Seen) -> bool:
    """二期工程; but 推出四期课程, 500多期"""
    held = re.search(r"[出办展了过播行共达训班]$", seen.before)
    return seen.unit.printed == "期" and held is None and not seen.compared


def uncounted(seen: Seen) -> bool:
    """百家, 千万, 万里 and 亿元 by themselves; but 百亩 is an area"""
    counted = any(c in DIGITS or c == "十" or c.isdigit() for c in seen.number)
    return not (counted or seen.compared or seen.unit.measure in (Measure.AREA, Measure.LEVEL))


LOOKALIKES: tuple[Callable[[Seen], bool], ...] = (
    year,
    nothing,
    indefinite,
    article,
    rank,
    other_word,
    building_phase,
    uncounted,
)


def is_lookalike(seen: Seen) -> bool:
    """Whether any rule takes the match for words."""
    return any(rule(seen) for rule in LOOKALIKES)
