"""Enterprises by the form of their names: legal endings, banks and funds, trades behind an unknown word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.endings import Endings, cut_short, is_description
from kg.entities.line import STOPS, Line
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("enterprise_words")
LEGAL = Endings(_WORDS["legal"])
BANK = Endings(_WORDS["bank"])
TRADE = Endings(_WORDS["trade"])
INSIDE = frozenset(sections("inside_names")["enterprise"])
FULL = ("有限公司", "有限责任公司", "股份公司", "株式会社")
NOT_FIRMS = re.compile(
    r"^(?:[该本母子总分各某原我其两]|上市|保险|物业|房地产|地产|电力|自来水|燃气|外资|内资|国有|民营|贸易|投资|央企|外贸|跨国|家|挂牌)*"
    r"(?:公司|集团|银行|保险|基金|事务所|合作社|分公司|子公司|证券)$"
)
KNOWN_BANKS = frozenset({"国开行", "建行", "工行", "农行", "中行", "交行", "招行", "农发行"})
AFTER_LEGAL = re.compile(r"(?:[\u4e00-\u9fff]{2,6}(?:分公司|支行|分行)|（[^）]{2,12}）)")


def enterprises(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """Candidates of all three forms, full names first."""
    yield from _legal(line, places)
    yield from _banks(line, places)


def _legal(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    for found in LEGAL.find(line, places, INSIDE):
        full = found.ending.endswith(FULL)
        start = _registered_place(line, found.start, places) if full else found.start
        name = line.text[start : found.end]
        if start >= found.ending_start or NOT_FIRMS.match(name):
            continue
        if is_description(line, start, found.ending_start):
            continue
        proper = line.is_proper(start, found.ending_start)
        if not full and not proper and found.ending_start - start < 4:
            continue
        end = found.end
        if branch := AFTER_LEGAL.match(line.text, end):
            if branch[0].endswith(("分公司", "支行", "分行")):
                end = branch.end()
        confidence = 0.98 if full else 0.9 if proper else 0.75
        yield Mention(line.span(start, end), line.text[start:end], Kind.ENTERPRISE, "legal_ending", confidence)


def _registered_place(line: Line, start: int, places: tuple[Mention, ...]) -> int:
    """A registered name begins with its place, even where the next character is a stop word (某市|为某生物有限公司)."""
    if start == 0 or line.text[start - 1 : start] not in STOPS:
        return start
    for place in places:
        if place.span.end - line.start == start - 1 and not place.text.endswith(("市", "县", "区")):
            return place.span.start - line.start
    return start


def _banks(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    for found in BANK.find(line, places):
        name = line.text[found.start : found.end]
        if found.ending in KNOWN_BANKS:
            yield _mention(line, found.ending_start, found.end, "known_bank", 0.9)
        elif found.start < found.ending_start and not NOT_FIRMS.match(name) and (
            line.is_proper(found.start, found.ending_start) or name.startswith(("中国", "中"))
        ):
            yield _mention(line, found.start, found.end, "bank_or_fund", 0.85)


def trade_name(line: Line, start: int, end: int) -> bool:
    """Whether the range reads like a firm's short name: an unknown word and a trade (某铂|晶体), or Latin letters."""
    text = line.text[start:end]
    for at, stop, _ in TRADE.hits(text):
        if stop == len(text) and at >= 2 and not cut_short(line, start + at, start + stop):
            return not is_description(line, start, start + at) and _is_unknown(line, start, start + at)
    return False


def _is_unknown(line: Line, start: int, end: int) -> bool:
    return line.is_proper(start, end) or line.word_at(start).text != line.text[start:end]


def _mention(line: Line, start: int, end: int, rule: str, confidence: float) -> Mention:
    return Mention(line.span(start, end), line.text[start:end], Kind.ENTERPRISE, rule, confidence)
