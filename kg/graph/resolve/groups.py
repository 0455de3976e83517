"""Appearances of one name become persons: what ties join, unless posts exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import networkx as nx

from kg.graph.resolve.appearances import Appearance
from kg.graph.resolve.camps import Seen, compatible, exclude
from kg.graph.resolve.ties import served, strongest

Person = list[Appearance]
MONTH = len("2022-07")


class Conflicts:
    """Which appearances of one name cannot be one person."""

    def __init__(self, everywhere: Sequence[Appearance]) -> None:
        self._told = [there.camps for there in everywhere]
        self._units: dict[str, list[str]] = defaultdict(list)
        for there in everywhere:
            for post in there.posts:
                if post.unit and post.day:
                    self._units[post.unit].append(post.day)
        self._together = [
            units for there in everywhere if len(units := {p.unit for p in there.posts} - {""}) > 1
        ]
        self._moves = [post for there in everywhere for post in there.posts if post.moved and post.day]
        self.possible = self._possible(everywhere)

    def between(self, one: Appearance, other: Appearance) -> bool:
        """Two on one page, or in posts that exclude each other and that no page tells of one person."""
        if one.page == other.page:
            return one.id != other.id
        return any(
            exclude(a, b)
            and not self._moved(a, b)
            and not any({a.camp, b.camp} <= camps for camps in self._told)
            for a in one.posts
            for b in other.posts
        ) or any(self._two_units(a.unit, b.unit) for a in one.posts for b in other.posts)

    def _moved(self, one: Seen, other: Seen) -> bool:
        """Whether a page in between tells that somebody left the one or came to the other."""
        first, last = sorted((one.day, other.day))
        return any(
            first <= move.day <= last for move in self._moves if move.camp in (one.camp, other.camp)
        )

    def _two_units(self, one: str, other: str) -> bool:
        """Head of one town in March and in June, of another in May: two persons, unless a page tells of both at once."""
        if not one or not other or one == other or any({one, other} <= units for units in self._together):
            return False
        first, second = sorted(self._units[one]), sorted(self._units[other])
        return _inside(first, second) or _inside(second, first)

    def _possible(self, everywhere: Sequence[Appearance]) -> bool:
        """Whether anything can speak against one person; nearly every name ends here, however many pages have it."""
        camps = {post.camp for there in everywhere for post in there.posts}
        if len({there.page for there in everywhere}) < len(everywhere):
            return True
        if not all(compatible(a, b) for a, b in combinations(sorted(camps), 2)):
            return True
        return any(self._two_units(a, b) for a, b in combinations(sorted(self._units), 2))


def _inside(days: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one of `others` lies between two of `days`, as far as the dates are told."""
    return any(
        days[0][: len(day)] < day and day[: len(days[-1])] < days[-1][: len(day)] for day in others if days
    )


def groups(everywhere: Sequence[Appearance], conflicts: Conflicts) -> tuple[list[Person], set[int]]:
    """The appearances person by person, and which persons consist of appearances that could be several's."""
    people: list[Person] = []
    doubtful: list[Person] = []
    for tied in _tied(everywhere):
        if not conflicts.possible or not any(conflicts.between(a, b) for a, b in combinations(tied, 2)):
            people.append(tied)
            continue
        parted, unsure = _parted(tied, conflicts)
        people += parted
        doubtful += unsure
    certain = len(people)
    return people + doubtful, set(range(certain, certain + len(doubtful)))


def _tied(everywhere: Sequence[Appearance]) -> Iterator[Person]:
    """What chains of ties join; bodies and cities are nodes of the graph, so that only what they leave open is compared."""
    graph = nx.Graph()
    by_city: dict[frozenset[str], list[int]] = defaultdict(list)
    for i, there in enumerate(everywhere):
        graph.add_node(i)
        graph.add_edges_from((i, ("body", body)) for body in there.bodies)
        graph.add_edges_from((i, ("city", city)) for city in served(there))
        by_city[frozenset(served(there))].append(i)
    for cities, members in by_city.items():
        elsewhere = [j for others, group in by_city.items() if others != cities or not cities for j in group]
        moved = [i for i in members if any(post.moved for post in everywhere[i].posts)]
        for i in members if not cities else {members[0], *moved}:
            graph.add_edges_from((i, j) for j in elsewhere if i != j and strongest(everywhere[i], everywhere[j]))
    for component in nx.connected_components(graph):
        yield [everywhere[i] for i in sorted(node for node in component if isinstance(node, int))]


def _parted(tied: Person, conflicts: Conflicts) -> tuple[list[Person], list[Person]]:
    """Persons, and appearances that belong to one of several.

    Those that exclude most others are placed first, so that what is compatible with two finds both there.
    """
    weight = {id(a): sum(conflicts.between(a, b) for b in tied) for a in tied}
    people: list[Person] = []
    unsure: list[Person] = []
    for there in sorted(tied, key=lambda a: (-weight[id(a)], a.document, a.id)):
        possible = [p for p in people if not any(conflicts.between(there, other) for other in p)]
        near = _nearest(there, possible)
        near = _in_rank(there, near) if len(near) > 1 else near
        if len(near) == 1:
            near[0].append(there)
        elif near:
            unsure.append([there])
        else:
            people.append([there])
    return people, unsure


def _nearest(there: Appearance, people: list[Person]) -> list[Person]:
    """Those that the surest tie joins it to."""
    sure = [
        max((tie[1] for other in person if (tie := strongest(there, other))), default=0.0)
        for person in people
    ]
    best = max(sure, default=0.0)
    return [person for person, tie in zip(people, sure, strict=True) if tie == best > 0]


def _in_rank(there: Appearance, near: list[Person]) -> list[Person]:
    """Of several namesakes of one city the only one whose rank fits the place in a list of attendance."""
    if there.between is None:
        return near
    low, high = there.between
    fitting = [p for p in near if any(low <= organ <= high for other in p for organ in other.organs)]
    return fitting if len(fitting) == 1 else near
