"""Inspections and visits: leaders look at a zone or firm, guests come from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.actors import bodies, in_office, persons
from kg.facts.context import Context
from kg.facts.lexicon import anywhere
from kg.facts.reports import Line, Report, lines
from kg.facts.tellings import LIST, Telling, date_of, hoped, place_of, quoted, stretches, tidy
from kg.model import Kind, Link, Span

NOMINAL = re.compile(
    r"^(?:组|报告|员|团|费|的|听到|情况|结果|工作会|会|发现|成果|路线|点|要求|中心|站|督导|基地)|^(?:时|中)(?!指出|强调|要求)"
)
PASSING = re.compile(
    r"(?:的|被|组织|经|据|通过|加强|接受|常态化走访|拜访|参加|出席|陪同[^，]{0,6}|继续|此次|本次|随同|一同|一道|关于)了?$"
)
GUESTS = re.compile(r"代表团|一行|考察团|访问团|参访团|客人|客商|来宾|大使|总领事|使节")
PARTY = re.compile(
    r"^(?:代表团|考察团|访问团|参访团|客人|客商|来宾)(?:们|成员|一行)?(?:还|先后|一路|又|实地|\S{2})?$"
)
COMING = re.compile(r"抵达|来(?!自|源|信|函)|到访|访问|到[一-鿿]{1,6}考察|抵|做客|取经|赴")
GOING = re.compile(r"率|带队|带着|带领|领着|一行|先后|[到来赴在]|深入|前往|走进")
SAYING = re.compile(r"(?:表示|指出|强调|说|介绍|认为|希望|要求|透露)[，：]")
COLLECTIVE = re.compile(r"常委会|代表团|考察团|访问团|委员会|主席团|调研组|督查组|视察组")
TAIL = re.compile(r"(?:时)?(?:强调|指出|要求|精神|以来|期间|活动)$|的?第.站$")
LIST_MARK = re.compile(r"^(?:、|和|与|及|以及)$")
SIGHTS = re.compile(
    r"^(?:[一二两三四五六七八九十\d]+[处个]|[^，、和与]{0,14}(?:项目|工地|工程|建设|改造)|的)"
)
"""What follows names that only say where a building site is."""
MEETING_PEOPLE = ("看望", "慰问", "走访慰问", "会见", "拜会")
"""Verbs whose objects are people, not bodies."""
VISITING = ("访问", "到访", "来访", "取经", "做客")
REACH = 120
"""Characters in which the list of sights ends."""
LONGEST = 46
"""A label in characters, beyond which it ends with the verb."""


@dataclass(frozen=True, slots=True)
class Journey:
    """A verb of looking or coming in a stretch; positions are relative to the line's text."""

    line: Line
    stretch: Span
    verb: re.Match[str]

    def happened(self) -> bool:
        """Whether somebody does it here: not 调研组, 接受检查, 计划走访."""
        text = self.line.text
        before, after = text[self.stretch.start : self.verb.start()], text[self.verb.end() : self.stretch.end]
        received = self.verb.group() == "会见" and not self.hosts(())
        return not received and not (
            NOMINAL.match(after) or PASSING.search(before) or hoped(before) or quoted(text, self.verb.start())
        )

    def actors(self) -> tuple[str, ...]:
        """Who goes: persons and collective bodies before the verb, "" for guests that are not named."""
        near = self._going(self.stretch.start)
        if near:
            return near
        lead = self.line.text[: self.verb.start()]
        early = self._going(0)
        if early and GOING.search(lead) and not SAYING.search(lead):
            return early
        own = lead[self.stretch.start :]
        if PARTY.search(own):
            return ("",)
        coming = COMING.search(own + self.line.text[self.verb.start() : self.verb.end()])
        return ("",) if GUESTS.search(own) and (self.line.title or coming) else ()

    def _going(self, start: int) -> tuple[str, ...]:
        span = self.line.span(start, self.verb.start())
        who = [
            *persons(self.line.context, span),
            *(x for x in self.line.context.links(span) if self._collective(x)),
        ]
        return tuple(dict.fromkeys(x.entity for x in sorted(who, key=lambda x: x.span)))

    def _collective(self, link: Link) -> bool:
        name = self.line.context.reading.plain[link.span.start : link.span.end]
        collective = link.kind is not Kind.PERSON and COLLECTIVE.search(name) is not None
        return collective and not in_office(self.line.context, link)

    def hosts(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """What is looked at: the bodies, firms and zones behind the verb, or between 到 and the verb."""
        if self.verb.group() in MEETING_PEOPLE:
            met = persons(self.line.context, self.line.span(self.verb.end(), self.stretch.end))
            return tuple(dict.fromkeys(x.entity for x in met))
        found = []
        for link in bodies(self.line.context, self.line.span(self.stretch.start, self.stretch.end)):
            lead = self.line.context.reading.plain[link.span.start - 1]
            behind = self.line.at(link.span.start) >= self.verb.start() and self._whole(link)
            if link.entity not in actors and (behind or lead in "到赴在往入进了"):
                found.append(link.entity)
        return tuple(dict.fromkeys(found))

    def _whole(self, link: Link) -> bool:
        """Whether a list of sights ends with its names: not 甲公司与乙公司两处项目工地."""
        at = self.line.at(link.span.end)
        for following in self.line.links(at, min(self.stretch.end, at + REACH)):
            if not LIST_MARK.match(self.line.text[at : self.line.at(following.span.start)]):
                break
            at = self.line.at(following.span.end)
        return SIGHTS.match(self.line.text[at : self.stretch.end]) is None

    def background(self) -> bool:
        """Whether it only says when something else happened: 访问德国期间，出席论坛."""
        return (
            re.search(r"(?:期间|以来|精神|之际|后)$", self.line.text[self.verb.start() : self.stretch.end])
            is not None
        )

    def guests(self) -> bool:
        """Whether they come from elsewhere, so that it is a visit and no inspection."""
        text = self.line.text
        coming = COMING.search(text[self.words(self.actors()).start : self.stretch.end])
        return self.verb.group() in (*VISITING, "会见") or bool(
            GUESTS.search(text[: self.verb.start()]) and coming
        )

    def words(self, actors: tuple[str, ...]) -> Span:
        """The label's range: from the first actor of the stretch to its end, cut behind the verb where that is long."""
        known = [x for x in self.line.links(0, self.verb.start()) if x.entity in actors]
        own = [x for x in known if self.line.at(x.span.start) >= self.stretch.start] or known[-1:]
        start = self.line.at(own[0].span.start) if own else self.stretch.start
        stop = self.stretch.end
        if tail := TAIL.search(self.line.text, self.verb.end(), stop):
            stop = tail.start()
        return Span(start, stop if stop - start <= LONGEST else self.verb.end())


def visits(context: Context, report: Report) -> Iterator[Telling]:
    """The tellings of inspections and visits of a report."""
    for line in lines(context, report):
        for stretch in stretches(line.text):
            for verb in anywhere(LIST, "visit verbs").finditer(line.text, stretch.start, stretch.end):
                journey = Journey(line, stretch, verb)
                actors = journey.actors() if journey.happened() else ()
                if actors:
                    yield _telling(journey, actors)
                    break


def _telling(journey: Journey, actors: tuple[str, ...]) -> Telling:
    line, words = journey.line, journey.words(actors)
    span = line.span(words.start, words.end)
    return Telling(
        span=span,
        core=line.span(journey.verb.start(), journey.verb.end()),
        label=tidy(line.context.reading.text[span.start : span.end]),
        kind="visit" if journey.guests() else "inspection",
        report=line.report.index,
        sentence=line.sentence.span.start,
        rule="mentioned" if journey.background() else "visit",
        date=date_of(line, span),
        place=place_of(line, line.span(journey.stretch.start, journey.stretch.end)),
        participants=_roles(journey, actors),
        title=line.title,
        further=re.search(r"还(?!有)", line.text[: journey.verb.start()]) is not None,
    )


def _roles(journey: Journey, actors: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Who came and who received; where somebody 会见 guests, both sides attended."""
    sides = ("attended", "attended") if journey.verb.group() == "会见" else ("visited", "hosted")
    return (*((a, sides[0]) for a in actors), *((o, sides[1]) for o in journey.hosts(actors)))
