"""Lists of personal names: joined by 、 behind or before a noun for leaders, or after 及 behind a first name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.line import Line
from kg.entities.names import Name, name_at
from kg.entities.patterns import any_of
from kg.resources import words as word_list

Known = frozenset[str]
"""Names that the page gives elsewhere beyond doubt."""

LEADERS = re.compile(rf"{any_of(word_list('leaders'))}(?:还有|有|为|：|:)?")
LED_LIST = re.compile(r"等(?:[省市县区镇州]|有关|在家|部分|老)*(?:领导|同志|人(?!口|才|员|数|次|大|民)|先生|院士|专家)")
AND_OTHERS = re.compile(r"(?<=[\u4e00-\u9fff])(?:及|以及|，以及|，还有)(?=[\u4e00-\u9fff]{2,4}、)")
ITEM = re.compile(r"(?:（(?:女|[\u4e00-\u9fff]{1,4}族)）)?(?:[、，,和及与]|以及|及)")


def names_in_list(line: Line, start: int, known: Known, *, behind_office: bool = False) -> Iterator[Name]:
    """Names from `start` on, joined by 、 or 和, until something else comes."""
    at = start
    while at < len(line.text):
        name = name_at(line, at, known, behind_office=behind_office)
        if name is None or name.sure < 0.5:
            return
        yield name
        joint = ITEM.match(line.text, name.end)
        if joint is None:
            return
        at = joint.end()


def names_before(line: Line, end: int, known: Known) -> list[Name]:
    """Names joined by 、 that end at `end` (甲、乙、丙|等市领导), in order."""
    found: list[Name] = []
    at = end
    while at > 0:
        name = name_ending(line, at, known)
        if name is None:
            break
        found.append(name)
        before = line.text[name.start - 1 : name.start]
        if before not in ("、", "和", "及", "与") or not before:
            break
        at = name.start - 1
    return found[::-1]


def name_ending(line: Line, end: int, known: Known) -> Name | None:
    """The name that ends at `end`, begun at a mark or joint; the longest that is a name."""
    for length in (4, 3, 2):
        start = end - length
        if start < 0 or (start and line.text[start - 1] not in "、，,：:（。；和及与有是“" and start not in line.cuts):
            continue
        name = name_at(line, start, known)
        if name is not None and name.end == end and name.sure >= 0.5:
            return name
    return None


def leaders(line: Line, known: Known) -> Iterator[Name]:
    """市领导甲、乙、丙 and 甲、乙、丙等市领导: officials without a post."""
    for hit in LEADERS.finditer(line.text):
        yield from names_in_list(line, hit.end(), known)
    for hit in AND_OTHERS.finditer(line.text):
        others = list(names_in_list(line, hit.end(), known))
        if len(others) > 1 and all(name.sure >= 0.85 for name in others):
            yield from others
    for hit in LED_LIST.finditer(line.text):
        yield from names_before(line, hit.start(), known)
