"""What was judged of two entities, and why: the record that a person can read and contradict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether two are one; what is unsure stays apart and is listed for review."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


SEVERAL = "More than one full name explains the short one."


@dataclass(frozen=True, slots=True)
class Judgement:
    """`left` and `right` are entity ids, equal where it is told why one name is one person throughout.

    `reasons` are sentences, those for and those against; `confidence` is that of the verdict (0–1];
    `mentions` is how often the pages name the two: what it would change to know better. `by` is "" where
    rules have judged, "decision" where a person has.
    """

    left: str
    right: str
    verdict: Verdict
    reasons: tuple[str, ...]
    confidence: float
    mentions: int
    by: str = ""


def by_use(judgement: Judgement) -> tuple[int, str, str, str, tuple[str, ...]]:
    """Sort key: the most mentioned first."""
    return -judgement.mentions, judgement.left, judgement.right, judgement.verdict, judgement.reasons
