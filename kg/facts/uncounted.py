"""Counts that are said of nobody: demonstratives, phrases, listed things, people attending, what was told before.

Each rule is named for what it sees; `refusals` lists them.
"""

from __future__ import annotations

import re

from kg.facts.clauses import Figure
from kg.facts.context import Context
from kg.facts.lexicon import alternatives
from kg.facts.units import Measure

LOOSE = frozenset({"批次", "批", "大类", "小类", "类", "种", "层", "段", "片", "块", "组", "对", "班", "轮"})
"""Units that few things are counted in, and rarely anybody's."""
SPELLED = frozenset({Measure.COUNT, Measure.LENGTH, Measure.AREA, Measure.MASS})
"""Measures in which a few, in words, is a way of speaking."""


def demonstrative(figure: Figure, _: Context) -> bool:
    """这两个, 该3家, 上述5项, 全球3家…之一"""
    before = re.search(r"(?:这|该|上述|那|剩下的|余下的|剩余的|其余的|本|每|另|其他|其余|全球|国内|之|同一|头|最后|历时)$", figure.left)
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


def contest(figure: Figure, _: Context) -> bool:
    """15个项目入围本次路演: numbers of the contest itself"""
    return figure.quantity.measure is Measure.COUNT and bool(
        re.search(r"路演|大赛|参赛|入围|征集到|评出", figure.clause.text)
    )


def times(figure: Figure, _: Context) -> bool:
    """先后11次赴上海招商"""
    return figure.quantity.unit == "次" and bool(re.match(r"[赴到召来去率带组前]", figure.right))
