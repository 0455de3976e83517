"""Contexts for the families of facts, with entities that the test names: so that only the families are tested."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.corpus.reading import read
from kg.facts.context import Context
from kg.model import Entity, Kind, Link, Page, PageEntities, Reading, Span

Named = tuple[str, str]
"""A kind and its names, separated by |: ("Park", "云川高新区|高新区")."""


def context(
    text: str, named: Iterable[Named] = (), place: str = "云川市", published: str = "2024-06-18"
) -> Context:
    """A page of this text and its entities, each found wherever one of its names stands, the longest first."""
    named = list(named)
    reading = read(Page("page.txt", text, "", place=place, published=published))
    known = not place or any(place in names.split("|") for _, names in named)
    given = [*named] if known else [*named, ("Place", place)]
    return Context(
        reading,
        entities_of(reading, [(kind, names.split("|")[0], names.split("|")) for kind, names in given]),
    )


def entities_of(reading: Reading, given: Iterable[tuple[str, str, list[str]]]) -> PageEntities:
    """Entities of (kind, id, names), linked where their names stand in the clean text."""
    given = list(given)
    named = sorted(
        ((n, Kind(kind), i) for kind, i, names in given for n in names), key=lambda n: (-len(n[0]), n)
    )
    taken: list[Link] = []
    for name, kind, entity in named:
        for match in re.finditer(r"\s?".join(re.escape(c) for c in name), reading.text):
            span = Span(*match.span())
            if not any(span.touches(link.span) for link in taken):
                taken.append(Link(span, kind, entity))
    entities = tuple(Entity(i, Kind(kind), names[0], tuple(sorted(names)), ()) for kind, i, names in given)
    return PageEntities(entities, tuple(sorted(taken, key=lambda link: link.span)))
