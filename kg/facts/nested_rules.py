"""What a name inside a name tells: rules, each named for what it sees in the outer name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.entities.identity import firm_core
from kg.facts.context import Context
from kg.facts.repeated import STEM
from kg.model import Entity, Kind
from kg.resources import words
from kg.resources.divisions import Level, named

SMALL_PLACE = re.compile(r"(?:[镇乡村县区旗]|街道|社区)$")
ZONE = re.compile(
    r"(?:开发区|高新区|经开区|国开区|港区|保税区|综保区|新城|新区|园区|产业园|创新园|科创园|高新园)$"
)
WHOLE_ZONE = re.compile(
    r"^(?:(?:高新)?(?:经济)?(?:技术)?(?:产业)?开发区|高新区|经开区|港区|综合保税区|综保区|保税区|核心区)$"
)
ZONE_ORGAN = re.compile(r"(?:管委会|管理委员会|管理局|党工委|工委|党委)$")
ORGAN_PART = re.compile(
    r"(?!(?:常委会|主席团|代表团))\S{1,12}(?:办公室|党组|科|处|局|部|室|中心|支队|大队|委员会)$"
)
BRANCH = re.compile(r"(?:公司|集团)(?P<place>[\u4e00-\u9fff]{0,6})(?:分公司|公司)$")
SCHOOL = re.compile(r"(?:大学|学院|科学院|研究院|中科院|中专|中学|小学|医院|学校)$")
ORIGIN = re.compile(r"(?:中心|商会|同乡会|联谊会|联谊总会)$")
"""Bodies that bear the name of a city without lying there: of its people, of what it is the centre of."""
BRANCH_BODY = re.compile(r"(?:分中心|分会|分院|分校|分馆)$")
UNIVERSITY = re.compile(r"[\u4e00-\u9fff]{1,3}大(?=\S{2,}(?:校区|研究院|学院)$)")
LEADING = 4
"""Characters that may stand before a firm's name in its project's: 某市|某某生物…, 某国|某某…."""


@dataclass(frozen=True, slots=True)
class Inside:
    """A relation that a name tells, and the name inside it that does."""

    subject: str
    predicate: str
    target: str
    words: str


Rule = Callable[[Context, Entity, Entity], Iterator[Inside]]


def in_a_place(context: Context, outer: Entity, inner: Entity) -> Iterator[Inside]:
    """某镇|工业园区, 某某县|某某大桥, 210国道|某镇|互通; of institutions also cities: 某科学院|某市|某所"""
    branch = outer.kind is Kind.AGENCY and BRANCH_BODY.search(outer.label)
    if inner.kind is not Kind.PLACE or not (
        branch or outer.kind in (Kind.PROJECT, Kind.PARK, Kind.INSTITUTION)
    ):
        return
    elsewhere = outer.kind is Kind.INSTITUTION and _is_city(inner) and not ORIGIN.search(outer.label)
    if inner.id == context.city or not (_is_within(context, inner) or elsewhere):
        return
    for name in inner.names:
        stem = STEM.match(name)
        for own in outer.names:
            if _stands_in(own, name, outer.kind):
                yield Inside(outer.id, "locatedIn", inner.id, name)
            elif stem and (_stands_in(own, stem["stem"], Kind.PARK) or _names_a_branch(own, stem["stem"])):
                yield Inside(outer.id, "locatedIn", inner.id, stem["stem"])


def in_a_park(_: Context, outer: Entity, inner: Entity) -> Iterator[Inside]:
    """港区|医院, 某某港|四期"""
    if inner.kind is Kind.PARK and outer.kind in (Kind.PROJECT, Kind.INSTITUTION):
        for own in inner.names:
            if any(name.startswith(own) and len(name) > len(own) for name in outer.names):
                yield Inside(outer.id, "locatedIn", inner.id, own)


def part_of_a_park(_: Context, outer: Entity, inner: Entity) -> Iterator[Inside]:
    """某某新城|核心区, 某区|化工园; but 某某港|经济技术开发区 is the whole zone"""
    if inner.kind is Kind.PARK and outer.kind is Kind.PARK:
        for name in outer.names:
            for own in inner.names:
                rest = name.removeprefix(own)
                if rest != name and len(rest) > 2 and not WHOLE_ZONE.search(rest):
                    yield Inside(outer.id, "partOf" if ZONE.search(own) else "locatedIn", inner.id, own)


def of_a_body(_: Context, outer: Entity, inner: Entity) -> Iterator[Inside]:
    """某某大学|某某研究院, 某某中心|某镇分中心, and the short 某工大|某某校区 of 某某工业大学"""
    if outer.kind is Kind.INSTITUTION and inner.kind is Kind.INSTITUTION:
        for name in outer.names:
            for own in inner.names:
                begins = name.startswith(own) and len(name) > len(own) + 1
                if (begins and (SCHOOL.search(own) or BRANCH_BODY.search(name))) or _abbreviates(name, own):
                    yield Inside(outer.id, "partOf", inner.id, own)


def runs_a_park(_: Context, outer: Entity, inner: Entity) -> Iterator[Inside]:
    """某某园|管委会"""
    if outer.kind is Kind.AGENCY and inner.kind is Kind.PARK:
        for own in inner.names:
            if any(name.startswith(own) and ZONE_ORGAN.fullmatch(name[len(own) :]) for name in outer.names):
                yield Inside(outer.id, "administers", inner.id, own)


def part_of_an_organ(_: Context, outer: Entity, inner: Entity) -> Iterator[Inside]:
    """市政府|办公室; but 市人大|常委会 is no part of another organ"""
    if outer.kind is Kind.AGENCY and inner.kind is Kind.AGENCY:
        for own in inner.names:
            if len(own) > 2 and any(
                name.startswith(own) and ORGAN_PART.fullmatch(name[len(own) :]) for name in outer.names
            ):
                yield Inside(outer.id, "partOf", inner.id, own)


def branch_of_a_firm(context: Context, outer: Entity, inner: Entity) -> Iterator[Inside]:
    """某某公司|某市|分公司: the firm's, and where it is"""
    branch = BRANCH.search(outer.label)
    if branch is None or outer.kind is not Kind.ENTERPRISE:
        return
    for own in inner.names:
        if inner.kind is Kind.ENTERPRISE and own.endswith(("公司", "集团")) and outer.label.startswith(own):
            yield Inside(outer.id, "subsidiaryOf", inner.id, own)
        if inner.kind is Kind.PLACE and inner.id != context.city and branch["place"] == own:
            yield Inside(outer.id, "locatedIn", inner.id, own)


