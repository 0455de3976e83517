"""Make one knowledge of many pages': entities with one id become one, equal facts share their evidence.

The result depends neither on the order of the pages nor on how they were grouped:
`combine([combine([a, b]), c]) == combine([a, b, c])`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from kg.errors import InputError
from kg.graph.identity import identity
from kg.model import EVENT_KINDS, Document, Entity, Event, Evidence, Fact, Kind, Knowledge, Relation, Unplaced

T = TypeVar("T")
K = TypeVar("K", str, tuple[str, ...])

SYMMETRIC = frozenset({"cooperatesWith"})
"""Relations that hold both ways; they are kept once, with the smaller id as the subject."""

_KINDS = tuple(Kind)


def combine(pages: Iterable[Knowledge]) -> Knowledge:
    """What all pages together say, sorted; `InputError` where two different pages have one identifier."""
    parts = list(pages)
    documents = _grouped((d for p in parts for d in p.documents), lambda d: d.identifier)
    entities = _grouped((e for p in parts for e in p.entities), lambda e: e.id)
    facts = _grouped((_canonical(f) for p in parts for f in p.facts), identity)
    unplaced = {u for p in parts for u in p.unplaced}
    return Knowledge(
        documents=tuple(map(_one_document, documents)),
        entities=tuple(map(_one_entity, entities)),
        facts=tuple(map(_one_fact, facts)),
        unplaced=tuple(sorted(unplaced, key=unplaced_order)),
    )


def _grouped(items: Iterable[T], key: Callable[[T], K]) -> list[list[T]]:
    """The items that are one thing, group by group, in the order of their keys."""
    groups: dict[K, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return [groups[name] for name in sorted(groups)]


def _one_document(same: Sequence[Document]) -> Document:
    """A page given more than once; what one was told needs no inference."""
    digests = sorted({d.sha256 for d in same})
    if len(digests) > 1:
        raise InputError(
            f"two different pages are named {same[0].identifier} "
            f"(sha256 {digests[0][:12]}… and {digests[1][:12]}…): rename one"
        )
    return Document(
        identifier=same[0].identifier,
        sha256=same[0].sha256,
        newspaper=max(d.newspaper for d in same),
        place=max(d.place for d in same),
        published=max((d.published for d in same), key=_fullness),
        inferred=tuple(sorted(set.intersection(*(set(d.inferred) for d in same)))),
        authors=tuple(sorted({author for d in same for author in d.authors})),
    )


def _one_entity(same: Sequence[Entity]) -> Entity:
    label = min((e.label for e in same), key=_by_fullness)
    return Entity(
        id=same[0].id,
        kind=min((e.kind for e in same), key=_KINDS.index),
        label=label,
        names=tuple(sorted({label, *(name for e in same for name in (e.label, *e.names))})),
        mentions=_united(e.mentions for e in same),
        official=any(e.official for e in same),
    )


def _one_fact(same: Sequence[Fact]) -> Fact:
    """Those that say the same: the quotes of all, the confidence and the rule of the surest."""
    surest = min(same, key=lambda f: (-f.confidence, f.rule))
    events = [fact for fact in same if isinstance(fact, Event)]
    if events:
        return replace(_one_event(events), confidence=surest.confidence, rule=surest.rule)
    return replace(surest, evidence=_united(f.evidence for f in same))


def _one_event(same: Sequence[Event]) -> Event:
    return Event(
        id=same[0].id,
        label=min((e.label for e in same), key=_by_fullness),
        kind=min((e.kind for e in same), key=EVENT_KINDS.index),
        date=max((e.date for e in same), key=_fullness),
        place=max(e.place for e in same),
        participants=_participants(pair for e in same for pair in e.participants),
        evidence=_united(e.evidence for e in same),
    )


def _canonical(fact: Fact) -> Fact:
    """One form for what can be told in two: a relation that holds both ways has the smaller id as its subject."""
    if isinstance(fact, Relation) and fact.predicate in SYMMETRIC and fact.object < fact.subject:
        return replace(fact, subject=fact.object, object=fact.subject)
    return fact


def _participants(stated: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Sorted; somebody of unknown part ("") is left out where his part is known as well."""
    pairs = set(stated)
    known = {who for who, role in pairs if role}
    return tuple(sorted((who, role) for who, role in pairs if role or who not in known))


def _united(quotes: Iterable[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    return tuple(sorted({quote for each in quotes for quote in each}))


def _fullness(text: str) -> tuple[int, str]:
    return len(text), text


def _by_fullness(text: str) -> tuple[int, str]:
    """Sort key: the longest first, of equally long ones the smallest."""
    return -len(text), text


def unplaced_order(item: Unplaced) -> tuple[tuple[Evidence, ...], str, str, str]:
    """Sort key of what could not be placed."""
    return item.evidence, item.what, item.text, item.reason
