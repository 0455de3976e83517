"""The quality that is reached on the annotated pages is not lost again."""

import tomllib
from pathlib import Path

import pytest
from scoring import GOLD, SETS, GoldSet, build_each, f1, false_evidence

FLOORS = tomllib.loads((GOLD / "floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module", params=SETS, ids=lambda each: each.name)
def scored(request, tmp_path_factory) -> tuple[GoldSet, Path]:
    """An annotated set and the folder with the graph of each of its pages."""
    graphs = tmp_path_factory.mktemp(request.param.name)
    build_each(request.param.pages, graphs)
    return request.param, graphs


def test_no_layer_falls_below_its_floor(scored):
    """F1 of each layer is at least what floors.toml asks for."""
    each, graphs = scored
    reached = f1(each.gold, graphs)
    below = {layer: reached[layer] for layer, floor in FLOORS[each.name].items() if reached[layer] < floor}
    assert not below


def test_every_quote_stands_where_the_graph_says(scored):
    """evidence.py finds nothing wrong in any graph."""
    each, graphs = scored
    assert false_evidence(each.pages, graphs) == {}
