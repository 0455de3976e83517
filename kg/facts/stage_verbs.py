"""The verbs that tell a project's stage, found in a stretch of text: which stage, where, and which wins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.facts.lexicon import alternatives, anywhere
from kg.model import STAGES, Span
from kg.resources import sections

LIST = "facts_stages"
PAST = re.compile(r"去年|前年|此前|已")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a stage, at offsets of the text it was looked for in."""

    stage: str
    span: Span


def verbs(side: str, text: str, lead: str = "") -> list[Verb]:
    """The verbs of one side of a list ("before", "after", "tail") in order; `lead` stands before the text.

    Of those that overlap the first wins, of those that begin together the longest: 竣工投产 is operating.
    """
    found = [
        Verb(stage, Span(*match.span()))
        for stage in STAGES
        if (pattern := _pattern(side, stage)) is not None
        for match in pattern.finditer(text)
        if not _is_condition(lead, text, *match.span())
    ]
    found.sort(key=lambda v: (v.span.start, -len(v.span)))
    kept: list[Verb] = []
    for verb in found:
        if not kept or kept[-1].span.end <= verb.span.start:
            kept.append(verb)
    return kept


def closing(side: str, text: str, filler: str) -> Iterator[Verb]:
    """The verb of one side that ends a text, but for a filler (a pattern): 签约落户|总投资10亿元的."""
    for stage in STAGES:
        words = _words(side, stage)
        if words and (match := re.search(rf"(?:{words}){filler}$", text)):
            yield Verb(stage, Span(*match.span()))


@cache
def _pattern(side: str, stage: str) -> re.Pattern[str] | None:
    words = _words(side, stage)
    return re.compile(words) if words else None


def _words(side: str, stage: str) -> str:
    section = f"{side} {stage}"
    return alternatives(LIST, section) if section in sections(LIST) else ""


def _is_condition(lead: str, text: str, start: int, end: int) -> bool:
    """投产后, 开工率, 竣工的, 未开工: no stage is told; but 去年投产之后 is past."""
    if text[:start].endswith(("未", "没", "没有", "尚未", "不", "边")):
        return True
    condition = anywhere(LIST, "not yet").match(text, end)
    return condition is not None and not (condition[0].endswith("后") and PAST.search(lead + text[:start]))
