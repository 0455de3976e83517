"""Where a page places a person: the city or the firm of each post, and which of these exclude each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.entities.enterprises import STATE_FIRM
from kg.entities.whereabouts import full_name, leading_place
from kg.graph.resolve.ranks import organ
from kg.model import Entity, Kind, Tenure
from kg.resources import words
from kg.resources.divisions import named

PART_TIME = words("part_time_offices")
TOWN_END = re.compile("(?:[镇乡村]|街道)$")
ORGAN_OF_UNIT = re.compile("(?:党组|党委|党工委|工委|管委会|管理委员会|办事处|人民政府)$")
YEARS = 2
"""Within so many years a move from one full post to another would be told or seen; later, it may have gone unseen."""


@dataclass(frozen=True, slots=True, order=True)
class Camp:
    """A city in whose service somebody is (`firm` is ""), or a firm that employs somebody (`city` is "")."""

    city: str = ""
    firm: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """A full post in a camp, held on a day; `moved` where the page tells of the appointment or the removal.

    `unit` is the bureau or town that the holder is the head of, party and government together; "" of other posts.
    """

    camp: Camp
    organization: str
    day: str
    moved: bool = False
    unit: str = ""


def camp(organization: Entity, place: str) -> Camp | None:
    """The camp of an organisation on a page of `place`; None where it belongs to no city: a ministry, a university."""
    state_firm = organization.kind is Kind.ENTERPRISE and STATE_FIRM.search(organization.label)
    if organization.kind is Kind.ENTERPRISE and not state_firm:
        return Camp(firm=organization.id)
    if organization.kind is not Kind.AGENCY and not state_firm:
        return None
    front = leading_place(organization.label)
    city = full_name(front, place) if front else place if state_firm else ""
    if city and not named(city):
        city = place  # a town or village of the page's own city
    return Camp(city=city) if city else None


def seen(tenure: Tenure, organizations: Mapping[str, Entity], place: str) -> Seen | None:
    """What a tenure tells of the holder's camp; None of a part-time post and of a former one, which excludes nothing."""
    organization = organizations.get(tenure.organization)
    if organization is None or tenure.former or tenure.title.endswith(PART_TIME):
        return None
    where = camp(organization, place)
    if where is None:
        return None
    unit = "" if tenure.title.startswith("副") else _unit(organization)
    return Seen(where, tenure.organization, tenure.observed, bool(tenure.change), unit)


def _unit(organization: Entity) -> str:
    """A town, or a bureau; the leading organs of a city are none, for their members have other posts beside."""
    front = leading_place(organization.label)
    if TOWN_END.search(front):
        return front
    if organization.kind is not Kind.AGENCY or organ(organization) is not None:
        return ""
    return ORGAN_OF_UNIT.sub("", organization.label)


def exclude(one: Seen, other: Seen) -> bool:
    """Two full posts that nobody holds within two years: in two cities, or in the state and in a firm."""
    if one.organization == other.organization or one.moved or other.moved or not _near(one.day, other.day):
        return False
    return not compatible(one.camp, other.camp)


def compatible(one: Camp, other: Camp) -> bool:
    """Whether one person may serve in both at once: in a city and what it lies in, or in several firms."""
    if one.city and other.city:
        return related(one.city, other.city)
    return bool(one.city) == bool(other.city)


def related(city: str, other: str) -> bool:
    """Whether the one lies in the other, or is it, or where they lie is not known."""
    codes = [(a.adcode.rstrip("0"), b.adcode.rstrip("0")) for a in named(city) for b in named(other)]
    return city == other or not codes or any(a.startswith(b) or b.startswith(a) for a, b in codes)


def _near(day: str, other: str) -> bool:
    """Whether two dates, as precise as told, may be two years apart or less."""
    return bool(day and other) and abs(int(day[:4]) - int(other[:4])) <= YEARS


def siblings(city: str, other: str) -> bool:
    """Whether two cities lie in one prefecture or are its county and itself: officials move between them."""
    return any(a.adcode[:4] == b.adcode[:4] != "0000" for a in named(city) for b in named(other))
