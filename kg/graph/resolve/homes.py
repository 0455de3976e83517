"""Where a thing is at home, as its name and its page tell: equal names at home in two cities name two things."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.entities.clusters import PLACE_INSIDE
from kg.entities.enterprises import FULL
from kg.entities.identity import firm_core
from kg.entities.whereabouts import full_name, leading_place
from kg.model import Entity, Kind
from kg.resources import sections
from kg.resources.divisions import named

EVERYWHERE = ""
"""The home of what belongs to no city: 国务院, 某某大学, a railway through several cities."""

_WORDS = sections("identity_words")
NATIONAL = tuple(_WORDS["national"])
LINES = re.compile(rf"(?:{'|'.join(_WORDS['line'])})")
UNIQUE = {
    Kind.INSTITUTION: re.compile(rf"(?:{'|'.join(_WORDS['school'])})"),
    Kind.ENTERPRISE: re.compile(rf"(?:{'|'.join(_WORDS['brand'])})$"),
}
ROAD = re.compile("[东南西北中]?(?:路|大道|大街|街|桥|广场|花园|新村|小区)")
SMALL_PLACE = re.compile(r"(?:[镇乡村]|街道|社区|小区)$|[路街]$")


def homes(entity: Entity, city: str, document: str) -> frozenset[str]:
    """The codes of the divisions that the thing may lie in, without zeros at the end; a city unknown to the list by name.

    `city` is that of the page, for a name that begins with no division of its own; a firm may be at home in either.
    {EVERYWHERE}: it belongs to no city. What a page without a city names is at home on that `document` alone.
    """
    own = _codes(city) or frozenset({city or document})
    told = _told(entity.kind, _canonical(entity), city)
    if told is None:
        return own
    return told | own if entity.kind is Kind.ENTERPRISE and EVERYWHERE not in told else told


def _canonical(entity: Entity) -> str:
    """The name that the id holds; of a firm the fullest one, since its id leaves its city out."""
    if entity.kind is Kind.ENTERPRISE:
        return max(entity.names, key=lambda name: (len(name), name), default=entity.label)
    return entity.id.partition("-")[2]


@cache
def _told(kind: Kind, name: str, city: str) -> frozenset[str] | None:
    """What a name tells of its home; None where it tells nothing."""
    if kind is Kind.INDUSTRY or name.startswith(NATIONAL):
        return frozenset({EVERYWHERE})
    if kind is Kind.PLACE and (codes := _codes(name)):
        return _nearest(codes, city)
    front = leading_place(name)
    if front and not ROAD.match(name, name.find(front) + len(front)) and (codes := _codes(full_name(front, city))):
        return _nearest(codes, city)
    if kind is Kind.PLACE and not SMALL_PLACE.search(name):
        return frozenset({EVERYWHERE})  # a country, a sea
    if kind is Kind.PROJECT and LINES.search(name):
        return frozenset({EVERYWHERE})
    if kind in UNIQUE and UNIQUE[kind].search(name):
        return frozenset({EVERYWHERE})
    if kind is Kind.AGENCY and name.endswith("部") and not front and len(name) <= len("农业农村部"):
        return frozenset({EVERYWHERE})
    return None


@cache
def _codes(place: str) -> frozenset[str]:
    return frozenset(division.adcode.rstrip("0") for division in named(place))


def _nearest(codes: frozenset[str], city: str) -> frozenset[str]:
    """Of several divisions of one name those that the page's city lies in or near: 鼓楼区 on a page of 徐州 is that of 徐州."""
    own = _codes(city)
    for shared in (4, 2):
        near = frozenset(c for c in codes if any(c[:shared] == o[:shared] and len(o) >= shared for o in own))
        if near:
            return near
    return codes


def apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether of two homes neither lies in the other."""
    return not any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def registered_names(entity: Entity) -> frozenset[str]:
    """A firm's full names, as it is registered; empty for a firm that the page calls by a short name."""
    if entity.kind is not Kind.ENTERPRISE:
        return frozenset()
    return frozenset(name for name in entity.names if name.endswith(FULL))


def same_firm(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sets of full names may be one firm's: 某某（太仓）有限公司 is not 某某（天津）有限公司, nor 苏州某某 沈阳某某."""
    return any(_same_name(a, b) for a in one for b in other)


def _same_name(one: str, other: str) -> bool:
    cores = firm_core(one), firm_core(other)
    inside = {*PLACE_INSIDE.findall(one)}, {*PLACE_INSIDE.findall(other)}
    if all(inside) and not inside[0] & inside[1]:
        return False
    return cores[0] in cores[1] or cores[1] in cores[0]
