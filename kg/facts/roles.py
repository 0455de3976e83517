"""How a number stands to what it is said of: after its name, before its owner, or inside another name."""

from __future__ import annotations

import re
from enum import StrEnum

from kg.corpus.words import words
from kg.facts.quantities import Quantity
from kg.facts.units import Measure


class Role(StrEnum):
    """How a number stands to what it is said of."""

    STATED = "stated"
    """After its name or before what it counts: 产值183亿元, 新增15家企业."""
    OWNED = "owned"
    """Before its owner: 总投资80亿元的支撑性电源, 6平方公里的产业园."""
    QUALIFYING = "qualifying"
    """Inside a name of things counted otherwise: 总投资10亿元以上项目7个."""


_NOUN = re.compile(
    r"^级?[^，、；。的]{0,10}?(?:项目|企业|公司|央企|工程|载体|园区|集群|基地|产业园|楼宇|客户|单位|大户|村|镇|县)"
)
_TOPICAL = re.compile(r"^(?:概念|控制性|总体|详细)?[一-鿿]{2,10}")

BUILDING = ("建设", "新建", "兴建", "上马")
"""How words begin that say what the money does: 投资5亿元|建设工程机械二期, where 建设工程 reads as one noun."""


def role_of(quantity: Quantity, after: str) -> Role:
    """The role of a quantity by the words after it, up to the end of its clause."""
    following = re.split(r"[、；。]", after)[0]
    measure = quantity.measure
    if measure is not Measure.LEVEL and re.match(r"级[一-鿿]", following):
        return Role.QUALIFYING  # 5万吨级泊位
    if measure in (Measure.GRADE, Measure.LEVEL):
        return Role.QUALIFYING if re.match(r"[一-鿿]", following) else Role.STATED
    if measure in (Measure.COUNT, Measure.DURATION):
        return Role.STATED
    if following.startswith("的") and len(following) > 1:
        counted = re.match(
            r"的(?:[^，、；等]{0,6}(?:项目|企业|工程|客户|单位))?\d[\d,.至到~～-]*[多余]?万?[个家项只户条]",
            following,
        )
        return Role.QUALIFYING if counted else _owned(measure, following)
    return _before_noun(measure, following)


def _owned(measure: Measure, following: str) -> Role:
    """两位数的增长 is the growth itself, 1.04%的用地 and 总投资80亿元的… have an owner."""
    grows = measure is Measure.SHARE and re.match(r"的(?:增长|增幅|增速|下降)", following)
    return Role.STATED if grows else Role.OWNED


def _before_noun(measure: Measure, following: str) -> Role:
    """超50亿元大项目, 3万吨生物基材料项目 qualify; 投资3亿元建设… states; 6平方公里概念规划 is owned."""
    if measure is Measure.AREA and _TOPICAL.match(following):
        counted = re.match(r"[^，、]{0,8}?(?:项目|企业|客户|大户)\d", following)
        return Role.QUALIFYING if counted else Role.OWNED
    if measure is Measure.SHARE or not _NOUN.match(following):
        return Role.STATED
    first = words(following)[0]
    return (
        Role.STATED
        if first.pos in ("v", "p") or first.text == "用于" or first.text.startswith(BUILDING)
        else Role.QUALIFYING
    )
