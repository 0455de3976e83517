"""What sightings tell of a tenure's begin and end; dates keep the precision they were told with.

"Not after 2022-07" means not after the end of that month, "not before" not before its first day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.graph.terms import Iri, date
from kg.graph.vocab import KG
from kg.model import Tenure


def bounds(group: Iterable[Tenure], seen: Iterable[Tenure]) -> dict[Iri, str]:
    """The narrowest bounds from the sightings of one tenure; {} where none is dated.

    A holder seen later as the former one (原局长) had left by then: `seen` holds those sightings too.
    """
    told: dict[Iri, list[str]] = defaultdict(list)
    in_post = [t for t in group if _dated(t)]
    for tenure in in_post:
        for bound in _meaning(tenure):
            told[bound].append(tenure.observed)
    last = max((t.observed for t in in_post), default="")
    told[KG.endedNotAfter] += [
        t.observed for t in seen if t.former and _dated(t) and _after(t.observed, last)
    ]
    return {bound: _narrowest(bound, dates) for bound, dates in sorted(told.items()) if dates}


def _meaning(tenure: Tenure) -> tuple[Iri, ...]:
    """Which bounds the date of one sighting sets."""
    if tenure.former:
        return (KG.beganNotAfter, KG.endedNotAfter)
    if tenure.change == "appointed":
        return (KG.beganNotBefore, KG.beganNotAfter, KG.endedNotBefore)
    if tenure.change == "removed":
        return (KG.beganNotAfter, KG.endedNotBefore, KG.endedNotAfter)
    return (KG.beganNotAfter, KG.endedNotBefore)


def _narrowest(bound: Iri, dates: list[str]) -> str:
    """The latest "not before", the earliest "not after"; a month is narrower than its year on both sides."""
    if bound in (KG.beganNotBefore, KG.endedNotBefore):
        return max(dates)
    return min(dates, key=lambda told: told.ljust(len("2022-07-30"), "9"))


def _after(later: str, earlier: str) -> bool:
    """Whether one date lies wholly after another, as far as both are told."""
    told = min(len(later), len(earlier))
    return later[:told] > earlier[:told]


def _dated(tenure: Tenure) -> bool:
    return bool(date(tenure.observed).datatype)
