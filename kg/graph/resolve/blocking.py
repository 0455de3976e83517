"""Which pairs are looked at: those of one kind and one city whose names share a key, so that few are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.graph.resolve.evidence import SHORTEST, alias_told, begins, only_form
from kg.graph.resolve.nodes import Node
from kg.model import Kind

Key = tuple[Kind, str, str]
BY_ALIAS = frozenset({Kind.PARK, Kind.PROJECT, Kind.ENTERPRISE, Kind.INSTITUTION})
BY_BEGIN = frozenset({Kind.PROJECT})
"""Firms and parks are not joined by how they begin: a group's firms all do, and so do the parks of a zone."""


def candidates(nodes: Iterable[Node]) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """Each entity known by one form alone, with all those of its kind and city whose names may explain it."""
    known = [node for node in nodes if node.kind in BY_ALIAS]
    index: dict[Key, dict[str, Node]] = defaultdict(dict)
    for node in known:
        for key in _keys(node, node.forms):
            index[key][node.id] = node
    for node in known:
        if name := only_form(node):
            near = {other.id: other for key in _keys(node, {name}) for other in index[key].values()}
            explained = tuple(
                near[key] for key in sorted(near) if key != node.id and _may_be(node, near[key])
            )
            if explained:
                yield node, explained


def _may_be(short: Node, full: Node) -> bool:
    return alias_told(short, full) or (short.kind in BY_BEGIN and begins(short, full))


def _keys(node: Node, forms: Iterable[str]) -> Iterator[Key]:
    for city in node.cities:
        for name in forms:
            yield node.kind, city, name
            if node.kind in BY_BEGIN and len(name) >= SHORTEST:
                yield node.kind, city, f"{name[:SHORTEST]}…"
