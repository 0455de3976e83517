"""The only door to pyvis: its nodes, its edges, its options, and the vis-network it brings along.

Three parts of pyvis stand in the way and are not used: `add_node` and `add_edge` search a list for each
call (quadratic: 9 s at 20,000 nodes), the template asks a CDN even with `cdn_resources="in_line"`, and
files are opened without an encoding. So nodes and edges are made from pyvis's classes and put into the
network's own lists, and the page around them is ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources
from typing import Any

from pyvis.edge import Edge
from pyvis.network import Network
from pyvis.node import Node

VIS_NETWORK = "lib/vis-9.1.2/vis-network.min.js"
"""Inside the pyvis package. Its style sheet is left out: it dresses editing buttons that we do not show."""


def empty_network() -> Network:
    """A directed pyvis network without physics: positions are computed at build time, so it opens calm."""
    network = Network(directed=True, cdn_resources="in_line")
    network.toggle_physics(status=False)
    return network


def add_nodes(network: Network, nodes: Iterable[dict[str, Any]]) -> None:
    """Each dict has at least id, label, shape and group; the rest goes through to the page as it is."""
    for node in nodes:
        attributes = dict(node)
        drawn = Node(attributes.pop("id"), attributes.pop("shape"), attributes.pop("label"), **attributes)
        network.nodes.append(drawn.options)


def add_edges(network: Network, edges: Iterable[dict[str, Any]]) -> None:
    """Each dict has at least from and to; every edge is directed, so the arrow is an option of the picture."""
    for edge in edges:
        attributes = dict(edge)
        network.edges.append(Edge(attributes.pop("from"), attributes.pop("to"), **attributes).options)


def options(network: Network) -> dict[str, Any]:
    """The options that pyvis hands to vis-network, as plain data."""
    described: dict[str, Any] = {name: plain(value) for name, value in vars(network.options).items()}
    return described


def plain(value: Any) -> Any:
    """The options are small objects of pyvis's own; JSON wants dicts."""
    return {name: plain(part) for name, part in vars(value).items()} if hasattr(value, "__dict__") else value


def vis_network() -> str:
    """The source of vis-network from the installed pyvis, without the link to a source map nobody has."""
    source = resources.files("pyvis").joinpath(VIS_NETWORK).read_text(encoding="utf-8")
    return "\n".join(line for line in source.split("\n") if not line.startswith("//# sourceMappingURL"))
