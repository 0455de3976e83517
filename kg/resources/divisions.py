"""China's administrative divisions down to the counties, from the data file of the cpca package.

cpca itself is not imported, since that would load pandas. The file is of 2021: of a division that has changed its
kind since or before (a county that became a city, a city a district) only the stem is in it, so a known stem is
accepted with any of 市 县 区 旗.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from kg.errors import ResourceError


class Level(IntEnum):
    """How high a division stands; a greater level lies inside a smaller one."""

    PROVINCE = 1
    PREFECTURE = 2
    COUNTY = 3


@dataclass(frozen=True, slots=True)
class Division:
    """A division by its code of twelve digits; `parent` is the code of the one it lies in, "" for a province."""

    adcode: str
    name: str
    stem: str
    level: Level
    parent: str


PEOPLES = re.compile(
    r"(?:[蒙回藏苗彝壮满侗瑶白傣黎畲羌土]族|维吾尔族?|哈萨克族?|土家族|布依族|朝鲜族|哈尼族|傈僳族|佤族|拉祜族|水族|"
    r"东乡族|纳西族|景颇族|柯尔克孜族?|达斡尔族|仫佬族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|塔吉克族?|普米族|怒族|"
    r"鄂温克族|保安族|裕固族|京族|独龙族|鄂伦春族?|珞巴族|门巴族|基诺族|(?<!内)蒙古族?|各族)+(?=自治|[区乡县])"
)
KIND = re.compile(r"(?<=..)(?:特别行政区|自治[区州县旗]|地区|林区|特区|新区|矿区|[省市县区旗盟])$")
SUFFIXES = "市县区旗"
PLACEHOLDERS = ("市辖区", "行政区划")
SHORTEST = 2
"""A name of one character (县) is a placeholder, too."""


@cache
def divisions() -> Mapping[str, Division]:
    """All divisions by code, in the order of the codes.

    Raises ResourceError where cpca's data file is missing.
    """
    with _data_file().open(encoding="utf-8", newline="") as file:
        names = {row["adcode"]: row["name"] for row in csv.DictReader(file)}
    codes = sorted(code for code, name in names.items() if not name.endswith(PLACEHOLDERS) and len(name) >= SHORTEST)
    known = set(codes)
    return {
        code: Division(code, names[code], stem(names[code]), _level(code), _parent(code, known))
        for code in codes
    }


def stem(name: str) -> str:
    """A division's name without its kind: 昆山市 → 昆山, 瀍河回族区 → 瀍河; one character is no stem: 嵩县 → 嵩县."""
    return KIND.sub("", PEOPLES.sub("", name))


def is_division(name: str) -> bool:
    """Whether a full name is that of a division, today or with another kind: 偃师市 and 偃师区 both."""
    return bool(named(name))


def named(name: str) -> tuple[Division, ...]:
    """The divisions of a full name, the highest first; those of its stem where no name is just so."""
    names = _names()
    return names.get(name) or (expand(name[:-1]) if name[-1:] in SUFFIXES else ())


def expand(short: str) -> tuple[Division, ...]:
    """The divisions of which a text may mean one by a stem, the highest first: 朝阳 → 朝阳市, 朝阳区, 朝阳县."""
    return _stems().get(short, ())


@cache
def _names() -> Mapping[str, tuple[Division, ...]]:
    return _by((division.name, division) for division in divisions().values())


@cache
def _stems() -> Mapping[str, tuple[Division, ...]]:
    return _by(
        (division.stem, division) for division in divisions().values() if division.stem != division.name
    )


def _by(pairs: Iterable[tuple[str, Division]]) -> Mapping[str, tuple[Division, ...]]:
    found: dict[str, tuple[Division, ...]] = {}
    for key, division in pairs:
        found[key] = tuple(sorted((*found.get(key, ()), division), key=lambda d: (d.level, d.adcode)))
    return found


def _data_file() -> Path:
    spec = find_spec("cpca")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (path := Path(folder, "resources", "adcodes.csv")).is_file():
            return path
    raise ResourceError(
        "cpca's list of divisions (resources/adcodes.csv) is not installed: pip install 'cpca==0.5.5'"
    )


def _level(code: str) -> Level:
    if code[2:6] == "0000":
        return Level.PROVINCE
    return Level.PREFECTURE if code[4:6] == "00" else Level.COUNTY


def _parent(code: str, codes: set[str]) -> str:
    """The prefecture of a county, the province of a prefecture or of a county directly under it."""
    for parent in (code[:4].ljust(12, "0"), code[:2].ljust(12, "0")):
        if parent != code and parent in codes:
            return parent
    return ""
