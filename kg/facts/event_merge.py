"""Several tellings of one event become one: headline, lead and body, named there and reported here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.facts.tellings import Telling

FULL_DAY = len("2023-06-20")
NEAR = 0.45
"""Share of the shorter label's pairs of characters that two reports of one deed have in common."""
GATHERINGS = frozenset({"meeting", "forum", "competition", "other"})
JOURNEYS = frozenset({"inspection", "visit"})


def merged(tellings: Sequence[Telling], city: str) -> list[tuple[Telling, ...]]:
    """The tellings of a page by event, in order of the first of each; `city` is the page's own place, "太仓市"."""
    groups: list[list[Telling]] = []
    for telling in _clear(tellings):
        home = next((g for g in groups if any(same(telling, other, city) for other in g)), None)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    return [tuple(g) for g in groups]


def _clear(tellings: Sequence[Telling]) -> list[Telling]:
    """Without tellings by verb inside a name or another telling: 调研 in 某委员会调研工作会议."""
    ordered = sorted(tellings, key=lambda t: (not t.named, t.span))
    kept: list[Telling] = []
    for telling in ordered:
        if not any(telling.span.touches(other.span) for other in kept):
            kept.append(telling)
    return sorted(kept, key=lambda t: (not t.named or t.rule == "title", t.span))


def same(a: Telling, b: Telling, city: str) -> bool:
    """Whether two tellings are of one event."""
    if _apart(a.date, b.date):
        return False
    if a.named and b.named:
        return _same_name(a, b, city)
    if a.kind != b.kind and not {a.kind, b.kind} <= JOURNEYS:
        return False
    together = a.report == b.report
    if a.kind in JOURNEYS:
        return _same_journey(a, b, together=together)
    if together and (a.title != b.title) and a.kind not in ("award", "other"):
        return True
    return _overlap(a.label, b.label) >= NEAR


def _same_journey(a: Telling, b: Telling, *, together: bool) -> bool:
    guests = [{who for who, role in t.participants if role == "visited"} for t in (a, b)]
    hosts = [{who for who, role in t.participants if role == "hosted"} for t in (a, b)]
    if hosts[0] and hosts[1] and not hosts[0] & hosts[1] and not (a.title or b.title):
        return False
    if guests[0] & guests[1] - {""}:
        return together or a.title or b.title
    return together and (a.title or b.title or "" in guests[0] | guests[1]) or _overlap(a.label, b.label) >= 2 * NEAR


def _same_name(a: Telling, b: Telling, city: str) -> bool:
    short, long = sorted((_plain(a.label), _plain(b.label)), key=len)
    if short in long:
        lead = long[: long.index(short)]
        return not re.match(r"[省市县区镇乡]", short) or lead in ("", city, city[:-1])
    return a.report == b.report and (a.title or b.title) and _within(short, long)


def _within(short: str, long: str) -> bool:
    """Whether the characters of a name stand in this order in the other: 市人大常委会会议, 市十二届人大常委会第三十次会议."""
    rest = iter(long)
    return short[:1] == long[:1] and all(c in rest for c in short)


def _apart(a: str, b: str) -> bool:
    """Whether two dates told to the day differ."""
    days = [set(x.split("/")) for x in (a, b) if len(x.partition("/")[0]) == FULL_DAY]
    return len(days) > 1 and not days[0] & days[1]


def _overlap(a: str, b: str) -> float:
    pairs = [{s[i : i + 2] for i in range(len(s) - 1)} for s in (_plain(a), _plain(b))]
    return len(pairs[0] & pairs[1]) / max(1, min(len(p) for p in pairs))


def _plain(label: str) -> str:
    return re.sub(r"[\s“”‘’《》（）()、，]", "", label)
