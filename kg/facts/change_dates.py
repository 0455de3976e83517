"""Whether a page tells of a very appointment, and when it or a removal was: the day that it tells, else the page's own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import timedelta

from kg.facts.appointments import HEADINGS, LONGEST_HEADING, LONGEST_LIST
from kg.facts.clauses import spoken_dates
from kg.facts.context import Context
from kg.facts.periods import bounds, is_past
from kg.model import Link, Sentence

DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
DECIDED = re.compile(r"任命|任免|免去|免职|决定任|批准任|获任|辞去|当选|选举|不再担?任|提请")
NEAR_BEFORE, NEAR_BEHIND = 160, 60
"""Characters."""
SENTENCES = 20
"""As many as a list of changes may have before a name."""
DAY = len("2022-07-30")
RECENT = timedelta(days=31)
"""How old a day may be that sentences before name for a whole list: 9月28日，会议决定任命：…。免去：…。"""


def is_decided(context: Context, person: Link) -> bool:
    """Whether somebody decides here, near by or in the heading of a list (任命：). 局长张三兼任指挥长 is no news."""
    text, at = context.reading.plain, person.span.start
    if DECIDED.search(text, max(0, at - NEAR_BEFORE), at + NEAR_BEHIND):
        return True
    return bool(HEADINGS.search(text, max(0, at - LONGEST_LIST), at + LONGEST_HEADING))


def changed_on(context: Context, person: Link) -> str:
    """The last date before the name in its sentence; else the nearest recent day that the article names before it.

    A date that tells less than the page's (今年), or lies after it, is none.
    """
    sentence = context.reading.sentence_at(person.span.start)
    if sentence is None:
        return context.published
    own = [d for d in _dates(context, sentence, person.span.start) if _tells_more(d, context.published)]
    if own:
        return own[-1]
    for before in _before(context, sentence) if is_decided(context, person) else ():
        days = [d for d in _dates(context, before, before.span.end) if _is_recent(d, context.published)]
        if days:
            return days[-1]
    return context.published


def _before(context: Context, sentence: Sentence) -> Iterator[Sentence]:
    """The sentences of the same article before one, the nearest first; no more than a list of changes is long."""
    known = context.reading.sentences
    here = bisect_left(known, sentence.span, key=lambda s: s.span)
    for other in reversed(known[max(0, here - SENTENCES) : here]):
        if other.article == sentence.article:
            yield other


def _dates(context: Context, sentence: Sentence, end: int) -> list[str]:
    """The dates of a sentence before a position; periods and quarters are none."""
    found = spoken_dates(sentence, context.published)
    return [when.iso for when in found if when.span.end <= end and DATE.fullmatch(when.iso)]


def _tells_more(day: str, published: str) -> bool:
    return not published or is_past(day, published) or day.startswith(published)


def _is_recent(day: str, published: str) -> bool:
    told, page = bounds(day), bounds(published)
    if len(day) != DAY or told is None or page is None or not _tells_more(day, published):
        return False
    return page[0] - told[1] <= RECENT
