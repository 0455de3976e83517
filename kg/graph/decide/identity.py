"""The same and different by decision: what a person says outranks every rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

import networkx as nx

from kg.entities.identity import plain_id
from kg.graph.decide.apart import Side, cut, groups_of
from kg.graph.decide.entries import Decision, Reference
from kg.graph.decide.index import Atom, Index, Layer, NoMatchError
from kg.graph.decide.outcomes import Record
from kg.graph.resolve.judgement import Judgement, Verdict
from kg.model import Knowledge

BY = "decision"
"""Who made a judgement that no rule made."""


class Identity:
    """The final ids of all atoms; `replaced` are the same page by page, `judgements` those of persons."""

    def __init__(
        self,
        decisions: Iterable[Decision],
        pages: Sequence[Knowledge],
        by_rules: Sequence[Mapping[str, str]],
        former: Layer,
        record: Record,
    ) -> None:
        atoms = [(number, entity.id) for number, page in enumerate(pages) for entity in page.entities]
        self._rules = {(number, own): by_rules[number].get(own, own) for number, own in atoms}
        self._groups_by_rules = groups_of(self._rules)
        on_page = {atom: (atom[1],) for atom in atoms}
        before = {atom: former[atom] for atom in atoms if atom in former}
        self._index = Index(pages, [_single(self._rules), on_page, before])
        self._record = record
        self._found = {d: self._matched(d) for d in decisions if d.verb in ("same", "different")}
        self._sides = self._closed()
        self._moved: dict[Atom, str] = {}
        self._take_apart()
        self._apart = {**self._rules, **self._moved}
        self._mentions = Counter[str]()
        for atom, entity in self._index.entities.items():
            self._mentions[self._apart[atom]] += len(entity.mentions)
        self._final = self._joined()
        self.ids: dict[Atom, str] = {atom: self._final.get(one, one) for atom, one in self._apart.items()}
        self.index = Index(pages, [_single(self.ids), _single(self._rules), on_page, before])
        self.replaced = [dict(ids) for ids in by_rules]  # events are told apart by rules alone
        for (number, own), final in self.ids.items():
            self.replaced[number].pop(own, None)
            if own != final:
                self.replaced[number][own] = final
        self._by_own: dict[str, set[str]] = defaultdict(set)
        for (_, own), final in self.ids.items():
            self._by_own[own].add(final)
        self.judgements = [judgement for decision in self._found for judgement in self._judged(decision)]

    def now(self, id_of_rules: str) -> str:
        """The final id of what a rule calls so; of what was taken apart, that of the part that kept the id."""
        if id_of_rules in self._groups_by_rules:
            return self._final.get(id_of_rules, id_of_rules)
        return min(self._by_own.get(id_of_rules, {id_of_rules}))

    def _matched(self, decision: Decision) -> dict[Reference, frozenset[Atom]]:
        """What each reference of an entry means; those that mean nothing are warned of and left out."""
        found: dict[Reference, frozenset[Atom]] = {}
        for reference in decision.entities:
            try:
                found[reference] = frozenset(self._index.find(reference))
            except NoMatchError as error:
                self._record.warn(decision, str(error))
        return found if len(found) > 1 else {}

    def _closed(self) -> dict[frozenset[Atom], frozenset[Atom]]:
        """For what a reference means, all that entries of sameness join with it."""
        same = nx.Graph()
        for decision, found in self._found.items():
            same.add_nodes_from(found.values())
            if decision.verb == "same":
                nx.add_path(same, found.values())
        groups = nx.connected_components(same)
        return {node: frozenset().union(*group) for group in groups for node in group}

    def _take_apart(self) -> None:
        for decision, found in self._found.items():
            if decision.verb == "different":
                sides = [Side(self._sides[atoms], _mark(decision, ref)) for ref, atoms in found.items()]
                moved = cut(sides, self._rules, self._groups_by_rules)
                for atom, own in moved.items():
                    self._moved[atom] = min(own, self._moved.get(atom, own))

    def _parts(self, reference: Reference, atoms: Collection[Atom]) -> list[str]:
        """The ids of what a reference means. Of an id or a bare name, what was taken apart is no longer meant."""
        stayed = [atom for atom in atoms if atom not in self._moved] if not reference.pages else []
        return sorted({self._apart[atom] for atom in stayed or atoms})

    def _joined(self) -> dict[str, str]:
        """Each id → the id that stands for all that are the same as it."""
        same = {
            d: found for d, found in self._found.items() if d.verb == "same" and self._of_one_type(d, found)
        }
        groups = self._groups(same)
        for decision, found in self._found.items():
            if decision.verb == "different":
                for one, other in combinations(found.items(), 2):
                    self._keep_apart(decision, groups, {*self._parts(*one)}, {*self._parts(*other)}, same)
        return {one: best for group in self._groups(same) for best in (best_id(group),) for one in group}

    def _keep_apart(
        self,
        decision: Decision,
        groups: Sequence[set[str]],
        one: set[str],
        other: set[str],
        same: dict[Decision, dict[Reference, frozenset[Atom]]],
    ) -> None:
        """Leave out the entries of sameness that would join what differs: of two wrongs, a join spoils more."""
        if one & other:
            self._record.warn(
                decision, f"{', '.join(sorted(one & other))} is named twice and cannot differ from itself"
            )
        for group in groups:
            if group & one and group & other:
                for joining in [d for d, found in same.items() if {*self._all_parts(found)} & group]:
                    self._record.warn(joining, f"not applied, because it contradicts {decision}")
                    del same[joining]

    def _of_one_type(self, decision: Decision, found: Mapping[Reference, frozenset[Atom]]) -> bool:
        kinds = {self._index.entities[atom].kind.value for atoms in found.values() for atom in atoms}
        if len(kinds) > 1:
            self._record.warn(
                decision,
                f"these are of different types ({', '.join(sorted(kinds))}): tell the right [[type]] first",
            )
        return len(kinds) == 1

    def _groups(self, same: Mapping[Decision, Mapping[Reference, frozenset[Atom]]]) -> list[set[str]]:
        graph = nx.Graph()
        for found in same.values():
            nx.add_path(graph, self._all_parts(found))
        return list(nx.connected_components(graph))

    def _all_parts(self, found: Mapping[Reference, frozenset[Atom]]) -> list[str]:
        return [one for item in found.items() for one in self._parts(*item)]

    def _judged(self, decision: Decision) -> Iterable[Judgement]:
        parts = [self._parts(*item) for item in self._found[decision].items()]
        final = list(dict.fromkeys(self._final.get(one, one) for part in parts for one in part))
        if not parts:
            return
        if decision.verb == "same" and len(final) == 1:
            before = sorted({one for part in parts for one in part})
            told = f"{' and '.join(before)} are one" if len(before) > 1 else "they were one already"
            self._record.did(decision, f"{told}: {final[0]}")
        elif decision.verb == "different" and len(final) > 1:
            self._record.did(decision, f"{' and '.join(final)} are kept apart")
        for left, right in combinations([part[0] for part in parts], 2):
            yield self._judgement(decision, left, right)

    def _judgement(self, decision: Decision, left: str, right: str) -> Judgement:
        mentions = self._mentions[left] + self._mentions[right]
        verdict = Verdict.SAME if decision.verb == "same" else Verdict.DIFFERENT
        return Judgement(left, right, verdict, (decision.reason,), 1.0, mentions, BY)


def best_id(group: Iterable[str]) -> str:
    """The id with the fullest name; of namesakes the plain one."""
    return min(group, key=lambda one: (-len(plain_id(one)), one != plain_id(one), one))


def _mark(decision: Decision, reference: Reference) -> str:
    """What tells a part apart that leaves the others: what the entry says, else the pages, else the id or the name."""
    return decision.text("apart") or " ".join(reference.pages) or reference.id or reference.name


def _single(ids: Mapping[Atom, str]) -> dict[Atom, tuple[str]]:
    return {atom: (one,) for atom, one in ids.items()}
