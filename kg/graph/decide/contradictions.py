"""Two decisions that cannot both hold, as far as the file alone tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

import networkx as nx

from kg.errors import DecisionError
from kg.graph.decide.entries import Decision, Reference

TOLD_ONCE = ("type", "name")
"""Of an entity there is one type and one name."""
SUPPORT = frozenset({"page", "quote"})


def check_together(decisions: Sequence[Decision]) -> None:
    """`DecisionError` names both entries where one says what the other denies."""
    _check_identity(decisions)
    _check_once(decisions)
    _check_statements(decisions)


def _check_identity(decisions: Sequence[Decision]) -> None:
    """The same and different, also where a chain of entries makes them the same."""
    same = nx.Graph()
    for decision in _of("same", decisions):
        for one, other in pairwise(decision.entities):
            same.add_edge(one, other, entry=decision)
    for decision in _of("different", decisions):
        for one, other in combinations(decision.entities, 2):
            if one in same and other in same and nx.has_path(same, one, other):
                raise DecisionError(f"{decision.where}: {_chain(same, one, other)}")


def _chain(same: nx.Graph, one: Reference, other: Reference) -> str:
    path = nx.shortest_path(same, one, other)
    entries = sorted({same.edges[step]["entry"].where for step in pairwise(path)})
    return f"{one} and {other} differ here, but are the same by {'; '.join(entries)}: take one of these out"


def _check_once(decisions: Sequence[Decision]) -> None:
    for verb in TOLD_ONCE:
        told: dict[Reference, Decision] = {}
        for decision in _of(verb, decisions):
            entity = decision.reference("entity")
            first = told.setdefault(entity, decision)
            if first.text(verb) != decision.text(verb):
                raise DecisionError(
                    f"{decision.where}: {entity} has another {verb} in {first.where}: take one of these out"
                )


def _check_statements(decisions: Sequence[Decision]) -> None:
    wrong = {_statement(d): d for d in _of("wrong", decisions) if not d.text("page")}
    for decision in _of("add", decisions):
        if denied := wrong.get(_statement(decision)):
            raise DecisionError(
                f"{decision.where}: adds what {denied.where} calls wrong: take one of these out, "
                "or say on which page it is wrong"
            )


def _statement(decision: Decision) -> tuple[str, frozenset[tuple[str, object]]]:
    return decision.about, frozenset((k, v) for k, v in decision.fields.items() if k not in SUPPORT)


def _of(verb: str, decisions: Iterable[Decision]) -> list[Decision]:
    return [decision for decision in decisions if decision.verb == verb]
