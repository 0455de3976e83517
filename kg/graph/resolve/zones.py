"""Zones that one page calls by their full kind and another by a short one: 某市经济技术开发区, 某市经开区, 开发区, 某科园."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.entities.clusters import is_coined, is_short_kind
from kg.entities.whereabouts import full_name, leading_place
from kg.graph.resolve.judgement import Judgement, Verdict
from kg.graph.resolve.nodes import Node, judgement_on
from kg.model import Kind
from kg.resources.divisions import named

SHORT_KIND = "The one name is the other with its kind of zone written short."
SEVERAL = "More than one zone of the city may be meant."
GENERAL = "开发区"
"""Where a city has a 高新区, too, its 开发区 is the 经济技术开发区."""


def zones(known: Iterable[Node]) -> Iterator[Judgement]:
    """The judgements on the zones of each city; one that a page names beside the other is another one."""
    by_city: dict[str, list[tuple[str, Node]]] = defaultdict(list)
    for node in known:
        if node.kind is Kind.PARK:
            for city, name in sorted(_names(node)):
                by_city[city].append((name, node))
    for city in sorted(by_city):
        there = by_city[city]
        for short in {node.id: node for _, node in there}.values():
            full = _explained(short, there)
            if len(full) == 1:
                yield judgement_on(short, full[0], Verdict.SAME, (SHORT_KIND,), 0.85)
            else:
                yield from (judgement_on(short, each, Verdict.UNSURE, (SEVERAL,), 0.5) for each in full)


def _names(zone: Node) -> set[tuple[str, str]]:
    """City and name without it; a name that begins with a division says itself where the zone is."""
    front = leading_place(zone.canonical)
    city = full_name(front) if front else ""
    if city and named(city) and len(zone.canonical) - len(front) >= len("开发区"):
        return {(city, zone.canonical[len(front) :])}
    return {(city, form) for city in zone.cities for form in zone.forms}


def _explained(short: Node, there: list[tuple[str, Node]]) -> list[Node]:
    """The zones of the city of whose names a name of this one is the short form, but those told apart on a page."""
    own = [name for name, node in there if node is short]
    found = {
        full.id: full
        for name, full in there
        if full is not short and not short.pages & full.pages and any(_is_short(form, name) for form in own)
    }
    return [found[name] for name in sorted(found)]


def _is_short(short: str, full: str) -> bool:
    if short == GENERAL:
        return full.endswith(GENERAL) and "经济" in full
    return len(short) < len(full) and (is_short_kind(full, short) or is_coined(full, short))
