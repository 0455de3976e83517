"""Which industry firms, projects and parks belong to: by their name, their list's noun, or what they are said to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.context import Context
from kg.facts.groups import groups, pieces
from kg.facts.relating import Grounds, once, relations
from kg.model import Entity, Kind, Relation

MEMBERS = frozenset({Kind.ENTERPRISE, Kind.PROJECT, Kind.PARK})
WORKS_IN = re.compile(
    r"[^，。；]{0,8}(?:属于|从事|专注于?|深耕|专攻|主攻|主营|聚焦|致力于|是[^，。；]{0,12})[^，。；]{0,10}$"
)
TRADE = re.compile(r"(?:产业|行业|领域|制造|企业)")


def in_industry(context: Context) -> Iterator[Relation]:
    """The inIndustry relations of a page, each once."""
    known = [e for e in context.entities.entities if e.kind is Kind.INDUSTRY]
    if known:
        yield from once(_all(context, known))


def _all(context: Context, known: list[Entity]) -> Iterator[Relation]:
    first = {link.entity: link.span for link in reversed(context.entities.links)}
    for entity in context.entities.entities:
        if entity.kind in MEMBERS and entity.id in first and (industry := _longest(known, entity.label)):
            grounds = Grounds(first[entity.id], "industry-in-name", 0.7)
            yield from relations(context, [entity.id], "inIndustry", [industry.id], grounds)
    text = context.reading.plain
    for sentence in context.sentences():
        for piece in pieces(context, sentence.span):
            for group in groups(context, piece, MEMBERS):
                if listed := _longest(known, group.tail):
                    grounds = Grounds(group.span, "industry-of-list", 0.85)
                    yield from relations(context, group.entities, "inIndustry", [listed.id], grounds)
                said = _said(known, text[group.span.end : piece.end])
                if said and len(group.links) == 1:
                    grounds = Grounds(piece, "industry-stated", 0.8)
                    yield from relations(context, group.entities, "inIndustry", [said.id], grounds)


def _longest(known: list[Entity], text: str) -> Entity | None:
    """The industry whose name stands in a text, the longest of several."""
    found = [industry for industry in known if industry.label in text]
    return max(found, key=lambda industry: (len(industry.label), industry.label), default=None)


def _said(known: list[Entity], text: str) -> Entity | None:
    """某某公司|专注于体外诊断领域; 某某公司|是生物医药行业的龙头"""
    for industry in sorted(known, key=lambda e: (-len(e.label), e.label)):
        at = text.find(industry.label)
        if at >= 0 and WORKS_IN.match(text[:at]) and TRADE.match(text, at + len(industry.label)):
            return industry
    return None
