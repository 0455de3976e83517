"""Positions of the whole network, up to some ten thousand nodes: a force layout on a grid.

Repulsion is read off a potential that all nodes together make on a grid (one convolution by FFT for each
step), so a step costs the same for five thousand nodes as for five hundred; springs pull along the edges.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.publish.explorer.layout import on_a_spiral

Points = NDArray[np.float64]

CELLS = 128
STEPS = 90
ROOM = 46.0
"""Pixels of room for one node, on average."""
REPULSION, ATTRACTION, GRAVITY = 0.96, 0.12, 0.02
"""Strength of the forces; tried on graphs of 200 to 20,000 nodes until clusters stood apart and nothing flew away."""


def scatter(count: int, pairs: Sequence[tuple[int, int]]) -> Points:
    """Positions, shape (count, 2), in pixels around (0, 0); nodes are expected in order of importance."""
    if count < 2:
        return np.zeros((count, 2))
    radius = ROOM * np.sqrt(count) / 2
    points = on_a_spiral(count)
    points *= radius / np.abs(points).max()
    ends = np.array([pair for pair in pairs if pair[0] != pair[1]], dtype=np.int64).reshape(-1, 2)
    degree = np.bincount(ends.ravel(), minlength=count).astype(float)
    kernel = repulsion_kernel()
    for step in range(STEPS):
        moves = (
            repulsion(points, 1.0 + degree, kernel) + springs(points, ends, degree) - GRAVITY * points / ROOM
        )
        reach = ROOM * 3 * (1 - step / STEPS) + 1
        length = np.sqrt((moves**2).sum(axis=1, keepdims=True)) + 1e-9
        points = points + moves / length * np.minimum(length * ROOM, reach)
    return loosen(points - points.mean(axis=0))


def repulsion_kernel() -> NDArray[np.complex128]:
    """The Fourier transform of the potential −log(distance) on a grid of twice the size, in cells."""
    axis = np.minimum(np.arange(2 * CELLS), 2 * CELLS - np.arange(2 * CELLS))
    distance = np.hypot(axis[:, None], axis[None, :])
    return np.fft.rfft2(-np.log(np.maximum(distance, 0.7)))


def repulsion(points: Points, mass: NDArray[np.float64], kernel: NDArray[np.complex128]) -> Points:
    """The force of all nodes on each: minus the gradient of their potential at its place."""
    low = points.min(axis=0)
    size = max(float((points.max(axis=0) - low).max()), 1.0) / (CELLS - 3)
    place = (points - low) / size + 1
    cell = place.astype(np.int64)
    part = place - cell
    grid = np.zeros((2 * CELLS, 2 * CELLS))
    for dx, dy, share in corners(part):
        np.add.at(grid, (cell[:, 0] + dx, cell[:, 1] + dy), share * mass)
    potential = np.fft.irfft2(np.fft.rfft2(grid) * kernel, s=grid.shape)[:CELLS, :CELLS]
    slope = np.gradient(potential)
    force = np.zeros_like(points)
    for dx, dy, share in corners(part):
        for axis in (0, 1):
            force[:, axis] -= share * slope[axis][cell[:, 0] + dx, cell[:, 1] + dy]
    return force * (REPULSION * ROOM / size / float(np.sqrt(len(points))))


def corners(part: Points) -> list[tuple[int, int, NDArray[np.float64]]]:
    """The four cells around a point and its share in each (bilinear)."""
    x, y = part[:, 0], part[:, 1]
    return [(0, 0, (1 - x) * (1 - y)), (1, 0, x * (1 - y)), (0, 1, (1 - x) * y), (1, 1, x * y)]


def springs(points: Points, ends: NDArray[np.int64], degree: NDArray[np.float64]) -> Points:
    """Edges pull their ends together; an edge of a hub pulls the hub less than its leaf."""
    pull = (points[ends[:, 1]] - points[ends[:, 0]]) / ROOM * ATTRACTION
    force = np.zeros_like(points)
    for side, sign in ((0, 1.0), (1, -1.0)):
        weight = sign / np.sqrt(1.0 + degree[ends[:, side]])
        for axis in (0, 1):
            force[:, axis] += np.bincount(
                ends[:, side], weights=pull[:, axis] * weight, minlength=len(points)
            )
    return force


def loosen(points: Points) -> Points:
    """Give each node a place of its own on a fine lattice: the nearest free one, weightiest first."""
    pitch = ROOM / 2.2
    taken: set[tuple[int, int]] = set()
    loose = np.empty_like(points)
    for i, (x, y) in enumerate(points):
        loose[i] = free_place(round(x / pitch), round(y / pitch), taken)
    return loose * pitch


def free_place(x: int, y: int, taken: set[tuple[int, int]]) -> tuple[int, int]:
    """The first free lattice place on growing squares around (x, y), which is then taken."""
    reach = 0
    while True:
        square = [(x + dx, y + dy) for dx in range(-reach, reach + 1) for dy in range(-reach, reach + 1)]
        rim = [(px, py) for px, py in square if max(abs(px - x), abs(py - y)) == reach]
        free = [place for place in rim if place not in taken]
        if free:
            nearest = min(free, key=lambda place: ((place[0] - x) ** 2 + (place[1] - y) ** 2, place))
            taken.add(nearest)
            return nearest
        reach += 1
