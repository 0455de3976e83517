"""What an item of a list or a sentence is about: its head, to which clauses without a subject belong.

…；某某项目由某某公司投资6.8亿元，放在某某园区；…: what is put there is the item's own project. 均落户某某园区
at the end of a list is said of all its items.
"""

from __future__ import annotations

import re

from kg.facts.context import Context
from kg.model import Kind, Link, Sentence, Span

MARKS = "；：。"
ALL = re.compile(r"^，?(?:均|都|全部|全都)")
"""How a clause opens that is said of all items before it."""
OPENING = 10
"""Characters before a firm that opens an item: 去年，|某某公司."""
GIVEN_BY = ("由", "与", "和", "同", "向", "对", "为", "被", "给")
"""Before a firm that is not what the item is about."""


def item(context: Context, sentence: Sentence, position: int) -> Span:
    """The item that a clean position stands in, up to it: from the last ；or ：of its sentence on."""
    text, start = context.reading.plain, sentence.span.start
    last = max(text.rfind(mark, start, position) for mark in MARKS)
    return Span(last + 1 if last >= 0 else start, position)


def headed_by(context: Context, sentence: Sentence, position: int) -> tuple[str, ...]:
    """The one project of an item up to a position, else the firm that opens it; none where it is not clear."""
    span = item(context, sentence, position)
    links = context.links(span)
    works = list(dict.fromkeys(link.entity for link in links if link.kind is Kind.PROJECT))
    if works:
        return tuple(works[:1]) if len(works) == 1 else ()
    firms = [link for link in links if link.kind is Kind.ENTERPRISE]
    if not firms or context.reading.plain.startswith("的", firms[0].span.end):
        return ()  # 某某公司的电池回收基地，…，落户某镇: the base is there, not the firm
    return (firms[0].entity,) if _opens(context, span, firms[0]) else ()


def all_listed(context: Context, sentence: Sentence, position: int) -> tuple[str, ...]:
    """The projects of a list up to a position, or its firms where it names no project: 甲、乙、丙，均落户…"""
    text = context.reading.plain
    start = max(1 + text.rfind("：", sentence.span.start, position), sentence.span.start)
    links = context.links(Span(start, position))
    for kind in (Kind.PROJECT, Kind.ENTERPRISE):
        if named := tuple(dict.fromkeys(link.entity for link in links if link.kind is kind)):
            return named
    return ()


def _opens(context: Context, span: Span, firm: Link) -> bool:
    before = context.reading.plain[span.start : firm.span.start].strip()
    return len(before) <= OPENING and not before.endswith(GIVEN_BY)
