"""Numbers that are said of nobody: weather, durations, demonstratives, listed things counted, people attending.

Each rule is named for what it sees; the first that sees it refuses the number.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.facts.clauses import Figure, Role
from kg.facts.context import Context
from kg.facts.lexicon import alternatives
from kg.facts.units import Measure
from kg.facts.wording import achieving, core
from kg.model import Span

LOOSE = frozenset({"批次", "批", "大类", "小类", "类", "种", "层", "段", "片", "块", "组", "对", "班", "轮"})
"""Units that few things are counted in, and rarely anybody's."""
SPELLED = frozenset({Measure.COUNT, Measure.LENGTH, Measure.AREA, Measure.MASS})
"""Measures in which a few, in words, is a way of speaking."""
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


def demonstrative(figure: Figure, _: Context) -> bool:
    """这两个, 该3家, 上述5项, 全球3家…之一"""
    before = re.search(r"(?:这|该|上述|那|本|每|另|其他|其余|全球|国内|之|同一|头|最后|历时)$", figure.left)
    one_of = "之一" in figure.clause.text
    return figure.quantity.measure is Measure.COUNT and bool(before or one_of)


def partitive(figure: Figure, _: Context) -> bool:
    """9个项目里: the whole of which parts are told"""
    return bool(re.match(r"^[^，、]{0,12}(?:里|中)(?:还|，|有|的|$)", figure.right))


def each(figure: Figure, _: Context) -> bool:
    """每个都在3亿元以上, 其中一个达300亿元"""
    return bool(re.search(r"(?:每|其中一)[个家只项名](?:[都均也]?[在达为超]*)?$", figure.left))


def session(figure: Figure, _: Context) -> bool:
    """十三届十一次全体会议"""
    return bool(re.search(r"届$", figure.left))


def headline_area(figure: Figure, _: Context) -> bool:
    """从两间办公室到百亩新厂: a picture and not a number"""
    quantity = figure.quantity
    said = re.search(r"[，。；]", figure.sentence.text)
    return (
        quantity.measure is Measure.AREA and quantity.spelled and quantity.comparator == "=" and said is None
    )


def total_trust(figure: Figure, _: Context) -> bool:
    """百分之百的信心"""
    return figure.quantity.unit == "%" and figure.quantity.value == 100 and figure.quantity.spelled


def spelled_few(figure: Figure, _: Context) -> bool:
    """三个地方, 四项措施, 三公里: few, in words, and not said to be won or reached"""
    quantity = figure.quantity
    if (
        quantity.measure not in SPELLED
        or not quantity.spelled
        or quantity.value > 10
        or quantity.comparator != "="
    ):
        return False
    reached = re.search(
        rf"(?:{alternatives('facts_names', 'achieving verbs')}|达|共|只有)了?$", figure.left.rstrip()
    )
    return reached is None


def times(figure: Figure, _: Context) -> bool:
    """先后11次赴上海招商"""
    return figure.quantity.unit == "次" and bool(re.match(r"[赴到召来去率带组前]", figure.right))


def land(figure: Figure, _: Context) -> bool:
    """400亩空间再开发, 104亩土地: land that is spoken of, not won"""
    of_land = figure.role is Role.OWNED and re.match(r"(?:土地|空间|用地|地块)", figure.right)
    return bool(of_land) and not achieving(core(figure.left))


def batches(figure: Figure, _: Context) -> bool:
    """2批次, 2大类, 4轮; but 月产6万片 is counted"""
    return figure.quantity.value < 50 and figure.quantity.unit in LOOSE


def apposition(figure: Figure, _: Context) -> bool:
    """甲、乙、丙三个项目, 甲和乙两家企业: as many as are listed"""
    quantity = figure.quantity
    if quantity.measure is not Measure.COUNT or re.search(
        alternatives("facts_names", "achieving verbs"), figure.left
    ):
        return False
    items = re.split(r"、|和|与|及", figure.left.rstrip())
    return (
        len(items) == quantity.value
        and len(items) > 1
        and not figure.left.rstrip().endswith("等")
        and bool(figure.right)
    )


def attendance(figure: Figure, _: Context) -> bool:
    """5家科研机构作了交流发言, 6家单位负责人"""
    if re.search(r"主席|常委|委员|主持", figure.left):
        return True
    if figure.quantity.unit in {"人", "名", "位"} and re.search(r"等\s?$", figure.left):
        return True
    people = re.search(
        r"负责人|代表(?!性)|领导|发言|出席|列席|旁听|记者|参会|到会|与会|应邀|到场|参加(?:会议|活动)",
        figure.right,
    )
    return figure.quantity.measure is Measure.COUNT and people is not None


def repeated_reference(figure: Figure, _: Context) -> bool:
    """签约的12个项目: told before"""
    return figure.quantity.measure is Measure.COUNT and bool(
        re.fullmatch(r"(?:签约|开工|上述|入选|参展)的", figure.left.strip())
    )


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


def contest(figure: Figure, _: Context) -> bool:
    """15个项目入围本次路演: numbers of the contest itself"""
    return figure.quantity.measure is Measure.COUNT and bool(
        re.search(r"路演|大赛|参赛|入围|征集到|评出", figure.clause.text)
    )


def passage(figure: Figure, _: Context) -> bool:
    """从一家到五百家, 从签约到开工只用了97天"""
    way = figure.quantity.measure is Measure.DURATION and re.search(
        r"从[^，]{1,10}到[^，]{1,12}$", figure.left
    )
    return bool(way) or (figure.quantity.spelled and bool(re.search(r"从\S{0,6}$", figure.left[-8:])))


def thing_measured(figure: Figure, context: Context) -> bool:
    """重达3.5吨的试验台: what has the measure is no entity, and nobody has built or won it"""
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
    partitive,
    demonstrative,
    each,
    session,
    headline_area,
    total_trust,
    batches,
    spelled_few,
    apposition,
    attendance,
    repeated_reference,
    quoted_title,
    named,
    contest,
    passage,
    thing_measured,
    land,
    times,
)


def refusal(figure: Figure, context: Context) -> str:
    """The name of the first rule that refuses a figure, "" where none does."""
    return next((rule.__name__ for rule in REFUSALS if rule(figure, context)), "")
