"""Institutions by the form of their names: schools, hospitals, research, associations, media, public services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.endings import LEVELS, Endings, is_description
from kg.entities.line import Line
from kg.entities.patterns import any_of
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("institution_words")
STRONG = frozenset(_WORDS["strong"])
ENDINGS = Endings([*_WORDS["strong"], *_WORDS["weak"]])
INSIDE = frozenset(sections("inside_names")["institution"])
NOT_INSTITUTIONS = re.compile(
    r"^(?:国家|[省市县区部])级|.*(?:书记|[省市县区镇局部院校]长|主任|董事长|总经理|主席)[\u4e00-\u9fff]{2,4}[与和]|^(?:.*[刚才已]学会|学会协会)$|^(?:[各该本全某所两多这座]|几所|有关|相关|高等|重点|国内|国外|知名|本科|普通|公办|民办)*"
    r"(?:大学|学院|中学|小学|学校|医院|协会|商会|研究院|研究所|实验室|幼儿园|日报|校区|展示馆|博物馆|图书馆|纪念馆)$"
)
ACADEMY = re.compile(r"中科院[\u4e00-\u9fff]{2,8}?[所院]")

NUMBERED = re.compile(
    r"第[一二三四五六七八九十\d]{1,2}(?:人民医院|中医院|医院|实验中学|高级中学|中学|实验小学|小学|实验学校|幼儿园|职业中专)(?!校长|院长)"
)
JOINT = re.compile(
    r"(?:共建|合建|联建|合作建立|联合建立|联合组建|共同组建|联合成立|共同成立|签约成立|合作成立)(?:了|的)?"
    r"(?P<name>[\u4e00-\u9fff]{2,16}?(?:联合实验室|重点实验室|实验室|检测中心|研究中心|技术中心|创新中心|研究院|研究所|工作站|产业学院|实训中心))"
    r"(?![\u4e00-\u9fff]?(?:主任|院长|建设|大楼|项目|二期|一期))"
)
INDUSTRY = re.compile(any_of(sections("generic_words")["industry"]))
MANY = re.compile("[的、和与等]|[一二三四五六七八九十两\\d][个家批所]")


def institutions(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """Strong endings behind any proper word or level (市|规划展示馆); weak ones only behind a proper word."""
    for hit in ACADEMY.finditer(line.text):
        yield _mention(line, hit.start(), hit.end(), "academy", 0.9)
    yield from _numbered(line, places)
    for joint in JOINT.finditer(line.text):
        start, end = joint.span("name")
        if not MANY.search(line.text, start, end) and (INDUSTRY.search(joint["name"]) or not is_description(line, start, end)):
            yield _mention(line, start, end, "jointly_built", 0.75)
    for found in ENDINGS.find(line, places, INSIDE):
        if found.start >= found.ending_start or NOT_INSTITUTIONS.match(line.text[found.start : found.end]):
            continue
        leading = line.text[found.start : found.ending_start]
        level = leading.startswith(LEVELS)
        proper = line.is_proper(found.start, found.ending_start)
        if is_description(line, found.start, found.ending_start) and not level:
            continue
        if found.ending in STRONG and (proper or level or len(leading) >= 2):
            yield _mention(line, found.start, found.end, "institution_ending", 0.9 if proper or level else 0.7)
        elif (proper or level) and len(leading) >= 2:
            yield _mention(line, found.start, found.end, "service_ending", 0.7)


def _numbered(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """市|第一中学, 某某县|第二人民医院: the number is no count in front of a name."""
    ends = {m.span.end - line.start: m.span.start - line.start for m in places}
    for hit in NUMBERED.finditer(line.text):
        at = hit.start()
        level = at - 1 if at and line.text[at - 1] in "市县区州镇" else at
        word = line.word_at(level)
        start = ends.get(at, ends.get(level, word.start if word.pos == "ns" and word.end == at else level))
        if start < at:
            yield _mention(line, start, hit.end(), "numbered", 0.92)


def _mention(line: Line, start: int, end: int, rule: str, confidence: float) -> Mention:
    return Mention(line.span(start, end), line.text[start:end], Kind.INSTITUTION, rule, confidence)
