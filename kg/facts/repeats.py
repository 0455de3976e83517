"""Each number once: what headlines and later sentences repeat is left out."""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.bases import GROWTH
from kg.model import Indicator, Span

Told = tuple[float, str]
"""Value and unit of a number that a rule refused."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator, where it stands, and whether a headline says it."""

    indicator: Indicator
    span: Span
    sentence: Span
    article: int
    headline: bool


def once(candidates: list[Candidate], refused: set[Told]) -> list[Candidate]:
    """Each number once: what a headline or a later sentence repeats stands where it was told first in full.

    A headline's number that was refused in the text is refused.
    """
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.headline, c.span)):
        said = candidate.indicator
        if candidate.headline and (said.value, said.unit) in refused:
            continue
        if not any(_repeats(candidate, other) for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.span)


def _repeats(candidate: Candidate, other: Candidate) -> bool:
    a, b = candidate.indicator, other.indicator
    if candidate.sentence == other.sentence:
        return False
    if a.value != b.value or not (a.unit == b.unit or "" in (a.unit, b.unit)):
        return False
    if candidate.headline:
        return True
    alike = _alike(GROWTH.sub("", a.name), GROWTH.sub("", b.name))
    return a.modality == b.modality and alike >= (0.4 if candidate.article == other.article else 0.5)


def _alike(a: str, b: str) -> float:
    """Dice of the names' character pairs."""
    x, y = ({s[i : i + 2] for i in range(len(s) - 1)} or {s} for s in (a, b))
    return 2 * len(x & y) / (len(x) + len(y))
