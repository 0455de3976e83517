"""An entry as a fact: which facts it calls wrong, and the one that it adds."""

from __future__ import annotations

import math
from collections.abc import Mapping

from kg.graph.combine import SYMMETRIC
from kg.graph.decide.entries import Decision
from kg.model import (
    Amount,
    Completion,
    Event,
    Evidence,
    Fact,
    Indicator,
    LandArea,
    Relation,
    Stage,
    Tenure,
)

RULE = "decision"
"""The rule of what a person has added."""
MAIN = {
    "relation": "subject",
    "tenure": "person",
    "stage": "project",
    "amount": "project",
    "indicator": "subject",
    "event": "event",
}
"""The field that holds whom a statement is about."""
Ids = Mapping[str, str]
"""The ids of the entities in an entry's fields, by field."""


def about(fact: Fact) -> tuple[str, ...]:
    """The ids by which a fact is found."""
    match fact:
        case Tenure():
            return (fact.person,)
        case Relation():
            return (fact.subject, fact.object) if fact.predicate in SYMMETRIC else (fact.subject,)
        case Amount() | LandArea() | Completion() | Stage():
            return (fact.project,)
        case Indicator():
            return (fact.subject,)
        case Event():
            return (fact.id,)
    raise NotImplementedError(f"no way to find {type(fact).__name__}: write it here")


def says(fact: Fact, entry: Decision, ids: Ids) -> bool:
    """Whether a fact, found by whom it is about, is what an entry calls wrong."""
    match entry.about, fact:
        case "relation", Relation():
            ends = {(fact.subject, fact.object)}
            if fact.predicate in SYMMETRIC:
                ends.add((fact.object, fact.subject))
            return fact.predicate == entry.text("predicate") and (ids["subject"], ids["object"]) in ends
        case "tenure", Tenure():
            same_body = fact.organization == ids["organization"]
            return same_body and _told(entry, "title", fact.title) and _told(entry, "observed", fact.observed)
        case "stage", Stage():
            return _told(entry, "stage", fact.stage) and _told(entry, "observed", fact.observed)
        case "amount", Amount():
            return _told(entry, "property", fact.property) and _counted(entry, fact.value)
        case "amount", LandArea():
            return _told(entry, "property", "landArea") and _counted(entry, fact.value)
        case "amount", Completion():
            return _told(entry, "property", "completion") and _told(entry, "value", fact.date)
        case "indicator", Indicator():
            same_name = _told(entry, "indicator", fact.name)
            return same_name and _told(entry, "period", fact.period) and _counted(entry, fact.value)
        case "event", Event():
            return True
    return False


def made(entry: Decision, ids: Ids, quotes: tuple[Evidence, ...], day: str) -> Fact:
    """The fact that an entry adds; `day` is its page's date."""
    observed = entry.text("observed") or day
    match entry.about:
        case "relation":
            return Relation(
                subject=ids["subject"],
                predicate=entry.text("predicate"),
                object=ids["object"],
                evidence=quotes,
                rule=RULE,
            )
        case "tenure":
            return Tenure(
                person=ids["person"],
                organization=ids["organization"],
                title=entry.text("title"),
                observed=observed,
                former=entry.flag("former"),
                change=entry.text("change"),
                evidence=quotes,
                rule=RULE,
            )
        case "stage":
            return Stage(
                project=ids["project"],
                stage=entry.text("stage"),
                observed=observed,
                planned=entry.flag("planned"),
                evidence=quotes,
                rule=RULE,
            )
        case "amount":
            return _amount(entry, ids["project"], quotes)
    raise NotImplementedError(f"nobody can add {entry.about}: write how here")


def _amount(entry: Decision, project: str, quotes: tuple[Evidence, ...]) -> Fact:
    value, sign, planned = (
        entry.number("value") or 0.0,
        entry.text("comparator") or "=",
        entry.flag("planned"),
    )
    match entry.text("property"):
        case "completion":
            return Completion(
                project=project, date=entry.text("value"), planned=planned, evidence=quotes, rule=RULE
            )
        case "landArea":
            return LandArea(project=project, value=value, comparator=sign, evidence=quotes, rule=RULE)
        case money:
            return Amount(
                project=project,
                property=money,
                value=value,
                comparator=sign,
                planned=planned,
                evidence=quotes,
                rule=RULE,
            )


def brief(fact: Fact) -> str:
    """What a fact says of whom it is about, in the words of an entry."""
    match fact:
        case Tenure():
            return f"{fact.title} of {fact.organization} ({fact.observed})"
        case Relation():
            return f"{fact.subject} {fact.predicate} {fact.object}"
        case Stage():
            return f"{fact.stage} ({fact.observed})"
        case Amount():
            return f"{fact.property} {fact.value:.15g}"
        case LandArea():
            return f"landArea {fact.value:.15g}"
        case Completion():
            return f"completion {fact.date}"
        case Indicator():
            return f"{fact.name} {fact.value:.15g} ({fact.period})"
        case Event():
            return fact.label
    raise NotImplementedError(f"no words for {type(fact).__name__}: write them here")


def _told(entry: Decision, name: str, value: str) -> bool:
    return name not in entry.fields or entry.text(name) == value


def _counted(entry: Decision, value: float) -> bool:
    number = entry.number("value")
    return number is None or math.isclose(number, value, rel_tol=1e-6)
