"""What report.json asks, and which of it no decision has answered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import networkx as nx

from kg.errors import InputError
from kg.graph.decide import Decision, Reference


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a page with a little of what stands around them, as the page has them."""

    page: str
    before: str
    exact: str
    after: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two; `named` is how a decision names it."""

    id: str
    kind: str
    label: str
    names: tuple[str, ...]
    pages: tuple[str, ...]
    named: Reference
    facts: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two are one."""

    left: Side
    right: Side
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    mentions: int


def read_questions(report: Path) -> list[Question]:
    """The questions of a build, the most useful first; `InputError` where there was no build."""
    try:
        items = json.loads(report.read_text(encoding="utf-8"))["review"]
        return [_question(item) for item in items]
    except FileNotFoundError as error:
        raise InputError(f"{report}: no such file: build first, kg build … --out {report.parent}") from error
    except OSError as error:
        raise InputError(f"{report}: cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{report}: not the report of this version of kg build: build again") from error


class Answers:
    """What a set of decisions answers, also by chains: A is B and B is not C, so A is not C."""

    def __init__(self, questions: Sequence[Question], decisions: Iterable[Decision]) -> None:
        sides = {side.id: side for question in questions for side in (question.left, question.right)}
        found = {d: [_meant(one, sides) for one in d.entities] for d in decisions if "entities" in d.fields}
        same = nx.Graph()
        same.add_nodes_from(sides)
        for decision, meant in found.items():
            same.add_nodes_from(meant)
            if decision.verb == "same":
                same.add_edges_from(pairwise(meant))
        self._group = {one: i for i, group in enumerate(nx.connected_components(same)) for one in group}
        self._apart = {
            (self._group[one], self._group[other])
            for decision, meant in found.items()
            if decision.verb == "different"
            for one, other in product(meant, meant)
            if one != other
        }

    def __contains__(self, question: Question) -> bool:
        left, right = self._group[question.left.id], self._group[question.right.id]
        return left == right or (left, right) in self._apart


def _meant(reference: Reference, sides: Mapping[str, Side]) -> str | Reference:
    """The id of the side that a reference means; the reference itself where it is none of them."""
    if reference.id in sides:
        return reference.id
    meant = [side.id for side in sides.values() if reference == side.named or _names(reference, side)]
    return meant[0] if len(meant) == 1 else reference


def _names(reference: Reference, side: Side) -> bool:
    return reference.name in side.names and not {*reference.pages}.isdisjoint(side.pages)


def _question(item: Mapping[str, Any]) -> Question:
    left, right = (_side(side) for side in item["entities"])
    return Question(left, right, tuple(item["reasons"]), tuple(item["against"]), int(item["mentions"]))


def _side(told: Mapping[str, Any]) -> Side:
    named = told["named"]
    by_id = isinstance(named, str)
    return Side(
        id=told["id"],
        kind=told["type"],
        label=told["label"],
        names=tuple(told["names"]),
        pages=tuple(told["pages"]),
        named=Reference(id=named) if by_id else Reference(name=named["name"], pages=(named["page"],)),
        facts=tuple(told["facts"]),
        quotes=tuple(Quote(q["page"], q["before"], q["exact"], q["after"]) for q in told["quotes"]),
    )
