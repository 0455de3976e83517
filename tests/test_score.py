"""The quality that is reached on the annotated pages is not lost again."""

import re
import tomllib
from pathlib import Path

import clusters
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


def test_one_thing_on_many_pages_has_one_id():
    """Pairs of mentions that the clusters of tests/gold/identity know to be one: F1 by type, and two persons are never one."""
    table, _ = clusters.scores()
    floors = FLOORS["identity"]
    assert {kind: table[kind].f1 for kind, floor in floors.items() if table[kind].f1 < floor} == {}
    across_pages = [pair for pair in table["Person"].wrong if len(set(re.findall(r"\S+\.txt", pair))) > 1]
    assert across_pages == []


def test_every_quote_stands_where_the_graph_says(scored):
    """evidence.py finds nothing wrong in any graph."""
    each, graphs = scored
    assert false_evidence(each.pages, graphs) == {}
