"""What sightings tell of a tenure's begin and end; dates keep the precision they were told with.

"Not after 2022-07" means not after the end of that month, "not before" not before its first day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.graph.derive import dates
from kg.graph.derive.limits import NONE, Limits
from kg.graph.derive.seats import REMOVED
from kg.graph.terms import Iri, date
from kg.graph.vocab import KG
from kg.model import Tenure


def bounds(group: Iterable[Tenure], seen: Iterable[Tenure], others: Limits = NONE) -> dict[Iri, str]:
    """The narrowest bounds from the sightings of one tenure; {} where none is dated.

    A holder seen later as the former one (原局长) had left by then: `seen` holds those sightings too. `others` is what
    the holders before and after him tell. Silence is never an end.
    """
    told: dict[Iri, list[str]] = defaultdict(list)
    in_post = [t for t in group if _dated(t)]
    for tenure in in_post:
        for bound in _meaning(tenure):
            told[bound].append(tenure.observed)
    last = dates.last([t.observed for t in in_post])
    for tenure in seen:
        if tenure.former and _dated(tenure) and _ends(tenure, last):
            told[KG.endedNotAfter].append(tenure.observed)
            if tenure.change == REMOVED and last:
                told[KG.endedNotBefore].append(tenure.observed)
    if told[KG.beganNotAfter]:
        told[KG.beganNotBefore] += [others.began_not_before] * bool(others.began_not_before)
        told[KG.endedNotAfter] += [others.ended_not_after] * bool(others.ended_not_after)
    return _possible({bound: _narrowest(bound, days) for bound, days in sorted(told.items()) if days})


def _ends(tenure: Tenure, last: str) -> bool:
    """Whether a sighting as the former holder lies after the last one in the post; a removal may be reported that day."""
    if not last or dates.before(last, tenure.observed):
        return True
    return tenure.change == REMOVED and not dates.before(tenure.observed, last)


def _meaning(tenure: Tenure) -> tuple[Iri, ...]:
    """Which bounds the date of one sighting sets."""
    if tenure.change == REMOVED:
        return (KG.beganNotAfter, KG.endedNotBefore, KG.endedNotAfter)
    if tenure.former:
        return (KG.beganNotAfter, KG.endedNotAfter)
    if tenure.change == "appointed":
        return (KG.beganNotBefore, KG.beganNotAfter, KG.endedNotBefore)
    return (KG.beganNotAfter, KG.endedNotBefore)


def _possible(told: dict[Iri, str]) -> dict[Iri, str]:
    """The bounds without those that the person's own sightings refute: seen before he was appointed, or after he was removed."""
    for upper, lower, wrong in (
        (KG.beganNotAfter, KG.beganNotBefore, KG.beganNotBefore),
        (KG.endedNotAfter, KG.endedNotBefore, KG.endedNotAfter),
    ):
        if dates.before(told.get(upper, ""), told.get(lower, "")):
            told = {bound: day for bound, day in told.items() if bound != wrong}
    return told


def _narrowest(bound: Iri, told: list[str]) -> str:
    """The latest "not before", the earliest "not after"; a month is narrower than its year on both sides."""
    if bound in (KG.beganNotBefore, KG.endedNotBefore):
        return max(told)
    return min(told, key=lambda day: day.ljust(len("2022-07-30"), "9"))


def _dated(tenure: Tenure) -> bool:
    return bool(date(tenure.observed).datatype)
