"""Several names before one number, or several numbers after several names: 甲、乙各4个, 同比分别增长31%和28%."""

from __future__ import annotations

import re

from kg.facts.bases import Said
from kg.facts.clauses import Figure
from kg.facts.lexicon import alternatives
from kg.facts.units import Measure
from kg.facts.wording import LIST, core

_AND = re.compile(r"、|和|及|与")
_SINCE = r"(?:同比|环比|[比较][一-鿿]{2,5}?)"
_EACH = re.compile(
    rf"{_SINCE}?(?:分别|各){_SINCE}?(增长|增加|增|提高|提升|上升|下降|减少|降低|降|达到?|为|占[一-鿿]{{1,6}}的?)(?=\d)"
)


def heads(figure: Figure, before: str) -> list[str]:
    """一般公共预算收入、规模工业产值 before 两位数增长, 基础设施和生态环保 before 各4个; else the words as they are."""
    text = re.sub(r"等[^，等]{0,4}指标(?:继续|全部|总体)?$", "", core(before))
    each = re.search(r"(?:各|均|都)[一-鿿]{0,4}$", before.rstrip())
    parts = _AND.split(text)
    if len(parts) > 1 and "等" not in text:
        growing = figure.quantity.measure in (Measure.SHARE, Measure.FACTOR)
        if (each and figure.quantity.measure is Measure.COUNT) or (
            growing and all(re.search(rf"(?:{alternatives(LIST, 'money names')})$", p) for p in parts[:-1])
        ):
            return parts
    return [before]


def paired(figure: Figure, said: Said) -> str:
    """同比分别增长31%和28%: the first is of the first told before, or of the first of the heads on its left."""
    text, start = figure.clause.text, figure.quantity.span.start - figure.clause.span.start
    each = _EACH.search(text)
    if each is None or each.end() > start or figure.quantity.measure is not Measure.SHARE:
        return ""
    place = len(re.findall(r"\d[%％]", text[each.end() : start]))
    row = len(re.findall(r"\d[%％]", text[each.end() :]))
    before = core(text[: each.start()])
    names = [name for name in _AND.split(before) if name]
    if row == 2 and before.startswith("城乡居民"):
        names = [before.replace("城乡", kind, 1) for kind in ("城镇", "农村")]
    if len(names) != row:
        names = list(said.history[-row:]) if not before and len(said.history) >= row else []
    change = "" if each.group(1)[0] in "达为" else each.group(1).removesuffix("的")
    return names[place] + change if len(names) == row else ""
