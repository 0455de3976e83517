"""Two persons of one name on one page: posts that exclude each other, told in different articles, keep them two."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kg.entities.identity import identifier
from kg.facts.context import Context
from kg.facts.posts import held
from kg.model import Entity, Evidence, Kind, Link, PageEntities, Reading


def apart(reading: Reading, entities: PageEntities) -> PageEntities:
    """The page's entities with namesakes told apart; the one in the service of the state keeps the plain id.

    Who holds an office of the state in one article and one of a firm in another is two persons.
    """
    seats = _seats_by_article(reading, entities)
    moved = {
        (person, article): identifier(Kind.PERSON, entities.by_id[person].label, min(organisations))
        for person, by_article in seats.items()
        if _exclude(entities, by_article)
        for article, organisations in by_article.items()
        if _kinds(entities, organisations) == {Kind.ENTERPRISE}
    }
    return _split(reading, entities, moved) if moved else entities


def _seats_by_article(reading: Reading, entities: PageEntities) -> dict[str, dict[int, set[str]]]:
    """Person → article → organisations in which that article gives the person an office."""
    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for person, organisation, position in held(Context(reading, entities)):
        sentence = reading.sentence_at(position)
        if sentence is not None:
            found[person][sentence.article].add(organisation)
    return found


def _exclude(entities: PageEntities, by_article: dict[int, set[str]]) -> bool:
    """A state office in one article and nothing but firms in another; where one article tells both, it is one person."""
    kinds = [_kinds(entities, organisations) for organisations in by_article.values()]
    together = any({Kind.AGENCY, Kind.ENTERPRISE} <= k for k in kinds)
    return not together and {Kind.ENTERPRISE} in kinds and any(Kind.AGENCY in k for k in kinds)


def _kinds(entities: PageEntities, organisations: set[str]) -> set[Kind]:
    return {entities.by_id[o].kind for o in organisations}


def _split(reading: Reading, entities: PageEntities, moved: dict[tuple[str, int], str]) -> PageEntities:
    links = tuple(_moved(reading, link, moved) for link in entities.links)
    made: dict[str, Entity] = {}
    for (person, _), other in moved.items():
        old = entities.by_id[person]
        made[person] = replace(old, mentions=_mentions(reading, links, person))
        made[other] = replace(old, id=other, mentions=_mentions(reading, links, other))
    kept = [e for e in entities.entities if e.id not in made]
    return replace(entities, entities=tuple(sorted([*kept, *made.values()], key=lambda e: e.id)), links=links)


def _moved(reading: Reading, link: Link, moved: dict[tuple[str, int], str]) -> Link:
    sentence = reading.sentence_at(link.span.start)
    other = moved.get((link.entity, sentence.article)) if sentence is not None else None
    return replace(link, entity=other) if other else link


def _mentions(reading: Reading, links: tuple[Link, ...], entity: str) -> tuple[Evidence, ...]:
    return tuple(
        sorted({quote for link in links if link.entity == entity for quote in reading.evidence(link.span)})
    )
