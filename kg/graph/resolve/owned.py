"""Names that a firm explains: 甲远科技 by its full name, 甲远|陶瓷基板项目一期 by the firm in front."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.entities.clusters import is_shortened
from kg.entities.identity import firm_core
from kg.entities.whereabouts import leading_place
from kg.graph.resolve.judgement import SEVERAL, Judgement, Verdict
from kg.graph.resolve.nodes import Node, judgement_on
from kg.model import Kind

SHORTENED = "The one is the other's own word with some of what follows it in full."
WITH_FIRM = "They are one name, with and without the firm in front."
OWN = 2
"""Characters of a firm's own word."""
SHORTEST = 4


def owned(known: Mapping[str, Node]) -> Iterator[Judgement]:
    """The judgements on firms' short names and on projects with the firm in front, city by city."""
    yield from _firms(known)
    yield from _projects(known)


def _firms(known: Mapping[str, Node]) -> Iterator[Judgement]:
    full: dict[tuple[str, str], dict[str, Node]] = defaultdict(dict)
    firms = [node for node in known.values() if node.kind is Kind.ENTERPRISE]
    for node in firms:
        for name in node.registered:
            for city in node.cities:
                full[city, _own(name)[:OWN]][node.id] = node
    for short in firms:
        if short.registered:
            continue
        near = {i: node for city in short.cities for i, node in full[city, short.canonical[:OWN]].items()}
        yield from _judged(short, [near[i] for i in sorted(near) if _explains(near[i], short)], SHORTENED)


def _own(name: str) -> str:
    core = firm_core(name)
    return core[len(leading_place(core)) :]


def _explains(full: Node, short: Node) -> bool:
    return any(is_shortened(firm_core(name), form) for name in full.registered for form in short.forms)


def _projects(known: Mapping[str, Node]) -> Iterator[Judgement]:
    firms: dict[str, set[str]] = defaultdict(set)
    works: dict[tuple[str, str], dict[str, Node]] = defaultdict(dict)
    projects = [node for node in known.values() if node.kind is Kind.PROJECT]
    for node in known.values():
        if node.kind is Kind.ENTERPRISE:
            for city in node.cities:
                firms[city] |= {name for name in (*node.forms, *(_own(n)[:OWN] for n in node.registered)) if len(name) >= OWN}
    for node in projects:
        for city in node.cities:
            for form in node.forms:
                works[city, form][node.id] = node
    for full in projects:
        found = {
            i: node
            for city in full.cities
            for form in full.forms
            for cut in range(OWN, len(form) - SHORTEST + 1)
            if form[:cut] in firms[city]
            for i, node in works[city, form[cut:]].items()
            if i != full.id
        }
        for name in sorted(found):
            yield judgement_on(found[name], full, Verdict.SAME, (WITH_FIRM,), 0.8)


def _judged(short: Node, full: list[Node], reason: str) -> Iterator[Judgement]:
    verdict, sure = (Verdict.SAME, 0.85) if len(full) == 1 else (Verdict.UNSURE, 0.5)
    why = reason if len(full) == 1 else SEVERAL
    for node in full:
        if not short.pages & node.pages:
            yield judgement_on(short, node, verdict, (why,), sure)
