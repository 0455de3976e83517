"""Projects named beside a number: at once after it, before its bracket, in the list before it, or built by it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.facts.clauses import Figure
from kg.facts.context import Context
from kg.facts.lexicon import alternatives
from kg.facts.roles import Role
from kg.facts.units import Measure
from kg.model import Kind, Link, Span

LIST = "facts_amounts"
BUILT = frozenset({Kind.PROJECT, Kind.PARK, Kind.INSTITUTION})
"""What is built: a project, and a park, centre or school while it is one."""
LONGEST_NAME = 60
"""Characters; names of projects are long."""
REACH = 8
"""Characters between a number and the project that owns it."""
ENDPOINT = re.compile(r"(?:[，点连对路][连对]?接|起于|止于|起自|终至|止点为|终点为|通往|途经)$")
"""Before a road that is only where another one begins or ends."""
TAKEN = re.compile(r"(?:新征|征用|征收|新增|取得|拿下|购置|购买)土地$")
_GLUE = re.compile(r"^(?:项目|工程)?(?:（[^）]*）)?\s*(?:、|和|及|与|以及|，)\s*(?:[^、，。]{0,12}的)?$")
_LIST_END = re.compile(r"^(?:项目|工程)?(?:（[^）]*）)?(?:等|这\S{1,3}个|两个)?\S{0,6}$")
_BUILDS = re.compile(
    r"(?:用于|[^，]{0,12}在[^，]{1,16}?|，)?(?:建设|兴建|新建|扩建|改建|修建|打造|改造|实施|布局|上马|投建|启动|建)[^，、]{0,4}"
)


def projects(context: Context, span: Span) -> list[Link]:
    """The projects named inside a span, in order."""
    return [link for link in context.links(span) if link.kind is Kind.PROJECT]


def not_endpoints(context: Context, named: list[Link]) -> list[Link]:
    """Without the roads that another one only leads to: 该路段起于某某镇，终点接|某某路，全长21公里."""
    text = context.reading.plain
    return [x for x in named if not ENDPOINT.search(text[max(0, x.span.start - 4) : x.span.start])]


def at_once(context: Context, figure: Figure) -> Link | None:
    """投资8亿元南港培育基地: what owns the money is named at once."""
    end = figure.quantity.span.end
    links = context.links(Span(end, end + LONGEST_NAME))
    return links[0] if links and links[0].span.start == end else None


def before_bracket(context: Context, figure: Figure) -> tuple[str, ...]:
    """东河大桥（1.1亿元）"""
    opening = figure.clause.span.start - 1
    for link in projects(context, Span(max(0, opening - LONGEST_NAME), opening)):
        if re.fullmatch(r"(?:项目|工程|建设)?", context.reading.plain[link.span.end : opening]):
            return (link.entity,)
    return ()


def after(context: Context, figure: Figure) -> tuple[str, ...]:
    """总投资80亿元的支撑性电源"""
    end = figure.quantity.span.end
    kinds = BUILT if figure.quantity.measure is Measure.MONEY else {Kind.PROJECT}
    for link in context.links(Span(end, figure.clause.span.end)):
        if link.kind in kinds:
            between = _without_firms(context, Span(end, link.span.start))
            return (link.entity,) if len(between) <= REACH and not re.search(r"[、等]", between) else ()
    return ()


def after_the_next(context: Context, figure: Figure, figures: Sequence[Figure]) -> tuple[str, ...]:
    """总投资3亿元、占地200亩的冷链中心: what is named after the last of the numbers told of it has them all."""
    begin, end = figure.clause.span.start, figure.quantity.span.end
    later = next((f for f in figures if f.clause == figure.clause and f.quantity.span.start > end), None)
    if later is None or later.role is not Role.OWNED or projects(context, Span(begin, end)):
        return ()
    between = context.reading.plain[end : later.quantity.span.start]
    told = re.fullmatch(rf"、(?:{alternatives(LIST, 'landArea')}|总?建筑面积|年产)[约近达]?", between)
    return after(context, later) if told and later.right.startswith("的") else ()


def _without_firms(context: Context, span: Span) -> str:
    """Words before a project's name, without the firm that builds it: 投资12亿元的|远山重工|吊装基地."""
    text = context.reading.plain[span.start : span.end]
    for link in context.links(span):
        if link.kind is Kind.ENTERPRISE:
            text = text.replace(context.reading.plain[link.span.start : link.span.end], "")
    return text


