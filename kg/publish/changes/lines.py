"""All changes as lines, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.changes import Changes
from kg.publish.changes.entity_lines import entity_lines, moved_lines, page_lines
from kg.publish.changes.fact_lines import fact_lines, grounds_lines
from kg.publish.changes.line import GROUPS, KINDS, Line, Scene

_GROUP_ORDER, _KIND_ORDER = ({name: place for place, name in enumerate(names)} for names in (GROUPS, KINDS))


def lines(changes: Changes) -> list[Line]:
    """Every change as a line: group by group, in each by kind of change, then what is mentioned most."""
    old, new = Scene.of(changes.old), Scene.of(changes.new)
    return sorted(_lines(changes, old, new), key=_place)


def _lines(changes: Changes, old: Scene, new: Scene) -> Iterator[Line]:
    yield from page_lines(changes)
    yield from entity_lines(changes, old, new)
    yield from moved_lines(changes, new)
    yield from fact_lines(changes, old, new)
    yield from grounds_lines(changes, old, new)


def _place(line: Line) -> tuple[int, int, tuple[int, ...], str, int, str, str]:
    return (
        _GROUP_ORDER[line.group],
        _KIND_ORDER[line.kind],
        line.weight,
        line.subject,
        line.rank,
        line.words,
        line.places,
    )
