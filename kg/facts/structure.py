"""Relations that names tell by themselves: an organ's part, a zone's administration, a town's park."""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.context import Context
from kg.model import Relation


def structure(context: Context) -> Iterator[Relation]:
    """One relation for each name inside a name."""
    for told in context.entities.structure:
        yield Relation(
            subject=told.subject,
            predicate=told.predicate,
            object=told.object,
            evidence=context.evidence(told.span),
            confidence=0.95,
            rule="name_in_name",
        )
