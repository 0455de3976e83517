"""How each expression of time is written and what it means: a pattern and a small function for each.

Nothing gets more precise than it is told: on a page known by its month 昨天 is that month, and on a page
without a date 今年 is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.facts import periods
from kg.facts.numerals import parse_chinese

TO = r"\s?(?:至|到|-|—|–|~|～)\s?"
NUMBER = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
YEAR = r"(?:(?P<year>(?:19|20)\d{2}|[一二][〇○零一二三四五六七八九]{3})\s?年度?|(?P<relative>今年|本年|去年|上年|明年|前年|后年|次年|当年|同年|那一年|那年)度?)"
RELATIVE = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "次年": 1, "后年": 2}
DAYS = {
    "今天": 0,
    "今日": 0,
    "今晨": 0,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "前天": -2,
    "明天": 1,
    "明日": 1,
    "后天": 2,
}
MONTHS = {"本月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1}
FEASTS = {"元旦": 1, "五一": 5, "十一": 10, "国庆": 10}
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "首": 1, "1": 1, "2": 2, "3": 3, "4": 4}
LAST_MONTH = 12
FARTHEST_AHEAD = 6
"""Months that a month without a year may lie ahead of the page: in January's paper 12月 is last year's."""
FIRST_PLAN_WITH_TEN = 2001
"""“十五”, the tenth five-year plan, began in 2001; each later one five years after."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a date is told from: the page's own date, and the year spoken of last."""

    published: str
    spoken: int = 0

    @property
    def year(self) -> int:
        """The page's year, 0 where it is not known."""
        return int(self.published[:4]) if self.published else 0

    @property
    def month(self) -> int:
        """The page's month, 0 where it is not known."""
        return int(self.published[5:7]) if len(self.published) >= len("2022-07") else 0

    @property
    def day(self) -> int:
        """The page's day, 0 where it is not known."""
        return int(self.published[8:10]) if len(self.published) == len("2022-07-05") else 0


def five_year_plan(match: re.Match[str], _: Anchor) -> str:
    """“十四五”: 2021-2025"""
    start = FIRST_PLAN_WITH_TEN + 5 * (int(parse_chinese(match["plan"])) - 10)
    return f"{start}-{start + 4}"


def range_of_years(match: re.Match[str], _: Anchor) -> str:
    """2022～2025年"""
    return f"{match['first']}-{match['last']}"


def months_of_a_year(match: re.Match[str], anchor: Anchor) -> str:
    """今年1至8月, 前8个月, 前三季度"""
    year = _year(match, anchor)
    first = number(match["from"]) if match["from"] else 1
    last = 3 * number(match["quarters"]) if match["quarters"] else number(match["to"] or match["many"])
    return (
        periods.interval(periods.month(year, first), periods.month(year, last))
        if year and last <= LAST_MONTH
        else ""
    )


def quarter_or_half(match: re.Match[str], anchor: Anchor) -> str:
    """一季度, 明年上半年"""
    year = _year(match, anchor)
    part = f"Q{QUARTERS[match['quarter']]}" if match["quarter"] else f"H{'上下'.index(match['half']) + 1}"
    return f"{year}-{part}" if year else ""


def days_of_a_month(match: re.Match[str], anchor: Anchor) -> str:
    """6月19日至20日, 2025年6月30日, 3月5日"""
    month = number(match["month"])
    year = _year(match, anchor, month)
    first = periods.day(year, month, number(match["day"])) if year else ""
    if not first or not match["lastday"]:
        return first
    last = number(match["lastmonth"]) if match["lastmonth"] else month
    return periods.interval(first, periods.day(year + (last < month), last, number(match["lastday"])))


def month_of_a_year(match: re.Match[str], anchor: Anchor) -> str:
    """2022年7月, 11月底前"""
    month = number(match["month"])
    year = _year(match, anchor, month)
    return periods.month(year, month) if year and 1 <= month <= LAST_MONTH else ""


def edge_of_a_year(match: re.Match[str], anchor: Anchor) -> str:
    """年底, 去年年初, 2025年末"""
    year = _year(match, anchor)
    return periods.month(year, 1 if match["edge"] == "初" else 12) if year else ""


def end_of_the_year_told(_: re.Match[str], anchor: Anchor) -> str:
    """年末 alone: statistics say it of the year they are of, which only they know"""
    return periods.month(anchor.spoken, LAST_MONTH) if anchor.spoken else ""


def feast_of_a_year(match: re.Match[str], anchor: Anchor) -> str:
    """明年“五一”; 元旦 is a day, and in November's paper the next one"""
    year = _year(match, anchor)
    if not year:
        return ""
    if match["feast"] != "元旦":
        return periods.month(year, FEASTS[match["feast"]])
    told = match["year"] or match["relative"]
    return periods.day(year + (not told and anchor.month > FARTHEST_AHEAD), 1, 1)


def year_alone(match: re.Match[str], anchor: Anchor) -> str:
    """2018年, 去年"""
    year = _year(match, anchor)
    return f"{year:04}" if year else ""


def this_year(match: re.Match[str], anchor: Anchor) -> str:
    """全年, 年内"""
    year = _year(match, anchor)
    return f"{year:04}" if year else ""


