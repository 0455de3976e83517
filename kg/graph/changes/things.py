"""Which entities of two graphs are the same thing: those of one id, and those to which the same characters belong.

An id alone does not tell: when a fuller name is found an entity gets another id, and when a namesake turns up who was
seen earlier, he gets the plain id and the other one a new id. What stays are the characters that name them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.graph.changes.pages import NOWHERE, Key, Side
from kg.model import Entity, Event, Evidence

MANY = 8
"""A quote that more things share (all the firms of a list) tells none of them apart."""

Pair = tuple[str, str]
"""Ids of an old and of a new thing."""


@dataclass(frozen=True)
class Thing:
    """An entity or event with what names it on the pages that both graphs have read."""

    id: str
    kind: str
    label: str
    keys: frozenset[Key]


@dataclass(frozen=True)
class Matching:
    """`old_classes` and `new_classes`: id → the class of things that are one; `moved`: quotes that went to another class."""

    old_classes: Mapping[str, str]
    new_classes: Mapping[str, str]
    moved: Mapping[Pair, tuple[Key, ...]]


def of_entity(entity: Entity, side: Side) -> Thing:
    return Thing(entity.id, entity.kind, entity.label, _common(entity.mentions, side))


def of_event(event: Event, side: Side) -> Thing:
    return Thing(event.id, event.kind, event.label, _common(event.evidence, side))


def _common(quotes: Iterable[Evidence], side: Side) -> frozenset[Key]:
    """What stands on a page of one graph alone says nothing of the other."""
    return frozenset(key for key in side.keys(quotes) if side.is_common(key))


def match(old: Sequence[Thing], new: Sequence[Thing]) -> Matching:
    """The classes of things; the other way round they are the same classes."""
    before, after = {t.id: t for t in old}, {t.id: t for t in new}
    kept, passed = _passed_on(old, new)
    heirs = _partners(before, after, passed)
    origins = _partners(after, before, {(n, o): keys for (o, n), keys in passed.items()})
    by_id = {i for i in before.keys() & after.keys() if i in kept or not (i in heirs or i in origins)}
    edges = {(i, i) for i in by_id}
    edges |= {(o, n) for o, n in heirs.items() if o not in by_id}
    edges |= {(o, n) for n, o in origins.items() if n not in by_id}
    linked_old, linked_new = {o for o, _ in edges}, {n for _, n in edges}
    edges |= _cut_otherwise(
        [t for t in old if t.id not in linked_old], [t for t in new if t.id not in linked_new]
    )
    old_classes, new_classes = _classes(before, after, edges)
    moved = {
        (o, n): tuple(sorted(keys)) for (o, n), keys in passed.items() if old_classes[o] != new_classes[n]
    }
    return Matching(old_classes, new_classes, moved)


def _passed_on(old: Sequence[Thing], new: Sequence[Thing]) -> tuple[set[str], dict[Pair, list[Key]]]:
    """The ids that kept a quote, and the quotes that left one id and came to another."""
    owners_old, owners_new = _owners(old), _owners(new)
    kept: set[str] = set()
    passed: dict[Pair, list[Key]] = defaultdict(list)
    for key in owners_old.keys() & owners_new.keys():
        before, after = owners_old[key], owners_new[key]
        kept |= before & after
        if len(before) <= MANY and len(after) <= MANY:
            for o in before - after:
                for n in after - before:
                    passed[o, n].append(key)
    return kept, passed


def _owners(things: Iterable[Thing]) -> dict[Key, set[str]]:
    owners: dict[Key, set[str]] = defaultdict(set)
    for each in things:
        for key in each.keys:
            owners[key].add(each.id)
    return owners


def _partners(
    things: Mapping[str, Thing], others: Mapping[str, Thing], passed: Mapping[Pair, Collection[Key]]
) -> dict[str, str]:
    """For each thing the one to which most of its quotes went, and at least half of them."""
    best: dict[str, tuple[int, bool, str]] = {}
    for (own, other), keys in passed.items():
        rated = (-len(keys), things[own].kind != others[other].kind, other)
        best[own] = min(best.get(own, rated), rated)
    return {own: other for own, (count, _, other) in best.items() if -2 * count >= len(things[own].keys)}


def _cut_otherwise(gone: Sequence[Thing], came: Sequence[Thing]) -> set[Pair]:
    """Things of one kind whose names are the same characters, more or fewer of them: 高新区, 某某高新区.

    Not so 某某镇 where 某某镇风筝小镇 was read before: neither label contains the other's.
    """
    covered: dict[Pair, set[Key]] = defaultdict(set)
    covering: dict[Pair, set[Key]] = defaultdict(set)
    before, after = {t.id: t for t in gone}, {t.id: t for t in came}
    for o, own, n, others in _overlaps(gone, came):
        if before[o].label in after[n].label or after[n].label in before[o].label:
            covered[o, n].add(own)
            covering[n, o].add(others)
    heirs, origins = _partners(before, after, covered), _partners(after, before, covering)
    return {(o, n) for o, n in heirs.items() if origins.get(n) == o}


def _overlaps(gone: Sequence[Thing], came: Sequence[Thing]) -> Iterator[tuple[str, Key, str, Key]]:
    placed: dict[tuple[str, str], list[tuple[Key, str]]] = defaultdict(list)
    for each in came:
        for key in each.keys:
            placed[key[0], each.kind].append((key, each.id))
    for spans in placed.values():
        spans.sort()
    for each in gone:
        for key in each.keys:
            for other, id_ in _touching(placed.get((key[0], each.kind), []), key):
                yield each.id, key, id_, other


def _touching(spans: Sequence[tuple[Key, str]], key: Key) -> Iterator[tuple[Key, str]]:
    """Those that overlap a span, among the nearest: names are short, so that one from afar does not reach it."""
    first = bisect_left(spans, (key, ""))
    for other, id_ in spans[max(0, first - MANY) : first + MANY]:
        if NOWHERE < other[1] < key[2] and key[1] < other[2]:
            yield other, id_


def _classes(
    old: Iterable[str], new: Iterable[str], edges: Iterable[Pair]
) -> tuple[dict[str, str], dict[str, str]]:
    linked = nx.Graph()
    linked.add_nodes_from(("old", i) for i in old)
    linked.add_nodes_from(("new", i) for i in new)
    linked.add_edges_from((("old", o), ("new", n)) for o, n in edges)
    classes: dict[str, dict[str, str]] = {"old": {}, "new": {}}
    parts = (sorted(part, key=lambda node: (node[1], node[0])) for part in nx.connected_components(linked))
    for number, part in enumerate(sorted(parts, key=lambda part: [i for _, i in part])):
        for side, i in part:
            classes[side][i] = f"{number:07}"
    return classes["old"], classes["new"]
