"""The office grammar: rank prefix + office behind a body, chained by 、 and ，, before anyone is known to hold it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.corpus.words import Word, is_word
from kg.entities.brands import trade_name
from kg.entities.endings import is_description
from kg.entities.line import Line
from kg.entities.names import name_at
from kg.entities.patterns import any_of
from kg.model import ORGANISATIONS, Kind, Mention, OfficePhrase, Span
from kg.resources import sections

_OFFICES = sections("offices")
GOVERNMENT = frozenset(_OFFICES["government"])
COMPANY = frozenset(_OFFICES["company"])
NEEDS_BODY = frozenset(_OFFICES["member"])
FIRM_WORDS = frozenset(sections("inside_names")["enterprise"])
ORGAN_WORDS = frozenset(sections("inside_names")["agency"])
RANK = r"(?:(?:第一|常务|执行|高级|名誉|荣誉|资深|联席|首席|候任|挂职|见习|代理|轮值|专职|兼职)?(?:副|代|第一)?)"
REGION = r"(?:[一二三四]级(?=巡视员|调研员|主任科员)|(?:中国(?=区)|亚太|大中华|华东|华南|华北|亚洲|全球|欧洲|大|区域)区?(?=总裁|副总裁|总经理|首席))?"
TITLE = re.compile(rf"(?:{REGION}{RANK}{any_of(w for listed in _OFFICES.values() for w in listed)}(?:助理|候选人)?)")
FORMER = re.compile(r"(?:原|(?<![日此目之以年天])前|时任|曾任|历任|原任|前还是|曾是)$")
IMPLIED = {office: body for body, held in sections("implied_bodies").items() for office in held}
APPOINTING = re.compile(r"(?:任|为)$")
JOINT = re.compile(r"^(?:[、，,]|[、，]?(?:兼任?|并兼|暨|及|和|为))?$")
PARENTHESES = re.compile(
    r"、(?:博士生导师|硕士生导师|博导|教授|研究员|高级工程师|正高级工程师|主任医师|院士)(?=[^、，。；])|（(?:兼|正[处科厅]级|副[处科厅]级|主持工作|挂职|试用期一年|代)）")
LONGEST_GLOSS = 24
LONGEST_FORMER = len("前还是")
ORGAN_TAIL = re.compile(r"(?:[部处办局科室站所会队组社行厂店院馆园委]|中心|公司)$")

PUBLIC = re.compile(r"(?:(?<!委员)会|[院馆社所园])$")
"""Guessed bodies that are institutions; a 委员会 is an organ."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Offices that one person holds: 市政协副主席、科技局局长、招商局局长. Clean ranges."""

    offices: tuple[OfficePhrase, ...]

    @property
    def start(self) -> int:
        return self.offices[0].span.start

    @property
    def end(self) -> int:
        return self.offices[-1].span.end


def offices(line: Line, bodies: tuple[Mention, ...]) -> tuple[tuple[OfficePhrase, ...], tuple[Mention, ...]]:
    """The line's office phrases in order, and the bodies that only their office gives away (某某投资|高级副总裁)."""
    ending_at = {m.span.end - line.start: m for m in sorted(bodies, key=lambda m: len(m.span))}
    found: list[OfficePhrase] = []
    guessed: list[Mention] = []
    last = 0
    for hit in TITLE.finditer(line.text):
        if not _ends_here(line, hit):
            continue
        start, former = _without_former(line.text, hit.start())
        body = _known_body(line, start, hit[0], ending_at)
        if body is None and (body := _guessed_body(line, start, hit[0], last)):
            guessed.append(body)
        last = hit.end()
        implied = _implied(hit[0], body)
        if body is None and not implied and (hit[0] in NEEDS_BODY or not _boundary_before(line, start)):
            continue
        end = line.start + hit.end()
        if (other := _other_firm(line, body, ending_at)) is not None:
            guessed.append(other)
            found.append(OfficePhrase(Span(other.span.start, end), other.span, "", hit[0], former))
        first = body.span.start if body else line.start + start
        former = former or _without_former(line.text, first - line.start)[1]
        found.append(OfficePhrase(Span(first, end), body.span if body else None, implied, hit[0], former))
    return tuple(found), tuple(guessed)


def _known_body(line: Line, start: int, title: str, ending_at: dict[int, Mention]) -> Mention | None:
    """The body right before an office, or sharing a character with it (市公安局|长).

    A country is none before a firm's office (某某|中国总经理).
    """
    body = ending_at.get(_over_gloss(line.text, start))
    if body is None and title[1:] == "长" and (sharing := ending_at.get(start + 1)) and sharing.kind in ORGANISATIONS:
        return sharing
    return None if body is not None and body.kind is Kind.PLACE and is_company(title) else body


def _implied(title: str, body: Mention | None) -> str:
    """The body that an office implies where none is named: 副市长 → 人民政府, 检察长 → 人民检察院."""
    core = title.removesuffix("候选人").lstrip("第一常务执行代副")
    if core in GOVERNMENT and (body is None or body.kind in (Kind.PLACE, Kind.PARK)):
        return "人民政府"
    return (IMPLIED.get(title) or IMPLIED.get(core, "")) if body is None else ""


