"""Which types of things each kind of statement may be made of, as the ontology's shapes say."""

from __future__ import annotations

from collections.abc import Mapping

from kg.facts.relating import OBJECTS, SUBJECTS
from kg.model import (
    ORGANISATIONS,
    SITES,
    Amount,
    Completion,
    Event,
    Fact,
    Indicator,
    Kind,
    LandArea,
    Relation,
    Stage,
    Tenure,
)

PERSON = frozenset({Kind.PERSON})
BODIES = ORGANISATIONS | SITES
WORKS = frozenset({Kind.PROJECT, Kind.PARK, Kind.INSTITUTION})
FROM = SUBJECTS
TO = {**OBJECTS, "founded": frozenset({Kind.ENTERPRISE, Kind.INSTITUTION})}
ACTING = frozenset(Kind) - {Kind.INDUSTRY, Kind.OFFICE}
COUNTED = frozenset(Kind) - {Kind.PERSON, Kind.OFFICE}


def misfits(fact: Fact, kinds: Mapping[str, Kind]) -> list[str]:
    """The fields of a fact that hold an entity of a type which the fact cannot be about, each with what it can be."""
    return [
        f"{field} must be {' or '.join(sorted(allowed))}, not {kinds[entity]}"
        for field, entity, allowed in _roles(fact)
        if entity in kinds and kinds[entity] not in allowed
    ]


def _roles(fact: Fact) -> list[tuple[str, str, frozenset[Kind]]]:
    match fact:
        case Tenure():
            return [("person", fact.person, PERSON), ("organization", fact.organization, BODIES)]
        case Relation():
            subjects, objects = FROM[fact.predicate], TO[fact.predicate]
            return [("subject", fact.subject, subjects), ("object", fact.object, objects)]
        case Amount() | LandArea() | Completion() | Stage():
            return [("project", fact.project, WORKS)]
        case Event():
            return [
                ("place", fact.place, BODIES),
                *(("participant", who, ACTING) for who, _ in fact.participants),
            ]
        case Indicator():
            return [("subject", fact.subject, COUNTED)]
    raise NotImplementedError(f"no roles for {type(fact).__name__}: write them here")
