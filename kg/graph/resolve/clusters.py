"""Judgements become ids: what is the same by any chain of judgements is one, under its fullest name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import networkx as nx

from kg.graph.resolve.evidence import reason, told_apart
from kg.graph.resolve.judgement import Judgement, Verdict
from kg.graph.resolve.nodes import Node


def consistent(judgements: Iterable[Judgement], nodes: Mapping[str, Node]) -> list[Judgement]:
    """The judgements, unsure where a chain of them would make one of two that a page tells apart."""
    made = list(judgements)
    apart = {member for group in _groups(made) if _names_two(group, nodes) for member in group}
    return [_doubted(j) if j.verdict is Verdict.SAME and j.left in apart else j for j in made]


def canonical_ids(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Each id that is replaced → the id with the fullest name of its group."""
    groups = ((fullest(group), group) for group in _groups(judgements))
    return {member: best for best, group in groups for member in group if member != best}


def fullest(ids: Iterable[str]) -> str:
    """The longest id, of equally long ones the smallest."""
    return min(ids, key=lambda name: (-len(name), name))


def _groups(judgements: Iterable[Judgement]) -> list[set[str]]:
    same = nx.Graph((j.left, j.right) for j in judgements if j.verdict is Verdict.SAME)
    return list(nx.connected_components(same))


def _names_two(group: set[str], nodes: Mapping[str, Node]) -> bool:
    pages = [page for member in group for page in nodes[member].pages]
    return len(pages) > len(set(pages))


def _doubted(judgement: Judgement) -> Judgement:
    return replace(
        judgement, verdict=Verdict.UNSURE, confidence=0.5, reasons=(*judgement.reasons, reason(told_apart))
    )
