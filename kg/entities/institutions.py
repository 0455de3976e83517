"""Institutions by the form of their names: schools, hospitals, research, associations, media, public services."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.endings import LEVELS, Endings, is_description
from kg.entities.line import Line
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("institution_words")
STRONG = frozenset(_WORDS["strong"])
ENDINGS = Endings([*_WORDS["strong"], *_WORDS["weak"]])
INSIDE = frozenset(sections("inside_names")["institution"])
NOT_INSTITUTIONS = re.compile(
    r"^(?:.*[刚才已]学会|学会协会)$|^(?:[各该本全某所两多这座]|几所|有关|相关|高等|重点|国内|国外|知名|本科|普通|公办|民办)*"
    r"(?:大学|学院|中学|小学|学校|医院|协会|商会|研究院|研究所|实验室|幼儿园|日报|校区|展示馆|博物馆|图书馆|纪念馆)$"
)
ACADEMY = re.compile(r"中科院[\u4e00-\u9fff]{2,8}?[所院]")


def institutions(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """Strong endings behind any proper word or level (市|规划展示馆); weak ones only behind a proper word."""
    for hit in ACADEMY.finditer(line.text):
        yield _mention(line, hit.start(), hit.end(), "academy", 0.9)
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


def _mention(line: Line, start: int, end: int, rule: str, confidence: float) -> Mention:
    return Mention(line.span(start, end), line.text[start:end], Kind.INSTITUTION, rule, confidence)
