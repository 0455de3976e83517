"""Several tellings of one event become one: headline, lead and body, named there and reported here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kg.facts.lexicon import alternatives
from kg.facts.tellings import LIST, Telling

FULL_DAY = len("2023-06-20")
NEAR = 0.4
"""Share of the shorter label's pairs of characters that two reports of one deed have in common."""
HEADED = 0.2
"""The same for a headline and a sentence of its own report."""
ALIKE = 0.7
"""The same for a headline that stands apart from its report."""
MANY = re.compile(r"集中|\d+个|批")
JOURNEYS = frozenset({"inspection", "visit"})
VERB_SECTIONS = (
    "award verbs",
    "groundbreaking verbs",
    "plain groundbreaking verbs",
    "signing verbs",
    "opening verbs",
)


def merged(tellings: Sequence[Telling], city: str) -> list[tuple[Telling, ...]]:
    """The tellings of a page by event, in order of the first of each; `city` is the page's own place, "某某市"."""
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
    kept: list[Telling] = []
    for telling in sorted(tellings, key=lambda t: (not t.named, t.span)):
        if not any(telling.core.touches(o.core if o.named else o.span) for o in kept):
            kept.append(telling)
    return sorted(kept, key=lambda t: (not t.named or t.rule == "title", t.span))


def same(a: Telling, b: Telling, city: str) -> bool:
    """Whether two tellings are of one event."""
    if _apart(a.date, b.date):
        return False
    if a.named and b.named:
        return _same_name(a, b, city)
    if a.kind in JOURNEYS and b.kind in JOURNEYS:
        return _same_journey(a, b)
    headed = a.report == b.report and a.title != b.title
    if a.named != b.named and headed:
        name, report = (a, b) if a.named else (b, a)
        if report.word and (report.word[-2:] in name.label or (overlap(a.label, b.label) or 0) >= NEAR):
            return True
    if a.kind != b.kind:
        return False
    if a.sentence == b.sentence and a.named != b.named:
        return True
    if headed and MANY.search(a.label) and MANY.search(b.label):
        return a.kind in ("groundbreaking", "signing")
    near = overlap(a.label, b.label)
    if near is None:
        return a.report == b.report and a.kind != "award"
    return near >= (HEADED if headed and a.kind != "award" else NEAR)


def _same_journey(a: Telling, b: Telling) -> bool:
    """One by the same people, unless two bodies are each visited by itself; a headline's is its report's."""
    guests, others = ({who for who, role in t.participants if role != "hosted"} for t in (a, b))
    hosts, theirs = ({who for who, role in t.participants if role == "hosted"} for t in (a, b))
    together, headed = a.report == b.report, a.title or b.title
    if a.further != b.further or (hosts and theirs and not hosts & theirs and not headed):
        return False
    if (guests & others) - {""}:
        return together or headed
    if together:
        return headed or "" in guests | others
    return headed and (overlap(a.label, b.label) or 0) >= ALIKE


def _same_name(a: Telling, b: Telling, city: str) -> bool:
    short, long = sorted((_plain(a.label), _plain(b.label)), key=len)
    if short in long:
        lead = long[: long.index(short)]
        return not re.match(r"[省市县区镇乡]", short) or lead in ("", city, city[:-1])
    if a.report != b.report or a.title == b.title:
        return False
    return _within(short, long) or (a.kind == b.kind and (overlap(short, long) or 0) >= NEAR)


def _within(short: str, long: str) -> bool:
    """Whether the characters of a name stand in this order in the other: 市人大常委会会议, 市十二届人大常委会第三十次会议."""
    rest = iter(long)
    return short[:1] == long[:1] and all(c in rest for c in short)


def _apart(a: str, b: str) -> bool:
    """Whether two dates told to the day differ."""
    days = [set(x.split("/")) for x in (a, b) if len(x.partition("/")[0]) == FULL_DAY]
    return len(days) > 1 and not days[0] & days[1]


def overlap(a: str, b: str) -> float | None:
    """The share of pairs of characters of the shorter label that the other has too, None where nothing is left of it.

    The verbs and counts that all labels of a kind have are taken out: 28个项目集中开工 is left with nothing.
    """
    pairs = [
        {s[i : i + 2] for i in range(len(s) - 1)} for s in (_common().sub("", _plain(x)) for x in (a, b))
    ]
    shorter = min(len(p) for p in pairs)
    return len(pairs[0] & pairs[1]) / shorter if shorter else None


@cache
def _common() -> re.Pattern[str]:
    verbs = "|".join(alternatives(LIST, section) for section in VERB_SECTIONS)
    return re.compile(rf"{verbs}|[\d.]+(?:个|家|只|亿元)|项目|集中|仪式|举行|同[日时步]|活动")


def _plain(label: str) -> str:
    return re.sub(r"[\s“”‘’《》（）()、，]", "", label)