def years_ahead(match: re.Match[str], anchor: Anchor) -> str:
    """三年内: from the page's year on"""
    return f"{anchor.year}-{anchor.year + number(match['years'])}" if anchor.year else ""


def relative_month(match: re.Match[str], anchor: Anchor) -> str:
    """本月, 下月, 上月26日"""
    if not anchor.month:
        return anchor.published if match["which"] == "本月" else ""
    iso = periods.month(anchor.year, anchor.month + MONTHS[match["which"]])
    return periods.day(int(iso[:4]), int(iso[5:]), number(match["day"])) if match["day"] else iso


def relative_day(match: re.Match[str], anchor: Anchor) -> str:
    """昨天, 今日"""
    return periods.moved(anchor.published, DAYS[match["which"]])


def lately(_: re.Match[str], anchor: Anchor) -> str:
    """日前: the page's own date, no nearer"""
    return anchor.published[: len("2022-07")]


def day_alone(match: re.Match[str], anchor: Anchor) -> str:
    """26日, 26日至27日: of the page's month, or of the month before where that day is still to come"""
    if not anchor.month:
        return ""
    day = number(match["day"])
    iso = periods.month(anchor.year, anchor.month - (1 if anchor.day and day > anchor.day else 0))
    first = periods.day(int(iso[:4]), int(iso[5:]), day)
    last = periods.day(int(iso[:4]), int(iso[5:]), number(match["lastday"])) if match["lastday"] else ""
    return periods.interval(first, last)


def number(text: str | None) -> int:
    """The value of an Arabic or a Chinese numeral, 0 of nothing."""
    return int(text) if text and text.isdigit() else int(parse_chinese(text)) if text else 0


def _year(match: re.Match[str], anchor: Anchor, month: int = 0) -> int:
    """The year told, or the one meant: the page's own, or the one the text speaks of."""
    if match["year"]:
        return number(match["year"])
    if match["relative"]:
        if match["relative"] not in RELATIVE:  # 当年, 那一年
            return anchor.spoken or anchor.year
        return anchor.year + RELATIVE[match["relative"]] if anchor.year else 0
    if anchor.spoken > anchor.year or (month and anchor.spoken):
        return anchor.spoken
    ahead = match.string.startswith("前", match.end())  # 10月底前 is still to come, also in January's paper
    last_years = month and anchor.month and month - anchor.month > FARTHEST_AHEAD and not ahead
    return anchor.year - 1 if last_years else anchor.year


Rule = Callable[[re.Match[str], Anchor], str]
_OF_YEAR = rf"(?:{YEAR}，?(?:的)?)?"
RULES: tuple[tuple[str, Rule], ...] = (
    (r"“(?P<plan>十[一二三四五六七八九]?)五”(?:时期|期间|规划|末)?", five_year_plan),
    (r"(?P<plan>十[一二三四五六七八九])五(?:时期|期间|规划|末)", five_year_plan),
    (rf"(?<!\d)(?P<first>(?:19|20)\d{{2}})年?{TO}(?P<last>(?:19|20)\d{{2}})(?!\d)(?:年度?)?", range_of_years),
    (
        rf"{_OF_YEAR}(?:(?P<from>{NUMBER})月?{TO}(?P<to>{NUMBER})月份?(?!{NUMBER}日)|前(?P<many>{NUMBER})个?月|前(?P<quarters>[两二三])个?季度)",
        months_of_a_year,
    ),
    (
        rf"{_OF_YEAR}(?:第?(?P<quarter>[一二三四首1-4])(?:个?季度|季(?![节度]))|(?P<half>[上下])半年)",
        quarter_or_half,
    ),
    (
        rf"{_OF_YEAR}(?P<month>{NUMBER})月(?P<day>{NUMBER})[日号](?:{TO}(?:(?P<lastmonth>{NUMBER})月)?(?P<lastday>{NUMBER})[日号])?",
        days_of_a_month,
    ),
    (rf"{_OF_YEAR}(?<![\d个])(?P<month>{NUMBER})月(?:份|上旬|中旬|下旬|初|底|末)?", month_of_a_year),
    (rf"(?:{YEAR})(?:年)?(?P<edge>[初底末])", edge_of_a_year),
    (r"(?P<year>)(?P<relative>)年(?P<edge>[初底])", edge_of_a_year),
    (r"年末", end_of_the_year_told),
    (rf"{_OF_YEAR}[“”]?(?P<feast>元旦|五一|十一(?=[”前后黄])|国庆)(?![公路街])[“”]?", feast_of_a_year),
    (rf"{YEAR}", year_alone),
    (r"(?P<year>)(?P<relative>)(?:全年(?!龄)|年内)", this_year),
    (rf"(?<![\d十])(?P<years>{NUMBER})年(?:之)?内", years_ahead),
    (rf"(?P<which>{'|'.join(MONTHS)})(?:(?P<day>{NUMBER})[日号]|底|末|初)?", relative_month),
    (rf"(?P<which>{'|'.join(DAYS)})", relative_day),
    (r"日前(?!后)|近日|近期", lately),
    (rf"(?<![\d月第])(?P<day>\d{{1,2}})日(?:{TO}(?P<lastday>\d{{1,2}})日)?(?!均)", day_alone),
)
"""What is looked for; of several at one place the longest wins, then the first."""
