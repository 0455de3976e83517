"""When a page was printed, from what it says of dates and years; as precise as that allows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from kg.corpus.calendar import number, sexagenary_year

EARLIEST, LATEST = 1990, 2040


@dataclass(frozen=True, slots=True)
class Years:
    """The years that are possible, both ends included."""

    first: int = EARLIEST
    last: int = LATEST

    def within(self, other: Years) -> Years:
        """The years of both; where there is none, what is known already stands."""
        both = Years(max(self.first, other.first), min(self.last, other.last))
        return both if both.first <= both.last else self


def date_of(text: str) -> str:
    """The date of issue of a page's text (in simplified script): "2024-02-28", "2007-09", "2016" or "".

    The masthead tells it; else the year follows from what the page says of years and of sessions that are held
    in known years, and the month from the news' own dates.
    """
    for masthead in (MASTHEAD.search(text), HEAD_LINE.search(text[: _end_of_head(text)]), IMPRINT.search(text)):
        if masthead and (told := _date(*filter(None, masthead.groups()))):
            return told.isoformat()
    years = Years()
    for clue in CLUES:
        years = years.within(clue(text))
        if years.first == years.last:
            return _with_day(text, years.first)
    return ""


def _end_of_head(text: str) -> int:
    """Where the first lines of a page end, in which a line with little but a date is the masthead."""
    at = -1
    for _ in range(HEAD_LINES):
        at = text.find("\n", at + 1)
        if at < 0:
            return len(text)
    return at


def sexagenary(text: str) -> Years:
    """丁亥年八月十八: the year of the moon calendar, which recurs after sixty years; its end is in the next one."""
    found = SEXAGENARY.search(text)
    year = sexagenary_year(found[1]) if found else None
    if found is None or year is None:
        return Years()
    return Years(year, year + 1) if found[2] in LATE_MOONS else Years(year, year)


def national_congress(text: str) -> Years:
    """十四届全国人大三次会议: the fourteenth congress first met in 2023; each meets five times, once a year."""
    found = NATIONAL_CONGRESS.search(text)
    if not found:
        return Years()
    year = 2023 + 5 * (number(found[1]) - 14) + number(found[2]) - 1
    return Years(year, year)


def party_congress(text: str) -> Years:
    """迎接党的二十大: the twentieth met in autumn 2022, one every five years; the year after is the 开局之年."""
    first = EARLIEST
    for found in PARTY_CONGRESS.finditer(text):
        year = 2022 + 5 * (number(found[2]) - 20)
        if found[3] in OPENING_YEAR:
            return Years(year + 1, year + 1)
        if found[1] or found[3]:
            return Years(year, year)
        first = max(first, year)
    return Years(first)


def five_year_plan(text: str) -> Years:
    """“十四五”开局之年: the fourteenth plan began in 2021."""
    found = FIVE_YEAR_PLAN.search(text)
    if not found:
        return Years()
    first = 2021 + 5 * (number(found[1]) - 14)
    year = first - 1 if found[2] in ABOUT_TO_BEGIN else first if found[2] in OPENING_YEAR else first + 4
    return Years(year, year)


def occasion(text: str) -> Years:
    """2023江苏省数字大会: an occasion with the year in its name, which is no plan for later."""
    found = [int(match[1]) for match in OCCASION.finditer(text)]
    return Years(max(found), max(found)) if found else Years()


def dateline(text: str) -> Years:
    """（2015年2月10日，…会议）: a full date that opens a line in brackets, below a headline."""
    found = DATELINE.search(text)
    return Years(int(found[1]), int(found[1])) if found else Years()


def told_years(text: str) -> Years:
    """2014年完成…, 预计2017年投用: what is over and what is planned; between them the page's own year, called 今年.

    A year of which only a part is told (2016年上半年) may be the page's own.
    """
    told: dict[bool, set[int]] = {True: set(), False: set()}
    for match in TOLD_YEAR.finditer(text):
        told[_is_planned(text, match)].add(int(match[1]))
    future = min(told[True], default=LATEST + 1)
    past = max((year for year in told[False] if year < future), default=EARLIEST - 1)
    parts = (int(match[1]) for match in PART_OF_YEAR.finditer(text) if not _is_planned(text, match))
    past = max([past, *(year - 1 for year in parts if year < future)])
    return Years(past + 1, future - 1) if future - past > 1 else Years(past, future)


def _is_planned(text: str, year: re.Match[str]) -> bool:
    return PLANNED.search(text, max(0, year.start() - PLAN_REACH), year.start()) is not None


def _with_day(text: str, year: int) -> str:
    """The year with the day or month of the news: 昨天（10月18日） is printed on the 19th."""
    yesterday = YESTERDAY.search(text)
    if yesterday and (told := _date(year, *yesterday.group(1, 2))):
        return (told + timedelta(days=1)).isoformat()
    days = chain(NEWS_DAY.finditer(text), re.finditer(rf"{year}年(\d{{1,2}})月(\d{{1,2}})日", text))
    months = Counter(int(match[1]) for match in days if _date(year, *match.group(1, 2)))
    if not months:
        return str(year)
    return f"{year}-{max(months, key=lambda month: (months[month], month)):02}"


def _date(*parts: int | str) -> date | None:
    """Year, month and day as a date, None where the calendar has no such day."""
    try:
        year, month, day = map(int, parts)
        return date(year, month, day)
    except ValueError:
        return None


DIGITS = "[一二三四五六七八九十]{1,3}"
MASTHEAD = re.compile(
    r"((?:19|20)\d\d)[年.-/](\d{1,2})[月.-/](\d{1,2})日? ?(?:/ ?)?(?:星期|周[一二三四五六日]|农历|第\d+期)"
    r"|(?:星期|周)[一二三四五六日天] ?((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日"
)
DAY = r"((?:19|20)\d\d) ?[年.\-/] ?(\d{1,2}) ?[月.\-/] ?(\d{1,2}) ?日?"
HEAD_LINE = re.compile(rf"^[^\n，。；：]{{0,16}}?(?<![\d（]){DAY}(?!\d)[^\n，。；在于]{{0,20}}$", re.MULTILINE)
"""太某日报 2021年7月8日 第二版: a short line without a sentence."""
HEAD_LINES = 5
IMPRINT = re.compile(
    rf"(?:发布时间|发布日期|出版日期|刊发日期)[：:\s]{{0,3}}{DAY}|"
    rf"^{DAY}[\s　]{{0,3}}(?:第?[一二三四五六七八九十\dＡ-ＺA-Z]{{1,3}}版|[本]?版?(?:责编|责任编辑))",
    re.MULTILINE,
)
SEXAGENARY = re.compile(
    r"([甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])年(正|腊|冬|[一二三四五六七八九十]{1,2})月"
)
LATE_MOONS = ("冬", "腊", "十一", "十二")
NATIONAL_CONGRESS = re.compile(rf"({DIGITS})届全国(?:人大|人民代表大会)第?({DIGITS})次会议")
PARTY_CONGRESS = re.compile(
    rf"(迎接|喜迎|迎)?党的({DIGITS})大(精神的开局之年|开局之年|召开在即|即将召开|召开之年)?"
)
OPENING_YEAR = ("精神的开局之年", "开局之年", "开局起步之年", "起步之年", "第一年")
FIVE_YEAR_PLAN = re.compile(
    rf"“?({DIGITS})五”?(?:规划)?(?:的)?(?:征程)?(开局之年|开局起步之年|起步之年|第一年|收官之年|最后一年|马上|即将)"
)
ABOUT_TO_BEGIN = ("马上", "即将")
OCCASION = re.compile(
    r"(?<![\d年.．~～-])(20[0-3]\d)(?=[^\W\d_年度届]{2,16}(?:大会|论坛|峰会|博览会|活动|经贸月|经贸周|节|赛|会议|推介会|展览会))"
)
DATELINE = re.compile(r"^（((?:19|20)\d\d)年\d{1,2}月\d{1,2}日", re.MULTILINE)
PART = (
    r"(?:上半年|第?[一二三]季度|前[一二三四五六七八九十\d]+个?[季月][度份]?|1[—－~～-]\d{1,2}月[份]?)"
    r"(?!前?(?:动工|开工|建成|投用|投产|完工|竣工|启动|启用|通车|交付|可|将))"
)
TOLD_YEAR = re.compile(rf"(?<![\d《“])((?:19|20)\d\d)年(?!度|{PART})")
PART_OF_YEAR = re.compile(rf"(?<![\d《“])((?:19|20)\d\d)年(?={PART})")
PLANNED = re.compile(r"预计|计划|力争|争取|打算|确保|有望|拟|将于|目标|到$|至$|～$")
PLAN_REACH = 16
YESTERDAY = re.compile(r"昨[天日]（(\d{1,2})月(\d{1,2})日）")
NEWS_DAY = re.compile(r"(?:(?<![年到至\d])|(?<=今年))(\d{1,2})月(\d{1,2})日(?!前)")

CLUES: tuple[Callable[[str], Years], ...] = (
    sexagenary,
    national_congress,
    dateline,
    occasion,
    five_year_plan,
    party_congress,
    told_years,
)
"""The surest first: what a later one says against an earlier one is not heard."""
