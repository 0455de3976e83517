"""Expressions of time, resolved against the page's own date and no more precise than they are told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts.dates import dates
from kg.facts.periods import bounds, is_future, is_past

PAGE = "2023-06-21"


def told(text: str, published: str = PAGE) -> list[str]:
    return [w.iso for w in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年7月5日", ["2022-07-05"]),
        ("2022年7月", ["2022-07"]),
        ("二〇二二年七月", ["2022-07"]),
        ("2022年", ["2022"]),
        ("3月5日", ["2023-03-05"]),
        ("昨天", ["2023-06-20"]),
        ("今日", ["2023-06-21"]),
        ("日前", ["2023-06"]),
        ("今年", ["2023"]),
        ("去年底", ["2022-12"]),
        ("前年", ["2021"]),
        ("明年5月1日前", ["2024-05-01"]),
        ("今年1至8月", ["2023-01/2023-08"]),
        ("今年1~5月", ["2023-01/2023-05"]),
        ("前8个月", ["2023-01/2023-08"]),
        ("前三季度", ["2023-01/2023-09"]),
        ("一季度", ["2023-Q1"]),
        ("去年第四季度", ["2022-Q4"]),
        ("明年上半年", ["2024-H1"]),
        ("2025年底", ["2025-12"]),
        ("年底前", ["2023-12"]),
        ("11月底前", ["2023-11"]),
        ("年初", ["2023-01"]),
        ("到2018年", ["2018"]),
        ("“十四五”期间", ["2021-2025"]),
        ("“十五五”期间", ["2026-2030"]),
        ("十三五时期", ["2016-2020"]),
        ("2022～2023年度", ["2022-2023"]),
        ("2021—2025年", ["2021-2025"]),
        ("三年内", ["2023-2026"]),
        ("年内", ["2023"]),
        ("6月19日至20日", ["2023-06-19/2023-06-20"]),
        ("19日", ["2023-06-19"]),
        ("26日", ["2023-05-26"]),
        ("本月28日", ["2023-06-28"]),
        ("下月", ["2023-07"]),
        ("上月", ["2023-05"]),
        ("明年“五一”", ["2024-05"]),
        ("2022年3月签约，5月开工", ["2022-03", "2022-05"]),
        ("2021年落户，当年投产", ["2021", "2021"]),
        ("近年来", []),
        ("2月30日", [""]),
    ],
)
def test_a_date_is_resolved_against_the_page(text: str, expected: list[str]) -> None:
    """Each way the genre tells a time comes out as the period it means."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("昨天", "2020-12", ["2020-12"]),
        ("昨天", "2020", ["2020"]),
        ("26日", "2020", [""]),
        ("3月5日", "2020", ["2020-03-05"]),
        ("12月", "2021-01-05", ["2020-12"]),
        ("12月30日至1月2日", "2023-01-03", ["2022-12-30/2023-01-02"]),
        ("今年上半年", "", [""]),
        ("3月5日", "", [""]),
        ("下月", "2020", [""]),
        ("2018年3月", "", ["2018-03"]),
        ("昨天", "2021-01-01", ["2020-12-31"]),
        ("下月", "2020-12", ["2021-01"]),
    ],
)
def test_nothing_is_more_precise_than_the_page(text: str, published: str, expected: list[str]) -> None:
    """On a page known by its month 昨天 is that month; on a page without a date 今年 is nothing."""
    assert told(text, published) == expected


def test_the_year_spoken_of_before_is_meant_by_that_year() -> None:
    """当年3月底 after a sentence of 2021 is of 2021."""
    assert [w.iso for w in dates("到当年3月底", PAGE, 2021)] == ["2021-03"]


def test_this_year_of_a_page_without_a_date_ends_the_year_told_before() -> None:
    """2008年…，今年…，年内: not in 2008; and 10月底前 is still to come in January's paper, 12月 is not."""
    assert [w.iso for w in dates("2008年建成，今年扩建，年内投用", "")] == ["2008", "", ""]
    assert [w.iso for w in dates("10月底前通车", "2018-01-09")] == ["2018-10"]
    assert [w.iso for w in dates("12月通车", "2018-01-09")] == ["2017-12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某线5月份竣工投产", "2017-05"),
        ("某街10月完工", "2017-10"),
        ("计划5月竣工", "2018-05"),
        ("5月底前竣工", "2018-05"),
        ("1月12日调研", "2018-01-12"),
        ("今年6月竣工", "2018-06"),
    ],
)
def test_the_months_of_a_review_are_of_its_year(text: str, expected: str) -> None:
    """In January's paper 5月竣工 is of the year under review; what is planned, or begun since, is not."""
    assert [w.iso for w in dates(text, "2018-01-18", 0, 2017)] == [expected]


