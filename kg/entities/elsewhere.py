"""What one place of the page tells of the others: short names of firms, bare kinds and coined forms of zones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.entities.brands import TRADE_GOES_ON, ends_in_trade
from kg.entities.clusters import is_coined, zones
from kg.entities.coined import COINED
from kg.entities.line import STOPS, Line
from kg.entities.parks import BRANCHES, STRONG
from kg.entities.patterns import any_of
from kg.entities.whereabouts import leading_place
from kg.model import Kind, Mention

ENDINGS_OF_PARKS = tuple(sorted({*BRANCHES, *STRONG}))
FOUND_ONCE = frozenset({"said_of_firm", "body_of_company_office", "backer"})
"""Rules that see a firm's short name by what is said beside it, once on a page."""
SHORTEST_SHORT, LONGEST_SHORT = 4, 8


def firms_elsewhere(lines: Iterable[Line], mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Every other place of a short name with a trade that was told somewhere on the page to be a firm's."""
    told = {m.text for m in mentions if m.rule in FOUND_ONCE and SHORTEST_SHORT <= len(m.text) <= LONGEST_SHORT}
    names = sorted({n for n in told if ends_in_trade(n) and leading_place(n) != n}, key=lambda n: (-len(n), n))
    if not names:
        return
    pattern = re.compile(any_of(names))
    for line in lines:
        for hit in pattern.finditer(line.text):
            if not TRADE_GOES_ON.match(line.text, hit.end()):
                yield Mention(line.span(*hit.span()), hit[0], Kind.ENTERPRISE, "firm_elsewhere", 0.6)


KINDS = ("新区", "度假区", "试验区", "示范区")
"""Kinds of zones that alone mean the one zone of that kind on the page."""
KIND_ALONE = re.compile(rf"(?<![省市县高级型类各个])(?:{any_of(KINDS)})(?![\u4e00-\u9fff]?(?:域|划|内外|[镇乡村]))(?!建设|创建|[的]?(?:标准|称号))")
COINED_FORM = re.compile(r"[\u4e00-\u9fff]{2}[园谷港]")
SHORTEST_ZONE = 7


def zones_elsewhere(lines: Iterable[Line], mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The zones of the page by their bare kind (新区, where it has one) and by coined short forms (甲科园 of 甲某科技园)."""
    sites = {m.text: m.kind for m in mentions if m.kind in (Kind.PARK, Kind.PLACE)}
    only = {k for k in KINDS if _only_one([(n, kind) for n, kind in sites.items() if n.endswith(k) and n != k])}
    full = [n for n, kind in sites.items() if kind is Kind.PARK and len(n) >= SHORTEST_ZONE and n[-1] in COINED]
    for line in lines:
        for hit in KIND_ALONE.finditer(line.text) if only else ():
            if hit[0] in only and _stands_free(line, hit.start()):
                yield Mention(line.span(*hit.span()), hit[0], Kind.PARK, "kind_of_zone", 0.7)
        for hit in COINED_FORM.finditer(line.text) if full else ():
            known = line.text.endswith(ENDINGS_OF_PARKS, hit.start(), hit.end()) or not _stands_free(line, hit.start())
            if not known and any(is_coined(n, hit[0]) and not n.endswith(hit[0]) for n in full):
                yield Mention(line.span(*hit.span()), hit[0], Kind.PARK, "coined_of_full", 0.7)


def _only_one(named: list[tuple[str, Kind]]) -> bool:
    """Whether the names are forms of one park."""
    return bool(named) and all(kind is Kind.PARK for _, kind in named) and len(set(zones([n for n, _ in named]).values())) == 1


def _stands_free(line: Line, start: int) -> bool:
    """No name goes on to the left: a mark, a stop word, a verb or nothing stands there."""
    if start == 0 or not "\u4e00" <= line.text[start - 1] <= "\u9fff":
        return True
    before = line.word_at(start - 1)
    return start in line.cuts and (before.text in STOPS or before.pos[:1] in "vpcdu")


