"""Where things are: what is said of them, and whose report lists them as its own projects and firms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.briefs import in_briefs
from kg.facts.context import Context
from kg.facts.items import ALL, all_listed, headed_by
from kg.facts.lexicon import leading
from kg.facts.own_reports import reported
from kg.facts.relating import Grounds, Spoken, Told, last_named, once, relations, stated, told
from kg.facts.scene_places import scenes_of_places
from kg.model import SITES, Kind, Link, Relation, Sentence, Span

THINGS = frozenset({Kind.ENTERPRISE, Kind.INSTITUTION, Kind.PROJECT, Kind.PARK})


def locations(context: Context) -> Iterator[Relation]:
    """The locatedIn relations that sentences tell, each once."""
    yield from once(_all(context))


def _all(context: Context) -> Iterator[Relation]:
    def thing(found: Told) -> tuple[str, ...]:
        """Of 均落户… all that was listed; of a clause within an item of a list its head; else what was named last."""
        start = found.match.span.start
        if ALL.match(context.reading.plain[start : found.match.span.end]):
            return all_listed(context, found.sentence, start)
        if context.reading.plain.startswith("，", start):
            return headed_by(context, found.sentence, start) or _taken_up(context, found)
        return last_named(context, start, found.sentence, THINGS)

    def site(found: Told) -> tuple[str, ...]:
        """园内: the park named last; of a bare 入驻 the park or town named last, else whose report it is."""
        start, section = found.match.span.start, context.section(found.sentence)
        inside = context.reading.plain.startswith(INSIDE, start)
        named = (
            context.park_before(start, found.sentence) if inside else _here(context, start, found.sentence)
        )
        return (named,) if named else (section,) if section else ()

    said = [*stated(context, "locatedIn", thing, site), *scenes_of_places(context)]
    yield from said
    yield from _in_a_house(context, thing)
    yield from _announced(context)
    yield from in_briefs(context)
    yield from reported(context, said)


def _taken_up(context: Context, found: Told) -> tuple[str, ...]:
    """项目总投资1200万美元，|落户某某工业园: the sentence goes on about the project named before it"""
    sentence = found.sentence
    if not leading("facts_stages", "topics").match(context.reading.plain[sentence.span.start :][:16]):
        return ()
    return last_named(context, sentence.span.start, sentence, frozenset({Kind.PROJECT}))


INSIDE = ("同在", "在园", "园内", "区内", "园区内", "港内", "入园", "入区", "入驻园区")
SMALL_PLACE = re.compile(r"(?:[镇乡村县区旗]|街道|社区)$")


def _here(context: Context, position: int, sentence: Sentence) -> str:
    """The park, town or county that the article has named last before a clean position, or ""."""
    links = context.links(Span(context.article(sentence).span.start, position))
    sites = (
        link.entity
        for link in reversed(links)
        if link.kind is Kind.PARK
        or (link.kind is Kind.PLACE and SMALL_PLACE.search(context.name(link.entity)))
    )
    return next(sites, "")


def _in_a_house(context: Context, thing: Spoken) -> Iterator[Relation]:
    """该中心位于|某某园区|职工活动中心: in the park whose house that is"""
    for found in told(context, "locatedIn"):
        for house in (link for link in found.match.objects if link.kind is Kind.INSTITUTION):
            name = context.name(house.entity)
            parks = [
                e.id for e in context.entities.entities if e.kind is Kind.PARK and name.startswith(e.names)
            ]
            subjects = [link.entity for link in found.match.subjects] or thing(found)
            yield from relations(
                context, subjects, "locatedIn", parks, Grounds(found.match.span, "located-house", 0.8)
            )


def _announced(context: Context) -> Iterator[Relation]:
    """某市有两件大事：甲项目开工…；乙集团…建丙中心, 某园区新签约3个项目，…。其中，…: what the list holds is there"""
    text = context.reading.plain
    before: Sentence | None = None
    for sentence in context.sentences():
        for link in context.links(sentence.span):
            opens = link.kind in SITES and text[link.span.start - 1 : link.span.start] in OPENS
            if opens and (announced := ANNOUNCES.match(text, link.span.end)):
                yield from _of_the_list(context, sentence, announced.end(), link)
        announced = ANNOUNCES_TOO.match(text, sentence.span.start, sentence.span.end)
        if announced and before and before.article == sentence.article and (who := _acting(context, before)):
            yield from _of_the_list(context, sentence, announced.end(), who)
        before = sentence


def _of_the_list(context: Context, sentence: Sentence, start: int, site: Link) -> Iterator[Relation]:
    for found in context.links(Span(start, _end_of_list(context, sentence))):
        if found.kind is Kind.PROJECT:
            grounds = Grounds(found.span, "located-announced", 0.8)
            yield from relations(context, [found.entity], "locatedIn", [site.entity], grounds)


def _acting(context: Context, sentence: Sentence) -> Link | None:
    """The zone or town that opens a sentence: 27日下午，|某某高新区|与某某大学签约"""
    first = next(iter(context.links(sentence.span)), None)
    if first is None or first.span.start - sentence.span.start > LEAD:
        return None
    small = first.kind is Kind.PARK or SMALL_PLACE.search(context.name(first.entity))
    opens = context.reading.plain[first.span.start - 1 : first.span.start] in OPENS
    return first if opens and small and first.kind in SITES and first.entity != context.city else None


OPENS = ("，", "。", "\n", "", "；")
LEAD = 16
"""Characters of a date or 又讯 in front of who acts."""
ANNOUNCES = re.compile(
    r"有[^，。；：]{1,8}：|[^，。；]{0,6}(?:新?签约|签下|引进|新开工|开工|落户)(?:了)?[\d一二三四五六七八九十百]+个[^，。；]{0,8}项目"
)
ANNOUNCES_TOO = re.compile(
    r"(?:当[天日]|会上|同时|此外|随后)?，?(?:又|还)(?:新?签约|签下|引进|落户)(?:了)?[\d一二三四五六七八九十]+个[^，。；：]{0,8}项目："
)


def _end_of_list(context: Context, first: Sentence) -> int:
    """The end of a sentence and of those that go on behind its semicolons or with 其中."""
    end = first.span.end
    text = context.reading.plain
    for sentence in context.sentences():
        goes_on = text[:end].rstrip().endswith("；") or text.startswith(("其中", "包括"), sentence.span.start)
        if sentence.span.start >= end and sentence.article == first.article:
            if not goes_on:
                break
            end = sentence.span.end
    return end
