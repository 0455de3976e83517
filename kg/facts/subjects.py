"""Whom a clause speaks of: the body, place or project that governs the numbers in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.facts.context import Context
from kg.facts.naming import core
from kg.model import Kind, Sentence, Span

GOVERNING = frozenset({Kind.PARK, Kind.PLACE, Kind.AGENCY, Kind.ENTERPRISE, Kind.INSTITUTION, Kind.PROJECT})


@dataclass(frozen=True, slots=True)
class Subject:
    """An entity and where the words that name it end (clean), -1 where it is carried from before."""

    entity: str
    end: int = -1


def subject_of(context: Context, sentence: Sentence, clause: Span, position: int, carried: str) -> Subject:
    """What the words before a position of a clause are said of; `carried` is the subject of the clause before.

    A link governs where it opens the clause (港区一季度…, 去年太仓…, 推动中化学…成为), and does not where it is one of
    a list, or a part of a longer name (太仓市级项目).
    """
    text, opening = context.reading.text, clause.start
    for link in context.links(Span(opening, position)):
        if link.kind not in GOVERNING:
            continue
        lead, following = text[opening : link.span.start], text[link.span.end : position]
        if following.startswith(("、", "等", "级", "和", "与")) or lead.endswith(("、", "等", "和", "与")):
            break
        if _opens(lead):
            return Subject(link.entity, link.span.end)
    if match := re.match(r"^[^，]{0,8}?(?:全市|我市|全县|我县)", text[opening:position]):
        return Subject(context.city or context.subject(sentence), opening + match.end())
    return Subject(carried or context.subject(sentence))


def _opens(lead: str) -> bool:
    """Whether only words of time, place and hope stand before a link."""
    return not core(re.sub(r"(?:推动|支持|助力|使|让|由|在|位于|依托)$", "", lead)) 
