"""A telling: one place in the page that tells of an event; several make one event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.facts.clauses import spoken_dates
from kg.facts.dates import When
from kg.facts.lexicon import anywhere
from kg.facts.reports import Line
from kg.model import SITES, Kind, Span
from kg.resources import words

LIST = "facts_events"
ORGANISED = frozenset({Kind.AGENCY, Kind.ENTERPRISE, Kind.INSTITUTION, Kind.PARK})
"""Kinds that can host, sign, be visited or be honoured."""
BREAKS = "，。；！？!?;"
_PAIRS = {"“": "”", "（": "）", "(": ")", "《": "》", "‘": "’"}
_CLOSING = frozenset(_PAIRS.values())
_FULL_DAY = len("2023-06-20")
_DAY_WORDS = frozenset({"relative_day", "day_alone", "lately"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What one place says of an event.

    `span` is what is quoted for it, `core` the verb or name in it that tells. `named`: its label is the event's
    own name, not the words that report it; of these `word` is the verb. `report` is the index of the report, `sentence` where its sentence starts, `title` whether a headline or
    caption tells it, `speeches` whether the page reprints what was said there,
    `further` whether the sentence says that it came on top of another (他还走访了…).
    """

    span: Span
    core: Span
    label: str
    kind: str
    report: int
    sentence: int
    rule: str
    word: str = ""
    date: str = ""
    place: str = ""
    participants: tuple[tuple[str, str], ...] = ()
    named: bool = False
    title: bool = False
    speeches: bool = False
    further: bool = False
    confidence: float = 0.9


@lru_cache(maxsize=1024)
def stretches(text: str) -> tuple[Span, ...]:
    """The parts of a sentence between commas, relative to it; quotes and brackets are not cut."""
    found, start, depth = [], 0, 0
    for i, c in enumerate(text):
        if c in _PAIRS:
            depth += 1
        elif c in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and (c in BREAKS or _parts(text, i)):
            if i > start:
                found.append(Span(start, i))
            start = i + 1
    if start < len(text):
        found.append(Span(start, len(text)))
    return tuple(found)


def _parts(text: str, i: int) -> bool:
    """Whether a blank parts two lines of a headline: 某会开幕 签约项目42个."""
    blank = text[i] == " " and 0 < i < len(text) - 1 and not (text[i - 1] + text[i + 1]).isascii()
    return blank and not text.endswith(office_words(), 0, i)


@cache
def office_words() -> tuple[str, ...]:
    """Words behind which a blank sets off a name: 市委书记 张三."""
    return tuple(sorted(words("offices")))


def quoted(text: str, position: int) -> bool:
    """Whether a position lies inside a quotation."""
    before = text[:position]
    return before.count("“") > before.count("”")


def hoped(text: str) -> bool:
    """Whether words of hope, plan or habit govern what is told."""
    return bool(anywhere(LIST, "going to").search(text))


def date_of(line: Line, span: Span) -> str:
    """The date told beside an event: the day nearest to it, else another period of the past; "" where none is."""
    plain = line.context.reading.plain
    whens = [
        w
        for w in spoken_dates(line.sentence, line.context.published)
        if w.iso and not plain.startswith(("生", "出生"), w.span.end)
    ]
    days = [w for w in whens if len(w.iso.partition("/")[0]) == _FULL_DAY or w.rule in _DAY_WORDS]
    if days:
        return min(days, key=lambda w: (_distance(w, span), w.span)).iso
    early = [w for w in whens if w.span.end <= span.end and re.fullmatch(r"\d{4}(?:-\d\d)?", w.iso)]
    return early[-1].iso if early else ""


def _distance(when: When, span: Span) -> int:
    return max(span.start - when.span.end, when.span.start - span.end, 0)


def place_of(line: Line, span: Span) -> str:
    """The place or zone that a stretch names behind 在 or 于, "" where it names none."""
    for link in line.context.links(span):
        before = line.context.reading.plain[max(0, link.span.start - 1) : link.span.start]
        if link.kind in SITES and before in ("在", "于"):
            return link.entity
    return ""


def tidy(label: str) -> str:
    """A label without the marks at its edges; quotes that enclose all of it are taken off."""
    label = re.sub(r"\s+", "", label).strip("，、。；：:—-·■□●")
    label = re.sub(r"(?<=调研|考察|走访|视察|慰问)(?:侧记|纪实|纪行|速写|特写|见闻)$", "", label)
    for opening, closing in ("“”", "「」"):
        if label.startswith(opening) and label.endswith(closing) and label.count(opening) == 1:
            label = label[1:-1]
    return label
