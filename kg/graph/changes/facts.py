"""The facts that only one of two graphs states, question by question, and those whose grounds alone differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import networkx as nx

from kg.graph.changes.model import FactChange, GroundsChange
from kg.graph.changes.pages import Key, Side
from kg.graph.changes.slots import Of, Said, said
from kg.model import Document, Evidence, Fact

LATEST = 3
"""How many facts of the same matter stand beside a change."""

Slot = tuple[str, ...]
Answers = dict[tuple[str, ...], list[Fact]]


@dataclass(frozen=True)
class Facts:
    """The facts of one graph by what they answer; `side` knows its pages, `days` when they were printed."""

    side: Side
    said_of: Callable[[Fact], Said]
    slots: Mapping[Slot, Answers]
    topics: Mapping[Slot, Sequence[tuple[Slot, Fact]]]


@dataclass
class _Slot:
    """One question while it is compared."""

    old: list[Fact] = field(default_factory=list)
    new: list[Fact] = field(default_factory=list)
    stays_old: list[Fact] = field(default_factory=list)
    stays_new: list[Fact] = field(default_factory=list)


def sorted_by_slot(
    facts: Iterable[Fact], documents: Iterable[Document], side: Side, of: Of, event_of: Of
) -> Facts:
    """The facts of one graph, ready to be compared."""
    days = {document.identifier: document.published for document in documents}
    slots: dict[Slot, Answers] = defaultdict(lambda: defaultdict(list))
    topics: dict[Slot, list[tuple[str, Slot, Fact]]] = defaultdict(list)
    for fact in facts:
        told, family = said(fact, of, event_of), type(fact).__name__
        slot = (family, *told.slot)
        slots[slot][told.answer].append(fact)
        if told.topic:
            day = told.when or max((days.get(quote.document, "") for quote in fact.evidence), default="")
            topics[family, *told.topic].append((day, slot, fact))
    latest = {
        topic: [(slot, fact) for _, slot, fact in sorted(seen, key=_latest_first)]
        for topic, seen in topics.items()
    }
    return Facts(side, lambda fact: said(fact, of, event_of), slots, latest)


def _latest_first(seen: tuple[str, Slot, Fact]) -> tuple[list[int], Slot]:
    day, slot, _ = seen
    return [-ord(character) for character in day] or [0], slot


def compare(old: Facts, new: Facts) -> tuple[tuple[FactChange, ...], tuple[GroundsChange, ...]]:
    """What only one side answers, and the statements of both whose quotes, confidence or rule differ."""
    differing: dict[Slot, _Slot] = {}
    grounds: list[GroundsChange] = []
    for slot in sorted(old.slots.keys() | new.slots.keys()):
        before, after = old.slots.get(slot, {}), new.slots.get(slot, {})
        here = _Slot()
        both: list[tuple[list[Fact], list[Fact]]] = []
        for answer in sorted(before.keys() | after.keys()):
            told_before, told_after = before.get(answer, []), after.get(answer, [])
            if told_before and told_after:
                here.stays_old += told_before
                here.stays_new += told_after
                both.append((told_before, told_after))
            else:
                here.old += told_before
                here.new += told_after
        for told_before, told_after in both:
            grounds += _grounds(told_before, told_after, here, old.side, new.side)
        if here.old or here.new:
            differing[slot] = here
    joined = _read_otherwise(differing, old, new)
    return tuple(_change(slots, differing, old, new) for slots in joined), tuple(grounds)


def _grounds(
    before: Sequence[Fact], after: Sequence[Fact], here: _Slot, old: Side, new: Side
) -> Iterator[GroundsChange]:
    """What one statement rests on otherwise; not the quotes that gave another answer before or give one now."""
    had, has = old.keys(_quotes(before)), new.keys(_quotes(after))
    gained = _without(has, had.keys() | old.keys(_quotes(here.old)).keys())
    lost = _without(had, has.keys() | new.keys(_quotes(here.new)).keys())
    if gained or lost or grade(before) != grade(after):
        yield GroundsChange(tuple(before), tuple(after), gained, lost)


def _quotes(facts: Iterable[Fact]) -> Iterator[Evidence]:
    return (quote for fact in facts for quote in fact.evidence)


def grade(same: Sequence[Fact]) -> tuple[float, str]:
    """Confidence and rule of a statement: those of the surest who makes it."""
    surest = min(same, key=lambda fact: (-fact.confidence, fact.rule))
    return surest.confidence, surest.rule


def _without(quotes: Mapping[Key, Evidence], others: AbstractSet[Key]) -> tuple[Evidence, ...]:
    return tuple(sorted(quote for key, quote in quotes.items() if key not in others))


def _read_otherwise(differing: Mapping[Slot, _Slot], old: Facts, new: Facts) -> Iterator[list[Slot]]:
    """The slots that differ; together those between which a quote has moved because it was read otherwise."""
    before = _by_link(((slot, here.old) for slot, here in differing.items()), old)
    after = _by_link(((slot, here.new) for slot, here in differing.items()), new)
    linked = nx.Graph()
    linked.add_nodes_from(differing)
    for link in before.keys() & after.keys():
        nx.add_path(linked, [*before[link], *after[link]])
    yield from sorted(sorted(part) for part in nx.connected_components(linked))


def _by_link(slots: Iterable[tuple[Slot, Sequence[Fact]]], side: Facts) -> dict[object, list[Slot]]:
    found: dict[object, list[Slot]] = defaultdict(list)
    for slot, facts in slots:
        for fact in facts:
            for link in side.said_of(fact).links:
                for key in side.side.keys(fact.evidence):
                    found[type(fact).__name__, link, key].append(slot)
    return found


def _change(slots: Sequence[Slot], differing: Mapping[Slot, _Slot], old: Facts, new: Facts) -> FactChange:
    here = [differing[slot] for slot in slots]
    return FactChange(
        old=tuple(fact for each in here for fact in each.old),
        new=tuple(fact for each in here for fact in each.new),
        reread=len(slots) > 1,
        stays_old=tuple(fact for each in here for fact in each.stays_old),
        stays_new=tuple(fact for each in here for fact in each.stays_new),
        around_old=_around([f for each in here for f in each.new], slots, new, old),
        around_new=_around([f for each in here for f in each.old], slots, old, new),
    )


def _around(facts: Iterable[Fact], slots: Sequence[Slot], own: Facts, other: Facts) -> tuple[Fact, ...]:
    """What the other graph saw last in the matters of these facts, apart from what is compared."""
    topics = {(type(f).__name__, *own.said_of(f).topic) for f in facts}
    found: list[Fact] = []
    for topic in sorted(topics):
        beside = (fact for slot, fact in other.topics.get(topic, ()) if slot not in slots)
        found += [fact for fact, _ in zip(beside, range(LATEST), strict=False)]
    return tuple(found)