def listed(context: Context, position: int, start: int) -> tuple[str, ...]:
    """The projects of the list that ends before a position: 甲、乙上半年投用."""
    found: list[Link] = []
    end = position
    for link in reversed(projects(context, Span(start, position))):
        between = context.reading.plain[link.span.end : end]
        if not (_GLUE.match(between) if found else _LIST_END.match(between)):
            break
        found.append(link)
        end = link.span.start
    return tuple(link.entity for link in reversed(found))


def listed_before(context: Context, figure: Figure, figures: Sequence[Figure]) -> tuple[str, ...]:
    """甲、乙等投资超亿美元项目, where the things are not counted after it (投资10亿元以上项目7个)."""
    later = [f for f in figures if f.clause == figure.clause and f.start > figure.start]
    if any(f.quantity.measure is Measure.COUNT for f in later):
        return ()
    return listed(context, figure.quantity.span.start, figure.clause.span.start)


def each_in_turn(context: Context, figure: Figure, figures: Sequence[Figure]) -> tuple[str, ...]:
    """甲、乙分别投资3亿元、5亿元: the first has the first."""
    each = re.search(r"(?:分别|依次)", figure.clause.text)
    if each is None:
        return ()
    measure, position = figure.quantity.measure, figure.clause.span.start + each.start()
    row = [f for f in figures if f.clause == figure.clause and f.quantity.measure is measure]
    named = listed(context, position, figure.clause.span.start)
    if len(named) != len(row) or figure.quantity.span.start < position:
        return ()
    return (named[row.index(figure)],)


def built_by(context: Context, figure: Figure) -> tuple[str, ...]:
    """投资3000万元建设加工中心, 增资2亿美元，上马三期: the project that the money builds."""
    end = figure.quantity.span.end
    for link in projects(context, Span(end, end + LONGEST_NAME))[:1]:
        if _BUILDS.fullmatch(context.reading.plain[end : link.span.start]):
            return (link.entity,)
    return ()


def on_the_land(context: Context, figure: Figure) -> tuple[str, ...]:
    """拿下90亩土地，启动三期; 新征土地180亩，投资5亿元建设二期: land taken for what is named next in the sentence."""
    taken = figure.right.startswith("土地") or TAKEN.search(figure.left)
    if figure.quantity.measure is not Measure.AREA or not taken:
        return ()
    rest = Span(figure.quantity.span.end, figure.sentence.span.end)
    return tuple(link.entity for link in context.links(rest) if link.kind in BUILT)[:1]


def is_sum(context: Context, figure: Figure, figures: Sequence[Figure]) -> bool:
    """总投资462亿元 after 项目86个 is the sum of all; so is 合计409.3亿元."""
    if re.search(rf"(?:{alternatives(LIST, 'of many')})(?:投资)?(?:达|约|为)?$", figure.left):
        return True
    start = figure.quantity.span.start
    counts = [f for f in figures if f.quantity.span.start < start and _counts_projects(f)]
    return bool(counts) and not projects(context, Span(counts[-1].quantity.span.end, start))


def _counts_projects(figure: Figure) -> bool:
    around = figure.left[-8:] + figure.right[:16]
    counted = re.search(r"项目|工程|产业|载体|事项|签约|开工", around)
    return figure.quantity.measure is Measure.COUNT and counted is not None


def in_a_name(context: Context, figure: Figure) -> bool:
    """年产3万吨 in the name of a project of that output."""
    core = figure.quantity.core
    near = context.links(Span(max(0, core.start - LONGEST_NAME), core.end + LONGEST_NAME))
    return any(link.span.touches(core) for link in near)
