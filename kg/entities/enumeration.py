"""Enumerations: the items of a list, the verb that governs it and what closes it (加快|甲、乙、丙|等30个|项目).

One model for all lists; which kind of thing the items are is told in `lists`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.entities.items import CONJUNCTIONS, ENDINGS, JOINTS, Item, items
from kg.entities.line import Line
from kg.entities.patterns import NUMERAL, any_of
from kg.resources import sections

_WORDS = sections("list_words")
HEADS = {kind: frozenset(_WORDS[kind]) for kind in ("project", "enterprise", "park", "institution")}
_WEAK = frozenset(_WORDS["weak_head"])
_HEAD = (
    any_of(w for words in HEADS.values() for w in words if w not in _WEAK)
    + rf"|{any_of(_WEAK)}(?=[，。；、）]|$|[入进]驻|落户|参加|签约|先后|相继|纷纷)"
)
_COUNT = NUMERAL + any_of(_WORDS["measure"])
CLOSER = re.compile(
    rf"(?:等|在内的)(?:这|共|约|近|超)?(?:{_COUNT}|一[批系]列?|若干|多[个家项])?"
    rf"(?:(?!代表|负责)[^、，等的“”（）。；]){{0,14}}?(?P<head>{_HEAD})(?!项目|工程)"
    r"|等[^，。；（）]{0,30}?类(?P<typed>项目|企业)"
    rf"|这?(?P<count>{_COUNT})(?:[^、，等的及和与“”（）。；]{{0,10}}?)(?P<counted>{_HEAD})"
    rf"|(?P<bare>等)(?=[建前报开征落，。；、]|$|{any_of(_WORDS['holders'])})"
)
MAY_LIST = re.compile(r"[、等]|”“|在内的|[和与及].{2,20}[\d两三四五六七八九十][个家只项处]")
NO_HEAD_BEFORE = re.compile(r"[部组方化量领负信申库审]|中心|指挥")
"""After a head noun these make another word of it: 项目|部, 企业|化, 项目|申报."""
PERSONS = re.compile("负责人|代表|高管|家代表")
CLAUSES = re.compile(r"[^，。；：！？…\n]+")
NESTED = re.compile(r"（[^（）]{1,30}）|“[^“”，。；]{1,24}”|‘[^‘’，。；]{1,24}’|《[^《》]{1,40}》")
GOVERNED = re.compile(rf"({any_of(_WORDS['govern'])})了?(?:[^，。；：！？]{{0,12}}的)?[“（]?$")
OWNED_PROJECT = re.compile(r"的[^的]{2,16}(?:项目|工程)$")
STATUS = re.compile(any_of(_WORDS["status"]))
HOLDERS = re.compile(any_of(_WORDS["holders"]))
CLOSING = re.compile(
    rf"的(?:建设|施工|进展|推进)|{any_of(_WORDS['closing'])}|(?:项目|工程)(?=[，。；]|$|建设|{any_of(_WORDS['status'])})"
)
_TOLD = r"(?:其中)?(?:主要)?(?:包括|分别是|分别为|有|含|涵盖|为|：|——)(?:[^，。；]{0,10}的)?$"
ANNOUNCED = re.compile(
    rf"(?P<head>{_HEAD}){NUMERAL}[个家项只条]，?{_TOLD}|{NUMERAL}[个家项只条][^，。；的]{{0,8}}(?P<counted>{_HEAD})，?{_TOLD}"
)
"""A head noun told before the list: 产业类项目52个，包括|某某项目、某某基地."""
DONE = re.compile(r"(?:签约|开工|竣工|投产|落户|落地)的(?:项目)?(?:有|包括|分别是|分别为)$")
"""The same without a noun: 会上签约的有|某某二期、某某工厂."""


ENDS = tuple(sorted(ENDINGS))


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list in a line. `head` is its head noun ("项目"), "" where it has none.

    `verb` governs it ("" where none does), `after` is the text from the last item to the end of the clause.
    """

    items: tuple[Item, ...]
    head: str
    verb: str
    after: str


