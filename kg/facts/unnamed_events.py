"""A report that says who was there without a name for what happened: its headline names the event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.facts.actors import persons
from kg.facts.context import Context
from kg.facts.deed import TIME
from kg.facts.event_names import DATELINE
from kg.facts.presence import Presence
from kg.facts.reports import Report, lines
from kg.facts.tellings import Telling, date_of, stretches, tidy

CUES = (
    ("groundbreaking", re.compile(r"开工|奠基|破土|动工")),
    ("signing", re.compile(r"签约|签署|签下")),
    ("opening", re.compile(r"揭牌|开业|启用|落成|投产|通车")),
    ("visit", re.compile(r"来访|到访|客人|客商|代表团|考察团|取经|抵|来[^，。]{1,3}考察")),
    (
        "inspection",
        re.compile(
            r"调研|考察|视察|检查|督查|观摩|走访|慰问|看望|现场办公|到\S{1,8}办公|来看项目|看了|走进|走到"
        ),
    ),
    ("competition", re.compile(r"大赛|比赛|竞赛")),
    ("meeting", re.compile(r"会议|座谈|开会|部署|表决|审议")),
)
"""What the headline and the first sentence say happened, the first that fits."""


SHORTEST = 6
"""A stretch that names an event has so many characters: 昨日 alone does not."""


def unnamed(context: Context, report: Report, said: Sequence[Presence]) -> Iterator[Telling]:
    """The one event of a report in which people take part and no rule has found an event."""
    if all(p.only_speaks for p in said) or not report.body:
        return
    filed = list(lines(context, report))
    lead = filed[len(report.titles)]
    kind = next(
        (k for k, cue in CUES for x in (*filed[: len(report.titles)], lead) if cue.search(x.text)), ""
    )
    if not kind and not any(p.span.touches(lead.sentence.span) and not p.only_speaks for p in said):
        return
    source = filed[0]
    start = match.end() if (match := DATELINE.match(source.text)) else 0
    start = match.end() if (match := TIME.match(source.text, start)) else start
    parts = [p for p in stretches(source.text) if p.end - max(start, p.start) >= SHORTEST]
    if not parts:
        return
    span = source.span(max(start, parts[0].start), len(source.text) if source.title else parts[0].end)
    yield Telling(
        span=span,
        core=span,
        label=tidy(context.reading.text[span.start : span.end]),
        kind=kind or "other",
        report=report.index,
        sentence=lead.sentence.span.start,
        rule="unnamed",
        date=date_of(lead, lead.sentence.span),
        participants=tuple((x.entity, "attended") for x in persons(context, lead.sentence.span)),
        title=source.title,
        confidence=0.7,
    )
