"""Inspections and visits: leaders look at a zone or firm, guests come from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.actors import bodies, persons
from kg.facts.context import Context
from kg.facts.lexicon import anywhere
from kg.facts.reports import Report
from kg.facts.tellings import LIST, Telling, date_of, hoped, place_of, stretches, tidy
from kg.model import Kind, Sentence, Span

NOMINAL = re.compile(r"^(?:组|报告|员|团|费|中(?![国心])|听到|情况|结果|工作会|会|发现|座谈会|活动的|成果|路线|点|要求)|^(?:时|中)(?!指出|强调|要求)")
GUESTS = re.compile(r"(?:代表团|考察团|访问团|参访团|客人|客商|来宾|大使|总领事|使节|一行)")
COMING = re.compile(r"来(?!自|源|信|函)|到访|来访|访问|到[一-鿿]{1,6}考察|抵|做客|取经")
PASSING = re.compile(r"(?:的|被|开展|组织|进行|深入|经|据|通过|加强|接受|常态化走访|拜访)$")
LONGEST = 46


def visits(context: Context, report: Report, index: int) -> Iterator[Telling]:
    """The tellings of inspections and visits of a report."""
    for sentence in (*report.titles, *report.body):
        text = context.reading.plain[sentence.span.start : sentence.span.end]
        for part in stretches(text):
            told = _visit(context, report, index, sentence, text, part)
            if told is not None:
                yield told


def _visit(context: Context, report: Report, index: int, sentence: Sentence, text: str, part: Span) -> Telling | None:
    title = sentence in report.titles
    for verb in anywhere(LIST, "visit verbs").finditer(text, part.start, part.end):
        before, after = text[part.start : verb.start()], text[verb.end() : part.end]
        if NOMINAL.match(after) or hoped(before) or (PASSING.search(before) and verb.group() != "办公") or _quoted(text, verb.start()):
            continue
        base = sentence.span.start
        actors = _actors(context, sentence, part, verb.start(), title=title)
        if not actors:
            continue
        objects = _objects(context, Span(base + part.start, base + part.end), base + verb.start(), actors)
        guests = bool(GUESTS.search(text[: verb.start()]) and COMING.search(text[part.start : part.end])) or verb.group() in ("访问", "到访", "来访", "取经", "做客")
        start, stop = _label(context, sentence, part, verb, text, actors)
        return Telling(
            span=Span(base + start, base + stop),
            label=tidy(context.reading.text[base + start : base + stop]),
            kind="visit" if guests else "inspection",
            report=index,
            rule="visit",
            date=date_of(context, sentence, Span(base + start, base + stop)),
            place=place_of(context, Span(base + part.start, base + part.end)),
            participants=(*((a, "visited") for a in actors), *((o, "hosted") for o in objects)),
            title=title,
            confidence=0.9,
        )
    return None


def _quoted(text: str, position: int) -> bool:
    return text[:position].count("“") > text[:position].count("”")


COLLECTIVE = re.compile(r"常委会|代表团|考察团|访问团|委员会|主席团|调研组|督查组|视察组")


def _actors(context: Context, sentence: Sentence, part: Span, verb: int, *, title: bool) -> tuple[str, ...]:
    """Who looks: persons and collective bodies before the verb; in a headline also whom nobody names (市长)."""
    base = sentence.span.start
    near = Span(base + part.start, base + verb)
    found = [x.entity for x in persons(context, near)]
    found += [x.entity for x in context.links(near) if x.kind is not Kind.PERSON and COLLECTIVE.search(context.reading.plain[x.span.start : x.span.end])]
    if found:
        return tuple(dict.fromkeys(found))
    lead = context.reading.plain[base : near.end]
    gone = re.search(r"(?:率|率领|带队|带着|一行|代表团|考察团|先后|[到来赴在]|深入)", lead[part.start :]) is not None
    early = persons(context, Span(base, near.end))
    if early and gone and not re.search(r"(?:表示|指出|强调|说|介绍|认为|希望|要求)[，：]", lead):
        return tuple(dict.fromkeys(x.entity for x in early))
    if GUESTS.search(lead[part.start :]) and (title or COMING.search(lead[part.start :] + context.reading.plain[near.end : near.end + 2])):
        return ("",)
    return ()


def _objects(context: Context, stretch: Span, verb: int, actors: tuple[str, ...]) -> tuple[str, ...]:
    """What is looked at: the bodies, firms and zones behind the verb, or between 到 and the verb."""
    found = []
    for link in bodies(context, stretch):
        lead = context.reading.plain[link.span.start - 1 : link.span.start]
        if link.entity not in actors and (link.span.start >= verb or lead in "到赴在往入进了"):
            found.append(link.entity)
    return tuple(dict.fromkeys(found))


def _label(context: Context, sentence: Sentence, part: Span, verb: re.Match[str], text: str, actors: tuple[str, ...]) -> tuple[int, int]:
    """From the first actor of the stretch to the end of it, cut behind the verb where that grows too long."""
    base = sentence.span.start
    own = [x for x in context.links(Span(base + part.start, base + verb.start())) if x.entity in actors]
    start = own[0].span.start - base if own else part.start
    stop = part.end
    if cut := re.search(r"(?:时)?(?:强调|指出|要求)$", text[verb.end() : stop]):
        stop = verb.end() + cut.start()
    if stop - start > LONGEST:
        stop = verb.end()
    return start, stop
