"""Who is an official: a person seen in a post of an agency, which only the facts of the page can tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.model import Entity, Fact, Kind, Tenure


def with_officials(entities: Iterable[Entity], facts: Iterable[Fact]) -> tuple[Entity, ...]:
    """The same entities, in the same order; whoever holds or held a post of an agency is marked as an official."""
    known = tuple(entities)
    agencies = {entity.id for entity in known if entity.kind is Kind.AGENCY}
    holders = {fact.person for fact in facts if isinstance(fact, Tenure) and fact.organization in agencies}
    return tuple(replace(entity, official=True) if entity.id in holders else entity for entity in known)