def of_a_firm(_: Context, outer: Entity, inner: Entity) -> Iterator[Inside]:
    """某某科技|二期, 某国|某某|连接器: the firm's own project"""
    if inner.kind is Kind.ENTERPRISE and outer.kind is Kind.PROJECT:
        for own in sorted({short for name in inner.names for short in (name, firm_core(name))}):
            if len(own) > 1 and own in outer.label[: len(own) + LEADING] and len(outer.label) > len(own):
                yield Inside(inner.id, "undertakes", outer.id, own)


RULES: tuple[Rule, ...] = (
    in_a_place,
    in_a_park,
    part_of_a_park,
    of_a_body,
    runs_a_park,
    part_of_an_organ,
    branch_of_a_firm,
    of_a_firm,
)
"""What a name inside a name may tell."""


def _names_a_branch(own: str, stem: str) -> bool:
    """某某服务中心|某镇的 stem|分中心"""
    branch = BRANCH_BODY.search(own)
    return branch is not None and own[: branch.start()].endswith(stem)


def _is_within(context: Context, place: Entity) -> bool:
    """Whether a place is smaller than the page's city: a county of a prefecture's page, a town, a village."""
    levels = [division.level for division in named(place.label)]
    home = [division.level for division in named(context.reading.page.place)]
    if levels:
        return max(levels) is Level.COUNTY and (not home or home[0] is not Level.COUNTY)
    return bool(SMALL_PLACE.search(place.label)) or not _is_abroad(place)


def _is_city(place: Entity) -> bool:
    found = named(place.label)
    return bool(found) and place.label.endswith("市")


def _is_abroad(place: Entity) -> bool:
    return any(name in words("places") for name in place.names)


def _stands_in(own: str, name: str, kind: Kind) -> bool:
    """Whether a place's name stands in another, not as the far end of a way (甲至乙), a park's only at its head."""
    at = own.find(name)
    if at < 0 or len(name) < 2 or own.endswith(name):
        return False
    return at == 0 or (kind is not Kind.PARK and own[at - 1] not in "至到接")


def _abbreviates(name: str, own: str) -> bool:
    short = UNIVERSITY.match(name)
    if short is None or not own.endswith("大学") or short[0][0] != own[0]:
        return False
    rest = iter(own)
    return all(c in rest for c in short[0])
