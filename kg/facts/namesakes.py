"""Two persons of one name on one page: 副市长张三 and 某某公司董事长张三, 局长李四 and 种粮大户李四, 王五（女） and 王五."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.entities.enterprises import STATE_FIRM
from kg.entities.identity import identifier
from kg.entities.standard import BODY_TAIL
from kg.facts.context import Context
from kg.facts.posts import held
from kg.model import Entity, Evidence, Kind, Link, PageEntities, Reading
from kg.resources import sections, words

_WORDS = sections("identity_words")
PRIVATE = re.compile(rf"(?:{'|'.join(_WORDS['private'])})$")
PART_TIME = words("part_time_offices")
WOMAN = re.compile(r"\s*（女[^）]{0,12}）(?:同志)?[为任]")
LONGEST_NOUN = max(map(len, _WORDS["private"]))

STATE, FIRM, CITIZEN = "state", "firm", "citizen"
Roles = dict[Link, tuple[str, str]]
"""A mention → what its own words make of the person, and what tells this one from a namesake."""


def apart(reading: Reading, entities: PageEntities) -> PageEntities:
    """The page's entities with namesakes told apart; the one in the service of the state keeps the plain id.

    A mention that says nothing of itself is whoever was last introduced by that name in the article.
    """
    mentions: dict[str, list[Link]] = defaultdict(list)
    for link in entities.links:
        if link.kind is Kind.PERSON:
            mentions[link.entity].append(link)
    several = {person: links for person, links in mentions.items() if len(links) > 1}
    services = _services(reading, entities) if several else {}
    moved: dict[Link, str] = {}
    for person, links in several.items():
        entity = entities.by_id[person]
        for link, mark in _others(reading, links, services, official=entity.official).items():
            moved[link] = identifier(Kind.PERSON, entity.label, mark)
    return _split(reading, entities, moved) if moved else entities


def _services(reading: Reading, entities: PageEntities) -> dict[Link, set[tuple[str, str]]]:
    """Mention of a person → the services in which the offices beside it are, with the organisations."""
    found: dict[Link, set[tuple[str, str]]] = defaultdict(set)
    for link, organisation, title in held(Context(reading, entities)):
        if not title.endswith(PART_TIME) and (service := _service(entities.by_id[organisation])):
            found[link].add((service, organisation))
    return found


def _service(organisation: Entity) -> str:
    """The state or a firm; "" where heads of both serve: a city's own firms, the 党委 of a firm, schools."""
    if organisation.kind is Kind.ENTERPRISE:
        return "" if STATE_FIRM.search(organisation.label) else FIRM
    return STATE if organisation.kind is Kind.AGENCY and not BODY_TAIL.search(organisation.label) else ""


def _others(
    reading: Reading, links: Sequence[Link], services: Mapping[Link, set[tuple[str, str]]], *, official: bool
) -> dict[Link, str]:
    """The mentions that are not the official's, with what tells them apart; {} where all may be one person."""
    roles: Roles = {}
    for link in links:
        told = services.get(link, set())
        if {service for service, _ in told} >= {STATE, FIRM}:
            return {}  # 市工商联副主席、某某公司董事长张三: both are told of one
        if told:
            roles[link] = min(told)
        elif official and _in_row(reading, link):
            roles[link] = (STATE, "")
        elif noun := _noun(reading, link):
            roles[link] = (CITIZEN, noun)
    if len({service for service, _ in roles.values()}) > 1 and STATE in {s for s, _ in roles.values()}:
        given = ((link, _role(reading, link, roles)) for link in links)
        return {link: mark for link, (service, mark) in given if service != STATE}
    women = [link for link in links if WOMAN.match(reading.plain, link.span.end)]
    return dict.fromkeys(women, "女") if women and _beside_namesake(reading, women, links) else {}


def _in_row(reading: Reading, link: Link) -> bool:
    """Whether the mention is one of a list: 市领导甲、乙、丙 are officials."""
    return "、" in (reading.plain[link.span.start - 1 : link.span.start], reading.plain[link.span.end : link.span.end + 1])


def _noun(reading: Reading, link: Link) -> str:
    """种粮大户 in 种粮大户张三, else ""."""
    before = reading.plain[max(0, link.span.start - LONGEST_NOUN) : link.span.start]
    noun = PRIVATE.search(before)
    return noun[0] if noun else ""


def _role(reading: Reading, link: Link, roles: Roles) -> tuple[str, str]:
    """Its own, that of the last mention before in the article, that of the next one; else the official's."""
    if link in roles:
        return roles[link]
    near = [other for other in roles if _article(reading, other) == _article(reading, link)]
    before = [other for other in near if other.span < link.span]
    if before:
        return roles[max(before, key=lambda other: other.span)]
    return roles[min(near, key=lambda other: other.span)] if near else (STATE, "")


def _article(reading: Reading, link: Link) -> int:
    sentence = reading.sentence_at(link.span.start)
    return sentence.article if sentence is not None else -1


def _beside_namesake(reading: Reading, women: Sequence[Link], links: Sequence[Link]) -> bool:
    """Whether one list has the name with （女） and without: 张敏（女）为司法局局长；张敏为水务局局长."""
    lists = {_article(reading, link) for link in women}
    bare = (link for link in links if link not in women and _article(reading, link) in lists)
    return any(reading.plain[link.span.end : link.span.end + 1] in ("为", "任") for link in bare)


def _split(reading: Reading, entities: PageEntities, moved: Mapping[Link, str]) -> PageEntities:
    links = tuple(replace(link, entity=moved.get(link, link.entity)) for link in entities.links)
    touched = {link.entity for link in moved} | set(moved.values())
    origin = {new: link.entity for link, new in moved.items()}
    made = [
        replace(entities.by_id[origin.get(person, person)], id=person, mentions=quotes)
        for person in sorted(touched)
        if (quotes := _mentions(reading, links, person))
    ]
    kept = [e for e in entities.entities if e.id not in touched]
    return replace(entities, entities=tuple(sorted([*kept, *made], key=lambda e: e.id)), links=links)


def _mentions(reading: Reading, links: Sequence[Link], entity: str) -> tuple[Evidence, ...]:
    return tuple(
        sorted({quote for link in links if link.entity == entity for quote in reading.evidence(link.span)})
    )
