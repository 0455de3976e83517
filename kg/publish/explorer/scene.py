"""Knowledge → the data of the page: documents, quotes, facts, and the drawn nodes and edges."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from kg.model import Knowledge
from kg.publish.explorer import content, drawing, weight
from kg.publish.explorer.content import Quotes, Thing, Tie
from kg.publish.explorer.field import scatter
from kg.publish.explorer.layout import arrange

KINDS: dict[str, dict[str, Any]] = json.loads(
    (resources.files("kg.publish") / "templates" / "explorer" / "kinds.json").read_text(encoding="utf-8")
)

NAME_WIDTH, NAME_LENGTH = 19.0, 6
"""Pixels of a Chinese character under a node, and the characters of a name for which room is kept."""
NODE_HEIGHT = 64.0


def scene(knowledge: Knowledge, pages: Mapping[str, str]) -> dict[str, Any]:
    """Everything the page shows, as plain data."""
    things = content.things(knowledge)
    numbers = {thing.id: number for number, thing in enumerate(things)}
    ties = content.ties(knowledge.facts, numbers)
    quotes = Quotes(knowledge.documents, pages)
    marks = content.marks(knowledge)
    network = drawing.empty_network()
    drawing.add_nodes(network, nodes(things, ties, quotes))
    drawing.add_edges(network, edges(ties))
    return {
        "options": drawing.options(network),
        "documents": [content.document_as_data(document, pages) for document in knowledge.documents],
        "nodes": network.nodes,
        "edges": network.edges,
        "facts": [
            {**content.fact_as_data(fact, numbers, quotes), **marks.get(fact, {})} for fact in knowledge.facts
        ],
        "quotes": quotes.rows,
    }


def nodes(things: Sequence[Thing], ties: Sequence[Tie], quotes: Quotes) -> list[dict[str, Any]]:
    """The drawn nodes; x and y are the place in the whole network, `core` the place in the first view."""
    pairs = [(tie.source, tie.target) for tie in ties]
    everywhere = scatter(len(things), pairs)
    first = core_places(things, pairs)
    drawn = []
    for number, thing in enumerate(things):
        node = content.thing_as_data(thing, number, quotes)
        node["shape"] = KINDS[thing.group]["shape"]
        node["x"], node["y"] = (round(float(part)) for part in everywhere[number])
        if number in first:
            node["core"] = first[number]
        drawn.append(node)
    return drawn


def edges(ties: Sequence[Tie]) -> list[dict[str, Any]]:
    return [{"from": t.source, "to": t.target, "kind": t.kind, "facts": list(t.facts)} for t in ties]


def core_places(things: Sequence[Thing], pairs: Sequence[tuple[int, int]]) -> dict[int, list[int]]:
    """Positions of the first view by node."""
    around = weight.neighbours(len(things), pairs)
    weights = weight.importance([len(thing.mentions) for thing in things], around)
    chosen = weight.core(weights, around)
    row = {number: i for i, number in enumerate(chosen)}
    inside = [(row[a], row[b]) for a, b in pairs if a in row and b in row]
    points = arrange(len(chosen), inside, [box(things[number]) for number in chosen])
    return {number: [round(float(x)), round(float(y))] for number, (x, y) in zip(chosen, points, strict=True)}


def box(thing: Thing) -> tuple[float, float]:
    """The room that a node and the name under it take."""
    return 24 + NAME_WIDTH * min(len(thing.label), NAME_LENGTH), NODE_HEIGHT
