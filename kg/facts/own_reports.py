"""A zone's or town's own report: what it says to plan, build, court or foster lies in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.context import Context
from kg.facts.groups import Group, groups, pieces
from kg.facts.lexicon import alternatives
from kg.facts.relating import Grounds, relations
from kg.facts.stages import tellings
from kg.facts.thoroughfares import is_way
from kg.model import SITES, Kind, Relation, Sentence, Span

LIST = "facts_sections"
TOWN = re.compile(r"(?:镇|乡|街道)$")
OF_A_TOWN = re.compile(r"[\u4e00-\u9fff]{2,3}[镇乡](?!村)")
"""How a project's name begins that tells its town: 某某镇|污水处理厂扩建工程."""


def reported(context: Context, said: list[Relation]) -> Iterator[Relation]:
    """What a zone or town says in its own report to plan, build, court or foster lies in it."""
    elsewhere = _by_project(context, said)
    scattered: dict[int, bool] = {}
    for scene, stages in tellings(context):
        section = context.section(scene.sentence)
        if not section or context.entities.by_id[section].kind not in SITES:
            continue
        speaker = context.is_report(scene.sentence)
        article = scene.sentence.article
        if article not in scattered:
            scattered[article] = _of_many_places(context, scene.sentence, section, elsewhere)
        if scattered[article] and not speaker:
            continue
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


def _by_project(context: Context, said: list[Relation]) -> dict[str, set[str]]:
    """Where the projects of a page are said to be: project → sites."""
    found: dict[str, set[str]] = {}
    for relation in said:
        if context.entities.by_id[relation.subject].kind is Kind.PROJECT:
            found.setdefault(relation.subject, set()).add(relation.object)
    return found


def _of_many_places(
    context: Context, sentence: Sentence, section: str, elsewhere: dict[str, set[str]]
) -> bool:
    """Whether the article puts one of its projects outside the zone that it seemed to be about.

    The city breaks ground for 11 projects in one of its zones, and one of them is 放在 another zone.
    """
    zone = context.name(section)
    for link in context.links(context.article(sentence).span):
        town = OF_A_TOWN.match(context.name(link.entity)) if link.kind is Kind.PROJECT else None
        if town and town[0] not in zone:
            return True
        for site in elsewhere.get(link.entity, ()):
            name = context.name(site)
            if site not in (section, context.city) and zone not in name and name not in zone:
                return True
    return False


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
