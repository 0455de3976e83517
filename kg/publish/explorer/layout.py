"""Positions of the first view: stress majorisation, then room for every name.

Distances on screen follow distances in the graph (Gansner, Koren and North 2004): neighbours close, strangers
far, no randomness but the order of the nodes. Only for the core, some hundred nodes: the cost is quadratic.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, sin, sqrt, tau

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

STEPS = 150
SPACING = 95.0
"""Pixels between two nodes that have nothing in common but their edge."""
ASPECT = 1.12
"""Width over height of the picture: between a laptop's window with its side panel and a square."""
SPREAD_STEPS = 120
PLACES = 60
"""Free places tried for an island."""
GAP = 24.0
"""Pixels between two islands."""


def arrange(count: int, pairs: Sequence[tuple[int, int]], boxes: Sequence[tuple[float, float]]) -> Points:
    """Positions, shape (count, 2), in pixels around (0, 0), so that the `boxes` (width, height) do not overlap."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from((a, b) for a, b in pairs if a != b)
    sizes = np.asarray(boxes, dtype=float).reshape(count, 2)
    points = np.zeros((count, 2))
    islands = sorted(
        (sorted(island) for island in nx.connected_components(graph)), key=lambda i: (-len(i), i)
    )
    for island in islands:
        placed = stress(graph.subgraph(island), island)
        points[island] = spread(placed, sizes[island])
    return spread(pack(points, islands, sizes), sizes) if count else points


def stress(graph: nx.Graph[int], order: Sequence[int]) -> Points:
    """Positions of one connected graph, rows as in `order`."""
    if len(order) == 1:
        return np.zeros((1, 2))
    ideal = ideal_distances(graph, order) * SPACING
    weights = np.divide(1.0, ideal**2, out=np.zeros_like(ideal), where=ideal > 0)
    points = on_a_spiral(len(order))
    total = weights.sum(axis=1, keepdims=True)
    for _ in range(STEPS):
        offsets = points[:, None, :] - points[None, :, :]
        actual = np.sqrt((offsets**2).sum(axis=2))
        ratio = np.divide(ideal, actual, out=np.zeros_like(ideal), where=actual > 1e-9)
        pulled = points[None, :, :] + offsets * ratio[:, :, None]
        points = (weights[:, :, None] * pulled).sum(axis=1) / total
    points -= points.mean(axis=0)
    points *= np.array([sqrt(ASPECT), 1 / sqrt(ASPECT)])
    return points


def ideal_distances(graph: nx.Graph[int], order: Sequence[int]) -> Points:
    """Shortest paths over edges that are longer between hubs, so that a hub's neighbours find room."""
    row = {node: i for i, node in enumerate(order)}
    for a, b in graph.edges:
        graph.edges[a, b]["length"] = 0.6 + 0.28 * sqrt(min(graph.degree[a], graph.degree[b]))
    distances = np.zeros((len(order), len(order)))
    for source, reached in nx.all_pairs_dijkstra_path_length(graph, weight="length"):
        for target, length in reached.items():
            distances[row[source], row[target]] = length
    return distances


def on_a_spiral(count: int) -> Points:
    """A start without symmetry and without randomness: the golden angle, the first nodes innermost."""
    golden = tau * (1 - (sqrt(5) - 1) / 2)
    return np.array(
        [(sqrt(i) * SPACING * cos(i * golden), sqrt(i) * SPACING * sin(i * golden)) for i in range(count)]
    )


def spread(points: Points, sizes: Points) -> Points:
    """Move boxes apart, along the axis where they overlap less, until none lies on another."""
    points = points.copy()
    room = (sizes[:, None, :] + sizes[None, :, :]) / 2
    for _ in range(SPREAD_STEPS):
        offsets = points[:, None, :] - points[None, :, :]
        overlap = room - np.abs(offsets)
        touching = (overlap > 0).all(axis=2)
        touching &= ~np.eye(len(points), dtype=bool)
        if not touching.any():
            break
        along_x = overlap[:, :, 0] < overlap[:, :, 1]
        # Of two boxes at the same place the later one goes right or down.
        later = np.sign(np.arange(len(points))[:, None] - np.arange(len(points))[None, :])
        for axis, chosen in ((0, along_x), (1, ~along_x)):
            direction = np.where(offsets[:, :, axis] == 0, later, np.sign(offsets[:, :, axis]))
            push = np.where(touching & chosen, overlap[:, :, axis] * direction, 0.0)
            points[:, axis] += push.sum(axis=1) * 0.3
    return points


def pack(points: Points, islands: Sequence[Sequence[int]], sizes: Points) -> Points:
    """Set the islands beside one another, the largest in the middle, so that the whole stays compact."""
    packed = points.copy()
    placed: list[int] = []
    for island in islands:
        packed[island] += best_place(packed[island], sizes[island], packed[placed], sizes[placed])
        placed += island
    packed -= packed.mean(axis=0)
    return packed


def best_place(points: Points, sizes: Points, others: Points, other_sizes: Points) -> Points:
    """How far to move an island so that it lies on no other and the picture grows least.

    Looks along a spiral from the middle, at the first `PLACES` free places; bays of the larger ones count as free.
    """
    middle = (points.max(axis=0) + points.min(axis=0)) / 2
    room = (sizes[:, None, :] + other_sizes[None, :, :]) / 2 + GAP
    free: list[tuple[float, int, Points]] = []
    step = 0
    while len(free) < (PLACES if len(others) else 1):
        angle, radius = step * 0.35, step * 4.0
        shift = np.array([cos(angle) * radius * ASPECT, sin(angle) * radius]) - middle
        moved = points + shift
        if not (np.abs(moved[:, None, :] - others[None, :, :]) < room).all(axis=2).any():
            free.append((extent(np.vstack([moved, others])), step, shift))
        step += 1
    return min(free, key=lambda place: place[:2])[2]


def extent(points: Points) -> float:
    """The height of the window of the wanted aspect that holds all points."""
    width, height = points.max(axis=0) - points.min(axis=0)
    return float(max(width / ASPECT, height))
