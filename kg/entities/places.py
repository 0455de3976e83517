"""Places: administrative divisions from the library, towns, villages and countries by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick

from kg.corpus.words import is_word
from kg.entities.line import STOPS, Line
from kg.model import Kind, Mention
from kg.resources import words as word_list
from kg.resources.divisions import divisions

LOCALITY = re.compile(r"[\u4e00-\u9fff]{1,5}?(?:街道|社区|[镇乡村])(?![民里庄级落居务容企办域])")
NOT_LOCALITY = re.compile(r"^(?:[各全本该我区沿小古新乡农美城集重建中强名]|特色|美丽|现代|先进|行政|乡)*[镇乡村]|.*(?:农村|乡村|城镇|集镇|小镇|古镇|老镇|新镇|特色镇|区镇|百强镇|强镇|重镇|村镇|名镇|人才社区|国际社区|产业社区)$")


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
    for last, name in _automaton().iter_long(line.text):
        start, end = last - len(name) + 1, last + 1
        if end - start > 2 and NO_LEVEL.match(line.text, end - 1):
            end -= 1
        if _stands_alone(line, start, end):
            end = _with_level(line, start, end)
            yield _mention(line, start, end, "division")
    yield from _localities(line)


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


NAME_TAGS = frozenset({"nr", "ns", "nt", "nz", "nrt"})
LEVELS = frozenset("省市县区旗州")
NO_LEVEL = re.compile(r"市(?:场|民|区|值|面|容|貌|价|井|级|政工程)|县(?:城|域|级)|区(?:域|间|位|划|级)|省(?:级|内|外|份)")


def _with_level(line: Line, start: int, end: int) -> int:
    """偃师 → 偃师市 where the page writes a level that the library no longer has."""
    follows = line.text[end : end + 2]
    if line.text[end - 1] not in "省市县区旗州" and follows[:1] in ("市", "县") and follows not in ("市场", "市民", "市区", "县委", "市委", "市级", "县级", "市政", "市值"):
        return end + 1
    return end


def _localities(line: Line) -> Iterator[Mention]:
    for found in LOCALITY.finditer(line.text):
        end = found.end()
        ending = 2 if found[0].endswith(("街道", "社区")) else 1
        start = max(line.reach_left(end - ending), end - ending - 3)
        start = _after_place(line, start, end - ending)
        name = line.text[start:end]
        if len(name) > ending + 0 and start < end - ending and not NOT_LOCALITY.match(name) and name[0] not in STOPS:
            yield _mention(line, start, end, "locality", 0.8)


def _after_place(line: Line, start: int, end: int) -> int:
    """Not over a division's or town's level: 某县|某乡|某村."""
    cut = max((line.text.rfind(level, start, end - 1) for level in "市县区镇乡道"), default=-1)
    return cut + 1 if cut >= start else start


def _mention(line: Line, start: int, end: int, rule: str, confidence: float = 0.95) -> Mention:
    span = line.span(start, end)
    return Mention(span, line.text[start:end], Kind.PLACE, rule, confidence)
