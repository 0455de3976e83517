"""Apply a person's decisions while pages become one knowledge, step by step: entities, identity, statements, what is derived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.graph.decide import on_pages, statements
from kg.graph.decide.entries import Decision
from kg.graph.decide.identity import Identity
from kg.graph.decide.index import Index
from kg.graph.decide.judgements import settled
from kg.graph.decide.outcomes import Outcome, Record
from kg.graph.derive import PREDICATES
from kg.graph.resolve import by_rules
from kg.graph.resolve.judgement import Judgement
from kg.model import Knowledge


def _of_derived(entry: Decision) -> bool:
    return entry.about == "relation" and entry.text("predicate") in PREDICATES


class Decided:
    """What was decided, at work: call `entities`, then `resolve(…, decided.identity)`, `combine`, `statements`,
    `derive`, `derived`.

    `texts` are the raw pages by identifier, in which added statements find their words. Afterwards
    `outcomes` tells what became of each decision. Without decisions every step returns what it is given.
    """

    def __init__(self, decisions: Sequence[Decision], texts: Mapping[str, str]) -> None:
        self._decisions = decisions
        self._texts = texts
        self._record = Record()
        self._former: on_pages.Former = {}
        self._index: Index | None = None
        """Where the entities are after all that was decided of them; known once `identity` was called."""

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """One for each decision, sorted by what the decision says."""
        return self._record.outcomes(self._decisions)

    def entities(self, pages: Sequence[Knowledge]) -> list[Knowledge]:
        """The pages with what the rules overlooked, with the right types, and without what is no entity."""
        overlooked = [entry for entry in self._of("add") if entry.about == "entity"]
        known = on_pages.with_overlooked(pages, overlooked, self._texts, self._record)
        if types := self._of("type"):
            known, self._former = on_pages.with_types(known, types, self._look(known), self._record)
        if drops := self._of("drop"):
            known = on_pages.without_dropped(known, drops, self._look(known), self._record)
        return known

    def identity(
        self,
        pages: Sequence[Knowledge],
        ids: Sequence[Mapping[str, str]],
        judgements: Sequence[Judgement],
    ) -> tuple[list[dict[str, str]], tuple[Judgement, ...]]:
        """The ids to replace on each page and the judgements, after what a person says is the same or differs."""
        identity = Identity(self._decisions, pages, ids, self._former, self._record)
        self._index = identity.index
        return identity.replaced, settled(judgements, identity)

    def statements(self, knowledge: Knowledge) -> Knowledge:
        """The knowledge of all pages with other names, without what is wrong, and with what was missing."""
        if not self._decisions or self._index is None:
            return knowledge
        index, record = self._index, self._record
        added = [entry for entry in self._of("add") if entry.about != "entity"]
        knowledge = statements.named(knowledge, self._of("name"), index, record)
        wrong = [entry for entry in self._of("wrong") if not _of_derived(entry)]
        knowledge = statements.without_wrong(knowledge, wrong, index, record)
        knowledge = statements.with_added(knowledge, added, index, self._texts, record)
        return statements.officials_again(knowledge)

    def derived(self, knowledge: Knowledge) -> Knowledge:
        """What was derived, without the relations that a person rejects."""
        wrong = [entry for entry in self._of("wrong") if _of_derived(entry)]
        if not wrong or self._index is None:
            return knowledge
        return statements.without_wrong(knowledge, wrong, self._index, self._record)

    def _of(self, verb: str) -> list[Decision]:
        return [decision for decision in self._decisions if decision.verb == verb]

    def _look(self, pages: Sequence[Knowledge]) -> Index:
        """Where the entities are, resolved as they would be now."""
        ids, _ = by_rules(pages)
        return Identity(self._decisions, pages, ids, self._former, Record()).index
