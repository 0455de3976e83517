"""Why one name is one person: the reasons that the judgement gives, and how sure they make it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.graph.resolve.appearances import Appearance
from kg.graph.resolve.ties import one_body, reason_of, strongest

ONE_NAME = "They have one name."
IN_RANK = "A list of attendance has the name where a leader of that organ stands."
OUT_OF_RANK = "A list of attendance has the name where a leader of another organ stands."
BY_RANK = 0.03
AGAINST_RANK = -0.15


def why_one(person: Sequence[Appearance]) -> tuple[tuple[str, ...], float]:
    """The reasons, the surest first, and the confidence of the weakest appearance."""
    bodies = Counter(body for there in person for body in there.bodies)
    found = [
        (reason_of(one_body), 0.95)
        if any(bodies[body] > 1 for body in there.bodies)
        else _best(there, person)
        for there in person
    ]
    reasons = sorted(set(found), key=lambda pair: (-pair[1], pair[0]))
    told = (ONE_NAME, *dict.fromkeys(reason for reason, _ in reasons if reason))
    sure = reasons[-1][1]
    for reason, weight in _ranks(person):
        told, sure = (*told, reason), round(sure + weight, 2)
    return told, sure


def _best(there: Appearance, person: Sequence[Appearance]) -> tuple[str, float]:
    """The strongest tie of an appearance to any other; one that was placed by exclusion has none."""
    ties = [found for other in person if other is not there and (found := strongest(there, other))]
    if not ties:
        return "", 0.6
    best, sure = max(ties, key=lambda tie: tie[1])
    return reason_of(best), sure


def _ranks(person: Sequence[Appearance]) -> list[tuple[str, float]]:
    """Whether lists of attendance agree with the posts that other pages tell."""
    organs = {organ for there in person for organ in there.organs}
    ranges = [there.between for there in person if there.between is not None and not there.bodies]
    if not organs or not ranges:
        return []
    agree = all(any(low <= organ <= high for organ in organs) for low, high in ranges)
    return [(IN_RANK, BY_RANK) if agree else (OUT_OF_RANK, AGAINST_RANK)]


def mentions(person: Sequence[Appearance]) -> int:
    """How often the pages name the person."""
    return sum(there.mentions for there in person)
