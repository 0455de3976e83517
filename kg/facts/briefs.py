"""News in brief whose items are headed by the place they are of: △某某镇　…。△某某乡　…。"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.context import Context
from kg.facts.relating import Grounds, relations
from kg.facts.reports import reports
from kg.facts.thoroughfares import is_way
from kg.model import SITES, Kind, Link, Relation, Span


def in_briefs(context: Context) -> Iterator[Relation]:
    """△某某镇　镇政府投资260万元的农贸市场交付使用: what an item headed by a place tells of is there"""
    for report in reports(context):
        first = report.body[0] if report.body else None
        links = context.links(first.span) if first else ()
        if first is None or not links or links[0].span.start != first.span.start:
            continue
        head = links[0]
        if head.kind not in SITES or not _heads(context, head):
            continue
        for found in context.links(Span(head.span.end, report.body[-1].span.end)):
            if found.kind is Kind.PLACE and found.entity not in (head.entity, context.city):
                break
            if found.kind is Kind.PROJECT and not is_way(context.name(found.entity)):
                grounds = Grounds(found.span, "located-brief", 0.75)
                yield from relations(context, [found.entity], "locatedIn", [head.entity], grounds)


def _heads(context: Context, link: Link) -> bool:
    """Whether the printed page has a blank behind a name: the clean text has none before a figure."""
    reading = context.reading
    return reading.page.raw[reading.origin[link.span.end - 1] + 1 :][:1].isspace()
