"""How the picture is made: spelling, importance, the core, positions, the drawing's data."""

import factory
import numpy as np
import pytest
from publish.synthetic import town

from kg.publish.explorer import drawing, weight
from kg.publish.explorer.field import scatter
from kg.publish.explorer.layout import arrange
from kg.publish.explorer.scene import scene
from kg.publish.explorer.spelling import search_keys


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("高新区", {"gao xin qu"}),
        ("单县", {"shan xian", "dan xian"}),
        ("重庆银行", {"chong qing yin hang"}),
        ("SMS集团", {"sms ji tuan"}),
        ("3号码头", {"3 hao ma tou"}),
        ("IBM", set()),
        ("", set()),
    ],
)
def test_how_a_name_is_typed(name: str, keys: set[str]) -> None:
    """The likely readings are there; what has no Chinese needs none."""
    found = search_keys(name)
    assert keys <= set(found)
    assert bool(keys) == bool(found)


def test_readings_are_few() -> None:
    """A long name full of characters with several readings stays within bounds, and the likely one is first."""
    found = search_keys("长乐行重朝" * 30)
    assert len(found) <= 6
    assert len(found[0].split()) == 24


def test_core_hangs_together() -> None:
    """The first view grows from the weightiest; a pair of nodes far from it is left out, a larger island is not."""
    hub = [(0, i) for i in range(1, 30)]
    pair, island = [(40, 41)], [(50, 51), (51, 52), (52, 50)]
    around = weight.neighbours(60, [*hub, *pair, *island])
    weights = weight.importance([1] * 60, around)
    core = weight.core(weights, around, size=40)
    assert set(range(30)) <= set(core)
    assert {50, 51, 52} <= set(core)
    assert not {40, 41} & set(core)


def test_core_has_a_limit() -> None:
    """However large the graph, the core stays readable."""
    pairs = [(i, i // 3) for i in range(1, 2000)]
    around = weight.neighbours(2000, pairs)
    assert len(weight.core(weight.importance([1] * 2000, around), around)) <= weight.CORE_SIZE


def test_boxes_do_not_overlap() -> None:
    """Each node of the first view has room for its name."""
    pairs = [(0, i) for i in range(1, 25)] + [(i, i + 1) for i in range(1, 24)] + [(30, 31)]
    boxes = [(80.0, 40.0)] * 33
    points = arrange(33, pairs, boxes)
    for i, (x, y) in enumerate(points):
        for ox, oy in points[:i]:
            assert abs(x - ox) > 72 or abs(y - oy) > 36


@pytest.mark.parametrize("count", [0, 1, 2])
def test_tiny_graphs_have_positions(count: int) -> None:
    """Nothing, one or two nodes are no special case."""
    pairs = [(0, 1)] if count == 2 else []
    assert arrange(count, pairs, [(40, 40)] * count).shape == (count, 2)
    assert scatter(count, pairs).shape == (count, 2)


def test_neighbours_stand_near() -> None:
    """In the whole network connected nodes are closer than strangers."""
    blocks = [
        (b * 25 + i, b * 25 + j) for b in range(8) for i in range(25) for j in range(i) if (i * j) % 3 == 0
    ]
    points = scatter(200, blocks)
    tied = np.mean([np.hypot(*(points[a] - points[b])) for a, b in blocks])
    apart = np.mean([np.hypot(*(points[i] - points[(i + 100) % 200])) for i in range(200)])
    assert tied < apart / 2


def test_positions_are_the_same_every_time() -> None:
    """No chance is involved."""
    knowledge, pages = town(200)
    assert scene(knowledge, pages) == scene(knowledge, pages)


def test_pyvis_makes_nodes_edges_and_options() -> None:
    """What pyvis's own calls would have made, without their search through a list."""
    quick, slow = drawing.empty_network(), drawing.empty_network()
    nodes = [
        {"id": i, "label": f"n{i}", "shape": "star", "group": "Project", "x": i, "y": 0} for i in range(3)
    ]
    edges = [{"from": 0, "to": 1, "kind": "a"}, {"from": 1, "to": 2, "kind": "b"}]
    drawing.add_nodes(quick, nodes)
    drawing.add_edges(quick, edges)
    for node in nodes:
        slow.add_node(node["id"], **{k: v for k, v in node.items() if k != "id"})
    for edge in edges:
        slow.add_edge(edge["from"], edge["to"], kind=edge["kind"], arrows=None)
    assert quick.nodes == slow.nodes
    assert quick.edges == [{k: v for k, v in edge.items() if v is not None} for edge in slow.edges]
    assert drawing.options(quick)["physics"]["enabled"] is False


def test_edges_of_one_pair_are_gathered() -> None:
    """Two sightings of one person in one body are one edge with two facts."""
    made = scene(factory.knowledge(), factory.PAGES)
    keys = {node["key"]: node["id"] for node in made["nodes"]}
    pair = keys["person-高远山"], keys["agency-云川市委"]
    edges = [edge for edge in made["edges"] if (edge["from"], edge["to"]) == pair]
    assert [(edge["kind"], len(edge["facts"])) for edge in edges] == [("tenure", 2)]
