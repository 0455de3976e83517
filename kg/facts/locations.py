"""Where things are: what is said of them, and whose report lists them as its own projects and firms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.briefs import in_briefs
from kg.facts.context import Context
from kg.facts.groups import Group, groups, pieces
from kg.facts.lexicon import alternatives
from kg.facts.relating import Grounds, Spoken, Told, last_named, once, relations, stated, told
from kg.facts.stages import tellings
from kg.facts.thoroughfares import is_way
from kg.model import SITES, Kind, Relation, Sentence, Span

LIST = "facts_sections"
THINGS = frozenset({Kind.ENTERPRISE, Kind.INSTITUTION, Kind.PROJECT, Kind.PARK})


def locations(context: Context) -> Iterator[Relation]:
    """The locatedIn relations that sentences tell, each once."""
    yield from once(_all(context))


def _all(context: Context) -> Iterator[Relation]:
    def thing(found: Told) -> tuple[str, ...]:
        return last_named(context, found.match.span.start, found.sentence, THINGS)

    def site(found: Told) -> tuple[str, ...]:
        """园内: the park named last; of a bare 入驻 the park or town named last, else whose report it is."""
        start, section = found.match.span.start, context.section(found.sentence)
        inside = context.reading.plain.startswith(INSIDE, start)
        named = (
            context.park_before(start, found.sentence) if inside else _here(context, start, found.sentence)
        )
        return (named,) if named else (section,) if section else ()

    yield from stated(context, "locatedIn", thing, site)
    yield from _in_a_house(context, thing)
    yield from _set_there(context)
    yield from _announced(context)
    yield from in_briefs(context)
    yield from _reported(context)


INSIDE = ("同在", "在园", "园内", "区内", "园区内", "港内", "入园", "入区", "入驻园区")
TOWN = re.compile(r"(?:镇|乡|街道)$")
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


def _set_there(context: Context) -> Iterator[Relation]:
    """在某县产业集聚区，…某某基地正在安装设备: the whole sentence is there"""
    text = context.reading.plain
    for sentence in context.sentences():
        links = context.links(sentence.span)
        if not links or links[0].kind not in SITES:
            continue
        if text[sentence.span.start : links[0].span.start] == "在" and text.startswith(
            "，", links[0].span.end
        ):
            things = [link.entity for link in links[1:] if link.kind is Kind.PROJECT]
            grounds = Grounds(sentence.span, "located-scene", 0.8)
            yield from relations(context, things, "locatedIn", [links[0].entity], grounds)


def _announced(context: Context) -> Iterator[Relation]:
    """某市有两件大事：甲项目开工…；乙集团…建丙中心, 某园区新签约3个项目，…。其中，…: what the list holds is there"""
    text = context.reading.plain
    for sentence in context.sentences():
        for link in context.links(sentence.span):
            opens = link.kind in SITES and text[link.span.start - 1 : link.span.start] in (
                "，",
                "。",
                "\n",
                "",
                "；",
            )
            if opens and (announced := ANNOUNCES.match(text, link.span.end)):
                for found in context.links(Span(announced.end(), _end_of_list(context, sentence))):
                    if found.kind is Kind.PROJECT:
                        grounds = Grounds(found.span, "located-announced", 0.8)
                        yield from relations(context, [found.entity], "locatedIn", [link.entity], grounds)


ANNOUNCES = re.compile(
    r"有[^，。；：]{1,8}：|[^，。；]{0,6}(?:新?签约|签下|引进|新开工|开工|落户)(?:了)?[\d一二三四五六七八九十百]+个[^，。；]{0,8}项目"
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


# ── a zone's or town's own report ───────────────────────────────────────────────────────────────────────


def _reported(context: Context) -> Iterator[Relation]:
    """What a zone or town says in its own report to plan, build, court or foster lies in it."""
    for scene, stages in tellings(context):
        section = context.section(scene.sentence)
        if not section or context.entities.by_id[section].kind not in SITES:
            continue
        speaker = context.is_report(scene.sentence)
        staged = {entity for each in stages if each.stage != "negotiating" for entity in each.entities}
        for span in pieces(context, scene.sentence.span):
            for group in groups(context, span):
                if _is_of_others(context, span, group):
                    continue
                if not speaker and _is_elsewhere(context, group, scene.sentence):
                    continue
                own = _is_listed(context, span, group) or (speaker and _is_fostered(context, span, group))
                here = [e for e in group.entities if (own or e in staged) and not is_way(context.name(e))]
                grounds = Grounds(group.span, "located-own-report", 0.75 if speaker else 0.65)
                yield from relations(context, here, "locatedIn", [section], grounds)


def _is_elsewhere(context: Context, group: Group, sentence: Sentence) -> bool:
    """在邻近的某某镇，…: the reporter has gone on to another town, in this sentence or the one before"""
    before = context.reading.sentence_at(sentence.span.start - 1)
    links = context.links(Span((before or sentence).span.start, group.span.start))
    section = context.section(sentence)
    for link in reversed(links):
        if link.entity == section:
            return False
        if link.kind is Kind.PLACE and TOWN.search(context.name(link.entity)):
            return True
    return False


def _is_listed(context: Context, span: Span, group: Group) -> bool:
    """培育|甲、乙等企业; 甲、乙等8家企业|当天开业"""
    text = context.reading.plain
    if not re.search(r"等.*(?:企业|公司|项目|载体)", group.tail):
        return False
    opened = re.match(r"[^，。；、]{0,6}(?:开业|投产|入驻|落户|落地|开工)", text[group.span.end : span.end])
    return opened is not None or _fosters(text[span.start : group.span.start])


def _is_fostered(context: Context, span: Span, group: Group) -> bool:
    """抓好|某某产业园; 推进|某某社区规划: a park or project that the speaker sets out to build."""
    if any(link.kind not in (Kind.PARK, Kind.PROJECT) for link in group.links):
        return False
    return _fosters(context.reading.plain[span.start : group.span.start])


def _fosters(before: str) -> bool:
    return re.search(rf"(?:{alternatives(LIST, 'fostering')})[^，]{{0,6}}$", before) is not None


def _is_of_others(context: Context, span: Span, group: Group) -> bool:
    """对接|某市某某中心, 借鉴, 与: somebody else's"""
    before = context.reading.plain[span.start : group.span.start]
    return re.search(rf"(?:{alternatives(LIST, 'of others')})[^，]{{0,6}}$", before) is not None
