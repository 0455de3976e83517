"""What makes a fact the fact it is: its own words, without quotes, confidence and rule."""

from __future__ import annotations

from dataclasses import fields

from kg.model import Event, Fact

_SUPPORT = frozenset(f.name for f in fields(Fact))


def identity(fact: Fact) -> tuple[str, ...]:
    """Sortable and equal for facts that say the same; an event is known by its id alone."""
    if isinstance(fact, Event):
        return "Event", fact.id
    names = (f.name for f in fields(fact) if f.name not in _SUPPORT)
    return type(fact).__name__, *(_text(getattr(fact, name)) for name in names)


def _text(value: object) -> str:
    """A field as text; 240 and 240.0 are one number."""
    return str(float(value)) if type(value) is int else str(value)
