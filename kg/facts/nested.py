"""What a name tells by another name in it: 某镇幼儿园 lies in the town, 某园四期 in the park, 某公司二期 is the firm's.

Only names of entities of the page count. That something of the page's own city bears the city's name tells
nothing: everything there could.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.identity import firm_core
from kg.facts.context import Context
from kg.facts.relating import once, relations
from kg.model import Entity, Kind, Relation, Span
from kg.resources.divisions import Level, named

TOWN = re.compile(r"(?:镇|乡|街道|村|社区)$")
ZONE = re.compile(r"(?:经济技术开发区|经济开发区|开发区|高新区|经开区|国开区|港区|保税区|综保区|新城|新区|园区|产业园|创新园|科创园)$")
BRANCH = re.compile(r"公司(?P<place>[\u4e00-\u9fff]{2,6})分公司$|公司[\u4e00-\u9fff]{0,6}分公司$")
SCHOOL = re.compile(r"(?:大学|学院|科学院|研究院|中专|中学|医院|学校|中科院)$")
PART_OF_BODY = re.compile(r"(?:分中心|分会|分院|分校|分馆)$")
PART_OF_SCHOOL = re.compile(r"(?:校区|分校|研究院|研究所|研究中心|学院|医院|附属\S+|实验室|中心|所)$")


def nested(context: Context) -> Iterator[Relation]:
    """The relations that names tell by themselves, each once."""
    yield from once(_all(context))


def _all(context: Context) -> Iterator[Relation]:
    seen = _first_mentions(context)
    entities = context.entities.entities
    for outer in (e for e in entities if e.id in seen):
        for inner in entities:
            if outer.id == inner.id or outer.label == inner.label:
                continue
            for rule in RULES:
                for subject, predicate, target in rule(context, outer, inner):
                    yield from relations(
                        context, [subject], predicate, [target], seen[outer.id], rule.__name__, 0.85
                    )
    yield from _branches_of_a_body(context, seen)


def _first_mentions(context: Context) -> dict[str, Span]:
    """Each entity's first mention in the text; those that are only implied have none."""
    found: dict[str, Span] = {}
    for link in context.entities.links:
        found.setdefault(link.entity, link.span)
    return found


Triple = tuple[str, str, str]


def in_a_place(context: Context, outer: Entity, inner: Entity) -> Iterator[Triple]:
    """某镇|工业园区, 某某县|某某大桥, 346国道|某镇|互通, 中国科学院|上海|某所"""
    if inner.kind is not Kind.PLACE or outer.kind not in (Kind.PROJECT, Kind.PARK, Kind.INSTITUTION):
        return
    if inner.id == context.city or _is_above(context, inner):
        if not (outer.kind is Kind.INSTITUTION and inner.id != context.city and not outer.label.startswith(("省", "市"))):
            return
    if any(_holds(outer, name, inner) for name in inner.names):
        yield outer.id, "locatedIn", inner.id


def in_a_park(_: Context, outer: Entity, inner: Entity) -> Iterator[Triple]:
    """港区|医院, 某某港|四期"""
    if inner.kind is not Kind.PARK or outer.kind not in (Kind.PROJECT, Kind.INSTITUTION):
        return
    if any(name.startswith(own) and len(own) >= 2 for name in outer.names for own in inner.names):
        yield outer.id, "locatedIn", inner.id


def part_of_a_park(_: Context, outer: Entity, inner: Entity) -> Iterator[Triple]:
    """某某新城|科教创新核心区, 港区|化工园区"""
    if inner.kind is not Kind.PARK or outer.kind is not Kind.PARK:
        return
    for name in outer.names:
        for own in inner.names:
            rest = name.removeprefix(own)
            if rest != name and len(rest) >= 3 and not WHOLE_ZONE.search(rest):
                yield outer.id, "partOf" if ZONE.search(own) else "locatedIn", inner.id


WHOLE_ZONE = re.compile(r"^(?:经济技术开发区|经济开发区|高新技术产业开发区|开发区|高新区|经开区|港区|综合保税区|综保区|保税区)$")


