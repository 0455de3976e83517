"""Projects: works on ways and places, phases, buildings that are being built, and whatever is called 项目 or 工程."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.corpus.words import is_word
from kg.entities.begins import begin, ended, is_own
from kg.entities.endings import Ended, Endings, is_description
from kg.entities.enterprises import FULL
from kg.entities.headed import headed, inner_ending
from kg.entities.investments import invested, owners
from kg.entities.line import STOPS, Line
from kg.entities.patterns import HAN, NUMERAL, any_of
from kg.entities.progress import is_begun, is_built, is_sited, is_told, is_visited
from kg.entities.ways import ways
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("project_words")
PHASES = Endings(_WORDS["phase"])
WORKS = Endings(_WORDS["work"])
BUILDINGS = Endings(_WORDS["building"])
GENERAL = frozenset(_WORDS["general"])
WORKSHOPS = frozenset(_WORDS["workshop"])
HALL = re.compile(any_of(_WORDS["hall"]))
SERIAL = re.compile(any_of(_WORDS["serial"]))
COUNTED = re.compile(rf"{NUMERAL}[条座栋个家处]")
COUNT = re.compile(r"\d[栋幢座条个]$")
"""某某产业园一期12栋|标准厂房 counts a part of what is meant."""
MONTH = re.compile(r"\d{1,2}月(?:\d{1,2}日|[上中下]旬|[份初底末])?前?")
"""Before a phase only the time of what is told of it: 6月底|一期试产."""
PLACED = ("在", "于", "沿", "至", "到", "以")
BESIDE = re.compile("以[东南西北]|两侧|沿线|附近|旁|路口|交叉口|[东南西北]侧")
"""The way only tells where something is: 拿下某某路|以南104亩土地."""
SHORTEST_WORK = 3
RAPID = ("铁路", "高铁", "高速", "高速公路", "城际")
"""Named by a character of each of its ends, which together may happen to be a word (a feast, an adjective)."""
RAIL = re.compile(rf"(?:{HAN}{{2}}(?:轨道交通|地铁|城轨)?)?(?<![A-Za-z\d])[SRM]\d{{1,2}}(?:号线|线)(?:{HAN}{{2,4}}?段)?")
ON_RAILS = re.compile("轨道|地铁|城轨|城际|换乘|车站|站点|设站|盾构|洞通")


def projects(line: Line, names: tuple[Mention, ...]) -> Iterator[Mention]:
    """Candidates of every form; `names` are the line's firms, parks and institutions, on which phases may follow."""
    yield from _ways(line)
    yield from _phases(line, names)
    yield from _works(line, names)
    yield from _buildings(line, names)
    for start, end, proper in headed(line, names):
        yield _mention(line, start, end, "headed", 0.8 if proper else 0.6)
    for start, end in invested(line):
        yield _mention(line, start, end, "invested", 0.65)
    for start, end in owners(line):
        yield Mention(line.span(start, end), line.text[start:end], Kind.ENTERPRISE, "owner_of_project", 0.6)


def _ways(line: Line) -> Iterator[Mention]:
    """A way with a work or stretch; a bare one only where it is being built, not where something is (在|某某路|建设)."""
    yield from _rails(line)
    for start, end, told in ways(line):
        if told:
            yield _mention(line, start, end, "way_work", 0.85)
            continue
        name = line.text[start:end]
        named = is_own(line, start, end - 1) or "至" in name or any(c.isdigit() for c in name)
        named = named or (name.endswith(RAPID) and line.word_at(start).pos[:1] in "ta")
        placed = line.text.endswith(PLACED, 0, start) or BESIDE.match(line.text, end)
        if named and not placed and is_built(line, start, end):
            yield _mention(line, start, end, "way_built", 0.75)


def _rails(line: Line) -> Iterator[Mention]:
    """A line of a city's trains by letter and number: 甲乙|S8线."""
    for hit in RAIL.finditer(line.text) if ON_RAILS.search(line.text) else ():
        start = hit.start()
        if "\u4e00" <= line.text[start] <= "\u9fff":
            begins = start in line.cuts or line.text[start - 1] in STOPS
            start += 0 if begins and not is_word(line.text[start : start + 2]) else 2
        yield _mention(line, start, hit.end(), "rail_line", 0.75)


