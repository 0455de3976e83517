"""A report that says who was there without a name for what happened: its headline names the event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from kg.facts.actors import persons
from kg.facts.context import Context
from kg.facts.deed import TIME
from kg.facts.event_names import DATELINE
from kg.facts.presence import Presence
from kg.facts.reports import Line, Report, lines
from kg.facts.tellings import Telling, date_of, stretches, tidy
from kg.model import Kind, Span

CUES = (
    ("groundbreaking", re.compile(r"开工|奠基|破土|动工")),
    ("signing", re.compile(r"签约|签署|签[了下订]|合同|公约")),
    ("opening", re.compile(r"揭牌|开业|启用|落成|投产|通车")),
    ("visit", re.compile(r"来访|到访|客人|客商|代表团|考察团|取经|抵|来[^，。]{1,3}考察")),
    (
        "inspection",
        re.compile(
            r"调研|考察|视察|检查|督查|观摩|走访|慰问|看望|现场办公|到\S{1,8}办公|来看项目|看了|走进|走到|走了|转了|来看|看的是"
        ),
    ),
    ("competition", re.compile(r"大赛|比赛|竞赛")),
    ("meeting", re.compile(r"会议|座谈|开会|部署|表决|审议")),
)
"""What the headline and the first sentence say happened, the first that fits."""
SHORTEST = 6
"""A stretch that names an event has so many characters: 昨日 alone does not."""
SHORT_REPORT = 10
"""Sentences of a report that tells of one thing."""
DAY = re.compile(r"昨[日天晚]|今[日天]|前天|\d日|[一二三四五六七八九十]日")
NOTICE = re.compile(r"任前公[示告]|拟任.{0,8}公示")
ADDED = re.compile(r"另[悉讯据]|又讯|另外，")
ASKED = re.compile(r"^[^，。]{0,4}(?:说|介绍|表示|告诉|透露|认为|坦言|回忆|指着)")


def unnamed(context: Context, report: Report, said: Sequence[Presence]) -> Iterator[Telling]:
    """The one event of a report in which people take part and no rule has found an event."""
    if not report.body:
        return
    filed = list(lines(context, report))
    titles, opening = filed[: len(report.titles)], filed[len(report.titles) :][:2]
    strong = [p for p in said if not p.only_speaks]
    there = _there(opening) if _is_news(report, titles, opening) else ()
    if titles and NOTICE.search(titles[0].text):
        there = (*_announced(filed[len(titles) :]), *_issuer(filed[len(titles) :]))
    kind = next((k for k, cue in CUES for line in (*titles, opening[0]) if cue.search(line.text)), "")
    in_lead = any(p.span.touches(opening[0].sentence.span) for p in strong)
    if not there and not (strong and (kind or in_lead)):
        return
    words = _words(filed[0])
    if words is None:
        return
    lead = opening[0].sentence.span
    yield Telling(
        span=words,
        core=words,
        label=tidy(context.reading.text[words.start : words.end]),
        kind=kind or "other",
        report=report.index,
        sentence=lead.start,
        rule="unnamed",
        date=date_of(opening[0], lead),
        participants=tuple((x, "attended") for x in there or _named(opening[:1])),
        title=filed[0].title,
        confidence=0.7 if strong else 0.6,
    )


def _is_news(report: Report, titles: Sequence[Line], opening: Sequence[Line]) -> bool:
    """Whether a short report under a headline begins with the day of what it tells, and not with its reporter."""
    lead = opening[0].text
    return (
        bool(titles)
        and len(report.body) <= SHORT_REPORT
        and DAY.search(lead) is not None
        and "记者" not in lead
    )


def _there(opening: Sequence[Line]) -> tuple[str, ...]:
    """Whom the first two sentences name, unless somebody in them only answers questions."""
    for line in opening:
        for link in persons(line.context, line.sentence.span):
            if ASKED.match(line.text[line.at(link.span.end) :]):
                return ()
    return _named(opening)


def _announced(body: Sequence[Line]) -> tuple[str, ...]:
    """Whom a public notice announces: everybody in it, up to the news that was added below."""
    return _named(tuple(takewhile(lambda line: not ADDED.match(line.text), body)))


def _issuer(body: Sequence[Line]) -> tuple[str, ...]:
    """The organ that signs a public notice: the line that is nothing but its name."""
    for line in body:
        links = line.links(0, len(line.text))
        if len(links) == 1 and links[0].kind is Kind.AGENCY and len(links[0].span) == len(line.text.strip()):
            return (links[0].entity,)
    return ()


def _named(opening: Sequence[Line]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(x.entity for line in opening for x in persons(line.context, line.sentence.span))
    )


def _words(line: Line) -> Span | None:
    """The headline, or the first telling stretch of the first sentence behind its dateline and date."""
    start = match.end() if (match := DATELINE.match(line.text)) else 0
    start = match.end() if (match := TIME.match(line.text, start)) else start
    parts = [p for p in stretches(line.text) if p.end - max(start, p.start) >= SHORTEST]
    if not parts:
        return None
    return line.span(max(start, parts[0].start), len(line.text) if line.title else parts[0].end)
