"""Numbers that are said of nobody: weather, durations, qualifiers, titles, names, and the counts of `uncounted`.

Each rule is named for what it sees; the first that sees it refuses the number.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.facts import uncounted
from kg.facts.clauses import Figure
from kg.facts.context import Context
from kg.facts.modality import AIM, SET
from kg.facts.roles import Role
from kg.facts.units import Measure
from kg.facts.wording import achieving, core
from kg.model import Span

REACH = 8
"""Characters after a measure's 的 within which the name of what has it begins."""
Refusal = Callable[[Figure, Context], bool]


def qualifier(figure: Figure, _: Context) -> bool:
    """总投资10亿元以上 in 总投资10亿元以上项目7个"""
    return figure.role is Role.QUALIFYING and not _becomes(figure)


def _becomes(figure: Figure) -> bool:
    """成为年产值超百亿元央企 says what it will have."""
    before = figure.clause.text[: figure.quantity.span.start - figure.clause.span.start]
    return bool(re.search(r"(?:成为|成长为|打造成)\S*$", before))


def weather(figure: Figure, _: Context) -> bool:
    """西北风3～4级"""
    return bool(
        re.search(r"气温|多云|阵雨|小雨|中雨|℃|[东南西北偏]风\s?\d|晴[转到间，]", figure.sentence.text)
    )


def grade(figure: Figure, _: Context) -> bool:
    """三级, 百亿级外贸项目"""
    measure = figure.quantity.measure
    return measure is Measure.GRADE or (measure is Measure.LEVEL and bool(figure.right.strip()))


def duration(figure: Figure, _: Context) -> bool:
    """三年, 半个月; but 审批平均用时6天 is measured"""
    measured = re.search(
        r"(?:用时|用|耗时|历时|时限|周期|车程|工期|时间|时长|缩短|压缩|天数|日数)\S{0,3}$", figure.left
    )
    return figure.quantity.measure is Measure.DURATION and (measured is None or figure.quantity.unit == "年")


def bare(figure: Figure, _: Context) -> bool:
    """2.0万 after no name"""
    return figure.quantity.measure is Measure.BARE and not figure.left.strip()


def headline_area(figure: Figure, _: Context) -> bool:
    """从一间小屋到百亩新厂: a picture and not a number"""
    quantity = figure.quantity
    said = re.search(r"[，。；]", figure.sentence.text)
    return (
        quantity.measure is Measure.AREA and quantity.spelled and quantity.comparator == "=" and said is None
    )


def total_trust(figure: Figure, _: Context) -> bool:
    """百分之百的信心"""
    return figure.quantity.unit == "%" and figure.quantity.value == 100 and figure.quantity.spelled


def land(figure: Figure, _: Context) -> bool:
    """300亩空间再开发, 90亩土地: land that is spoken of, not won"""
    of_land = figure.role is Role.OWNED and re.match(r"(?:土地|空间|用地|地块)", figure.right)
    return bool(of_land) and not achieving(core(figure.left))


def quoted_title(figure: Figure, context: Context) -> bool:
    """《三年行动计划（2022—2024年）》: a number inside a title"""
    start = figure.quantity.span.start
    text = context.reading.plain[max(0, start - 40) : start]
    return text.rfind("《") > text.rfind("》")


def named(figure: Figure, context: Context) -> bool:
    """400亩 in 南部400亩空间再开发: a number inside an entity's name"""
    span = figure.quantity.core
    return any(
        link.span.touches(span) for link in context.links(Span(max(0, span.start - 40), span.end + 40))
    )


def passage(figure: Figure, _: Context) -> bool:
    """从一家到五百家, 从签约到开工只用了97天"""
    way = figure.quantity.measure is Measure.DURATION and re.search(
        r"从[^，]{1,10}到[^，]{1,12}$", figure.left
    )
    return bool(way) or (figure.quantity.spelled and bool(re.search(r"从\S{0,6}$", figure.left[-8:])))


def thing_measured(figure: Figure, context: Context) -> bool:
    """重达3.5吨的试验台: what has the measure is no entity, and nobody has built or won it"""
    if AIM.match(figure.right) and SET.search(figure.left):
        return False  # 没能跑赢30亿元的计划
    if (
        figure.role is not Role.OWNED
        or not figure.right.startswith("的")
        or figure.quantity.measure is Measure.SHARE
    ):
        return False
    end = figure.quantity.span.end
    owned = any(link.span.start - end <= REACH for link in context.links(Span(end, end + 40)))
    return not owned and not _becomes(figure) and not achieving(core(figure.left))


REFUSALS: tuple[Refusal, ...] = (
    weather,
    qualifier,
    grade,
    duration,
    bare,
    uncounted.partitive,
    uncounted.demonstrative,
    uncounted.each,
    uncounted.session,
    headline_area,
    total_trust,
    uncounted.batches,
    uncounted.spelled_few,
    uncounted.apposition,
    uncounted.attendance,
    uncounted.repeated_reference,
    quoted_title,
    named,
    uncounted.contest,
    passage,
    thing_measured,
    land,
    uncounted.times,
)


def refusal(figure: Figure, context: Context) -> str:
    """The name of the first rule that refuses a figure, "" where none does."""
    return next((rule.__name__ for rule in REFUSALS if rule(figure, context)), "")
