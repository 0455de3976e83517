"""Numbers with their units: 超5000万元, 5至6个, 近500场, 九成八, 两位数增长, 翻一番, 0.019吨标煤/万元.

Not quantities: dates, ordinals (第4家), ranks (前三名, 100强), names (105国道, 1号楼, 4A级, 5E), and 一 with a
classifier, which is an article (一批, 一件事) and not a count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.facts.lookalikes import Seen, is_lookalike
from kg.facts.numerals import DIGITS, MULTIPLIERS, parse_arabic, parse_chinese, scaled
from kg.facts.units import Measure, Unit, units
from kg.model import Span

BEFORE = {
    ">=": ("不少于", "不低于", "不小于", "不下于", "至少", "上(?=[百千万亿])"),
    ">": ("超过", "超出", "超", "突破", "(?<!突)破", "逾", "高于", "大于", "多于"),
    "<=": ("不超过", "不高于", "不多于", "最多", "至多"),
    "<": ("低于", "少于", "小于", "不足", "不到"),
    "~": ("将近", "接近", "(?<![最附邻])近", "大约", "(?<![签节预条合公])约"),
}
AFTER = {">=": ("及以上", "以上"), "<=": ("以内", "之内", "以下"), "~": ("左右", "上下")}
MORE = "多余"
"""Between number and unit, 450多家, 60多亿美元: more than."""

_FOLD = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_SIGNS = "".join(MULTIPLIERS)
_CHINESE = "".join(DIGITS) + _SIGNS
_SCALE = "(?:[十百万亿]|千(?![米瓦克伏]))"
"""A multiplier; the 千 of 10千米 and 500千伏 is a part of the unit."""
_NUMBER = rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?\s?{_SCALE}*|[{_CHINESE}]+(?:点[{_CHINESE}]+)?)"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, at spans of the text it was found in.

    `value` is in plain units of `unit`: CNY, m2, %, 倍, or the classifier as printed ("家"; "" where there is
    none). `core` is the span of number and unit, `span` takes in the words of comparison; `high` is the upper
    end of a range (5至6个), whose comparator is ">=".
    """

    span: Span
    core: Span
    text: str
    value: float
    unit: str
    measure: Measure
    comparator: str = "="
    high: float | None = None
    spelled: bool = False
    """Whether the number is written in Chinese numerals."""


def quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text, in order."""
    folded = text.translate(_FOLD)
    return tuple(q for match in _pattern().finditer(folded) if (q := _quantity(match)) is not None)


@cache
def _pattern() -> re.Pattern[str]:
    before = "|".join(word for listed in BEFORE.values() for word in listed)
    after = "|".join(word for listed in AFTER.values() for word in listed)
    unit = "|".join(
        re.escape(u.printed) + (f"(?![{u.not_before}])" if u.not_before else "")
        for u in sorted(units().values(), key=lambda u: (-len(u.printed), u.printed))
    )
    return re.compile(
        rf"(?P<before>{before})?\s?(?:(?<=GDP)|(?<![A-Za-z\d.+#第{_CHINESE}]))(?:"
        rf"(?P<whole>{_NUMBER})分之(?P<part>{_NUMBER})(?P<rest>多)?"
        rf"|(?P<tenths>[{_CHINESE}])成(?P<tenth>[{''.join(DIGITS)}](?!成))?(?P<over>多)?(?![立为功了员分熟本果都])"
        rf"|(?P<half>半数|一半|(?<=[过超])半(?![年个小天径导自]))(?P<halfmore>多|以上)?"
        rf"|(?P<digits>[两双]位数)"
        rf"|翻(?P<doublings>[一两三])?番"
        rf"|(?P<low>{_NUMBER})(?:%?\s?(?:至|到|-|—|–|~|～)\s?(?P<high>{_NUMBER}))?(?P<more>[{MORE}])?"
        rf"(?P<scale>{_SCALE}+)?\s?(?P<unit>(?:元|亿)级|{unit})?(?P<per>/[万亿]?(?:{unit}))?"
        rf")(?P<after>{after})?"
    )


class _Read(NamedTuple):
    """What the number and the unit of a match say, before its words of comparison are read."""

    value: float
    unit: str
    measure: Measure
    more: bool = False
    floor: bool = False
    high: float | None = None


def _quantity(match: re.Match[str]) -> Quantity | None:
    for reader in (_share, _factor, _measured):
        read = reader(match)
        if read is not None:
            return _make(match, read)
    return None


def _share(match: re.Match[str]) -> _Read | None:
    if match["part"] is not None:
        return _percent(
            scaled(parse(match["part"]) * 100 / parse(match["whole"]), ""), more=bool(match["rest"])
        )
    if match["tenths"] is not None:
        ones = parse(match["tenth"]) if match["tenth"] else 0
        return _percent(parse(match["tenths"]) * 10 + ones, more=bool(match["over"]))
    if match["half"] is not None:
        return _percent(50, more=bool(match["halfmore"]) or match["half"] == "半")
    if match["digits"] is not None:
        return _percent(10, floor=True)
    return None


def _percent(value: float, *, more: bool = False, floor: bool = False) -> _Read:
    return _Read(float(value), "%", Measure.SHARE, more, floor)


def _factor(match: re.Match[str]) -> _Read | None:
    if "番" not in match.group():
        return None
    return _Read(2.0 ** parse(match["doublings"] or "一"), "倍", Measure.FACTOR)


def _measured(match: re.Match[str]) -> _Read | None:
    low, high, scale = match["low"], match["high"], match["scale"] or ""
    if low is None:
        return None
    unit = _unit(match)
    if unit is None or is_lookalike(_seen(match, unit)):
        return None
    if high is None:
        value = scaled(parse(low), scale, unit.factor)
        return _Read(value, _printed(match, unit), unit.measure, more=bool(match["more"]))
    # 5至6亿元: the multiplier of the upper end is the lower one's too; 5000万至1亿元 has two
    shared = re.sub(rf"^.*[^{_SIGNS}]", "", high) if low[-1] not in MULTIPLIERS else ""
    value = scaled(parse(low), shared + scale, unit.factor)
    upper = scaled(parse(high), scale, unit.factor)
    return _Read(value, _printed(match, unit), unit.measure, high=upper)


def _unit(match: re.Match[str]) -> Unit | None:
    printed, number = match["unit"], (match["high"] or match["low"]) + (match["scale"] or "")
    if printed is None:
        large = number[-1:] in ("万", "亿") and number[0].isdigit()
        return Unit("", "", Measure.BARE) if large else None
    if printed in ("元级", "级") and number[-1:] == "亿":
        return Unit(printed, "CNY", Measure.LEVEL)
    return units().get(printed)


def _printed(match: re.Match[str], unit: Unit) -> str:
    """吨标煤/万元 stays as it is printed; any other unit is plain."""
    return f"{unit.printed}{match['per']}" if match["per"] else unit.canonical


def _seen(match: re.Match[str], unit: Unit) -> Seen:
    start = match.start("before" if match["before"] else "low")
    compared = bool(match["before"] or match["after"] or match["more"])
    return Seen(match["low"], match.string[:start], match.string[match.end() :][:1], unit, compared)


def _make(match: re.Match[str], read: _Read) -> Quantity:
    before, after, text = match["before"], match["after"], match.group()
    start = match.start("before") if before else match.end() - len(text.lstrip())
    core = Span(match.end("before") if before else start, match.start("after") if after else match.end())
    comparator = (
        _comparator(BEFORE, before)
        or (">" if read.more else "")
        or _comparator(AFTER, after)
        or (">=" if read.floor or read.high is not None else "=")
    )
    return Quantity(
        Span(start, match.end()),
        core,
        text.strip(),
        read.value,
        read.unit,
        read.measure,
        comparator,
        read.high,
        spelled=not any(c.isdigit() for c in text),
    )


def _comparator(words: dict[str, tuple[str, ...]], found: str | None) -> str:
    if not found:
        return ""
    return next(
        sign for sign, listed in words.items() for word in listed if found == re.sub(r"\(\?.*?\)", "", word)
    )


def parse(number: str) -> float:
    """An Arabic or a Chinese numeral."""
    number = number.replace(" ", "")
    return parse_arabic(number) if number[0].isdigit() else parse_chinese(number)
