"""Tables of a graph for pandas: one for each family, with labels beside the ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, fields

import pandas as pd

from kg.errors import QueryError
from kg.graph.derive.histories import irregularities
from kg.graph.derive.outcomes import outcomes
from kg.graph.iris import DEFAULT_BASE, Nodes
from kg.model import (
    Amount,
    Completion,
    Event,
    Evidence,
    Fact,
    Indicator,
    Knowledge,
    LandArea,
    Relation,
    Stage,
    Tenure,
)

Row = dict[str, object]


class _Tables:
    """Rows of each table from one knowledge; an id that no entity has is its own label."""

    def __init__(self, knowledge: Knowledge, nodes: Nodes) -> None:
        self._known = knowledge
        self._nodes = nodes
        self._labels = {entity.id: entity.label for entity in knowledge.entities}

    def entities(self) -> Iterator[Row]:
        for entity in self._known.entities:
            yield {
                "id": entity.id,
                "iri": str(self._nodes.entity(entity.id)),
                "type": "Official" if entity.official else entity.kind.value,
                "label": entity.label,
                "names": list(entity.names),
                "mentions": len(entity.mentions),
                "documents": len({quote.document for quote in entity.mentions}),
            }

    def tenures(self) -> Iterator[Row]:
        for fact in self._known.facts:
            if isinstance(fact, Tenure):
                yield {
                    "person": self._label(fact.person),
                    "organization": self._label(fact.organization),
                    "title": fact.title,
                    "observed": fact.observed,
                    "former": fact.former,
                    "change": fact.change,
                    **_support(fact),
                    "person_id": fact.person,
                    "organization_id": fact.organization,
                }

    def relations(self) -> Iterator[Row]:
        for fact in self._known.facts:
            if isinstance(fact, Relation):
                yield {
                    "subject": self._label(fact.subject),
                    "predicate": fact.predicate,
                    "object": self._label(fact.object),
                    **_support(fact),
                    "subject_id": fact.subject,
                    "object_id": fact.object,
                }

    def facts(self) -> Iterator[Row]:
        """What is told of projects; `value` is a number, a date or a stage, `irregularity` how a stage does not follow."""
        flags = irregularities(self._known)
        for fact in self._known.facts:
            if isinstance(fact, Amount | LandArea | Completion | Stage):
                said = _PROJECT_FACTS[type(fact)](fact)
                project = {"project": self._label(fact.project), "project_id": fact.project}
                odd = flags[fact][0] if isinstance(fact, Stage) and fact in flags else ""
                yield {**project, **_NOTHING_SAID, **said, "irregularity": odd, **_support(fact)}

    def indicators(self) -> Iterator[Row]:
        """Numbers; of a target, `outcome` is met, missed, revised or not-reported, and `outcome_value` the number that decided it."""
        came = {outcome.target: outcome for outcome in outcomes(self._known)}
        for fact in self._known.facts:
            if isinstance(fact, Indicator):
                said = {k: v for k, v in asdict(fact).items() if k not in _SUPPORT and k != "subject"}
                outcome = came.get(fact)
                yield {
                    "subject": self._label(fact.subject),
                    **said,
                    "outcome": outcome.verdict.value if outcome else "",
                    "outcome_value": outcome.by.value if outcome and outcome.by else None,
                    **_support(fact),
                    "subject_id": fact.subject,
                }

    def events(self) -> Iterator[Row]:
        for fact in self._known.facts:
            if isinstance(fact, Event):
                who = sorted({self._label(person) for person, _ in fact.participants})
                yield {
                    "event": fact.label,
                    "kind": fact.kind,
                    "date": fact.date,
                    "place": self._label(fact.place),
                    "participants": who,
                    **_support(fact),
                    "id": fact.id,
                }

    def evidence(self) -> Iterator[Row]:
        """One row for each quote of each fact and each mention."""
        for entity in self._known.entities:
            for quote in entity.mentions:
                yield {
                    "family": "mention",
                    "about": entity.label,
                    **_quote(quote),
                    "confidence": None,
                    "rule": "",
                }
        for fact in self._known.facts:
            for quote in fact.evidence:
                about = {"family": type(fact).__name__, "about": self._about(fact)}
                yield {**about, **_quote(quote), "confidence": fact.confidence, "rule": fact.rule}

    def _about(self, fact: Fact) -> str:
        """Whom or what a fact is first of all about."""
        if isinstance(fact, Event):
            return fact.label
        subject = next(
            getattr(fact, name) for name in ("person", "subject", "project") if hasattr(fact, name)
        )
        return self._label(subject)

    def _label(self, identifier: str) -> str:
        return self._labels.get(identifier, identifier)


_SUPPORT = frozenset(f.name for f in fields(Fact))

_NOTHING_SAID: Row = {"unit": "", "comparator": "=", "planned": False, "observed": ""}
_PROJECT_FACTS: dict[type, Callable[..., Row]] = {
    Amount: lambda f: {
        "property": f.property,
        "value": f.value,
        "unit": f.currency,
        "comparator": f.comparator,
        "planned": f.planned,
    },
    LandArea: lambda f: {"property": "landArea", "value": f.value, "unit": "m2", "comparator": f.comparator},
    Completion: lambda f: {"property": "completion", "value": f.date, "planned": f.planned},
    Stage: lambda f: {"property": "stage", "value": f.stage, "planned": f.planned, "observed": f.observed},
}

FRAMES: dict[str, tuple[Callable[[_Tables], Iterator[Row]], str]] = {
    "entities": (_Tables.entities, "id iri type label names mentions documents"),
    "tenures": (
        _Tables.tenures,
        "person organization title observed former change confidence rule quotes documents person_id organization_id",
    ),
    "relations": (
        _Tables.relations,
        "subject predicate object confidence rule quotes documents subject_id object_id",
    ),
    "facts": (
        _Tables.facts,
        "project property value unit comparator planned observed irregularity confidence rule quotes documents project_id",
    ),
    "indicators": (
        _Tables.indicators,
        "subject name value unit comparator period modality outcome outcome_value confidence rule quotes documents subject_id",
    ),
    "events": (_Tables.events, "event kind date place participants confidence rule quotes documents id"),
    "evidence": (_Tables.evidence, "family about document start end exact confidence rule"),
}
"""Name → its rows and its columns, which an empty table has as well."""


def frame(knowledge: Knowledge, name: str, base: str = DEFAULT_BASE) -> pd.DataFrame:
    """One of `FRAMES` as a table; `QueryError` for a name that is none of them."""
    if name not in FRAMES:
        raise QueryError(f"there is no table {name!r}: ask for one of {', '.join(FRAMES)}")
    rows, columns = FRAMES[name]
    return pd.DataFrame(list(rows(_Tables(knowledge, Nodes(base)))), columns=columns.split())


def _support(fact: Fact) -> Row:
    return {
        "confidence": fact.confidence,
        "rule": fact.rule,
        "quotes": [quote.exact for quote in fact.evidence],
        "documents": sorted({quote.document for quote in fact.evidence}),
    }


def _quote(quote: Evidence) -> Row:
    return {"document": quote.document, "start": quote.start, "end": quote.end, "exact": quote.exact}