def _other_firm(line: Line, body: Mention | None, ending_at: dict[int, Mention]) -> Mention | None:
    """One office in two firms: of 甲生物、乙生物|董事长 the firm 甲生物."""
    if body is None or body.kind is not Kind.ENTERPRISE:
        return None
    end = body.span.start - line.start - 1
    if end < 2 or line.text[end] != "、":
        return None
    known = ending_at.get(end)
    if known is not None and known.kind is Kind.ENTERPRISE:
        return known
    begin = line.reach_left(end, FIRM_WORDS)
    if not trade_name(line, begin, end):
        return None
    return Mention(line.span(begin, end), line.text[begin:end], Kind.ENTERPRISE, "body_of_company_office", 0.8)


def _over_gloss(text: str, start: int) -> int:
    """Where the body ends if a gloss, another hat or 的 stands between it and its office: 某局（某办）|局长."""
    if text.endswith("的", 0, start):
        return start - 1
    if text.endswith("）", 0, start) and (opened := text.rfind("（", 0, start)) >= 0 and start - opened <= LONGEST_GLOSS:
        return opened
    return start


def _ends_here(line: Line, hit: re.Match[str]) -> bool:
    """No dictionary word runs over the title's end (全部|长江, 主任|务)."""
    end = hit.end()
    if end in line.cuts:
        return not line.text.startswith(("室", "会议", "办公"), end)
    if line.text[end] in "兼等的和与及暨":
        return True
    word = line.word_at(end)
    if word.start >= end - 1 and word.start > hit.start() and len(word.text) > 1:
        return not is_word(word.text) or word.pos.startswith("nr") or _begins_name(line, word, end)
    return not (is_word(word.text) and word.end - end >= 1 and word.start < end and not word.pos.startswith("nr"))


def _begins_name(line: Line, word: Word, end: int) -> bool:
    """主任|何某某: the dictionary's 任何 is cut where a name begins; a place (市长|江大桥) is none."""
    name = name_at(line, end) if word.pos[:1] in "rvdn" and word.pos != "ns" else None
    return name is not None and name.sure >= SURE and name.end > word.end


SURE = 0.9


def _without_former(text: str, start: int) -> tuple[int, bool]:
    if former := FORMER.search(text, max(0, start - LONGEST_FORMER), start):
        return former.start(), True
    return start, False


def _boundary_before(line: Line, start: int) -> bool:
    """A bare office may stand at the line's start, after a mark, or after a word of its own."""
    return start == 0 or not "\u4e00" <= line.text[start - 1] <= "\u9fff" or start in line.cuts


def is_company(title: str) -> bool:
    """Whether an office is one of firms, whatever its rank."""
    return title in COMPANY or title.lstrip("副高级资深首席执行常务") in COMPANY


GIVEN_TO = ("到", "给")
"""No firm's name holds them: 把施工许可证递到|某某科技|董事长张三手中."""


def _guessed_body(line: Line, start: int, title: str, last: int) -> Mention | None:
    """The words before an office as a body nobody saw yet: a firm before a firm's office, else what ends like an organ."""
    company = is_company(title)
    first = max(last, line.reach_left(start, FIRM_WORDS if company else ORGAN_WORDS))
    if company:
        first = max(first, *(line.text.rfind(verb, first, start - 2) + 1 for verb in GIVEN_TO))
    if first >= start or start - first < 2:
        return None
    name = line.text[first:start]
    if is_description(line, first, start):
        return None
    if company and (line.is_proper(first, start) or len(name) >= 3):
        return Mention(line.span(first, start), name, Kind.ENTERPRISE, "body_of_company_office", 0.8)
    if ORGAN_TAIL.search(name) and len(name) >= 3:
        kind = Kind.INSTITUTION if PUBLIC.search(name) else Kind.AGENCY
        return Mention(line.span(first, start), name, kind, "body_of_office", 0.6)
    return None


def chains(text: str, before: OfficePhrase, phrase: OfficePhrase, first: int) -> bool:
    """Whether two neighbouring offices belong to one person, by what stands between them in the page's plain text.

    `first` is where the chain so far begins: behind a verb of appointment (张三兼任某委书记，某市市长李四…)
    a comma ends it.
    """
    between = text[before.span.end : max(before.span.end, phrase.span.start)]
    if not JOINT.match(PARENTHESES.sub("", between).strip()):
        return False
    return "，" not in between or not APPOINTING.search(text, max(0, first - 2), first)


def chained(text: str, phrases: Sequence[OfficePhrase]) -> list[Chain]:
    """Neighbouring office phrases of one sentence, grouped by who holds them; `text` is the page's plain text."""
    groups: list[list[OfficePhrase]] = []
    for phrase in phrases:
        if groups and chains(text, groups[-1][-1], phrase, groups[-1][0].span.start):
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
    return [Chain(tuple(group)) for group in groups]
