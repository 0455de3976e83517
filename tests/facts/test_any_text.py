"""Whatever a page holds, the families of numbers answer, and each answer quotes the page."""

from __future__ import annotations

from facts.told import context
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.facts.amounts import amounts
from kg.facts.indicators import indicators
from kg.facts.periods import bounds
from kg.model import Indicator

WORDS = (
    "全市 高新区 南港二期 远山重工 总投资 占地 新增 实现 力争 预计 分别 增长 同比 等 的 、 ， ； 。 ： （ ） 《 》 “ ” 项目 企业 家 个 亿元 万元 % 亩 "
    "年 月 日 今年 去年 年底 前 至 到 超 近 以上 两位数 翻一番 一半 九成八 第 3 12 500 2,000 1.5 百 千 万 亿 \n ■ 级 竣工 投产 建设 其中 由 增至 各 和 "
    '<b> " & \\ \x00 簽約 個'
)
PIECES = st.sampled_from(WORDS.split(" "))
NAMED = (("Park", "高新区"), ("Project", "南港二期"), ("Enterprise", "远山重工"))


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join), st.sampled_from(["2024-06-18", "2020-12", "2020", ""]))
def test_any_text_is_read(text: str, published: str) -> None:
    """No order of the genre's words breaks a family, and no fact is without its quote, subject and bounds."""
    told = context(text, NAMED, published=published)
    for fact in (*indicators(told), *amounts(told)):
        assert fact.evidence
        assert all(told.reading.page.raw[e.start : e.end] == e.exact for e in fact.evidence)
        if isinstance(fact, Indicator):
            assert fact.name
            assert fact.subject in told.entities.by_id
            assert fact.period == "" or bounds(fact.period)


@settings(max_examples=50, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_the_same_text_gives_the_same_facts(text: str) -> None:
    """Reading a page twice gives equal facts in the same order."""
    first, second = context(text, NAMED), context(text, NAMED)
    assert [*indicators(first), *amounts(first)] == [*indicators(second), *amounts(second)]
