"""What a paragraph is to its article, from its own look: headline, byline, speaker's head line, lead, body, caption …"""

from __future__ import annotations

import re
from enum import Enum, auto

from kg.corpus.surnames import SURNAME_STARTS
from kg.resources import words


class Role(Enum):
    """What a paragraph is to its article."""

    HEADLINE = auto()
    BYLINE = auto()
    """□本报记者 …: who wrote it."""
    HEAD = auto()
    """■市科技局局长 …: who speaks in the section below."""
    LEAD = auto()
    """本报讯（记者 …）昨天…: the first paragraph of a report."""
    BODY = auto()
    CAPTION = auto()
    """… 记者 … 摄."""
    FURNITURE = auto()
    """Weather, date line, editors, “turn to page 2”: the page's own and no article's."""

    @property
    def prose(self) -> bool:
        """Whether it is running text, which a column's end may cut."""
        return self in (Role.LEAD, Role.BODY)


NAME = r"[\u4e00-\u9fff·]{2,8}"
REPORTER = r"(?:(?:本报|特约|首席|见习|实习|驻.{2,4})*(?:记者|通讯员|评论员))"
OFFICE = "|".join(sorted(words("offices"), key=lambda office: (-len(office), office)))
LONGEST_LABEL = 60
"""Characters; a headline, byline or head line has fewer."""
LONGEST_CAPTION = 300

FURNITURE = re.compile(
    r"(?:今[天日]|明[天日]|(?:市区|今日|本市)?天气(?:预报)?)[^。]{0,12}(?:晴|多云|阴|小雨|中雨|大雨|雷阵雨|阵雨|雪)"
    r"|(?:19|20)\d\d年\d+月\d+日 ?(?:星期|周[一二三四五六日]|农历|第)"
    r"|星期[一二三四五六日] ?(?:.{0,12}(?:年|月|今日|农历))"
    r"|(?:本版)?(?:责任?编辑?|版式|校对|值班总编|值班主任|美编|组版|编辑)[：: ]"
    r"|.{0,20}(?:国内统一|统一刊号|邮发代号|新闻热线|CN ?\d\d-)"
    r"|（?(?:上接|下转|紧接)[^，。]{1,10}[版页].{0,3}）?$"
)
LEAD = re.compile(
    r"[（【]?(?:本报|[\u4e00-\u9fff]{1,4}报|[\u4e00-\u9fff]{2,6}(?:\d+月\d+日)?)讯[ （(，]|又讯|编者按"
)
NOTE = re.compile("(?:摘登|刊登|刊发)(?:如下)?[。：]$")
"""“现将发言内容摘登如下。”: the editors' own words."""
NOTE_WIDTH = 8
CREDIT = re.compile(
    rf"(?:{REPORTER}|通讯员|[。！） ]) ?{NAME} ?摄(?:影报道)?）?$|（[^（）]{{2,10}}(?:供图|摄)）$"
)
CREDIT_ENDS = frozenset("摄道）")
CREDIT_WIDTH = 24
HEAD = re.compile(rf"(?:.*?[^，。；！？])??(?:{OFFICE})(?P<space> ?)(?P<name>{NAME})$")
BYLINE = re.compile(rf"[（(]?{REPORTER}|文[/／]|.{{0,16}}(?:/文|/图|/整理|集体采访)|（?来源[：:]")
WHOLE_BYLINE = re.compile(
    rf"[（(]?(?:{REPORTER} ?[\u4e00-\u9fff·]{{2,4}} ?(?:[\u4e00-\u9fff·]{{2,4}} ?)*)+[)）]?"
)
PROSE_MARKS = re.compile(r"[。，；：！？“”]")
SPEAKER_MARKS = frozenset("■□●○◆◇▲△★☆▶►◎")


def role(text: str, mark: str = "") -> Role:
    """What a paragraph looks like by itself; `mark` is what stood before it (■, #)."""
    if FURNITURE.match(text):
        return Role.FURNITURE
    if LEAD.match(text) or NOTE.search(text, max(0, len(text) - NOTE_WIDTH)):
        return Role.LEAD
    if ends_caption(text) and len(text) <= LONGEST_CAPTION:
        return Role.CAPTION
    if len(text) <= LONGEST_LABEL and not _is_prose(text):
        return _label(text, mark)
    return Role.BODY


def begins_anew(line: str) -> bool:
    """Whether a line begins something of its own, whatever stands above it."""
    return bool(LEAD.match(line) or FURNITURE.match(line) or BYLINE.match(line) or _is_head(line))


def _is_head(line: str) -> bool:
    """Whether a line is an office, a space and a name: a speaker's own line also without a mark (某镇党委书记 张三)."""
    if len(line) > LONGEST_LABEL or " " not in line or PROSE_MARKS.search(line):
        return False
    head = HEAD.match(line)
    return bool(head and head["space"] and head["name"][0] in SURNAME_STARTS)


def ends_caption(text: str) -> bool:
    """Whether a text ends with the photographer's name."""
    return text[-1] in CREDIT_ENDS and CREDIT.search(text, len(text) - CREDIT_WIDTH) is not None


def is_byline(line: str) -> bool:
    """Whether a line is nothing but the reporters' names."""
    return WHOLE_BYLINE.fullmatch(line) is not None


def _label(text: str, mark: str) -> Role:
    """What a short paragraph without the marks of prose is."""
    if BYLINE.match(text):
        return Role.BYLINE
    head = HEAD.match(text)
    if head and head["name"][0] in SURNAME_STARTS and (head["space"] or SPEAKER_MARKS & set(mark)):
        return Role.HEAD
    return Role.HEADLINE


def _is_prose(text: str) -> bool:
    """Whether a text speaks in sentences: a full stop, or several clauses; a headline may have a comma."""
    return "。" in text or "；" in text or text.count("，") > 1 or (text[-1] in "：！？”" and "，" in text)
