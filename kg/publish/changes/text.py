"""Changes as text for the terminal: totals first, then group by group a line for each change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from kg.graph.harmless import on_screen
from kg.model import Evidence
from kg.publish.changes.line import GROUPS, KINDS, Line

NOTHING = "没有变化"
_BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
MOST_QUOTES = 3
"""Quotes of each side under a line, where the lines are limited as well."""
_MINOR = ("confidence",)
"""Groups that are counted, and told only when asked for."""


def text(told: Sequence[Line], limit: int = 0, *, evidence: bool = False, confidence: bool = False) -> str:
    """The lines as text; `limit` lines at most of each group, 0 for all."""
    shown = [line for line in told if confidence or line.group not in _MINOR]
    left_out = len(told) - len(shown)
    parts = [*_totals(shown, left_out)]
    for group, lines in groupby(shown, lambda line: line.group):
        parts += _group(group, [*lines], limit, evidence=evidence)
    return "".join(f"{on_screen(part)}\n" for part in parts)


def totals(told: Sequence[Line]) -> dict[str, dict[str, int]]:
    """How many changes of each kind are in each group, in the order in which they are told."""
    counts = Counter((line.group, line.kind) for line in told)
    found: dict[str, dict[str, int]] = {}
    for group in GROUPS:
        kinds = {kind: counts[group, kind] for kind in KINDS if counts[group, kind]}
        if kinds:
            found[group] = kinds
    return found


def _totals(shown: Sequence[Line], left_out: int) -> Iterator[str]:
    minor = f"{left_out} 条只是可信度或规则不同（--confidence 列出）" if left_out else ""
    if not shown:
        yield f"{NOTHING}；{minor}" if minor else NOTHING
        return
    yield f"共 {len(shown)} 处变化"
    for group, kinds in totals(shown).items():
        yield f"  {GROUPS[group]}：{_counted(kinds)}"
    if minor:
        yield f"  另有 {minor}"


def _counted(kinds: dict[str, int]) -> str:
    return "、".join(f"{KINDS[kind]} {count}" for kind, count in kinds.items())


def _group(group: str, lines: Sequence[Line], limit: int, *, evidence: bool) -> Iterator[str]:
    yield ""
    yield f"【{GROUPS[group]}】"
    shown = lines[:limit] if limit else lines
    for line in shown:
        places = f"〔{line.places}〕" if line.places else ""
        yield f"{KINDS[line.kind]}  {line.words}{places}"
        if evidence:
            yield from _quotes(line, MOST_QUOTES if limit else 0)
    if len(shown) < len(lines):
        yield f"…… 还有 {len(lines) - len(shown)} 条（--all 全部列出）"


def _quotes(line: Line, limit: int) -> Iterator[str]:
    """The words of the pages; marked as old and new where the sides have different ones."""
    both = line.lost and line.gained and line.lost != line.gained
    for mark, quotes in (("旧 ", line.lost if both or not line.gained else ()), ("新 ", line.gained)):
        for quote in quotes[:limit] if limit else quotes:
            yield f"      {mark if both else ''}{where(quote)} “{one_line(quote.exact)}”"
        if limit and len(quotes) > limit:
            yield f"      {mark if both else ''}…… 还有 {len(quotes) - limit} 处"


def where(quote: Evidence) -> str:
    """A quote's page and code points: page.txt:120-131."""
    return f"{quote.document}:{quote.start}-{quote.end}"


def one_line(words: str) -> str:
    """A quote without the line breaks of its column; Chinese needs no space where it was broken."""
    return " ".join(_BETWEEN_CHINESE.sub("", words).split())
