"""Undertakings that are called so: 某某项目, 某某工程, if that is one definite thing and neither a group nor a campaign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.begins import begin, ended
from kg.entities.endings import Ended, Endings, is_description
from kg.entities.enterprises import FULL
from kg.entities.line import Line
from kg.entities.park_candidate import ALONE
from kg.entities.patterns import NUMERAL, any_of
from kg.entities.progress import is_seen
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("project_words")
HEADS = Endings(_WORDS["head"])
INNER_ENDINGS = frozenset(w for name in ("work", "building", "phase", "activity") for w in _WORDS[name])
ACTIVITIES = frozenset(_WORDS["activity"])
NOT_PROJECT = re.compile(rf"(?!总(?:投资|建筑|占地|用地|规模|长)){any_of(_WORDS['not_project'])}|[约近共超]?{NUMERAL}[个项只件]")
LIST_HEAD = re.compile(rf"(?:等|[各多两]|{NUMERAL}[个项只大件]|一批|一些|这些|此类|最[\u4e00-\u9fff])的?$")
NUMBER = re.compile(rf"{NUMERAL}[个项只大件]")
GROUP = re.compile(rf"(?:{any_of(_WORDS['group'])}|[级类型批些各]|{NUMERAL}[个项只处大件])$")
CAMPAIGN = re.compile(any_of(_WORDS["campaign"]) + "$")
CARRIED_OUT = re.compile("(?:实施|开展|深化|启动|推动|推进|落实|抓好)[^，。；]*$")
SINGLE = re.compile(rf"[，,（、：]|{any_of(_WORDS['single'])}")
BUILT_ANEW = ("新建", "扩建", "改建", "技改")
LONGEST_ENDING, SHORTEST_PLAIN, SHORTEST_BESIDE_FIRM, SHORTEST_APART = 8, 4, 4, 6


def headed(line: Line, names: tuple[Mention, ...]) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether a proper word is in it) of every project that its head noun names.

    `names` are the firms and zones of the line, which stand apart from the project behind them.
    """
    for found in ended(line, HEADS):
        if NOT_PROJECT.match(line.text, found.end):
            continue
        inner = inner_ending(line, found.ending_start)
        start = _beside_firm(line, begin(line, inner), found.ending_start, names)
        if _is_group(line, start, found) or _is_campaign(line, start, inner, found):
            continue
        proper = line.is_proper(start, found.ending_start) or line.has_unknown(start, found.ending_start)
        start = _behind_zone(line, start, found.ending_start, names)
        told = SINGLE.match(line.text, found.end) or is_seen(line, start)
        if proper or (found.ending_start - start >= SHORTEST_PLAIN and told):
            yield start, found.end, proper


def inner_ending(line: Line, end: int) -> int:
    """Where the ending before a head begins (某某产业化|基地|项目), so that its noun of action is no verb."""
    for length in range(min(LONGEST_ENDING, end - 2), 1, -1):
        if line.text[end - length : end] in INNER_ENDINGS:
            return end - length
    return end


def is_group(name: str) -> bool:
    """Many things or a kind of things: 重点, 产业类, 百亿级."""
    return bool(GROUP.search(name))


def _is_group(line: Line, start: int, found: Ended) -> bool:
    name = line.text[start : found.ending_start]
    if len(name) < 2 or is_group(name) or NUMBER.match(name):
        return True
    inside = line.words[line.word_of[start] : line.word_of[found.ending_start - 1] + 1]
    if all(word.pos == "ns" for word in inside):
        return True  # 某市|项目攻坚年
    return bool(LIST_HEAD.search(line.text, 0, start)) or is_description(line, start, found.ending_start)


def _is_campaign(line: Line, start: int, inner: int, found: Ended) -> bool:
    """百千万|工程, 素质提升|工程: no work, building or place is named, or a quoted name that somebody carries out."""
    end = found.ending_start
    if inner < end and line.text[inner:end] not in ACTIVITIES:
        return False
    if CAMPAIGN.search(line.text, start, end):
        return True
    if found.ending != "工程":
        return False
    if line.text[start] == "“":
        return bool(CARRIED_OUT.search(line.text, 0, start))
    return all(word.pos != "ns" for word in line.words[line.word_of[start] : line.word_of[end - 1] + 1])


def _behind_zone(line: Line, start: int, end: int, zones: tuple[Mention, ...]) -> int:
    """Behind the zone it lies in, where enough is left to name it: 某某产业园|再生水项目."""
    for zone in zones:
        last = zone.span.end - line.start
        own = zone.kind is Kind.PARK and zone.text not in ALONE
        if own and zone.span.start - line.start == start and end - last >= SHORTEST_PLAIN:
            return start if is_description(line, last, end) else last
    return start


def _beside_firm(line: Line, start: int, end: int, firms: tuple[Mention, ...]) -> int:
    """With the firm that builds it where little else names it: 某某公司|新建|项目, but 新建|某某镀膜设备项目 alone."""
    anew = start - 2 if line.text[start - 2 : start] in BUILT_ANEW else start
    for firm in firms:
        first, last = firm.span.start - line.start, firm.span.end - line.start
        if firm.kind is not Kind.ENTERPRISE:
            continue
        if last in (start, anew):
            return first if end - start < SHORTEST_BESIDE_FIRM else anew
        if first == start and firm.text.endswith(FULL) and end - last >= SHORTEST_APART:
            return last
    return start
