"""Quantities: every way the genre writes a number with its unit, and what only looks like one."""

from __future__ import annotations

import re
from itertools import pairwise

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts.numerals import parse_arabic, parse_chinese
from kg.facts.quantities import Quantity, quantities
from kg.facts.units import Measure, units

Told = tuple[float, str, str]


def told(text: str) -> list[Told]:
    return [(q.value, q.unit, q.comparator) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产值183亿元", [(18_300_000_000, "CNY", "=")]),
        ("超5000万元", [(50_000_000, "CNY", ">")]),
        ("60多亿美元", [(6_000_000_000, "USD", ">")]),
        ("不低于3.5亿欧元", [(350_000_000, "EUR", ">=")]),
        ("近1400亿元", [(140_000_000_000, "CNY", "~")]),
        ("约12亿港元", [(1_200_000_000, "HKD", "~")]),
        ("三点五亿元", [(350_000_000, "CNY", "=")]),
        ("投资超亿元", [(100_000_000, "CNY", ">")]),
        ("1,234.5万元", [(12_345_000, "CNY", "=")]),
        ("１５家", [(15, "家", "=")]),
        ("15 家", [(15, "家", "=")]),
        ("450多家", [(450, "家", ">")]),
        ("十余家", [(10, "家", ">")]),
        ("上百家", [(100, "家", ">=")]),
        ("1.5万余人", [(15_000, "人", ">")]),
        ("5家以上", [(5, "家", ">=")]),
        ("100个以内", [(100, "个", "<=")]),
        ("20台左右", [(20, "台", "~")]),
        ("43850万粒（瓶）", [(438_500_000, "粒（瓶）", "=")]),
        ("15%", [(15, "%", "=")]),
        ("１０．５％以上", [(10.5, "%", ">=")]),
        ("百分之十五", [(15, "%", "=")]),
        ("九成八", [(98, "%", "=")]),
        ("超六成", [(60, "%", ">")]),
        ("过半", [(50, "%", ">")]),
        ("占全市一半多", [(50, "%", ">")]),
        ("四分之三", [(75, "%", "=")]),
        ("两位数增长", [(10, "%", ">=")]),
        ("8.2个百分点", [(8.2, "百分点", "=")]),
        ("翻一番", [(2, "倍", "=")]),
        ("翻两番", [(4, "倍", "=")]),
        ("1.9万平方米", [(19_000, "m2", "=")]),
        ("6平方公里", [(6, "平方公里", "=")]),
        ("近百亩", [(100, "亩", "~")]),
        ("低于0.019吨标煤/万元", [(0.019, "吨标煤/万元", "<")]),
        ("2000亿级", [(200_000_000_000, "CNY", "=")]),
        ("超过4亿，", [(400_000_000, "", ">")]),
        ("推出四期课程", [(4, "期", "=")]),
        ("5家以上、2家以上", [(5, "家", ">="), (2, "家", ">=")]),
    ],
)
def test_a_quantity_is_read_in_plain_units(text: str, expected: list[Told]) -> None:
    """Multipliers, currencies, shares, factors and words of comparison come out as value, unit and sign."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5至6个", 5, 6),
        ("3～4级", 3, 4),
        ("10-15%", 10, 15),
        ("10%~15%", 10, 15),
        ("5至6亿元", 5e8, 6e8),
        ("5000万至1亿元", 5e7, 1e8),
    ],
)
def test_a_range_has_two_ends(text: str, low: float, high: float) -> None:
    """The lower end is the value, and the multiplier of the upper one is shared where the lower has none."""
    (found,) = quantities(text)
    assert (found.value, found.high, found.comparator) == (low, high, ">=")


@pytest.mark.parametrize(
    "text",
    [
        "2022年7月5日", "第4家", "第十二次", "前三名", "100强", "346国道", "1号楼", "国家4A级景区", "5E品牌", "5G应用", "一批企业", "一件事",
        "两部门", "三年级学生", "二期工程", "千方百计", "零部件", "一方为", "几十家", "数百家", "2022~2025", "“1+5+N”", "工业4.0", "12345热线",
        "签约项目", "两位于", "六项目标",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    """Dates, ordinals, ranks, names and indefinite numbers are not quantities."""
    assert told(text) == []


def test_words_that_end_like_a_comparison_are_none() -> None:
    """签约5个 has signed five; 最近3家 are the latest three."""
    assert told("签约5个") == [(5, "个", "=")]
    assert told("最近3家") == [(3, "家", "=")]


def test_spans_are_those_of_the_text() -> None:
    """The span takes in the words of comparison, the core is number and unit."""
    text = "力争引进超 50 亿元以上的项目"
    (found,) = quantities(text)
    assert text[found.span.start : found.span.end] == found.text == "超 50 亿元以上"
    assert text[found.core.start : found.core.end].strip() == "50 亿元"


UNITS = sorted(
    u.printed
    for u in units().values()
    if u.measure in (Measure.MONEY, Measure.COUNT, Measure.AREA, Measure.LENGTH)
)
BEFORE = {
    "": "=",
    "超": ">",
    "超过": ">",
    "突破": ">",
    "逾": ">",
    "近": "~",
    "约": "~",
    "不少于": ">=",
    "不低于": ">=",
    "至少": ">=",
}
AFTER = {"": "=", "以上": ">=", "以内": "<=", "左右": "~"}
LEADS = ("产值达", "新增", "共有", "，")


def read_one(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@given(
    st.integers(1, 999_999),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(UNITS),
    st.sampled_from(sorted(BEFORE)),
    st.sampled_from(LEADS),
    st.booleans(),
)
def test_integers_come_back(
    number: int, scale: str, unit: str, before: str, lead: str, separated: bool
) -> None:
    """Any whole number with any multiplier, unit and word of comparison is read as it was meant."""
    written = f"{number:,}" if separated else str(number)
    if unit == "期":  # a phase of building (二期) unless something was held or issued
        lead = "推出"
    found = read_one(f"{lead}{before}{written}{scale}{unit}")
    known = units()[unit]
    assert found.value == pytest.approx(number * {"": 1, "万": 1e4, "亿": 1e8}[scale] * known.factor)
    assert (found.unit, found.comparator) == (known.canonical, BEFORE[before])


@given(
    st.integers(1, 9_999_999),
    st.sampled_from(["万元", "亿元", "亿美元", "万平方米", "%"]),
    st.sampled_from(sorted(AFTER)),
)
def test_decimals_come_back_without_dust(hundredths: int, unit: str, after: str) -> None:
    """1065.30亿元 is 106530000000 exactly, whatever binary fractions make of it."""
    found = read_one(f"为{hundredths / 100:.2f}{unit}{after}")
    scale = {"万": 10_000, "亿": 100_000_000}.get(unit[0], 1)
    assert found.value == pytest.approx(hundredths * scale / 100, rel=1e-12)
    if scale >= 100:
        assert found.value == hundredths * scale // 100
    assert found.comparator == AFTER[after]


@given(st.integers(2, 99_999_999))
def test_chinese_numerals_come_back(number: int) -> None:
    """What a library writes in Chinese numerals is read as the number it was, with 两 as well as 二."""
    written = cn2an.an2cn(number, "low")
    assert parse_chinese(written) == number
    assert parse_chinese(re.sub(r"二(?=[百千万亿])", "两", written)) == number


@given(st.integers(11, 9_999), st.sampled_from(["家", "名", "亿元"]))
def test_spelled_quantities_come_back(number: int, unit: str) -> None:
    """一千零五十家 is a quantity as 1050家 is."""
    found = read_one(f"达{cn2an.an2cn(number, 'low')}{unit}")
    assert found.value == number * (1e8 if unit == "亿元" else 1)
    assert found.spelled


@given(
    st.integers(1, 500),
    st.integers(1, 500),
    st.sampled_from(["至", "到", "-", "～", "—"]),
    st.sampled_from(["个", "亿元", "%"]),
)
def test_ranges_come_back(low: int, more: int, to: str, unit: str) -> None:
    """Both ends are found, whatever stands between them."""
    found = read_one(f"引进{low}{to}{low + more}{unit}")
    scale = 1e8 if unit == "亿元" else 1
    assert (found.value, found.high) == (low * scale, (low + more) * scale)


@given(
    st.text(
        alphabet="一二三十百千万亿0123456789.,年月日元家个%超近多以上至第 、，A零两点翻番成半/级", max_size=40
    )
)
def test_no_text_breaks_the_scan(text: str) -> None:
    """Whatever stands there, quantities lie in order inside the text and do not overlap."""
    found = quantities(text)
    assert all(0 <= q.span.start < q.span.end <= len(text) for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize("text", ["", "家", "一x", "点五"])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    """A string that is no Chinese numeral raises ValueError and does not become zero."""
    with pytest.raises(ValueError, match="not a Chinese numeral"):
        parse_chinese(text)


def test_arabic_numbers_carry_their_multipliers() -> None:
    """3000万 is thirty million, 2万亿 two million millions."""
    assert [parse_arabic(t) for t in ("3000万", "2万亿", "1,530.5", "1.2亿")] == [3e7, 2e12, 1530.5, 1.2e8]
