"""What a fact answers, and what the answer is: “the total investment of this project” – “8 billion yuan, planned”."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch

from kg.graph.combine import SYMMETRIC
from kg.model import Amount, Completion, Event, Fact, Indicator, LandArea, Relation, Stage, Tenure

Words = tuple[str, ...]
Of = Callable[[str], str]
"""An id → the class of things that are one in both graphs."""


@dataclass(frozen=True, slots=True)
class Said:
    """A fact apart from its quotes, in terms that two graphs share.

    `slot` and `answer` together are all that it says. `topic` is the matter in which it stands beside others, () where
    it is nobody's context. Of two readings of one quote, one in each graph, one `link` is the same.
    """

    slot: Words
    answer: Words
    topic: Words = ()
    links: tuple[Words, ...] = ()
    when: str = ""


@singledispatch
def said(fact: Fact, of: Of, event_of: Of) -> Said:
    """A fact in terms that two graphs share; every kind of fact has its own."""
    raise NotImplementedError(
        f"no comparison for {type(fact).__name__} ({of.__name__}, {event_of.__name__}): write one here"
    )


@said.register
def _(fact: Tenure, of: Of, event_of: Of) -> Said:  # noqa: ARG001
    person, body = of(fact.person), of(fact.organization)
    return Said(
        slot=(person, body, fact.title, _flag(fact.former)),
        answer=(fact.observed, fact.change),
        topic=() if fact.former else (body, fact.title),
        links=(("who where", person, body), ("who what", person, fact.title), ("post", body, fact.title)),
        when=fact.observed,
    )


@said.register
def _(fact: Relation, of: Of, event_of: Of) -> Said:  # noqa: ARG001
    subject, target = of(fact.subject), of(fact.object)
    if fact.predicate in SYMMETRIC:
        subject, target = sorted((subject, target))
    return Said(
        slot=(subject, fact.predicate, target),
        answer=(),
        links=(
            ("from", fact.predicate, subject),
            ("to", fact.predicate, target),
            ("ends", *sorted((subject, target))),
        ),
    )


@said.register
def _(fact: Amount, of: Of, event_of: Of) -> Said:  # noqa: ARG001
    project, value = of(fact.project), _number(fact.value)
    return Said(
        slot=(project, fact.property),
        answer=(value, fact.currency, fact.comparator, _flag(fact.planned)),
        topic=(project, fact.property),
        links=(("owner", project, value), ("sum", fact.property, value)),
    )


@said.register
def _(fact: LandArea, of: Of, event_of: Of) -> Said:  # noqa: ARG001
    project, value = of(fact.project), _number(fact.value)
    return Said(slot=(project,), answer=(value, fact.comparator), links=(("area", value),))


@said.register
def _(fact: Completion, of: Of, event_of: Of) -> Said:  # noqa: ARG001
    return Said(
        slot=(of(fact.project),), answer=(fact.date, _flag(fact.planned)), links=(("day", fact.date),)
    )


@said.register
def _(fact: Stage, of: Of, event_of: Of) -> Said:  # noqa: ARG001
    project = of(fact.project)
    return Said(
        slot=(project, fact.stage, _flag(fact.planned)),
        answer=(fact.observed,),
        topic=(project,),
        links=(("of", project), ("stage", fact.stage, _flag(fact.planned))),
        when=fact.observed,
    )


@said.register
def _(fact: Event, of: Of, event_of: Of) -> Said:
    took_part = sorted(f"{of(who)} {role}" for who, role in fact.participants)
    place = of(fact.place) if fact.place else ""
    return Said(
        slot=(event_of(fact.id),),
        answer=(fact.id, fact.label, fact.kind, fact.date, place, *took_part),
        when=fact.date,
    )


@said.register
def _(fact: Indicator, of: Of, event_of: Of) -> Said:  # noqa: ARG001
    subject, value = of(fact.subject), _number(fact.value)
    return Said(
        slot=(subject, fact.name, fact.period, fact.modality),
        answer=(value, fact.unit, fact.comparator),
        topic=(subject, fact.name),
        links=(
            ("name", subject, fact.name),
            ("value", subject, value, fact.unit),
            ("number", fact.name, value, fact.unit),
        ),
    )


def _number(value: float) -> str:
    """240 and 240.0 are one number."""
    return str(float(value))


def _flag(value: bool) -> str:  # noqa: FBT001 - a flag is what it writes
    return "yes" if value else "no"
