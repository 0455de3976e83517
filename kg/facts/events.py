"""Events: what the page tells of by name or by verb, told together, with all who took part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.entities.identity import local_part
from kg.facts.attendance import presences
from kg.facts.context import Context
from kg.facts.deeds import deeds
from kg.facts.event_merge import NEAR, merged, overlap
from kg.facts.named_events import named_events
from kg.facts.presence import MET, Presence
from kg.facts.reports import Report, reports
from kg.facts.speakers import add_speakers
from kg.facts.tellings import Telling
from kg.facts.told_events import GATHERED, GENERIC, UNATTENDED, Told
from kg.facts.unnamed_events import unnamed
from kg.facts.visits import visits
from kg.model import Event, Unplaced

FAMILIES = (named_events, deeds, visits)
NO_EVENT = "the report tells of no event that these words may mean"


def events(context: Context) -> Iterator[Event | Unplaced]:
    """The events of a page, and the people of whom it says that they took part in one that it does not tell."""
    filed = reports(context)
    tellings = [t for report in filed for family in FAMILIES for t in family(context, report)]
    said = [tuple(presences(context, report)) for report in filed]
    for i, report in enumerate(filed):
        if not any(t.report == i or _speaks_of(said[i], t) or _heads(report, t) for t in tellings):
            tellings += unnamed(context, report, said[i])
    told = [Told(group) for group in merged(tellings, context.reading.page.place)]
    for i in range(len(filed)):
        for lost in _attend(context, told, i, said[i]):
            words = context.reading.text[lost.span.start : lost.span.end]
            yield Unplaced("attendance-without-event", words, NO_EVENT, context.evidence(lost.span))
    add_speakers(context, told)
    _signers(told)
    yield from (_event(context, each) for each in told)


def _attend(context: Context, told: Sequence[Told], report: int, said: Sequence[Presence]) -> list[Presence]:
    """Add the presences of a report to the events they mean; those that mean none are returned."""
    lost = []
    before: tuple[Presence, Told] | None = None
    for presence in said:
        event = _meant(context, told, report, presence)
        if before and not presence.noun and _one_sentence(context, before[0], presence):
            event = before[1]
        if event is None:
            lost += [] if presence.only_speaks or presence.noun in ("", MET) else [presence]
            continue
        event.present.extend(presence.who)
        event.spans.append(presence.span)
        before = (presence, event) if presence.noun else before
    return lost


def _speaks_of(said: Sequence[Presence], telling: Telling) -> bool:
    """Whether a torn-off sentence (市领导…参加恳谈会) means an event that another report names."""
    return any(p.noun not in GENERIC and p.noun in telling.label for p in said)


def _heads(report: Report, telling: Telling) -> bool:
    """Whether a headline that stands above a report names an event of another one, as on pages in columns."""
    return telling.named and any((overlap(s.text, telling.label) or 0) >= NEAR for s in report.titles)


def _one_sentence(context: Context, a: Presence, b: Presence) -> bool:
    """Whether two presences are told in one sentence: 甲主持点评会，乙通报了结果."""
    return context.reading.sentence_at(a.span.start) == context.reading.sentence_at(b.span.start)


def _meant(context: Context, told: Sequence[Told], report: int, presence: Presence) -> Told | None:
    """The event a sentence about who took part speaks of: one of its own sentence, or of its report."""
    here = [e for e in told if any(t.report == report for t in e.tellings)]
    sentence = context.reading.sentence_at(presence.span.start)
    around = [e for e in here if sentence and any(sentence.span.covers(t.span) for t in e.tellings)]
    if presence.only_speaks:
        before = [
            e
            for e in here
            if any(t.report == report and t.named and t.span < presence.span for t in e.tellings)
        ]
        main = _main(before or here, report)
        signed = all(role == "signed" for _, role in presence.who)
        fitting = GATHERED if signed else GATHERED - {"signing"}
        return main if main is not None and main.kind in fitting and _gathered(main, report) else None
    attended = [e for e in here if not all(t.rule in UNATTENDED for t in e.tellings)]
    fits = [(e.noun_fits(presence.noun), e) for e in attended or here]
    best = [e for fit, e in fits if fit and fit == max(f for f, _ in fits)]
    if best:
        sitting = [e for e in best if e in around and e.kind == "meeting" and e.best.named]
        if not presence.noun and len(sitting) == 1:
            return sitting[0]
        near = [e for e in best if e in around] if presence.noun not in ("", "出席") else []
        return _main(near or best, report)
    if presence.noun and presence.noun not in GENERIC and not presence.noun.endswith("式"):
        return next((e for e in told if e.noun_fits(presence.noun) == 2), None)
    return None


def _main(candidates: Sequence[Told], report: int) -> Told | None:
    """The event that a report speaks of first; one that is only mentioned comes last."""

    def order(event: Told) -> tuple[bool, bool, int]:
        here = [t for t in event.tellings if t.report == report] or list(event.tellings)
        elsewhere = all(t.title for t in here) and not all(t.title for t in event.tellings)
        return all(t.rule == "mentioned" for t in here), elsewhere, min(t.span.start for t in here)

    return min(candidates, key=order, default=None)


def _gathered(event: Told, report: int) -> bool:
    """Whether a report tells of a gathering that is its subject, so that who speaks in it was there."""
    return any(t.report == report and t.rule in ("held", "title", "unnamed", "visit") for t in event.tellings)


def _signers(told: Sequence[Told]) -> None:
    """Whoever signs one of the agreements that a report tells after a signing of many has signed there."""
    for ceremony in told:
        for single in told:
            alone = single.kind == "signing" and not single.best.named
            if single is not ceremony and ceremony.signs_many and alone and _follows(single, ceremony):
                signed = [
                    p for t in single.tellings if not t.further for p in t.participants if p[1] == "signed"
                ]
                ceremony.present.extend(signed)


def _follows(single: Told, ceremony: Told) -> bool:
    """Whether one event is told in a report after another."""
    first = {t.report: t.span for t in reversed(ceremony.tellings)}
    return any(t.report in first and first[t.report] < t.span for t in single.tellings)


def _event(context: Context, told: Told) -> Event:
    best = told.best
    date = max((t.date for t in told.tellings), key=lambda d: (len(d.partition("/")[0]), d))
    everybody = [p for t in told.tellings for p in t.participants] + told.present
    spans = sorted({t.span for t in told.tellings} | set(told.spans))
    return Event(
        id=local_part("event", best.label) + (f"-{date.replace('/', '_')}" if date else ""),
        label=best.label,
        kind=best.kind,
        date=date,
        place=next((t.place for t in told.tellings if t.place), ""),
        participants=tuple(sorted({(who, role) for who, role in everybody if who})),
        evidence=tuple(quote for span in spans for quote in context.evidence(span)),
        confidence=max(t.confidence for t in told.tellings),
        rule=re.sub(r"_.*", "", best.rule),
    )
