"""Events told by their verb: 某项目奠基, 甲与乙签约, 某馆开馆, 某镇获评某称号."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.facts import deed_rules as rules
from kg.facts import deed_works as works
from kg.facts.context import Context
from kg.facts.deed import Deed
from kg.facts.lexicon import anywhere
from kg.facts.reports import Line, Report, lines
from kg.facts.tellings import LIST, Telling, stretches
from kg.model import Span

RULES: tuple[tuple[str, Callable[[Deed], Telling | None]], ...] = (
    ("award verbs", rules.award),
    ("honouring verbs", rules.honouring),
    ("commending verbs", rules.commended),
    ("groundbreaking verbs", works.groundbreaking),
    ("plain groundbreaking verbs", works.plain_groundbreaking),
    ("signing verbs", rules.signing),
    ("opening verbs", works.opening),
    ("site opening verbs", works.site_opening),
    ("milestone verbs", works.milestone),
    ("other verbs", rules.other),
    ("first of its kind", rules.first_of_its_kind),
)
"""A section of the word list and its rule, in the order in which they are tried in a stretch."""


def deeds(context: Context, report: Report) -> Iterator[Telling]:
    """The tellings of a report by verb, for each stretch of a sentence the first."""
    for line in lines(context, report):
        for stretch in stretches(line.text):
            told = _first(line, stretch)
            if told is not None:
                yield told


def _first(line: Line, stretch: Span) -> Telling | None:
    for section, rule in RULES:
        for verb in anywhere(LIST, section).finditer(line.text, stretch.start, stretch.end):
            deed = Deed(line, stretch, verb)
            told = None if deed.idle() else rule(deed)
            if told is not None:
                return told
    return None
