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

Box = tuple[float, float, float, float]
"""left, top, right, bottom"""


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
    taken: list[Box] = []
    for island in islands:
        low = (points[island] - sizes[island] / 2).min(axis=0)
        high = (points[island] + sizes[island] / 2).max(axis=0)
        shift = best_place(low, high, taken)
        packed[island] += shift
        taken.append((low[0] + shift[0], low[1] + shift[1], high[0] + shift[0], high[1] + shift[1]))
    packed -= packed.mean(axis=0)
    return packed


def best_place(low: Points, high: Points, taken: Sequence[Box]) -> Points:
    """How far to move a box so that it overlaps no taken one and the picture grows least.

    Looks along a spiral from the middle, at the first `PLACES` free places.
    """
    middle = (low + high) / 2
    free: list[tuple[float, int, Points]] = []
    step = 0
    while len(free) < (PLACES if taken else 1):
        angle, radius = step * 0.35, step * 4.0
        shift = np.array([cos(angle) * radius * ASPECT, sin(angle) * radius]) - middle
        left, top = low + shift - 20
        right, bottom = high + shift + 20
        if not any(left < r and other < right and top < b and t < bottom for other, t, r, b in taken):
            free.append((extent([*taken, (left, top, right, bottom)]), step, shift))
        step += 1
    return min(free, key=lambda place: place[:2])[2]


def extent(boxes: Sequence[Box]) -> float:
    """The height of the window of the wanted aspect that holds all boxes."""
    left, top = (min(box[side] for box in boxes) for side in (0, 1))
    right, bottom = (max(box[side] for box in boxes) for side in (2, 3))
    return max((right - left) / ASPECT, bottom - top)
