"""What matters most: the order of nodes, and the core of the network that is shown first."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

CORE_SIZE = 140
"""Nodes of the first view. More than about 300 no reader can take in; at 140 the names of most fit on a laptop."""

Pair = tuple[int, int]


def neighbours(count: int, pairs: Sequence[Pair]) -> list[set[int]]:
    """The distinct neighbours of each node, whatever the direction."""
    around: list[set[int]] = [set() for _ in range(count)]
    for a, b in pairs:
        if a != b:
            around[a].add(b)
            around[b].add(a)
    return around


def importance(mentions: Sequence[int], around: Sequence[set[int]]) -> list[float]:
    """One number a node: how many others it is tied to, and, on a log scale, how often it is named.

    Ties count more than mentions: a firm named ten times in one advertisement is not the heart of a town.
    """
    return [len(near) + 2 * log2(1 + seen) for seen, near in zip(mentions, around, strict=True)]


def core(weights: Sequence[float], around: Sequence[set[int]], size: int = CORE_SIZE) -> list[int]:
    """The nodes of the first view, sorted: the weightiest that have a neighbour in the view."""
    tied = [node for node, near in enumerate(around) if near]
    chosen = set(sorted(tied, key=lambda node: (-weights[node], node))[:size])
    return sorted(node for node in chosen if around[node] & chosen)
