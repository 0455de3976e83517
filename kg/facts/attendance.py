"""Who took part: the sentences that say so, whatever event they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.facts.actors import bodies, persons
from kg.facts.attendance_lists import OUTSIDE, elected, firms_among, inverse, met, parties, signers, stops
from kg.facts.context import Context
from kg.facts.event_names import noun_in
from kg.facts.lexicon import alternatives, anywhere
from kg.facts.presence import HOST, Presence, deed_noun, role_of, way_of
from kg.facts.reports import Line, Report, lines
from kg.facts.tellings import LIST, quoted, stretches
from kg.model import Kind, Link, Span

REPRESENTED = re.compile(
    r"^(?:等|有关|相关|主要|分管|部门|单位|负责|领导|同志|代表|[、，和及与以]|共同|分别|也|还|受邀|应邀|一行|一起)"
)
LIST_TAIL = re.compile(
    r"(?:等|一行|同志|分别|有关|相关|部门|单位|主要|领导|负责人|负责同志|代表|市|\s|（[^）]*）|以及|及|各(?:县|市|区|镇)|、|（市）)*"
)
SHARED_HEAD = re.compile(r"政府$|委$|人大常委会$")
"""甲县、乙县、丙市政府: the places before share the last one's 政府 and do not act as places."""
DOING = re.compile(r"了|会见|拜访|来到|前往|走进")
GATHERING = re.compile(
    r"会[上后议]|[会式坛]上|推介|恳谈|座谈|与会|大会|论坛|仪式|现场会|签完字|致辞|主持|宣布|讲话|递交"
)
BOTH = re.compile(r"(?:走访|调研|考察|检查|视察|活动|观摩)(?:和|及|、|并)(?:参加)?(座谈会?|会议)")
"""What follows a verb of taking part in two things: 参加|走访和座谈."""
AMONG = re.compile(r"其中|(?:此次|本次|现场)?签约的?项目(?:分别)?(?:有|是|为|包括)")
REPORTS = re.compile(r"汇报|报告|介绍|说明")
LEADING_VERB = 4
"""A stretch whose verb stands among its first characters has its subject in the stretch before."""


def presences(context: Context, report: Report) -> Iterator[Presence]:
    """What the sentences of a report say of who took part."""
    listing, among, above = False, False, ""
    for line in lines(context, report):
        if line.title or OUTSIDE.match(line.text):
            continue
        told = inverse(line, listing=listing)
        listing = told is not None and line.text.rstrip().endswith(("；", ";"))
        if told is not None:
            yield told
        else:
            yield from _plain(line, gathering=GATHERING.search(above + line.text) is not None)
            yield from parties(line)
            yield from stops(line)
            yield from met(line)
            yield from signers(line)
            yield from elected(line)
        among = AMONG.match(line.text) is not None or (among and above.endswith("；"))
        if among:
            yield from firms_among(line)
        above = line.text


def _plain(line: Line, *, gathering: bool) -> Iterator[Presence]:
    """甲、乙出席会议并讲话，丙主持: subjects are gathered until a verb takes them."""
    text = line.text
    pending: int | None = None
    carried: tuple[Link, ...] = ()
    for part in stretches(text):
        verb = _verb(text, part)
        if verb is None:
            listed = _ends_with_name(line, part)
            pending = (part.start if pending is None else pending) if listed else None
            carried = persons(line.context, line.span(part.start, part.end)) or carried
            yield from _saying(line, part, gathering=gathering)
            continue
        subject = line.span(part.start if pending is None else pending, verb.start())
        who = persons(line.context, subject)
        if not who and verb.start() - part.start <= LEADING_VERB:
            who = carried
        deed = text[verb.start() : part.end]
        acting = [] if anywhere(LIST, "performing").match(deed) else _bodies(line, subject, deed)
        carried, pending = who or carried, None
        if who or acting:
            hosted = noun_in(text[: verb.start()]) if HOST.search(deed) else ""
            noun = (
                hosted
                or _noun_after(text[verb.end() : part.end], text[: verb.start()])
                or way_of(verb.group())
            )
            role = role_of(deed)
            found = tuple(dict.fromkeys((x.entity, role) for x in (*who, *acting)))
            where = Span(subject.start, line.span(0, part.end).end)
            yield Presence(where, noun, found)
            if both := BOTH.match(text, verb.end(), part.end):
                yield Presence(where, both[1], found)


