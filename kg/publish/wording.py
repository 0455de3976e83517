"""A fact in words, for the terminal: “徐某 — 副书记 — 某市委 (2022-07)”."""

from collections.abc import Mapping
from functools import singledispatch

from kg.model import Amount, Completion, Event, Fact, Indicator, LandArea, Relation, Stage, Tenure

Labels = Mapping[str, str]
"""The label of each entity, by its id."""


@singledispatch
def words(fact: Fact, labels: Labels) -> str:
    """A fact as one line; every kind of fact has its own wording."""
    raise NotImplementedError(
        f"no wording for {type(fact).__name__} ({len(labels)} labels known): write one here"
    )


@words.register
def _(fact: Tenure, labels: Labels) -> str:
    former = "原" if fact.former else ""
    observed = f" ({fact.observed})" if fact.observed else ""
    return f"{labels[fact.person]} — {former}{fact.title} — {labels[fact.organization]}{observed}"


@words.register
def _(fact: Relation, labels: Labels) -> str:
    return f"{labels[fact.subject]} — {fact.predicate} → {labels[fact.object]}"


@words.register
def _(fact: Amount, labels: Labels) -> str:
    return (
        f"{labels[fact.project]} — {fact.property} {_sign(fact.comparator)}{fact.value:,.0f} {fact.currency}"
    )


@words.register
def _(fact: LandArea, labels: Labels) -> str:
    return f"{labels[fact.project]} — landArea {_sign(fact.comparator)}{fact.value:,.2f} m²"


@words.register
def _(fact: Completion, labels: Labels) -> str:
    return f"{labels[fact.project]} — completion {fact.date}{_planned(planned=fact.planned)}"


@words.register
def _(fact: Stage, labels: Labels) -> str:
    return f"{labels[fact.project]} — {fact.stage}{_planned(planned=fact.planned)} ({fact.observed})"


@words.register
def _(fact: Event, labels: Labels) -> str:
    who = "、".join(labels[person] for person, _ in fact.participants)
    return f"{fact.label} — {fact.kind} {fact.date} {who}".rstrip()


@words.register
def _(fact: Indicator, labels: Labels) -> str:
    amount = f"{_sign(fact.comparator)}{fact.value:,g}{fact.unit}"
    return f"{labels[fact.subject]} — {fact.name} {amount} {fact.period} {fact.modality}".replace("  ", " ")


def _sign(comparator: str) -> str:
    return "" if comparator == "=" else comparator


def _planned(*, planned: bool) -> str:
    return " planned" if planned else ""
