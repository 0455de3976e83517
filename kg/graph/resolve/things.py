"""Parks, projects, firms and institutions that pages call by short and full names, and the organs of parks that are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.entities.identity import organ
from kg.graph.resolve.blocking import candidates
from kg.graph.resolve.clusters import canonical_ids, consistent
from kg.graph.resolve.evidence import AGAINST, alias_told, begins, reason, told_apart, work_added
from kg.graph.resolve.judgement import SEVERAL, Judgement, Verdict
from kg.graph.resolve.nodes import Node, judgement_on, nodes
from kg.graph.resolve.owned import owned
from kg.graph.resolve.placed import placed
from kg.graph.resolve.zones import zones
from kg.model import Kind, Knowledge

ONE_FULL_NAME = "They have one full name."


def things(pages: Sequence[Knowledge]) -> tuple[dict[str, str], list[Judgement]]:
    """Ids to replace on every page, and the judgements on everything but persons."""
    known = nodes(pages)
    judged = [judgement for short, full in candidates(known.values()) for judgement in _judged(short, full)]
    more = (*_firms(known), *owned(known), *zones(known.values()), *placed(known.values()))
    judged = consistent([*judged, *more], known)
    organs = consistent(_organs(known, canonical_ids(judged)), known)
    judged += organs
    ids = canonical_ids(judged)
    return ids, [judgement for judgement in judged if not _settled(judgement, ids)]


def _settled(judgement: Judgement, ids: Mapping[str, str]) -> bool:
    """Whether other judgements have made one of what this one was unsure about."""
    left, right = (ids.get(name, name) for name in (judgement.left, judgement.right))
    return judgement.verdict is Verdict.UNSURE and left == right


def _judged(short: Node, explained: tuple[Node, ...]) -> Iterator[Judgement]:
    """A short name is the one full name that explains it and that nothing speaks against.

    Where one page says that they are one and another that they are two, nobody but a person can tell.
    """
    against = {full.id: tuple(reason(see) for see in AGAINST if see(short, full)) for full in explained}
    possible = [full for full in explained if reason(told_apart) not in against[full.id]]
    for full in explained:
        if against[full.id] and alias_told(short, full):
            yield judgement_on(short, full, Verdict.UNSURE, (*_reasons(short, full), *against[full.id]), 0.5)
        elif against[full.id]:
            yield judgement_on(short, full, Verdict.DIFFERENT, against[full.id], 0.9)
        elif len(possible) > 1:
            yield judgement_on(short, full, Verdict.UNSURE, (*_reasons(short, full), SEVERAL), 0.5)
        elif alias_told(short, full):
            yield judgement_on(short, full, Verdict.SAME, _reasons(short, full), 0.9)
        elif work_added(short, full):
            yield judgement_on(short, full, Verdict.SAME, _reasons(short, full), 0.8)
        else:
            yield judgement_on(short, full, Verdict.UNSURE, _reasons(short, full), 0.5)


def _firms(known: Mapping[str, Node]) -> Iterator[Judgement]:
    """A firm that one page names beside a firm of the same own word has an id with its place, and elsewhere one without."""
    alike: dict[str, list[Node]] = defaultdict(list)
    for node in known.values():
        for name in node.registered:
            alike[name].append(node)
    for _, (first, *others) in sorted(alike.items()):
        for other in others:
            yield judgement_on(first, other, Verdict.SAME, (ONE_FULL_NAME,), 0.95)


def _organs(known: Mapping[str, Node], parks: Mapping[str, str]) -> Iterator[Judgement]:
    """Organs of one park, called alike behind its two names: 某区|管理委员会 and 某某开发区|管理委员会."""
    alike: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in known.values():
        for park in sorted(node.runs if node.kind is Kind.AGENCY else ()):
            name = known[park].canonical
            if node.canonical.startswith(name):
                alike[parks.get(park, park), organ(node.canonical.removeprefix(name))].append(node)
    for organs in alike.values():
        first, *others = organs
        for other in others:
            yield judgement_on(first, other, Verdict.SAME, ("Both are the same organ of one park.",), 0.9)


def _reasons(short: Node, full: Node) -> tuple[str, ...]:
    return tuple(reason(see) for see in (alias_told, begins, work_added) if see(short, full))
