"""Enumerations: the items of a list, the verb that governs it and what closes it (加快|甲、乙、丙|等30个|项目).

One model for all lists; which kind of thing the items are is told in `lists`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.corpus.words import is_word
from kg.entities.begins import ACTION, ACTIONS_BEFORE, any_of, begin, trimmed
from kg.entities.line import STOPS, Line
from kg.resources import sections

_WORDS = sections("list_words")
HEADS = {kind: frozenset(_WORDS[kind]) for kind in ("project", "enterprise", "park", "institution")}
_WEAK = _WORDS["weak_head"]
_HEAD = (
    any_of(w for words in HEADS.values() for w in words if w not in _WEAK)
    + rf"|{any_of(_WEAK)}(?=[，。；、）]|$|[入进]驻|落户|参加|签约|先后|相继|纷纷)"
)
_COUNT = rf"[\d一二两三四五六七八九十百]+[余多]?{any_of(_WORDS['measure'])}"
CLOSER = re.compile(
    rf"(?P<etc>等|在内的)(?:这|共|约|近|超)?(?:{_COUNT}|一[批系]列?|若干|多[个家项])?(?:(?:及以上|[^、，等的及“”（）。；]){{0,14}}?)(?P<head>{_HEAD})"
    rf"|(?:这)?(?P<count>{_COUNT})(?:[^、，等的及和与“”（）。；]{{0,10}}?)(?P<counted>{_HEAD})"
    rf"|(?P<bare>等)(?=[建前报开征落，。；、]|$|{any_of(_WORDS['holders'])})"
)
MAY_LIST = re.compile(r"[、等]|”“|在内的|[和与及].{2,20}[\d两三四五六七八九十][个家只项处]")
NO_HEAD_BEFORE = re.compile(r"[部组方化量领负信申库审]|中心|指挥")
"""After a head noun these make another word of it: 项目|部, 企业|家, 项目|申报."""
PERSONS = re.compile("负责人|代表|高管|家代表")
CLAUSES = re.compile(r"[^，。；：！？…\n]+")
JOINTS = re.compile(r"、|(?<=[”’])(?=[“‘])")
CONJUNCTIONS = re.compile(r"以及|[和及与暨]")
NESTED = re.compile(r"（[^（）]{1,30}）|“[^“”，。；]{1,24}”|‘[^‘’，。；]{1,24}’|《[^《》]{1,40}》")
GOVERNING = re.compile(any_of(w for w in _WORDS["govern"] if len(w) > 1) + "了?")
GOVERNED = re.compile(rf"({any_of(_WORDS['govern'])})了?(?:[^，。；：！？]{{0,12}}的)?[“（]?$")
ACTION_AFTER = re.compile(ACTION)
OWNED_PROJECT = re.compile(r"的[^的]{2,16}(?:项目|工程)$")
CLOSING = re.compile(rf"的(?:建设|施工|进展|推进)|{any_of(_WORDS['closing'])}|(?:项目|工程)(?=[，。；]|$|建设|{any_of(_WORDS['status'])})")
STATUS = re.compile(any_of(_WORDS["status"]))
HOLDERS = re.compile(any_of(_WORDS["holders"]))
PHASE_TOLD = re.compile(rf"{any_of(sections('project_words')['phase'])}(?={any_of(_WORDS['status'])})")
ATTACHED = re.compile("配套|附属|相关")
"""Behind 及 these go with what stands before: 某某水厂|及配套管网."""
_TOLD = r"(?:其中)?(?:主要)?(?:包括|分别是|分别为|有|含|涵盖|为|：|——)(?:[^，。；]{0,10}的)?$"
ANNOUNCED = re.compile(
    rf"(?P<head>{_HEAD})[\d一二三四五六七八九十]+[余多]?[个家项只条]，?{_TOLD}|"
    rf"[\d一二三四五六七八九十]+[余多]?[个家项只条][^，。；的]{{0,8}}(?P<counted>{_HEAD})，?{_TOLD}"
)
"""A head noun told before the list: 产业类项目52个，包括|某某项目、某某基地."""
HEAD_TOLD = re.compile(r"(?:项目|工程)(?=[在将已于均由][^、]*$)")
FIRST_OF_KIND = re.compile(r"首[家个座条]")
AMOUNT_BEHIND = re.compile(r"（[^（）]*\d[^（）]*[元亩米里]）$|（[^（）]*[投占][^（）]*）$")


@dataclass(frozen=True, slots=True)
class Item:
    """One item, local range."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list in a line. `head` is its head noun ("项目"), "" where it has none; `counted` whether a number closes it.

    `verb` governs it ("" where none does), `after` is the text from the last item to the end of the clause.
    """

    items: tuple[Item, ...]
    head: str
    counted: bool
    verb: str
    after: str


def enumerations(line: Line) -> Iterator[Enumeration]:
    """The lists of a line from left to right."""
    if not MAY_LIST.search(line.text):
        return
    masked = NESTED.sub(lambda m: m[0][0] + "〇" * (len(m[0]) - 2) + m[0][-1], line.text)
    for clause in CLAUSES.finditer(masked):
        at = clause.start()
        while (closer := _closer(masked, at, clause.end())) is not None:
            if found := _closed(line, masked, at, closer, clause.end()):
                yield found
            at = closer.end()
        if JOINTS.search(masked, at, clause.end()) and (open_list := _open(line, masked, at, clause.end())):
            yield open_list


def _closer(masked: str, start: int, end: int) -> re.Match[str] | None:
    """The next words that close a list and are no part of a longer word; a count must follow two items."""
    for hit in CLOSER.finditer(masked, start, end):
        head = hit["head"] or hit["counted"]
        persons = head in HEADS["enterprise"] and PERSONS.match(masked, hit.end())
        if hit["bare"] is None and NO_HEAD_BEFORE.match(masked, hit.end()) and not persons:
            continue
        if hit["count"] and not _two_before(masked, start, hit.start()):
            continue
        if hit["head"] == "家" and not masked[hit.end() - 2].isdigit():
            continue
        return hit
    return None


def _two_before(masked: str, start: int, end: int) -> bool:
    """Two items end here, and no joint stands between them and the count (甲、乙|以及5家机构)."""
    joined = JOINTS.search(masked, start, end) or CONJUNCTIONS.search(masked, max(start, end - 16), end)
    return bool(joined) and masked[end - 1] not in "、及和与暨"


def _closed(line: Line, masked: str, start: int, closer: re.Match[str], end: int) -> Enumeration | None:
    """A list that ends at its closer: 甲、乙等项目, 甲、乙三家公司, 甲、乙等建设."""
    items = _items(line, masked, start, closer.start())
    if re.match("[两二2]", closer["count"] or ""):
        items = items[-2:]
    if not items:
        return None
    head = closer["head"] or closer["counted"] or _announced(line, items[0].start)
    counted = bool(closer["count"]) or any(c.isdigit() for c in closer[0])
    return Enumeration(items, head, counted, _verb(line, items[0].start), line.text[closer.start() : end])


def _open(line: Line, masked: str, start: int, end: int) -> Enumeration | None:
    """A list that no 等 closes: the last item ends before a word that closes (建设) or tells of it (加快建设)."""
    last = [*JOINTS.finditer(masked, start, end)][-1].end()
    close = CLOSING.search(masked, last + 2, end)
    told = STATUS.search(masked, last + 2, end) or HOLDERS.search(masked, last + 2, end)
    stop = min((hit.start() for hit in (close, told) if hit), default=end)
    of = masked.rfind("的", last, stop)
    if of >= 0 and not OWNED_PROJECT.match(masked, of, stop + 2):
        return None
    items = _items(line, masked, start, stop)
    if len(items) < 2:
        return None
    return Enumeration(items, _announced(line, items[0].start), False, _verb(line, items[0].start), line.text[stop:end])


def _announced(line: Line, start: int) -> str:
    """The head noun that a clause before the list tells, or ""."""
    hit = ANNOUNCED.search(line.text[:start])
    return (hit["head"] or hit["counted"]) if hit else ""


def _verb(line: Line, start: int) -> str:
    """The verb that governs what begins at `start`, past an amount (新引进总投资80亿元的|某某总部)."""
    hit = GOVERNED.search(line.text[max(0, start - 24) : start])
    return hit[1] if hit else ""


def _items(line: Line, masked: str, start: int, end: int) -> tuple[Item, ...]:
    """The items between two positions: the first begins where a name can, all are rid of what is no name."""
    cuts = [*JOINTS.finditer(masked, start, end)]
    pieces = [*zip([start, *(c.end() for c in cuts)], [*(c.start() for c in cuts), end], strict=True)]
    pieces[-1:] = _split_last(line, masked, *pieces[-1], lone=len(pieces) == 1)
    found = []
    for number, (a, b) in enumerate(pieces):
        b = _end(line, a, b)
        a = _first(line, a, b) if number == 0 else trimmed(line, _after_of(line, a, b), b, loose=False)
        if 2 <= b - a <= 34:
            found.append(Item(a, b))
    return tuple(found)


def _split_last(line: Line, masked: str, start: int, end: int, *, lone: bool) -> list[tuple[int, int]]:
    """The last piece at its 和, 及 or 与, where a single word and not part of a name (研发及产业化基地)."""
    for hit in reversed([*CONJUNCTIONS.finditer(masked, start + 2, end - 1)]):
        word = line.word_at(hit.start())
        if ATTACHED.match(masked, hit.end()):
            continue
        inside = ACTION_AFTER.match(masked, hit.end()) and ACTIONS_BEFORE.search(masked[start : hit.start()])
        if (word.text != hit[0] and is_word(word.text)) or inside:
            continue
        if lone and hit[0] == "与" and not masked[end : end + 1].isdigit() and masked[end : end + 1] not in "两三等":
            continue
        return [(start, hit.start()), (hit.end(), end)]
    return [(start, end)]


def _first(line: Line, start: int, end: int) -> int:
    """Where the first item begins: behind the verb that governs the list, or behind 首家, which begins a name."""
    if first := FIRST_OF_KIND.search(line.text, start, end - 2):
        return first.end()
    first = max(start, begin(line, _ending(line, start, end)))
    governed = [hit.end() for hit in GOVERNING.finditer(line.text, start, end - 2)]
    if governed and governed[-1] < first:
        behind = _after_of(line, governed[-1], end)
        if end - behind <= 18 and not _has_stop(line, behind, first):
            return trimmed(line, behind, end, loose=False)
    return first


def _has_stop(line: Line, start: int, end: int) -> bool:
    """Whether a stop word of more than one character stands there: single ones may be part of a name (某某光|能)."""
    inside = line.words[line.word_of[start] : line.word_of[end - 1] + 1]
    return any(len(word.text) > 1 and word.text in STOPS for word in inside)


def _ending(line: Line, start: int, end: int) -> int:
    """Where the ending of an item begins (某某国际|运营中心), so that its noun of action is not taken for a verb."""
    for length in range(min(8, end - start - 2), 1, -1):
        if line.text[end - length : end] in ENDINGS:
            return end - length
    return end


ENDINGS = frozenset(w for name in ("work", "building", "phase", "head", "activity") for w in sections("project_words")[name]) | {"公司", "集团"}


def _after_of(line: Line, start: int, end: int) -> int:
    """Past a clause with 的 in front of an item: 30亿元的|某某总部."""
    of = line.text.rfind("的", start, end - 1)
    return of + 1 if of >= 0 else start


def _end(line: Line, start: int, end: int) -> int:
    """Without an amount in brackets behind it (某某大桥|（1.1亿元）) and what is told of it (某某一期|开仓)."""
    if bracket := AMOUNT_BEHIND.search(line.text[start:end]):
        return start + bracket.start()
    for told in (PHASE_TOLD.search(line.text, start, end), HEAD_TOLD.search(line.text[:end], start)):
        if told is not None:
            return told.end()
    return end
