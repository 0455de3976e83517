"""What stands in front of a name and is no part of it, although no stop word separates them."""

from __future__ import annotations

import re

from kg.corpus.words import is_word
from kg.entities.endings import GENERIC
from kg.entities.line import STOPS, Line
from kg.entities.patterns import AMOUNT, HAN, any_of
from kg.resources import sections

_LIST = sections("list_words")
_ACTIVITIES = frozenset(sections("project_words")["activity"])
GRADE = (
    rf"(?:\d{{2,4}}年度?|今年|去年|本年度?)?{HAN}{{0,3}}(?:重大|重点)(?:产业|建设|基础设施|民生|实施)?(?:项目|工程)"
    r"(?:——|—|-|：|“(?=[^”]*$))?"
)
"""2022年省重大项目——|某某冷链, 某市重点项目|某某中心."""
ARRIVED = rf"(?:已经?|正在?|先后|相继|陆续|成功|均|共|新)?{any_of(sections('begin_words')['arrive'])}了?"
FRONT = re.compile(
    "|".join(
        (
            GRADE,
            rf"(?:总投资|计划投资|投资|占地|总建筑面积)?{AMOUNT}(?:以上)?的?",
            r"[东南西北中]部(?=.{2})",
            rf"{HAN}{{2,3}}(?:首|第[一二三四五六七八九十]+)[家个座条]",
            r"\d{4}年|以来|一步|一阶段|[一二三四五六七八九十]是",
            r"[中外德日美法英韩]方",
            rf"(?<={HAN})和(?=县)",
            r"(?<=[的，。；])有(?![色研])",
            ARRIVED,
        )
    )
)
GOVERN = re.compile(rf"新?{any_of(w for w in _LIST['govern'] if len(w) > 1)}(?![路街巷银集局村镇乡委])")
"""Verbs, even where the words are cut wrongly (推|进行|某刀具); not in front of what makes a name (建设|路, 建设|银行)."""
QUOTED_VERB = re.compile(rf"“({HAN}{{1,4}})”")
FIRM_KIND = re.compile(any_of(_LIST["firm_kind"]))
LOOSE = frozenset("vdcpru")
"""Parts of speech with which no name begins: verbs, adverbs, conjunctions, prepositions, pronouns, particles."""
TIME = re.compile(r"(?!未来).*[年月日来前后初末底期]")
IDIOM = 4


def trimmed(line: Line, start: int, end: int, *, loose: bool = True, rest: int = 2) -> int:
    """Past grades, amounts and verbs in front of a name; with `loose` also past adverbs, times and the like.

    `rest` is how many characters at least stay.
    """
    dash = line.text.rfind("——", start, end)
    at = dash + 2 if dash >= 0 else start
    while at < end:
        further = _past_front(line, at, end)
        if further == at and loose:
            further = _past_loose(line, at, end)
        if further == at or further > end - rest:
            break
        at = further
    return at


def _past_front(line: Line, at: int, end: int) -> int:
    for pattern in (FRONT, GOVERN, FIRM_KIND):
        if hit := pattern.match(line.text, at, end):
            return hit.end()
    quoted = QUOTED_VERB.match(line.text, at, end)
    return quoted.end() if quoted and quoted[1] in STOPS else at


def _past_loose(line: Line, at: int, end: int) -> int:
    word = line.word_at(at)
    whole = word.start == at and word.end <= end and len(word.text) > 1
    return word.end if whole and _is_loose(word.text, word.pos) else at


def _is_loose(word: str, pos: str) -> bool:
    """A dictionary word that opens no name: 近年来, 紧紧围绕, 轮到, 充分利用."""
    if len(word) == IDIOM and word[2:] in STOPS:
        return True
    if pos == "t":
        return bool(TIME.fullmatch(word))
    plain = word not in GENERIC and word not in _ACTIVITIES
    return pos[:1] in LOOSE and pos != "vn" and plain and is_word(word)
