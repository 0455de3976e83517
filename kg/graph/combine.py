"""Make one knowledge of many pages': entities with one id become one, equal facts share their evidence.

The result depends neither on the order of the pages nor on how they were grouped:
`combine([combine([a, b]), c]) == combine([a, b, c])`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from functools import reduce
from typing import TypeVar

from kg.errors import InputError
from kg.graph.identity import identity
from kg.model import EVENT_KINDS, Document, Entity, Event, Evidence, Fact, Kind, Knowledge, Relation, Unplaced

T = TypeVar("T")

SYMMETRIC = frozenset({"cooperatesWith"})
"""Relations that hold both ways; they are kept once, with the smaller id as the subject."""

_KINDS = tuple(Kind)


def combine(pages: Iterable[Knowledge]) -> Knowledge:
    """What all pages together say, sorted; `InputError` where two different pages have one identifier."""
    parts = list(pages)
    documents = _merge((d for p in parts for d in p.documents), lambda d: d.identifier, _one_document)
    entities = _merge((_one_entity(e, e) for p in parts for e in p.entities), lambda e: e.id, _one_entity)
    facts = _merge((_canonical(f) for p in parts for f in p.facts), identity, _one_fact)
    unplaced = {u for p in parts for u in p.unplaced}
    return Knowledge(
        documents=tuple(sorted(documents, key=lambda d: d.identifier)),
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        facts=tuple(sorted(facts, key=identity)),
        unplaced=tuple(sorted(unplaced, key=_unplaced_order)),
    )


def _merge(items: Iterable[T], key: Callable[[T], Hashable], union: Callable[[T, T], T]) -> list[T]:
    groups: dict[Hashable, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return [reduce(union, group) for group in groups.values()]


def _one_document(a: Document, b: Document) -> Document:
    """The same page given twice; what one of the two was told needs no inference."""
    if a.sha256 != b.sha256:
        raise InputError(
            f"two different pages are named {a.identifier} (sha256 {a.sha256[:12]}… and {b.sha256[:12]}…): rename one"
        )
    return replace(
        a,
        newspaper=max(a.newspaper, b.newspaper),
        place=max(a.place, b.place),
        published=max(a.published, b.published, key=_fullness),
        inferred=tuple(sorted({*a.inferred} & {*b.inferred})),
        authors=tuple(sorted({*a.authors} | {*b.authors})),
    )


def _one_entity(a: Entity, b: Entity) -> Entity:
    return Entity(
        id=a.id,
        kind=min(a.kind, b.kind, key=_KINDS.index),
        label=min(a.label, b.label, key=_by_fullness),
        names=tuple(sorted({*a.names, *b.names})),
        mentions=_united(a.mentions, b.mentions),
        official=a.official or b.official,
    )


def _one_fact(a: Fact, b: Fact) -> Fact:
    """Two that say the same: quotes of both, the confidence and the rule of the surer one."""
    surer = min(a, b, key=lambda f: (-f.confidence, f.rule))
    if isinstance(a, Event) and isinstance(b, Event):
        return replace(_one_event(a, b), confidence=surer.confidence, rule=surer.rule)
    return replace(surer, evidence=_united(a.evidence, b.evidence))


def _one_event(a: Event, b: Event) -> Event:
    return Event(
        id=a.id,
        label=min(a.label, b.label, key=_by_fullness),
        kind=min(a.kind, b.kind, key=EVENT_KINDS.index),
        date=max(a.date, b.date, key=_fullness),
        place=max(a.place, b.place),
        participants=_participants((*a.participants, *b.participants)),
        evidence=_united(a.evidence, b.evidence),
    )


def _canonical(fact: Fact) -> Fact:
    """One form for what can be told in several: evidence and participants sorted, both-way relations turned."""
    fact = replace(fact, evidence=_united(fact.evidence))
    if isinstance(fact, Relation) and fact.predicate in SYMMETRIC and fact.object < fact.subject:
        return replace(fact, subject=fact.object, object=fact.subject)
    if isinstance(fact, Event):
        return replace(fact, participants=_participants(fact.participants))
    return fact


def _participants(stated: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Sorted; somebody of unknown part ("") is left out where his part is known as well."""
    pairs = set(stated)
    known = {who for who, role in pairs if role}
    return tuple(sorted((who, role) for who, role in pairs if role or who not in known))


def _united(*quotes: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(sorted({quote for each in quotes for quote in each}))


def _fullness(text: str) -> tuple[int, str]:
    return len(text), text


def _by_fullness(text: str) -> tuple[int, str]:
    """Sort key: the longest first, of equally long ones the smallest."""
    return -len(text), text


def _unplaced_order(item: Unplaced) -> tuple[tuple[Evidence, ...], str, str, str]:
    return item.evidence, item.what, item.text, item.reason
