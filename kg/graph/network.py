"""The graph as networkx sees it: entities, events and posts as nodes, an edge for each relation between them."""

from __future__ import annotations

import networkx as nx

from kg.graph.iris import DEFAULT_BASE, Nodes
from kg.model import Event, Fact, Knowledge, Relation, Tenure


def to_networkx(knowledge: Knowledge, base: str = DEFAULT_BASE) -> nx.MultiDiGraph:
    """Nodes by IRI with `id`, `type`, `label`, `names`; edges keyed by predicate with `evidence`, `confidence`, `rule`.

    `type` is the class name of the ontology: Official, Agency, …, Event, Post. A tenure is an edge `holds` from
    the person to the post, which has `postIn` to its organisation; `observed` and `former` tell of the sightings.
    """
    nodes = Nodes(base)
    graph = nx.MultiDiGraph()
    labels = {entity.id: entity.label for entity in knowledge.entities}
    for entity in knowledge.entities:
        kind = "Official" if entity.official else entity.kind.value
        graph.add_node(
            nodes.entity(entity.id), id=entity.id, type=kind, label=entity.label, names=entity.names
        )
    for fact in knowledge.facts:
        if isinstance(fact, Relation):
            ends = (nodes.entity(fact.subject), nodes.entity(fact.object))
            graph.add_edge(*ends, key=fact.predicate, **_support(fact))
        elif isinstance(fact, Tenure):
            _add_tenure(graph, fact, labels, nodes)
        elif isinstance(fact, Event):
            _add_event(graph, fact, nodes)
    return graph


def _add_tenure(graph: nx.MultiDiGraph, fact: Tenure, labels: dict[str, str], nodes: Nodes) -> None:
    person, body = nodes.entity(fact.person), nodes.entity(fact.organization)
    post = nodes.paired("post", fact.organization, fact.title)
    label = labels.get(fact.organization, "") + fact.title
    graph.add_node(post, id=post.removeprefix(nodes.base), type="Post", label=label, names=(label,))
    graph.add_edge(post, body, key="postIn")
    if not graph.has_edge(person, post, key="holds"):
        graph.add_edge(
            person, post, key="holds", evidence=(), confidence=0.0, rule="", observed=(), former=True
        )
    edge = graph.edges[person, post, "holds"]
    edge["evidence"] = tuple(sorted({*edge["evidence"], *fact.evidence}))
    edge["observed"] = tuple(sorted({*edge["observed"], fact.observed}))
    edge["former"] = edge["former"] and fact.former
    if fact.confidence > edge["confidence"]:
        edge.update(confidence=fact.confidence, rule=fact.rule)


def _add_event(graph: nx.MultiDiGraph, fact: Event, nodes: Nodes) -> None:
    event = nodes.entity(fact.id)
    graph.add_node(event, id=fact.id, type="Event", label=fact.label, names=(fact.label,), date=fact.date)
    for who, role in fact.participants:
        graph.add_edge(event, nodes.entity(who), key="participant", role=role, **_support(fact))
    if fact.place:
        graph.add_edge(event, nodes.entity(fact.place), key="location", **_support(fact))


def _support(fact: Fact) -> dict[str, object]:
    return {"evidence": fact.evidence, "confidence": fact.confidence, "rule": fact.rule}
