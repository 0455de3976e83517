"""What makes a fact the fact it is: its own words, without quotes, confidence and rule."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

from kg.model import Event, Fact

_SUPPORT = frozenset(f.name for f in fields(Fact))


def identity(fact: Fact) -> tuple[str, ...]:
    """Sortable and equal for facts that say the same; an event is known by its id alone."""
    if isinstance(fact, Event):
        return "Event", fact.id
    return type(fact).__name__, *(_text(getattr(fact, name)) for name in _content(type(fact)))


def _text(value: str | bool | float) -> str:
    """240 and 240.0 are one number."""
    return str(value) if isinstance(value, str | bool) else str(float(value))


@cache
def _content(family: type[Fact]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(family) if f.name not in _SUPPORT)
