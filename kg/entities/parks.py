"""Parks and zones by the form of their names; some name a definite zone by themselves on a page of its city."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.endings import Endings, is_description
from kg.entities.line import Line
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("park_words")
STRONG = frozenset(_WORDS["strong"])
ALONE = frozenset(_WORDS["alone"])
ENDINGS = Endings([*_WORDS["strong"], *_WORDS["weak"], *_WORDS["alone"]])
HARBOUR_ZONE = re.compile(r"[\u4e00-\u9fff]{1,4}港(?:经济(?:技术)?开发区|综合保税区|综保区|经开区|港区)")
NOT_PARKS = re.compile(
    r"^(?:[各该本全两某个]|省级|国家级|市级|以上|特色|产业|工业|科技|现代|创新|创业|专业|重点|有关|相关|多个)*"
    r"(?:园区|开发区|片区|园|新城|新区|孵化器|试验区|合作区|集聚区|产业园|产业园区|科技园区|工业园区|众创空间|加速器|先导区|经济区)$"
)


def parks(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """Strong endings behind a proper word, bare zone names that stand alone, weak endings behind a proper word."""
    for found in ENDINGS.find(line, places):
        name = line.text[found.start : found.end]
        leading = found.start < found.ending_start
        described = is_description(line, found.start, found.ending_start)
        proper = line.is_proper(found.start, found.ending_start)
        if leading and found.ending in STRONG and not described and not NOT_PARKS.match(name):
            yield _mention(line, found.start, found.end, "park_ending", 0.92 if proper else 0.75)
        elif found.ending in ALONE and (not leading or described) and _stands_alone(line, found.ending_start):
            yield _mention(line, found.ending_start, found.end, "zone_alone", 0.85)
        elif leading and not described and proper and found.ending not in STRONG and len(name) >= 5:
            yield _mention(line, found.start, found.end, "weak_park_ending", 0.6)


def _stands_alone(line: Line, start: int) -> bool:
    """No description before it: 国家级|开发区 and 各|园区 name no definite zone."""
    before = line.text[max(0, start - 3) : start]
    return not before.endswith(("级", "各", "该", "个", "类", "型", "的", "业", "家", "域")) or before.endswith("的")


def _mention(line: Line, start: int, end: int, rule: str, confidence: float) -> Mention:
    return Mention(line.span(start, end), line.text[start:end], Kind.PARK, rule, confidence)
