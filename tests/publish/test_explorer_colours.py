"""Types are told apart by shape, and by colour also where colours are seen differently."""

import json
from itertools import combinations

import numpy as np
import pytest

from kg.publish.explorer.page import template

KINDS = json.loads(template("kinds.json"))
GROUND = {"light": "#fbfaf7", "dark": "#14181e"}

# Severe protanopia, deuteranopia and tritanopia in linear RGB (Machado, Oliveira and Fernandes 2009).
VISIONS = {
    "usual": np.eye(3),
    "protan": np.array([[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]]),
    "deutan": np.array([[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]]),
    "tritan": np.array([[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]]),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def linear(colour: str) -> np.ndarray:
    channels = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG."""
    low, high = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    x, y, z = TO_XYZ @ np.clip(rgb, 0, 1) / [0.9505, 1, 1.089]
    fx, fy, fz = (np.cbrt(t) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return np.array([116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)])


def test_every_type_has_its_own_shape() -> None:
    """Without any colour the types are still told apart."""
    shapes = [kind["shape"] for kind in KINDS.values()]
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize("theme", GROUND)
def test_shapes_stand_out_from_the_ground(theme: str) -> None:
    """Contrast of at least 3 : 1, as WCAG asks of graphics."""
    assert min(contrast(kind[theme], GROUND[theme]) for kind in KINDS.values()) >= 3


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", GROUND)
def test_colours_differ_for_all(theme: str, vision: str) -> None:
    """No two types have colours that are taken for one another."""
    seen = {name: lab(VISIONS[vision] @ linear(kind[theme])) for name, kind in KINDS.items()}
    for one, other in combinations(seen, 2):
        assert np.linalg.norm(seen[one] - seen[other]) > 7, (one, other)
