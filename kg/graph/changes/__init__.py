"""What came, went and changed between two graphs: a pure function of two knowledges, whatever the bases of their IRIs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from kg.graph.changes.facts import compare, grade, sorted_by_slot
from kg.graph.changes.model import Changes, EntityChange, FactChange, GroundsChange, Moved, PageChange
from kg.graph.changes.pages import Side, sides
from kg.graph.changes.things import Matching, match, of_entity, of_event
from kg.model import Entity, Event, Knowledge

__all__ = [
    "Changes",
    "EntityChange",
    "FactChange",
    "GroundsChange",
    "Moved",
    "PageChange",
    "changes",
    "grade",
]


def changes(old: Knowledge, new: Knowledge) -> Changes:
    """Everything that differs. The other way round it is the same with both sides of each change swapped.

    A thing stays itself under another id as long as the same characters name it, so that facts whose ids alone
    changed are no changes. Time and memory grow with the size of the graphs, not with their product.
    """
    before, after, pages = sides(old.documents, new.documents)
    entities = match(
        [of_entity(e, before) for e in old.entities], [of_entity(e, after) for e in new.entities]
    )
    events = match(
        [of_event(e, before) for e in old.facts if isinstance(e, Event)],
        [of_event(e, after) for e in new.facts if isinstance(e, Event)],
    )
    facts, grounds = compare(
        sorted_by_slot(old.facts, old.documents, before, _of(entities.old_classes), _of(events.old_classes)),
        sorted_by_slot(new.facts, new.documents, after, _of(entities.new_classes), _of(events.new_classes)),
    )
    return Changes(
        old=old,
        new=new,
        pages=pages,
        entities=tuple(_entity_changes(old, new, before, after, entities)),
        moved=tuple(_moved(old, new, after, entities)),
        facts=facts,
        grounds=grounds,
    )


def _of(classes: Mapping[str, str]) -> Callable[[str], str]:
    """An id that no entity has stands for itself."""
    return lambda id_: classes.get(id_, f"= {id_}")


def _entity_changes(
    old: Knowledge, new: Knowledge, before: Side, after: Side, matching: Matching
) -> Iterator[EntityChange]:
    was, is_ = _by_class(old, matching.old_classes), _by_class(new, matching.new_classes)
    passed = {key for keys in matching.moved.values() for key in keys}
    for one in sorted(was.keys() | is_.keys()):
        pair = (tuple(was.get(one, ())), tuple(is_.get(one, ())))
        had, has = (
            side.keys(quote for entity in entities for quote in entity.mentions)
            for side, entities in zip((before, after), pair, strict=True)
        )
        gained = tuple(sorted(has[key] for key in has.keys() - had.keys() - passed))
        lost = tuple(sorted(had[key] for key in had.keys() - has.keys() - passed))
        if gained or lost or [_named(e) for e in pair[0]] != [_named(e) for e in pair[1]]:
            yield EntityChange(*pair, gained, lost)


def _by_class(knowledge: Knowledge, classes: Mapping[str, str]) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in knowledge.entities:
        found[classes[entity.id]].append(entity)
    return found


def _named(entity: Entity) -> Entity:
    """An entity without its mentions."""
    return replace(entity, mentions=())


def _moved(old: Knowledge, new: Knowledge, after: Side, matching: Matching) -> Iterator[Moved]:
    was, is_ = ({e.id: e for e in known.entities} for known in (old, new))
    for (o, n), keys in sorted(matching.moved.items()):
        quotes = after.keys(is_[n].mentions)
        yield Moved(was[o], is_[n], tuple(sorted(quotes[key] for key in keys)))
