"""What an indicator measures, in a normal form: 全市完成规模以上工业产值 and 规上工业产值 are one, 产值增长 is another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.corpus.script import simplified
from kg.resources import sections

QUOTES = re.compile(r"[\s“”\"'‘’「」『』《》〈〉]+")
GROWTH = "增长"
YEARLY = "年均"


@dataclass(frozen=True, slots=True, order=True)
class Measure:
    """A measure's name and unit in normal form; `growth`: how much more it is, not how much."""

    name: str
    unit: str
    growth: bool


@cache
def measure(name: str, unit: str) -> tuple[Measure, float] | None:
    """The measure of an indicator and the factor to its unit; None for a name that tells none (项目, 投资)."""
    core = _core(QUOTES.sub("", simplified(name)))
    base = _growth().sub("", core)
    growth = base != core and unit in ("%", "百分点", "倍") and not base.endswith(YEARLY)
    core = base + GROWTH if growth else core
    if not base or {core, base} & _words("vague"):
        return None
    plain, factor = _unit(unit)
    return Measure(core, plain, growth), factor


def tells_of_a_place(measure: Measure) -> bool:
    """Whether the name is full enough for a town or an organ, said of which 产值 may be that of some firm."""
    return measure.name.removesuffix(GROWTH) not in _words("vague of a place")


def is_better_low(measure: Measure) -> bool:
    """Whether less of it is wanted (能耗, 失业率), so that a bare number may be a ceiling."""
    return any(word in measure.name for word in _words("falling"))


def _core(name: str) -> str:
    """The name without scope, verbs of attaining and its variants of wording; what would leave nothing is kept."""
    before = ""
    while before != name:
        before = name
        name = _front().sub("", name) or name
        name = _behind().sub("", name) or name
    pattern, usual = _same()
    return pattern.sub(lambda found: usual[found[0]], name)


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(sections("measure_words")[section])


@cache
def _front() -> re.Pattern[str]:
    listed = sections("measure_words")
    return re.compile("^(?:" + "|".join(_longest_first((*listed["scope"], *listed["attaining"]))) + ")的?")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(_longest_first(sections("measure_words")["trailing"])) + ")$")


@cache
def _growth() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(_longest_first(sections("measure_words")["growth"])) + ")$")


@cache
def _same() -> tuple[re.Pattern[str], dict[str, str]]:
    """Every wording and the usual one of each; the usual ones are matched as well, so that 地区生产总值 stays whole."""
    groups = [group.split("=") for group in sections("measure_words")["same"]]
    usual = {word: group[0] for group in groups for word in group}
    return re.compile("|".join(map(re.escape, _longest_first(list(usual))))), usual


@cache
def _unit(printed: str) -> tuple[str, float]:
    for group in sections("measure_words")["counted"]:
        listed = group.split("=")
        if printed in listed:
            return listed[0], 1.0
    areas = dict(area.split("=") for area in sections("measure_words")["areas"])
    return ("m2", float(areas[printed])) if printed in areas else (printed, 1.0)


def _longest_first(words: tuple[str, ...] | list[str]) -> list[str]:
    """达到 before 达(?!产): what must not follow does not count."""
    return sorted(words, key=lambda word: (-len(word.partition("(?")[0]), word))
