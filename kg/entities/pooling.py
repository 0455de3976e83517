"""What one place of the page teaches about the others: short names of firms, persons' names, 以下简称."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.corpus.words import is_word
from kg.entities.clusters import firm_key, is_coined, zones
from kg.entities.coined import COINED
from kg.entities.enterprises import FULL, TRADE_GOES_ON, ends_in_trade
from kg.entities.identity import firm_core
from kg.entities.line import STOPS, Line
from kg.entities.parks import BRANCHES, STRONG
from kg.entities.patterns import any_of
from kg.entities.whereabouts import leading_place
from kg.model import Kind, Mention

Short = tuple[str, Kind]
"""A short name and what it names."""

Own = dict[str, frozenset[str]]
"""A firm's own word → what follows it in its full names on the page: 甲远 → 生物科技."""

GLOSS = re.compile(r"（(?:以下)?(?:简称|下称)[：:]?[“‘\"]?(?P<short>[^”’\"（），。]{2,12})[”’\"]?）")
OWN = 2
"""Characters of a firm's own word."""
SHORTEST = 3
"""Characters of a firm's short name; two (某达) are too often something else."""


def short_names(lines: Iterable[tuple[Line, tuple[Mention, ...]]]) -> frozenset[Short]:
    """Short forms that the page's full names and glosses allow: 甲远生物 of 某市甲远生物科技有限公司."""
    found: set[Short] = set()
    for line, bodies in lines:
        for mention in bodies:
            if mention.kind is Kind.ENTERPRISE and mention.text.endswith(FULL):
                key = firm_key(mention.text)
                if len(key) >= SHORTEST and key != leading_place(key):
                    found.add((key, Kind.ENTERPRISE))
            if gloss := GLOSS.match(line.text, mention.span.end - line.start):
                found.add((gloss["short"], mention.kind))
    return frozenset(found)


def own_words(lines: Iterable[tuple[Line, tuple[Mention, ...]]]) -> Own:
    """The own words of the firms that the page names in full: 甲远 of 某省甲远新材料科技有限公司."""
    found: dict[str, set[str]] = defaultdict(set)
    for _, bodies in lines:
        for mention in bodies:
            if mention.kind is Kind.ENTERPRISE and mention.text.endswith(FULL):
                core = firm_core(mention.text)
                own = core[len(leading_place(core)) :]
                if len(own) >= 2 * OWN and not is_word(own[:OWN]):
                    found[own[:OWN]].add(own[OWN:])
    return {own: frozenset(rests) for own, rests in found.items()}


def shortened(line: Line, own: Own, bodies: tuple[Mention, ...]) -> Iterator[Mention]:
    """A firm's own word with some of what follows it in full, in that order: 甲远科技, 甲远集团, 甲远新材."""
    taken = [(m.span.start - line.start, m.span.end - line.start) for m in bodies if m.kind is Kind.ENTERPRISE]
    for word, rests in sorted(own.items()):
        at = line.text.find(word)
        while at >= 0:
            end = max(_reach(line.text, at + OWN, rest) for rest in rests)
            if line.text.startswith("集团", end):
                end += len("集团")
            if end - at >= 2 * OWN and not any(a < end and at < b for a, b in taken):
                yield Mention(line.span(at, end), line.text[at:end], Kind.ENTERPRISE, "shortened", 0.85)
            at = line.text.find(word, max(end, at + OWN))


def _reach(text: str, start: int, rest: str) -> int:
    """How far the text goes on with characters of `rest`, in its order."""
    left = iter(rest)
    end = start
    while end < len(text) and text[end] in left:
        end += 1
    return end


def occurrences(line: Line, short: frozenset[Short], bodies: tuple[Mention, ...]) -> Iterator[Mention]:
    """Where short names stand in a line outside of longer names."""
    taken = [(m.span.start - line.start, m.span.end - line.start) for m in bodies]
    for name, kind in sorted(short):
        at = line.text.find(name)
        while at >= 0:
            end = at + len(name)
            if not any(a <= at and end <= b for a, b in taken):
                yield Mention(line.span(at, end), name, kind, "short_of_full", 0.9)
            at = line.text.find(name, end)


ENDINGS_OF_PARKS = tuple(sorted({*BRANCHES, *STRONG}))
FOUND_ONCE = frozenset({"said_of_firm", "body_of_company_office", "backer"})
"""Rules that see a firm's short name by what is said beside it, once on a page."""
LONGEST_SHORT = 8


def firms_elsewhere(lines: Iterable[Line], mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Every other place of a short name with a trade that was told somewhere on the page to be a firm's."""
    told = {m.text for m in mentions if m.rule in FOUND_ONCE and SHORTEST < len(m.text) <= LONGEST_SHORT}
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


def persons_elsewhere(lines: Iterable[Line], mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Every other place where a name stands that was told somewhere on the page."""
    names = {m.text for m in mentions if m.kind is Kind.PERSON}
    if not names:
        return
    pattern = re.compile(any_of(names))
    for line in lines:
        for hit in pattern.finditer(line.text):
            if _free(line, hit.start(), hit.end()):
                yield Mention(line.span(*hit.span()), hit[0], Kind.PERSON, "pooled", 0.9)


def _free(line: Line, start: int, end: int) -> bool:
    """Not inside a longer word (李强|化)."""
    for edge in (start, end):
        if 0 < edge < len(line.text) and edge not in line.cuts:
            word = line.word_at(edge)
            crosses = word.start < start or word.end > end
            if crosses and len(word.text) > 2 and not word.pos.startswith("nr"):
                return False
    return True
