"""Units of measure as the pages print them: which measure each tells, and its plain unit."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from kg.errors import ResourceError


class Measure(StrEnum):
    """What a quantity measures."""

    MONEY = "money"
    SHARE = "share"
    AREA = "area"
    LENGTH = "length"
    MASS = "mass"
    VOLUME = "volume"
    ENERGY = "energy"
    FACTOR = "factor"
    DURATION = "duration"
    GRADE = "grade"
    COUNT = "count"
    LEVEL = "level"
    """An order of magnitude of money: 百亿级, 2000亿级."""
    BARE = "bare"
    """万 or 亿 with no unit at all: 曝光量超过4亿."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit; a value in it times `factor` is a value in `canonical` (CNY, m2, 公里, 家).

    It is no unit before a character of `not_before`, nor, if `in_digits`, after a number in words.
    """

    printed: str
    canonical: str
    measure: Measure
    factor: float = 1
    not_before: str = ""
    in_digits: bool = False


@cache
def units() -> dict[str, Unit]:
    """All units by their printed form. ResourceError where the file names an unknown measure or a unit twice."""
    table = tomllib.loads(files("kg.resources").joinpath("facts_units.toml").read_text("utf-8"))
    not_before, in_digits = table.pop("not_before"), set(table.pop("in_digits")["listed"])
    found: dict[str, Unit] = {}
    for measure, entries in table.items():
        if measure not in {m.value for m in Measure}:
            raise ResourceError(
                f"facts_units.toml: [{measure}] is no measure; use one of {', '.join(Measure)}"
            )
        listed = {printed: [printed, 1] for printed in entries.pop("listed", ())}
        for printed, (canonical, factor) in (entries | listed).items():
            if printed in found:
                raise ResourceError(f"facts_units.toml: {printed} stands twice; keep one of them")
            limits = (not_before.get(printed, ""), printed in in_digits)
            found[printed] = Unit(printed, canonical, Measure(measure), factor, *limits)
    return found


SQUARE_METRES = {"m2": 1.0, "亩": 2000 / 3, "公顷": 10_000.0, "平方公里": 1_000_000.0}
"""Areas that land may be told in, in square metres."""
