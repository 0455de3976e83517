"""A report that says who was there without a name for what happened: its headline names the event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.facts.actors import persons
from kg.facts.attendance import Presence
from kg.facts.context import Context
from kg.facts.reports import Report
from kg.facts.tellings import Telling, date_of, stretches, tidy
from kg.model import Sentence, Span

CUES = (
    ("groundbreaking", re.compile(r"开工|奠基|破土|动工")),
    ("signing", re.compile(r"签约|签署|签下")),
    ("opening", re.compile(r"揭牌|开业|启用|落成|投产|通车")),
    ("visit", re.compile(r"来访|到访|客人|代表团|取经|来[^，。]{1,3}考察")),
    ("inspection", re.compile(r"调研|考察|视察|检查|督查|观摩|走访|慰问|看望|现场办公|到\S{1,8}办公|来看项目|看了|走进|走到")),
    ("competition", re.compile(r"大赛|比赛|竞赛")),
    ("meeting", re.compile(r"会议|座谈|开会|部署|表决|审议")),
)
"""What the headline and the first sentence say happened, the first that fits."""


def unnamed(context: Context, report: Report, index: int, said: Sequence[Presence]) -> Iterator[Telling]:
    """The one event of a report in which people take part and no rule has found an event."""
    strong = [p for p in said if not p.only_speaks]
    if not strong or not report.body:
        return
    lead = report.body[0]
    kind = next((k for k, cue in CUES for s in (*report.titles, lead) if cue.search(_plain(context, s))), "")
    if not kind:
        return
    title = report.titles[0] if report.titles else None
    source = title or lead
    parts = stretches(_plain(context, source))
    stop = source.span.start + parts[0].end
    span = source.span if title else Span(source.span.start, stop)
    yield Telling(
        span=span,
        label=tidy(context.reading.text[span.start : span.end]),
        kind=kind,
        report=index,
        rule="unnamed",
        date=date_of(context, lead, lead.span) or _date_within(context, lead),
        participants=tuple((x.entity, "attended") for x in persons(context, lead.span)),
        title=title is not None,
        confidence=0.7,
    )


def _date_within(context: Context, sentence: Sentence) -> str:
    return date_of(context, sentence, Span(sentence.span.start, sentence.span.start))


def _plain(context: Context, sentence: Sentence) -> str:
    return context.reading.plain[sentence.span.start : sentence.span.end]