def _saying(line: Line, part: Span, *, gathering: bool) -> Iterator[Presence]:
    """某局局长甲指出; 乙说, next to a sentence about the gathering: the person stands right before the verb."""
    verbs = "|".join(alternatives(LIST, section) for section in ("stressing", "saying")[: 1 + gathering])
    for person in persons(line.context, line.span(part.start, part.end)):
        behind = line.text[line.at(person.span.end) : part.end]
        if re.match(
            rf"^(?:也|还|则|分别|在[^，]{{1,12}}[时中]|在(?:现场|会上|仪式上|活动现场)|用[^，]{{2,12}})?(?:{verbs})",
            behind,
        ):
            yield Presence(person.span, "", ((person.entity, "spoke"),), only_speaks=True)


@cache
def _verbs() -> re.Pattern[str]:
    sections = ("attending", "hosting", "speaking", "performing")
    return re.compile("|".join(alternatives(LIST, section) for section in sections))


def _verb(text: str, part: Span) -> re.Match[str] | None:
    """The first verb of taking part in a stretch, outside quotes."""
    matches = _verbs().finditer(text, part.start, part.end)
    return next((m for m in matches if not quoted(text, m.start())), None)


def _ends_with_name(line: Line, part: Span) -> bool:
    """Whether a stretch is an item of a list of people or bodies: it ends with a name, or a name and 等市领导."""
    links = line.links(part.start, part.end)
    if anywhere(LIST, "visit verbs").search(line.text, part.start, part.end):
        return False
    if DOING.search(line.text, part.start, part.end):
        return False
    if not any(x.kind is not Kind.PLACE for x in links):
        return False
    return LIST_TAIL.fullmatch(line.text, line.at(links[-1].span.end), part.end) is not None


def _bodies(line: Line, subject: Span, deed: str) -> list[Link]:
    """The bodies among the subjects; a place counts in a list of bodies, or where it stands 作为 a participant."""
    plain = line.context.reading.plain
    hosts = re.search(r"由([^由]*)$", plain[subject.start : subject.end])
    if HOST.search(deed) and hosts:
        subject = Span(subject.start + hosts.start(1), subject.end)
    every = bodies(line.context, subject, places=True)
    organised = [x for x in every if x.kind is not Kind.PLACE]
    shared = any(SHARED_HEAD.search(plain[x.span.start : x.span.end]) for x in organised)
    found = []
    for link in every:
        behind = plain[link.span.end : link.span.end + 4]
        if plain[link.span.start - 1] in "在到赴于":
            continue
        if link.kind is Kind.PLACE:
            last = link.span.end == subject.end and plain[link.span.start - 1] in "、和"
            listed = organised and not shared and (last or behind[:1] in tuple("、和与"))
            if listed or behind.startswith("作为"):
                found.append(link)
        elif link.span.end == subject.end or REPRESENTED.match(behind) or _whose(link, subject, behind, deed):
            found.append(link)
    return found


def _whose(link: Link, subject: Span, behind: str, deed: str) -> bool:
    """听取了某局、某局|的汇报: the last of those that report"""
    return behind.startswith("的") and link.span.end + 1 == subject.end and REPORTS.match(deed) is not None


def _noun_after(behind: str, before: str) -> str:
    """The word for the event: behind the verb, or 会上, 仪式上 at the head of the sentence."""
    headed = re.match(r"^[^，]{1,6}上，", before)
    return noun_in(behind) or deed_noun(behind) or (noun_in(before[:8]) if headed else "")