def _phases(line: Line, names: tuple[Mention, ...]) -> Iterator[Mention]:
    """某某二期, 某某项目一期, 某某公司一期|厂房."""
    for found in ended(line, PHASES):
        if SERIAL.match(line.text, found.end):
            continue
        headed_before = line.text.endswith(("项目", "工程"), 0, found.ending_start)
        start = begin(line, inner_ending(line, found.ending_start - 2 * headed_before))
        for name in names:
            if name.span.end - line.start == found.ending_start:
                start = min(start, name.span.start - line.start)
        if MONTH.fullmatch(line.text, start, found.ending_start) or line.text.endswith("分", start, found.ending_start):
            continue
        if start < found.ending_start and not is_description(line, start, found.ending_start):
            hall = HALL.match(line.text, found.end)
            yield _mention(line, start, hall.end() if hall else found.end, "phase", 0.85)


def _works(line: Line, names: tuple[Mention, ...]) -> Iterator[Mention]:
    """A building work on something proper that is no way: 某某广场1号楼改造, 某某闸断面整治提升工程, 市某医院|迁建."""
    houses = {m.span.end - line.start: m.span.start - line.start for m in names if m.kind is Kind.INSTITUTION}
    for found in ended(line, WORKS):
        house = houses.get(found.ending_start)
        start = begin(line, found.ending_start) if house is None else house
        if found.ending_start - start < SHORTEST_WORK or is_description(line, start, found.ending_start):
            continue
        end = found.end + 2 if line.text.startswith("工程", found.end) else found.end
        if (house is not None or line.is_proper(start, found.ending_start)) and (end > found.end or _closes(line, end)):
            yield _mention(line, start, end, "work", 0.7)


def _closes(line: Line, end: int) -> bool:
    return end == len(line.text) or line.text[end] in "，。；、：）” " or is_told(line, end)


def _buildings(line: Line, names: tuple[Mention, ...]) -> Iterator[Mention]:
    """A building that a verb of building governs, of which is said how far it has come, or that is come to see.

    One that is called a firm's is a definite one whatever words make its name: 某某公司的|退役轮胎回收基地，投资15亿元.
    """
    owned = {m.span.end - line.start + 1 for m in names if m.kind is Kind.ENTERPRISE}
    for found in ended(line, BUILDINGS):
        start = _behind_firm(line, begin(line, found.ending_start), found.ending_start)
        if start == found.ending_start and found.ending not in GENERAL and is_sited(line, start) and is_told(line, found.end):
            yield _mention(line, start, found.end, "sited_building", 0.6)
        if is_told(line, found.end) and (own := _behind_owner(line, owned, found.ending_start)):
            yield _mention(line, own, found.end, "owned_building", 0.7)
            continue
        if found.ending_start - start < 2 or is_description(line, start, found.ending_start):
            continue
        visited = found.ending in WORKSHOPS and is_visited(line, start)
        counted = COUNTED.match(line.text, found.end) or COUNT.search(line.text, start, found.ending_start)
        if counted or _is_part_of_word(line, found) or not (visited or is_built(line, start, found.end)):
            continue
        if is_own(line, start, found.ending_start):
            yield _mention(line, start, found.end, "building", 0.75)
        elif _is_definite(line, start, found) or (visited and found.ending not in GENERAL):
            yield _mention(line, start, found.end, "plain_building", 0.6)


def _behind_owner(line: Line, owned: set[int], end: int) -> int:
    """Where a name begins that stands behind a firm and 的, with nothing else between; 0 where there is none."""
    near = (at for at in owned if 2 <= end - at <= LONGEST_OWNED and line.text[at - 1] == "的")
    return next((at for at in sorted(near) if PLAIN.fullmatch(line.text, at, end)), 0)


LONGEST_OWNED = 14
PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z\d]+")


def _behind_firm(line: Line, start: int, end: int) -> int:
    """Behind the full name of the firm it belongs to: 某某（某市）马达有限公司|新厂房."""
    firm = max(
        (
            line.text.rfind(ending, start, end) + len(ending)
            for ending in FULL
            if ending in line.text[start:end]
        ),
        default=0,
    )
    return firm or start


def _is_part_of_word(line: Line, found: Ended) -> bool:
    """The ending is the end of a longer word: 太|仓库."""
    word = line.word_at(found.ending_start)
    return word.start < found.ending_start and word.end == found.end


def _is_definite(line: Line, start: int, found: Ended) -> bool:
    """Plain words name a building where its site is told, or where it is no general one and has come so far."""
    if is_sited(line, start):
        return True
    return found.ending not in GENERAL and (is_begun(line, start) or is_told(line, found.end))


def _mention(line: Line, start: int, end: int, rule: str, confidence: float) -> Mention:
    return Mention(line.span(start, end), line.text[start:end], Kind.PROJECT, rule, confidence)