def of_a_body(_: Context, outer: Entity, inner: Entity) -> Iterator[Triple]:
    """某某大学|某某研究院, 西北某业大学 in 西某大|某某校区, 某某中心|某镇分中心"""
    if inner.kind is not Kind.INSTITUTION or outer.kind is not Kind.INSTITUTION:
        return
    for name in outer.names:
        for own in inner.names:
            begins = name.startswith(own) and (SCHOOL.search(own) or PART_OF_BODY.search(name))
            if (begins and len(name) > len(own) + 1) or _abbreviates(name, own):
                yield outer.id, "partOf", inner.id


def branch_of_a_firm(context: Context, outer: Entity, inner: Entity) -> Iterator[Triple]:
    """某某公司|上海分公司: the firm's, and where it is"""
    branch = BRANCH.search(outer.label)
    if outer.kind is not Kind.ENTERPRISE or branch is None:
        return
    if inner.kind is Kind.ENTERPRISE and any(outer.label.startswith(n) for n in inner.names if n.endswith("公司")):
        yield outer.id, "subsidiaryOf", inner.id
    if inner.kind is Kind.PLACE and inner.id != context.city and branch["place"] in inner.names:
        yield outer.id, "locatedIn", inner.id


def of_a_firm(_: Context, outer: Entity, inner: Entity) -> Iterator[Triple]:
    """某某科技|二期, 德国|某某|电子连接器: the firm's own project"""
    if inner.kind is not Kind.ENTERPRISE or outer.kind is not Kind.PROJECT:
        return
    own = {n for name in inner.names for n in (name, firm_core(name)) if len(n) >= 2}
    if any(n in outer.label[: len(n) + LEADING] and len(outer.label) > len(n) for n in own):
        yield inner.id, "undertakes", outer.id


LEADING = 4
"""Characters that may stand before a firm's name in its project's: 苏州|某某生物…, 德国|某某…."""
RULES = (in_a_place, in_a_park, part_of_a_park, of_a_body, branch_of_a_firm, of_a_firm)


def _is_above(context: Context, place: Entity) -> bool:
    """A city, province or country, unlike a county, town or village."""
    found = named(place.label)
    level = min((division.level for division in found), default=None)
    if level is None:
        return not TOWN.search(place.label) and not place.label.endswith(("县", "区", "市"))
    return level is not Level.COUNTY or (place.label.endswith("市") and _is_home_level(context, place))


def _is_home_level(context: Context, place: Entity) -> bool:
    """Another county-level city is no part of a page's city that is county-level itself."""
    home = named(context.reading.page.place)
    return bool(home) and home[0].level is Level.COUNTY


def _holds(outer: Entity, name: str, inner: Entity) -> bool:
    """Whether a place's name stands in the other's, and not as the far end of a way (甲至乙)."""
    if len(name) < 2:
        return False
    for own in outer.names:
        at = own.find(name)
        if at > 0 and (own[at - 1] in "至到接" or outer.kind is Kind.PARK):
            continue
        if at >= 0 and not own.endswith(name):
            return True
    return False


def _abbreviates(name: str, own: str) -> bool:
    """西工大|某某校区 of 西北工业大学"""
    short = re.match(r"[\u4e00-\u9fff]{1,3}大(?=\S{2,}(?:校区|研究院|学院)$)", name)
    if short is None or not own.endswith("大学") or short[0][0] != own[0] or len(own) <= len(short[0]):
        return False
    rest = iter(own)
    return all(c in rest for c in short[0])


def _branches_of_a_body(context: Context, seen: dict[str, Span]) -> Iterator[Relation]:
    """Branches on one page belong to the body that one of them names: 某某服务中心|某镇分中心, 某村分中心."""
    bodies = [e for e in context.entities.entities if e.kind in (Kind.INSTITUTION, Kind.AGENCY)]
    branches = [e for e in bodies if PART_OF_BODY.search(e.label) and e.id in seen]
    for body in bodies:
        names_it = any(name.startswith(own) for b in branches for name in b.names for own in body.names)
        if names_it and body not in branches:
            for branch in branches:
                yield from relations(context, [branch.id], "partOf", [body.id], seen[branch.id], "sister-branch", 0.7)
