"""What is no entity, what is of another type, and what the rules have overlooked: the pages before they are resolved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from kg.entities.identity import identifier
from kg.graph.combine import combine
from kg.graph.decide.fitting import misfits
from kg.graph.decide.quotes import places
from kg.graph.resolve.rewrite import HOLD_IDS, rewrite
from kg.model import Entity, Event, Evidence, Fact, Kind, Knowledge

SUBORDINATE = "place"
"""The one field that an event can do without."""


def with_entity(page: Knowledge, raw: str, name: str, kind: Kind) -> Knowledge | str:
    """The page with an entity of this name, mentioned wherever the name stands; or why it cannot have one."""
    document = page.documents[0].identifier
    own = identifier(kind, name)
    mentions = tuple(Evidence(document, start, end, raw[start:end]) for start, end in places(raw, name))
    if not mentions:
        return f"“{name}” does not stand on {document}"
    if any(entity.id == own for entity in page.entities):
        return f"{document} has {own} already"
    entity = Entity(own, kind, name, (name,), mentions)
    return replace(page, entities=tuple(sorted((*page.entities, entity), key=lambda e: e.id)))


def without(page: Knowledge, gone: Collection[str]) -> tuple[Knowledge, int]:
    """The page without these entities and what it says of them, and how many facts that were."""
    kept = [fact for fact in page.facts if not _is_about(fact, gone)]
    entities = tuple(entity for entity in page.entities if entity.id not in gone)
    facts = tuple(_bare(fact, gone) for fact in kept)
    return replace(page, entities=entities, facts=facts), len(page.facts) - len(kept)


def retyped(page: Knowledge, old: str, new: str, kind: Kind) -> tuple[Knowledge, int]:
    """The page with one entity made of another type, and how many facts went because they fit no thing of that type."""
    renamed = rewrite(page, {old: new})
    entities = tuple(replace(e, kind=kind) if e.id == new else e for e in renamed.entities)
    if len({entity.id for entity in entities}) < len(entities):  # the page knew it under that type, too
        entities = combine([Knowledge(entities=entities)]).entities
    known = {entity.id: entity.kind for entity in entities}
    facts = (_bare(fact, {new}) if misfits_as_guest(fact, new, known) else fact for fact in renamed.facts)
    kept = tuple(fact for fact in facts if not misfits(fact, known))
    return replace(renamed, entities=entities, facts=kept), len(page.facts) - len(kept)


def typed_id(old: str, kind: Kind) -> str:
    """The id with the other type in front: project-某某 → park-某某."""
    return f"{kind.value.lower()}-{old.partition('-')[2]}"


def misfits_as_guest(fact: Fact, entity: str, kinds: Mapping[str, Kind]) -> bool:
    """Whether an event would lose its place or a participant by the type; the event itself stays."""
    return isinstance(fact, Event) and bool(misfits(fact, {entity: kinds[entity]}))


def _is_about(fact: Fact, gone: Collection[str]) -> bool:
    return any(getattr(fact, name, "") in gone for name in HOLD_IDS - {SUBORDINATE})


def _bare(fact: Fact, gone: Collection[str]) -> Fact:
    """An event without a place or participants that are gone."""
    if not isinstance(fact, Event) or not gone:
        return fact
    participants = tuple((who, did) for who, did in fact.participants if who not in gone)
    return replace(fact, place="" if fact.place in gone else fact.place, participants=participants)
