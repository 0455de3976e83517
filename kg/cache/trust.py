"""Whether knowledge from a file can be that of a page: the page's own data and words, and terms that there are.

What fits need not be true: who writes into the folder can also write a sound entry that says what the page does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.rdf.events import ROLES
from kg.graph.rdf.indicators import MODALITIES
from kg.graph.rdf.projects import AMOUNTS
from kg.graph.rdf.tenures import CHANGES
from kg.graph.vocab import KG
from kg.model import (
    EVENT_KINDS,
    STAGES,
    Amount,
    Document,
    Event,
    Evidence,
    Fact,
    Indicator,
    Kind,
    Knowledge,
    Page,
    Relation,
    Stage,
    Tenure,
)

TERMS: dict[type[Fact], tuple[str, frozenset[str]]] = {
    Amount: ("property", frozenset(AMOUNTS)),
    Event: ("kind", frozenset(EVENT_KINDS)),
    Indicator: ("modality", frozenset(MODALITIES)),
    Relation: ("predicate", frozenset(KG.terms)),
    Stage: ("stage", frozenset(STAGES)),
    Tenure: ("change", frozenset({"", *CHANGES})),
}
"""Type of fact → its field that takes a word of a closed list, and the list."""
ENDS = ("person", "organization", "subject", "object", "project", "place")
"""Fields of facts with the id of an entity; "" where an event's place is not told."""


def is_sound(knowledge: Knowledge, page: Page) -> bool:
    """Whether extraction could have made this of the page, as far as can be told without doing it again."""
    return (
        len(knowledge.documents) == 1
        and _is_of(knowledge.documents[0], page)
        and all(_stands(quote, page) for quote in _quotes(knowledge))
        and all(entity.kind is not Kind.OFFICE and entity.mentions for entity in knowledge.entities)
        and all(_is_told_in_terms(fact) for fact in knowledge.facts)
        and {e.id for e in knowledge.entities}.issuperset(_referred(knowledge.facts))
    )


def _is_of(document: Document, page: Page) -> bool:
    return (
        (document.identifier, document.sha256) == (page.identifier, page.sha256)
        and (document.newspaper, document.place, document.published)
        == (page.newspaper, page.place, page.published)
        and document.inferred == tuple(sorted(page.inferred))
    )


def _quotes(knowledge: Knowledge) -> Iterator[Evidence]:
    for fact in knowledge.facts:
        yield from fact.evidence
    for unplaced in knowledge.unplaced:
        yield from unplaced.evidence
    for entity in knowledge.entities:
        yield from entity.mentions


def _stands(quote: Evidence, page: Page) -> bool:
    return (
        quote.document == page.identifier
        and 0 <= quote.start < quote.end
        and page.raw[quote.start : quote.end] == quote.exact
    )


def _is_told_in_terms(fact: Fact) -> bool:
    if isinstance(fact, Event) and any(role and role not in ROLES for _, role in fact.participants):
        return False
    field, terms = TERMS.get(type(fact), ("rule", frozenset({fact.rule})))
    return bool(fact.evidence) and getattr(fact, field) in terms


def _referred(facts: Iterable[Fact]) -> Iterator[str]:
    """The ids of entities that facts speak of."""
    for fact in facts:
        yield from (told for field in ENDS if (told := getattr(fact, field, "")))
        if isinstance(fact, Event):
            yield from (who for who, _ in fact.participants)
