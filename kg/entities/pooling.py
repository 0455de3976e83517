"""What one place of the page teaches about the others: short names of firms, persons' names, 以下简称."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.corpus.words import is_word
from kg.entities.clusters import firm_key
from kg.entities.enterprises import FULL
from kg.entities.identity import firm_core
from kg.entities.line import Line
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
