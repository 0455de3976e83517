"""What became of each decision: what it did, or why it did nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.graph.decide.entries import Decision


@dataclass(frozen=True, slots=True)
class Outcome:
    """A decision with what it did and what was wrong with it, either of them empty."""

    decision: Decision
    did: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def warned(outcomes: Iterable[Outcome]) -> Iterator[tuple[Decision, str]]:
    """Each decision of which there is something to warn, with what."""
    return ((outcome.decision, warning) for outcome in outcomes for warning in outcome.warnings)


class Record:
    """Collects while decisions are applied."""

    def __init__(self) -> None:
        self._did: dict[str, list[str]] = defaultdict(list)
        self._warned: dict[str, list[str]] = defaultdict(list)

    def did(self, decision: Decision, what: str) -> None:
        self._did[decision.order].append(what)

    def warn(self, decision: Decision, why: str) -> None:
        self._warned[decision.order].append(why)

    def outcomes(self, decisions: Iterable[Decision]) -> tuple[Outcome, ...]:
        """One for each decision, in the order given."""
        return tuple(
            Outcome(d, tuple(self._did[d.order]), tuple(dict.fromkeys(self._warned[d.order])))
            for d in decisions
        )
