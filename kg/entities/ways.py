"""Works on ways: roads, railways, bridges, waters with what is done on them, or one of them that is being built."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.begins import begin, ended
from kg.entities.endings import Ended, Endings, cut_short, is_description
from kg.entities.line import Line
from kg.entities.patterns import HAN, any_of
from kg.resources import sections

_WORDS = sections("project_words")
ROADS = Endings(_WORDS["road"])
NUMBERED = ("国道", "省道", "县道", "号线")
SHORTEST = 3
_ROAD = any_of(_WORDS["road"])
_WORK = any_of(_WORDS["work"])
NUMBER = r"(?:[A-Z]?\d{1,4}号?线?)?"
BRACKET = r"（(?![^）]*[\d.][亿万]?[元亩])[^）]{2,16}）"
"""A stretch or another name in brackets, not an amount: 某某公路|（某路至某路）."""
JOINED = rf"(?:对接|接|至|连接){HAN}{{2,10}}?{_ROAD}"
STRETCH = (
    rf"(?:{HAN}|、){{0,14}}?(?<![阶地手])(?:[段境]|{HAN}{{1,2}}(?<![全沿一干上无产在热连段])线(?![位网]))(?![阶时])"
    rf"|{HAN}{{1,4}}{any_of(_WORDS['site'])}"
)
WORK = rf"[^正已在进完加推启的和段，。；、）”\d]{{0,3}}?{_WORK}"
HEAD = r"(?!重点|重大|系列)[^等和及的正在已，。；、）”]{0,4}?工程"
BEHIND = re.compile(
    f"{NUMBER}(?P<bracket>{BRACKET})?(?P<joined>{JOINED})?(?P<stretch>{STRETCH})?(?P<work>{WORK})?"
    f"(?P<phase>[一二三四五六]期|首期)?(?P<head>{HEAD})?"
)
NUMBERED_WAY = re.compile(
    rf"(?:国道|省道|县道)[A-Z]?\d{{1,4}}线?(?:（[^）]{{2,16}}）)?"
    rf"(?:{HAN}{{0,8}}?{_WORK}(?:工程)?(?:{HAN}{{2,8}}?(?:段|境(?!段)))?|{HAN}{{2,8}}?(?:段|境(?!段)))"
)


def ways(line: Line) -> Iterator[tuple[int, int, bool]]:
    """Ways as (start, end, whether a work or stretch is told): 某某路|快速化, 某某铁路|某某段, 某某高铁."""
    for numbered in NUMBERED_WAY.finditer(line.text):
        yield numbered.start(), numbered.end(), True
    for found in ended(line, ROADS):
        start = begin(line, found.ending_start)
        if start >= found.ending_start or not _is_named(line, start, found):
            continue
        behind = _behind(line, found.end)
        told = behind > found.end
        leads = told and line.text[behind : behind + 1] in (
            "至",
            "到",
        )  # 某路延伸|至某站 tells what happens to it
        if leads or cut_short(line, found.ending_start, behind) or behind - start < SHORTEST:
            continue
        yield start, behind, told


def _is_named(line: Line, start: int, found: Ended) -> bool:
    """Not 乡村|公路; a number names a 国道."""
    if found.ending in NUMBERED and line.text[start : found.ending_start].isalnum():
        return True
    return line.text[start] != "“" and not is_description(line, start, found.ending_start)


def _behind(line: Line, end: int) -> int:
    """How far the name goes on behind the way."""
    hit = BEHIND.match(line.text, end)
    if hit is None:
        return end
    if hit["stretch"] and "、" in hit["stretch"]:
        return end
    if hit["joined"] or hit["stretch"] or hit["work"] or hit["phase"] or hit["head"] or hit["bracket"]:
        return hit.end()
    return hit.end() if hit[0] and line.text[end - 2 : end] in ("交通", "地铁") else end
