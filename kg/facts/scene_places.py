"""Where a paragraph plays: what is told of right after somebody has come to a town or zone lies there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.facts.context import Context
from kg.facts.relating import Grounds, relations
from kg.model import Kind, Link, Relation, Sentence, Span

SMALL = re.compile(r"(?:[镇乡村]|街道|社区)$")
"""A place small enough that what stands beside it lies in it."""
COMES = re.compile(r"(?:来到|赶到|走进|到了|到达|抵达|驱车前往|转到|赶赴|一路到)$")
"""Before the place where the scene is laid."""
STOP = re.compile(r"，(?:第一站|首站|第二站|下一站|最后一站|直奔|首先来到|先后来到)[^，。；]{0,10}$")
"""Between the place and what is visited in it."""
OTHERS = re.compile(r"签|举行|召开|会[议上]|参加|出席|考察团|合作")
"""Where these are told of, a firm may well come from elsewhere."""
BESIDE = re.compile(r"(?:与|和|同|、|的(?:企业|客商|老总))")
"""Behind a firm that is not alone there."""
THINGS = frozenset({Kind.PROJECT, Kind.ENTERPRISE})


def scenes_of_places(context: Context) -> Iterator[Relation]:
    """The locatedIn relations that the scenes of a page tell."""
    for sentence in context.sentences():
        yield from _set_there(context, sentence)
        yield from _stop_there(context, sentence)
        yield from _of_the_park(context, sentence)
    for before, after in pairwise(context.sentences()):
        if before.article == after.article:
            yield from _come_there(context, before, after)


def _set_there(context: Context, sentence: Sentence) -> Iterator[Relation]:
    """在某县产业集聚区，…某某基地正在安装设备: its projects are there; a firm only where it is named at once"""
    text, links = context.reading.plain, context.links(sentence.span)
    site = next(iter(links), None)
    if site is None or not (_is_site(context, site) or site.kind is Kind.PLACE):
        return
    opens = text[sentence.span.start : site.span.start] == "在" and text.startswith("，", site.span.end)
    if not opens:
        return
    things = [link.entity for link in links[1:] if link.kind is Kind.PROJECT]
    yield from relations(
        context, things, "locatedIn", [site.entity], Grounds(sentence.span, "located-scene", 0.8)
    )
    if (
        _is_site(context, site)
        and len(links) > 1
        and _stands_alone(context, links[1], site.span.end + 1, sentence)
    ):
        grounds = Grounds(Span(site.span.start, links[1].span.end), "located-scene", 0.75)
        yield from relations(context, [links[1].entity], "locatedIn", [site.entity], grounds)


def _stop_there(context: Context, sentence: Sentence) -> Iterator[Relation]:
    """到了某某园区，第一站是|某某项目"""
    text = context.reading.plain
    for site, thing in pairwise(context.links(sentence.span)):
        if thing.kind in THINGS and _is_site(context, site) and _is_scene(context, site, sentence):
            if STOP.fullmatch(text, site.span.end, thing.span.start):
                grounds = Grounds(Span(site.span.start, thing.span.end), "located-scene", 0.8)
                yield from relations(context, [thing.entity], "locatedIn", [site.entity], grounds)


def _of_the_park(context: Context, sentence: Sentence) -> Iterator[Relation]:
    """某某产业园入驻企业58家，|园区主干道|通车: the park's own road"""
    park: Link | None = None
    for thing in context.links(sentence.span):
        if park and thing.kind is Kind.PROJECT and context.name(thing.entity).startswith("园区"):
            grounds = Grounds(Span(park.span.start, thing.span.end), "located-of-the-park", 0.8)
            yield from relations(context, [thing.entity], "locatedIn", [park.entity], grounds)
        park = thing if thing.kind is Kind.PARK else park


def _come_there(context: Context, before: Sentence, after: Sentence) -> Iterator[Relation]:
    """一行人赶到某某镇。|某某公司的葡萄刚采完: the sentence ends with the place, the next one opens with the firm"""
    text = context.reading.plain
    sites, things = context.links(before.span), context.links(after.span)
    if not sites or not things or things[0].kind not in THINGS:
        return
    site, thing = sites[-1], things[0]
    ends = text[site.span.end : before.span.end].strip() == "。"
    if ends and _is_site(context, site) and _is_scene(context, site, before):
        if _stands_alone(context, thing, after.span.start, after):
            grounds = Grounds(Span(site.span.start, thing.span.end), "located-scene", 0.75)
            yield from relations(context, [thing.entity], "locatedIn", [site.entity], grounds)


def _is_site(context: Context, link: Link) -> bool:
    small = link.kind is Kind.PLACE and SMALL.search(context.name(link.entity)) is not None
    return link.kind is Kind.PARK or small


def _is_scene(context: Context, site: Link, sentence: Sentence) -> bool:
    text = context.reading.plain
    return COMES.search(text[max(sentence.span.start, site.span.start - 5) : site.span.start]) is not None


def _stands_alone(context: Context, thing: Link, start: int, sentence: Sentence) -> bool:
    """Whether a firm or project stands at a clean position, by itself, in a sentence that tells of no meeting."""
    text = context.reading.plain
    return (
        thing.kind in THINGS
        and not text[start : thing.span.start].strip("“ ")
        and not BESIDE.match(text, thing.span.end)
        and not OTHERS.search(text, start, sentence.span.end)
    )
