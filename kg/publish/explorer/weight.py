"""What matters most: the order of nodes, and the core of the network that is shown first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from heapq import heappop, heappush
from math import log2

CORE_SIZE = 110
"""Nodes of the first view. More than about 300 no reader can take in; at 110 most of the names fit on a laptop."""

SMALLEST_ISLAND = 3

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
    """The nodes of the first view, sorted: grown from the weightiest, so that it hangs together.

    Each step takes the weightiest node that touches the view, or begins an island of its own where a node far
    from the view weighs more. Islands of fewer than `SMALLEST_ISLAND` nodes say too little and are left out.
    """
    order = sorted(
        (node for node, near in enumerate(around) if near), key=lambda node: (-weights[node], node)
    )
    rank = {node: place for place, node in enumerate(order)}
    island = components(around)
    chosen: set[int] = set()
    begun: set[int] = set()
    frontier: list[int] = []
    waiting = iter(order)
    start = next(waiting, None)
    while len(chosen) < size and (frontier or start is not None):
        while start is not None and island[start] in begun:
            start = next(waiting, None)
        if start is not None and (not frontier or rank[start] < frontier[0]):
            node = start
            begun.add(island[node])
        elif frontier:
            node = order[heappop(frontier)]
        else:
            break
        if node not in chosen:
            chosen.add(node)
            for near in around[node] - chosen:
                heappush(frontier, rank[near])
    sizes = Counter(island[node] for node in chosen)
    return sorted(node for node in chosen if sizes[island[node]] >= SMALLEST_ISLAND) or sorted(chosen)


def components(around: Sequence[set[int]]) -> list[int]:
    """For each node the smallest node of its connected component."""
    found = [-1] * len(around)
    for start in range(len(around)):
        if found[start] >= 0:
            continue
        found[start] = start
        waiting = [start]
        while waiting:
            for near in around[waiting.pop()]:
                if found[near] < 0:
                    found[near] = start
                    waiting.append(near)
    return found
