"""Parks and zones by the form of their names; some name a definite zone by themselves on a page of its city."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from kg.entities.begins import begin, is_own
from kg.entities.coined import BOUNDARY, COINED, coined
from kg.entities.endings import Endings, anchored, cut_short
from kg.entities.line import STOPS, Line
from kg.entities.park_candidate import ALONE, LEVELS, ZONES, Candidate
from kg.entities.patterns import NUMERAL, any_of
from kg.model import Mention
from kg.resources import sections

_WORDS = sections("park_words")
PLAIN = frozenset(_WORDS["plain"])
VAGUE = frozenset(_WORDS["vague"])
STRONG = frozenset(_WORDS["strong"]) | VAGUE | PLAIN
DIRECTIONS = frozenset(_WORDS["direction"])
INDUSTRIES = sections("generic_words")["industry"]
BRANCHES = frozenset(industry + last for industry in INDUSTRIES for last in COINED)
"""A branch of industry and 园, 谷 or 港: 机器人谷, 医药港."""
ENDINGS = Endings({*STRONG, *ALONE, *BRANCHES, *_WORDS["weak"]})
SCHOOLS = ("大学", "学院", "校区")
GROUP_BEHIND = re.compile(rf"{NUMERAL}[个家座]|化(?![工学])|内外")
COUNTED = re.compile(rf"{NUMERAL}[个大]$")
AMONG = re.compile(r"其中[，：]?(?:[^，。；、]{1,8}\d+[个宗家件项][、，])*$")
"""What is counted lies in the zones: 其中|经开区9个、|高新区8个."""
WARD = re.compile("院区|校区")
"""A new part of a hospital or school, named by its quarter: 某市人民医院某某新城|院区."""
WISHED = re.compile(rf"{any_of(_WORDS['wish'])}[为了]?(?:[^，。；、]{{0,10}}的|一[批个])?$")
SITED = re.compile("(?:[在于]|落户|进驻|入驻|落在|迁至|搬到)$")
KINDS_BEFORE = ("级", "各", "个", "类", "型", "业", "家", "域")
SHORTEST_WEAK, WINDOW = 5, 24


def parks(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """The zones of a line; `places` are its places, where names may begin."""
    spans = sorted((m.span.start - line.start, m.span.end - line.start) for m in places if len(m.text) > 1)
    for start, end, ending in _endings(line):
        inside_word = cut_short(line, start, end) and line.word_at(end).end < end + 2
        if inside_word or WARD.match(line.text, end) or COUNTED.search(line.text, 0, start):
            continue
        if GROUP_BEHIND.match(line.text, end) and not (ending in ALONE and AMONG.search(line.text, 0, start)):
            continue
        first = _anchored(line, begin(line, start, actions=ending not in ALONE), start, spans)
        candidate = Candidate(line, first, start, end, ending)
        found = (mention for rule in RULES if (mention := rule(candidate)))
        yield from islice(found, 1)
    yield from coined(line)


def _endings(line: Line) -> Iterator[tuple[int, int, str]]:
    """The endings of zones; 循环经济园区 ends in 园区, for it is no 循环经济园."""
    for start, end, ending in ENDINGS.hits(line.text):
        district = ending in BRANCHES and line.text.startswith("园区", end - 1)
        yield (end - 1, end + 1, "园区") if district else (start, end, ending)


def _anchored(line: Line, first: int, start: int, places: list[tuple[int, int]]) -> int:
    """At a place inside what was reached, unless what stands before it belongs to the name (天|某湖, 自贸区|某市)."""
    first = min((begins for begins, ends in places if begins < first < ends), default=first)
    slogan = line.text.rfind("”", first, start) + 1
    if slogan and line.text[first] != "“" and is_own(line, slogan, start):
        first = slogan  # 打造“某某样板”某市经济区: the quotation belongs to what comes before
    at = anchored(line, first, start, [begins for begins, _ in places])
    one_character = first < at and len(line.word_at(at - 1).text) == 1 and line.text[at - 1] not in STOPS
    return first if one_character or line.text[first:at].endswith(ZONES) else at


# ── rules ───────────────────────────────────────────────────────────────────────────────────────────────


def zone_alone(c: Candidate) -> Mention | None:
    """港区, 高新区 by themselves; not 国家级|开发区, 各|园区, 现代|港城."""
    if c.ending not in ALONE or c.owned or (c.grouped and not c.leading) or c.praised:
        return None
    if c.line.text.endswith(KINDS_BEFORE, 0, c.start):
        return None
    if c.leading and c.described and not c.leading.endswith(("建设", "发展")):
        return None
    return c.mention("zone_alone", 0.85, c.start)


def zone_of_level(c: Candidate) -> Mention | None:
    """市|高新区, 县|经济开发区, 镇|工业集中区, 市|科技创新园."""
    if c.ending in ALONE:
        return c.mention("zone_of_level", 0.85) if c.leading in LEVELS else None
    if not c.leading.startswith(LEVELS) or c.ending not in STRONG or len(c.ending) <= len("园区"):
        return None
    definite = c.first in c.line.cuts and not c.grouped and not c.praised and not c.has_verb
    return c.mention("park_of_level", 0.8) if definite and not c.proper else None


def branch(c: Candidate) -> Mention | None:
    """机器人谷 without any word in front."""
    bare = not c.leading and c.ending in BRANCHES and not c.grouped
    return c.mention("branch_and_park", 0.6, c.start) if bare and BOUNDARY.match(c.line.text, c.end) else None


def of_direction(c: Candidate) -> Mention | None:
    """东部|新城, 临港|工业园."""
    fits = c.leading in DIRECTIONS and c.ending in STRONG and not c.grouped
    return c.mention("park_of_direction", 0.75) if fits else None


def of_name(c: Candidate) -> Mention | None:
    """Behind a proper word: 某某|产业园, 某某新城科教创新|核心区; not 百亿级|产业基地."""
    if not _is_single(c) or not c.proper or (c.described and not c.leading.startswith(ZONES)):
        return None
    if c.ending in STRONG or c.ending in BRANCHES or c.ending in ALONE:
        return c.mention("park_ending", 0.92)
    return c.mention("weak_park_ending", 0.65) if c.end - c.first >= SHORTEST_WEAK else None


def of_unknown(c: Candidate) -> Mention | None:
    """A word that is no general one before an ending that only zones have: 某湾|新城."""
    fits = _is_single(c) and not c.described and c.ending in STRONG - VAGUE - PLAIN
    return c.mention("unknown_before_park", 0.75) if fits else None


def of_industry(c: Candidate) -> Mention | None:
    """A branch of industry before an ending of single parks: 新材料|产业园, 放在|循环经济园区; not 打造|文化产业园."""
    if c.ending == "园区" and c.leading in INDUSTRIES and SITED.search(c.line.text, 0, c.first):
        return c.mention("park_of_industry", 0.7)
    named = not c.described or any(industry in c.leading for industry in INDUSTRIES)
    wished = WISHED.search(c.line.text, max(0, c.first - WINDOW), c.first)
    return (
        c.mention("park_of_industry", 0.75)
        if _is_single(c) and c.ending in PLAIN and named and not wished
        else None
    )


RULES: tuple[Callable[[Candidate], Mention | None], ...] = (
    zone_alone,
    zone_of_level,
    branch,
    of_direction,
    of_name,
    of_unknown,
    of_industry,
)
"""The first that sees a park in a candidate says so."""


def _is_single(c: Candidate) -> bool:
    """Something stands in front, and it is no group, no wish and no school (某某大学|园区)."""
    if not c.leading or c.grouped or c.praised or (c.ending in ALONE and not c.owned):
        return False
    return not (c.leading.endswith(SCHOOLS) and c.ending.endswith("园区"))
