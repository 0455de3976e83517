"""Places: administrative divisions from the library, towns, villages and countries by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick

from kg.corpus.words import is_word
from kg.entities.endings import is_description
from kg.entities.line import STOPS, Line
from kg.model import Kind, Mention
from kg.resources import words as word_list
from kg.resources.divisions import divisions, named

LOCALITY = re.compile(r"(?:街道|社区|镇|乡|村(?!镇))(?![民里庄级落居务容企办域长])(?<!乡(?=[村镇]))")
NOT_LOCALITY = re.compile(
    r".*(?:之|故|家|老|同|返|下|城|水|他|侨|小|古|新|集|强|重|名|渔|农|美丽|特色|中心|行政|自然|人才|国际|产业|智慧|文明|示范|先进|幸福)[镇乡村区街]|"
    r"(?:.*[小大深老高]|.*偏远|.*贫困)山[镇乡村区]|.*乡[村镇]|村镇|.*(?:化|型|级|个|条|座|处)(?:街道|社区|[镇乡村])"
)
AMBIGUOUS = frozenset(word_list("ambiguous_stems"))


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for division in divisions().values():
        automaton.add_word(division.name, division.name)
        if len(division.stem) > 1 and division.stem not in AMBIGUOUS:
            automaton.add_word(division.stem, division.stem)
    for name in word_list("places"):
        automaton.add_word(name, name)
    automaton.make_automaton()
    return automaton


def places(line: Line) -> Iterator[Mention]:
    """Divisions and countries in the dictionary, then localities by their form."""
    ends = set()
    for last, name in _automaton().iter_long(line.text):
        start, end = last - len(name) + 1, last + 1
        if name in CONJUNCT and start and "\u4e00" <= line.text[start - 1] <= "\u9fff":
            continue  # 甲某|和|县人大常委会 is not of 和县
        if end - start > 2 and NO_LEVEL.match(line.text, end - 1):
            end -= 1
        if _stands_alone(line, start, end):
            end = _with_level(line, end)
            if line.text[end - 1] in "市县区旗":
                ends.add(end)
            yield _mention(line, start, end, "division")
            if name in ABROAD and (province := PROVINCE.match(line.text, end)):
                yield _mention(line, end, province.end(), "unlisted_division", 0.7)
    yield from _localities(line, ends)
    for word in line.words:
        if word.pos == "ns" and UNLISTED.fullmatch(word.text) and not named(word.text):
            yield _mention(line, word.start, word.end, "unlisted_division", 0.7)


def _stands_alone(line: Line, start: int, end: int) -> bool:
    """No part of a longer dictionary word (上海|关, 大连|接); 苏州市|委 and 某市|民 are cut before or behind the level."""
    if start not in line.cuts:
        before = line.word_at(start)
        if len(before.text) <= 3 and before.pos not in NAME_TAGS and before.end <= end and is_word(before.text):
            return False
    if end in line.cuts or end >= len(line.text):
        return True
    after = line.word_at(end)
    return line.text[end - 1] in LEVELS or after.pos in NAME_TAGS or after.start < start or not is_word(after.text)


ABROAD = frozenset(word_list("places"))
PROVINCE = re.compile(r"[\u4e00-\u9fff]{2,3}?省(?![长级委])")
UNLISTED = re.compile(r"[\u4e00-\u9fff]{2,4}省|[\u4e00-\u9fff]{2}(?<![城园库景山灾林矿牧湖港新发社小校院厂街片军战特地辖保税开高技经])(?<!中心|工业|自治|行政|自贸)区")
"""Provinces abroad, and districts renamed since the list was made, as the dictionary tells them."""
CONJUNCT = frozenset({"和县", "和政", "从江", "于都", "于田"})
"""Divisions that begin with a joint: behind a Chinese character the joint is meant."""
NAME_TAGS = frozenset({"nr", "ns", "nt", "nz", "nrt"})
LEVELS = frozenset("省市县区旗州")
NO_LEVEL = re.compile(r"市(?:场|民|区|值|面|容|貌|价|井|级|政工程)|县(?:城|域|级)|区(?:域|间|位|划|级)|省(?:级|内|外|份)")


def _with_level(line: Line, end: int) -> int:
    """偃师 → 偃师市 where the page writes a level that the library no longer has."""
    if line.text[end - 1] in LEVELS or line.text[end : end + 1] not in ("市", "县") or NO_LEVEL.match(line.text, end):
        return end
    return end if line.text.startswith("委", end + 1) else end + 1


def _localities(line: Line, ends: set[int]) -> Iterator[Mention]:
    """Towns, villages, quarters by their last character; the word before must be a name, not a description.

    `ends` are where the line's divisions end: right behind one a name may hold what is mostly a stop word (某市|龙都街道).
    """
    for found in LOCALITY.finditer(line.text):
        ending = found.start()
        start = next((ending - n for n in STEMS if ending - n in ends and not JOINED.search(line.text, ending - n, ending)), -1)
        if start < 0:
            start = _locality_start(line, ending)
        name = line.text[start : found.end()]
        if ending - start < SHORTEST_STEM or NOT_LOCALITY.fullmatch(name):
            continue
        if not is_description(line, start, ending) and not _describes(line, start, ending):
            ends.add(found.end())
            yield _mention(line, start, found.end(), "locality", 0.8)


def _locality_start(line: Line, ending: int) -> int:
    reached = max(line.reach_left(ending), ending - LONGEST_STEM)
    start = _after_place(line, reached, ending)
    if start > reached:
        return start
    while start < ending and (start not in line.cuts or line.word_at(start).text in STOPS):
        start += 1
    if start == ending - 1 and line.text[start - 1 : start] == "新" and not "\u4e00" <= line.text[start - 2 : start - 1] <= "\u9fff":
        return start - 1  # 、|新某镇: 新 is no word in front of one character
    if line.text[start] in "和与及" and ending - start > SHORTEST_STEM and not is_word(line.word_at(start).text):
        return start + 1  # 和某|某镇 as the dictionary cuts what it does not know
    return start


STEMS = (2, 3)
"""Characters of a town's name before its kind."""
JOINED = re.compile("[的、，和与及在等有为，。；“”（）]|[各两三多个]")


def _describes(line: Line, start: int, end: int) -> bool:
    """An adjective, adverb or number stands there: 美丽|乡, 十三个|镇; but 六郎|镇 is a name with a number in it."""
    pos = line.word_at(start).pos
    return pos in DESCRIBING or (pos == "m" and NUMBER.fullmatch(line.text, start, end) is not None)


NUMBER = re.compile(r"[\d一二两三四五六七八九十百千几数多余第个]+")
LONGEST_STEM = 3
SHORTEST_STEM = 2
DESCRIBING = frozenset({"a", "ad", "d", "q", "r", "p", "c", "u", "uj", "f"})


def _after_place(line: Line, start: int, end: int) -> int:
    """Not over a division's or town's level: 某县|某乡|某村."""
    cut = max((line.text.rfind(level, start, end - 1) for level in "市县区镇乡道"), default=-1)
    return cut + 1 if cut >= start else start


def _mention(line: Line, start: int, end: int, rule: str, confidence: float = 0.95) -> Mention:
    span = line.span(start, end)
    return Mention(span, line.text[start:end], Kind.PLACE, rule, confidence)