def test_new_years_day_is_the_next_one_in_autumn() -> None:
    """元旦 is a day: in November's paper that of the next year, in March's that of its own."""
    assert told("元旦前通车", "2009-11-12") == ["2010-01-01"]
    assert told("元旦", "2009-03-12") == ["2009-01-01"]


def test_spans_are_those_of_the_text() -> None:
    """What is between a span's ends are the words that tell the time."""
    text = "项目于2022年7月5日开工"
    (when,) = dates(text, PAGE)
    assert text[when.span.start : when.span.end] == when.text == "2022年7月5日"


DAYS = st.dates(date(1990, 1, 1), date(2049, 12, 31))
WRITTEN = ("{y}年{m}月{d}日", "{y}年{m}月{d}号", "{y} 年{m}月{d}日")


@given(DAYS, st.sampled_from(WRITTEN), st.sampled_from(["", PAGE, "2020-12"]))
def test_full_dates_come_back(day: date, written: str, published: str) -> None:
    """A date with its year is the same on any page."""
    assert told(written.format(y=day.year, m=day.month, d=day.day), published) == [day.isoformat()]


@given(DAYS, st.integers(0, 27))
def test_a_day_alone_is_the_last_one_of_that_number(page: date, back: int) -> None:
    """26日 is never later than the page and never more than a month before it."""
    meant = page - timedelta(days=back)
    (found,) = told(f"{meant.day}日", page.isoformat())
    assert found == meant.isoformat()


@given(DAYS)
def test_yesterday_is_the_day_before_the_page(page: date) -> None:
    """昨天 and 昨日 are the day before, over months and years."""
    assert told("昨天与昨日", page.isoformat()) == [(page - timedelta(days=1)).isoformat()] * 2


@given(
    st.integers(1990, 2049),
    st.integers(1, 11),
    st.integers(1, 12),
    st.sampled_from(["至", "-", "~", "～", "到", "—"]),
)
def test_spans_of_months_come_back(year: int, first: int, last: int, to: str) -> None:
    """2022年1—5月 is an interval of months."""
    if first < last:
        assert told(f"{year}年{first}{to}{last}月") == [f"{year}-{first:02}/{year}-{last:02}"]


@given(
    DAYS,
    st.sampled_from(
        ["{y}-{m:02}-{d:02}", "{y}-{m:02}", "{y}", "{y}-Q1", "{y}-H2", "{y}-{y}", "{y}-01/{y}-05"]
    ),
)
def test_a_period_is_past_or_future_but_not_both(day: date, form: str) -> None:
    """Bounds are in order, and past and future exclude each other."""
    period = form.format(y=day.year, m=day.month, d=day.day)
    limits = bounds(period)
    assert limits is not None
    assert limits[0] <= limits[1]
    assert not (is_past(period, PAGE) and is_future(period, PAGE))


@pytest.mark.parametrize(
    ("period", "published", "future", "past"),
    [
        ("2016-11", "2016-10", True, False),
        ("2016", "2016-10", False, False),
        ("2016-Q4", "2016-10-19", False, False),
        ("2015", "2016-10", False, True),
        ("2021-2025", "2024-02-28", False, False),
        ("", "2024", False, False),
        ("2025", "", False, False),
    ],
)
def test_future_is_what_begins_after_the_page(period: str, published: str, future: bool, past: bool) -> None:
    """A year that is running is neither past nor future."""
    assert (is_future(period, published), is_past(period, published)) == (future, past)


@given(
    st.text(alphabet="0123456789年月日前今去明上下半季度一二三四五十“”至—底初内 的，零", max_size=30),
    st.sampled_from(["", "2023", "2023-06", PAGE]),
)
def test_no_text_breaks_the_reading_of_dates(text: str, published: str) -> None:
    """Whatever stands there, every period found is one that has bounds, or is empty."""
    assert all(w.iso == "" or bounds(w.iso) for w in dates(text, published))
