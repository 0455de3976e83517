"""One name in one city, with and without the city in front, or with its kind before and after an upgrade.

某某封测产业园 on a page of the city is 海某封测产业园 on a page of the prefecture; 海某县 became 海某市.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.entities.identity import project_core
from kg.entities.whereabouts import full_name, leading_place
from kg.graph.resolve.judgement import Judgement, Verdict
from kg.graph.resolve.nodes import Node, judgement_on
from kg.model import Kind
from kg.resources.divisions import named

WITH_CITY = "They are one name, with and without the city in front."
NAMED_BY_CITY = frozenset({Kind.PARK, Kind.PROJECT, Kind.INSTITUTION})
LEVELS = frozenset({Kind.PLACE, Kind.AGENCY})
SHORTEST = 4
"""Characters without the city that are a name by more than chance."""
Key = tuple[Kind, str, str]


def placed(known: Iterable[Node]) -> Iterator[Judgement]:
    """The judgements on names that differ by their city alone."""
    alike: dict[Key, dict[str, Node]] = defaultdict(dict)
    for node in known:
        for key in _keys(node):
            alike[key][node.id] = node
    for _, nodes in sorted(alike.items()):
        first, *others = nodes.values()
        for other in others:
            yield judgement_on(first, other, Verdict.SAME, (WITH_CITY,), 0.85)


def _keys(node: Node) -> set[Key]:
    """Kind, city and the name without it; an id with a hash behind is one of several homonyms and has none."""
    front = leading_place(f"{node.canonical} ") if node.kind is Kind.PLACE else leading_place(node.canonical)
    city, rest = _code(full_name(front)) if front else "", node.canonical[len(front) :]
    if node.kind in LEVELS:
        return {(node.kind, city, rest)} if city and node.is_plain else set()
    if node.kind not in NAMED_BY_CITY or not node.is_plain:
        return set()
    if city and len(rest) >= SHORTEST:
        return {(node.kind, city, _core(rest, node.kind))}
    cities = {_code(name) for name in node.cities} - {""}
    return {(node.kind, city, form) for city in cities for form in node.forms if len(form) >= SHORTEST}


def _core(name: str, kind: Kind) -> str:
    return project_core(name) if kind is Kind.PROJECT else name


def _code(place: str) -> str:
    """The only division of a name, as its code, so that a county and the city that it became are one; "" where there are several."""
    codes = {division.adcode for division in named(place)}
    return codes.pop() if len(codes) == 1 else ""
