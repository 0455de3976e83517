"""Who invests in a project, owns it or builds it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.context import Context
from kg.facts.relating import Grounds, last_named, once, relations, told
from kg.model import Kind, Link, Relation, Span

WORKS = frozenset({Kind.PROJECT, Kind.PARK, Kind.INSTITUTION})

SUBSIDIARY = re.compile(r"的?(?:全资|控股|独资|旗下)*(?:子公司|孙公司|分公司)")
LONGEST_NAME = 40


def undertakings(context: Context) -> Iterator[Relation]:
    """The undertakes relations that sentences tell, each once."""
    yield from once(_all(context))


def _all(context: Context) -> Iterator[Relation]:
    for found in told(context, "undertakes"):
        span, sentence = found.match.span, found.sentence
        firms = [firm for link in found.match.subjects for firm in _builder(context, link)]
        if not found.match.subjects:
            firms = list(last_named(context, span.start, sentence, frozenset({Kind.ENTERPRISE})))
        works = [work for link in found.match.objects for work in _work(context, link)]
        if not found.match.objects:
            works = list(last_named(context, span.start, sentence, WORKS))
        yield from relations(context, firms, "undertakes", works, Grounds(span, "undertakes-stated", 0.9))


def _builder(context: Context, link: Link) -> Iterator[str]:
    """The firm itself; of a parent (某某集团全资子公司|某某公司) the subsidiary that is named behind it."""
    parent = SUBSIDIARY.match(context.reading.plain, link.span.end)
    if parent is None:
        yield link.entity
        return
    for other in context.links(Span(parent.end(), parent.end() + LONGEST_NAME))[:1]:
        if other.span.start == parent.end() and other.kind is Kind.ENTERPRISE:
            yield other.entity


def _work(context: Context, link: Link) -> Iterator[str]:
    """The work itself; of a firm's name in its place (某某半导体由…推进) the project that bears the name."""
    if link.kind in WORKS:
        yield link.entity
        return
    names = context.entities.by_id[link.entity].names
    for other in context.entities.entities:
        if other.kind is Kind.PROJECT and any(name in other.label for name in names):
            yield other.id