def enumerations(line: Line) -> Iterator[Enumeration]:
    """The lists of a line from left to right."""
    if not MAY_LIST.search(line.text):
        return
    masked = NESTED.sub(lambda m: m[0][0] + "〇" * (len(m[0]) - 2) + m[0][-1], line.text)
    announced = ""
    for clause in CLAUSES.finditer(masked):
        at = clause.start()
        if masked[at - 1 : at] != "，":
            announced = ""
        elif announced and (found := _further(line, masked, at, clause.end(), announced)):
            yield found
            continue
        while (closer := _closer(masked, at, clause.end())) is not None:
            if found := _closed(line, masked, at, closer, clause.end()):
                announced = _announced(line, found.items[0].start)
                yield found
            at = closer.end()
        if JOINTS.search(masked, at, clause.end()) and (found := _open(line, masked, at, clause.end())):
            announced = _announced(line, found.items[0].start)
            yield found


def _further(line: Line, masked: str, start: int, end: int, head: str) -> Enumeration | None:
    """An announced list that goes on behind a comma: 包括甲、乙扩产，|经开区的某某基地，|某县的某某项目等."""
    last = masked.find("等", start, end)
    found = items(line, masked, start, last if last > 0 else end)
    if not found or not all(line.text[i.start : i.end].endswith(ENDS) for i in found):
        return None
    return Enumeration(found, head, "", "")


def _closer(masked: str, start: int, end: int) -> re.Match[str] | None:
    """The next words that close a list and are no part of a longer word; a count must follow two items."""
    for hit in CLOSER.finditer(masked, start, end):
        head = _head(hit)
        persons = head in HEADS["enterprise"] and PERSONS.match(masked, hit.end())
        longer = hit["bare"] is None and NO_HEAD_BEFORE.match(masked, hit.end()) and not persons
        uncounted = head == "家" and not masked[hit.end() - 2].isdigit()
        if not longer and not uncounted and (not hit["count"] or _two_before(masked, start, hit.start())):
            return hit
    return None


def _head(closer: re.Match[str]) -> str:
    return closer["head"] or closer["typed"] or closer["counted"] or ""


def _two_before(masked: str, start: int, end: int) -> bool:
    """Two items end here, and no joint stands between them and the count (甲、乙|以及5家机构)."""
    joined = JOINTS.search(masked, start, end) or CONJUNCTIONS.search(masked, max(start, end - 16), end)
    return bool(joined) and masked[end - 1] not in "、及和与暨的"


def _closed(line: Line, masked: str, start: int, closer: re.Match[str], end: int) -> Enumeration | None:
    """A list that ends at its closer: 甲、乙等项目, 甲、乙三家公司, 甲、乙等建设."""
    found = items(line, masked, start, closer.start())
    if re.match("[两二2]", closer["count"] or ""):
        found = found[-2:]
    if not found:
        return None
    head = _head(closer) or _announced(line, found[0].start)
    return Enumeration(found, head, _verb(line, found[0].start), line.text[closer.start() : end])


def _open(line: Line, masked: str, start: int, end: int) -> Enumeration | None:
    """A list that no 等 closes: the last item ends before a word that closes (建设) or tells of it (加快建设)."""
    *_, joint = JOINTS.finditer(masked, start, end)
    last = joint.end()
    close = CLOSING.search(masked, last + 2, end)
    told = STATUS.search(masked, last + 2, end) or HOLDERS.search(masked, last + 2, end)
    stop = min((hit.start() for hit in (close, told) if hit), default=end)
    of = masked.rfind("的", last, stop)
    if of >= 0 and not OWNED_PROJECT.match(masked, of, stop + 2):
        return None
    found = items(line, masked, start, stop)
    if len(found) < 2:
        return None
    begins = found[0].start
    return Enumeration(found, _announced(line, begins), _verb(line, begins), line.text[stop:end])


def _announced(line: Line, start: int) -> str:
    """The head noun that a clause before the list tells, or ""."""
    if DONE.search(line.text[:start]):
        return "项目"
    hit = ANNOUNCED.search(line.text[:start])
    return (hit["head"] or hit["counted"]) if hit else ""


def _verb(line: Line, start: int) -> str:
    """The verb that governs what begins at `start`, past an amount (新引进总投资80亿元的|某某总部)."""
    hit = GOVERNED.search(line.text[max(0, start - 24) : start])
    return hit[1] if hit else ""
