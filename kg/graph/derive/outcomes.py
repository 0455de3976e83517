"""What came of targets: met, missed, revised by a later page, or not reported by any page after their time.

A target and what was reached are compared only where subject, measure and period are the same. A half-year's number
answers no target for the year, a growth rate no level. A number told before the period is over can meet a count, since
counts only grow, but miss nothing. The period is that of the number, not of the page; without one there is no verdict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.entities.whereabouts import full_name, leading_place
from kg.graph.derive import dates
from kg.graph.derive.measures import Measure, is_better_low, measure, tells_of_a_place
from kg.graph.derive.verdicts import Verdict, verdict
from kg.model import Document, Entity, Evidence, Indicator, Kind, Knowledge, Unplaced
from kg.resources.divisions import named

SUBJECTS = frozenset(Kind) - {Kind.PROJECT, Kind.PERSON, Kind.OFFICE}
"""Whose targets are followed; a project's capacity and size are its description, no promise for a year."""
VAGUE = frozenset({Kind.PLACE, Kind.AGENCY})
"""Whom a page gives numbers of others, if it does not say whose they are."""
SHORTEST = 28
"""Days of a period that is worth a target: a month."""
SAME_WORDS, NORMAL_FORM = 0.95, 0.85
"""How sure it is that two numbers measure the same: named by the same words, or in normal form only."""
SILENCE = 0.6
"""How sure it is that nothing was reported: a page may have called the measure by another name."""
RULES = {each: f"derived-{each}" for each in Verdict}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a target. `by` is the number that met, missed or revised it; None where nothing was reported."""

    target: Indicator
    verdict: Verdict
    by: Indicator | None
    confidence: float

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Both quotes."""
        return tuple(sorted({*self.target.evidence, *(self.by.evidence if self.by else ())}))


@dataclass(frozen=True, slots=True)
class _Said:
    """An indicator in the measure's own unit, and the first and the last page that say it."""

    indicator: Indicator
    value: float
    first: Document
    last: Document

    @property
    def told(self) -> tuple[str, float]:
        return self.indicator.comparator, self.value


_Period = tuple[date, date]
_Question = tuple[str, str, Measure, _Period]
"""Subject, the place where its name alone tells none, measure and period."""


def outcomes(knowledge: Knowledge) -> list[Outcome]:
    """The outcome of each target that has one, sorted as the targets are."""
    found: dict[Indicator, Outcome] = {}
    for outcome in _found(knowledge):
        if isinstance(outcome, Outcome):
            found.setdefault(outcome.target, outcome)
    return [found[fact] for fact in knowledge.facts if isinstance(fact, Indicator) and fact in found]


def contradictions(knowledge: Knowledge) -> list[Unplaced]:
    """Targets that one report says were met and another that they were missed: for review."""
    return [item for item in _found(knowledge) if isinstance(item, Unplaced)]


def _found(knowledge: Knowledge) -> Iterator[Outcome | Unplaced]:
    pages = {document.identifier: document for document in knowledge.documents}
    subjects = {entity.id: entity for entity in knowledge.entities if entity.kind in SUBJECTS}
    asked: dict[_Question, list[_Said]] = defaultdict(list)
    for fact in knowledge.facts:
        if isinstance(fact, Indicator) and fact.subject in subjects:
            for question, said in _questions(fact, subjects[fact.subject], pages):
                asked[question].append(said)
    for question, all_said in asked.items():
        if any(said.indicator.modality == "target" for said in all_said):
            yield from _answered(question, all_said, knowledge.documents)


def _questions(
    fact: Indicator, subject: Entity, pages: Mapping[str, Document]
) -> Iterator[tuple[_Question, _Said]]:
    """What an indicator tells, once for each place whose pages tell it if the subject's name is not known of itself."""
    period, measured = dates.span(fact.period), measure(fact.name, fact.unit)
    if period is None or measured is None or (period[1] - period[0]).days + 1 < SHORTEST:
        return
    kind, factor = measured
    if subject.kind in VAGUE and not tells_of_a_place(kind):
        return
    told: dict[str, list[Document]] = defaultdict(list)
    for name in {quote.document for quote in fact.evidence} & pages.keys():
        told["" if _is_known(subject) else pages[name].place or name].append(pages[name])
    for place, of_place in sorted(told.items()):
        in_order = sorted(of_place, key=lambda page: (page.published, page.identifier))
        said = _Said(fact, fact.value * factor, in_order[0], in_order[-1])
        yield (fact.subject, place, kind, period), said


def _is_known(subject: Entity) -> bool:
    """Whether its name means one thing wherever it is printed: a firm's, or one that begins with a city."""
    front = leading_place(subject.label) or subject.label
    return subject.kind is Kind.ENTERPRISE or bool(named(full_name(front)))


def _answered(
    question: _Question, said: Sequence[_Said], pages: Sequence[Document]
) -> Iterator[Outcome | Unplaced]:
    subject, _, kind, period = question
    targets = [s for s in said if s.indicator.modality == "target"]
    actuals = [s for s in said if s.indicator.modality == "actual"]
    for target in targets:
        if _is_ambiguous(target, targets):
            continue
        if revision := _revision(target, targets, period):
            yield _outcome(target, Verdict.REVISED, revision)
            continue
        judged = [(a, v) for a in actuals if (v := _judged(target, a, kind, period))]
        verdicts = {v for _, v in judged}
        if len(verdicts) == 1:
            actual, reached = max(
                judged, key=lambda j: (j[0].last.published, j[0].indicator.confidence, j[0].value)
            )
            yield _outcome(target, reached, actual)
        elif verdicts:
            quotes = {quote for s in (target, *(a for a, _ in judged)) for quote in s.indicator.evidence}
            reason = (
                f"of {subject} in {target.indicator.period}: one number meets the target, another misses it"
            )
            yield Unplaced("outcome-contradicted", target.indicator.name, reason, tuple(sorted(quotes)))
        elif not actuals and _nobody_told(target, period, pages):
            confidence = round(SILENCE * target.indicator.confidence, 3)
            yield Outcome(target.indicator, Verdict.NOT_REPORTED, None, confidence)


def _is_ambiguous(target: _Said, targets: Sequence[_Said]) -> bool:
    """Whether a page sets two targets of one name (12 and 27 项目): then the name does not tell what is measured."""
    return any(t.told != target.told and {t.first, t.last} & {target.first, target.last} for t in targets)


def _revision(target: _Said, targets: Sequence[_Said], period: _Period) -> _Said | None:
    """The next other target that a later page sets while the period is not over."""
    later = [
        t
        for t in targets
        if dates.before(target.last.published, t.last.published)
        and t.told != target.told
        and not _is_ambiguous(t, targets)
        and not _is_over(period, t.last)
    ]
    return min(later, key=lambda t: (t.last.published, t.last.identifier), default=None)


def _judged(target: _Said, actual: _Said, kind: Measure, period: _Period) -> Verdict | None:
    told = dates.span(actual.last.published)
    if told is None or dates.before(actual.last.published, target.first.published):
        return None
    reached = verdict(target.told, actual.told, low_is_better=is_better_low(kind))
    if told[1] >= period[1]:  # a page of 2021-12 may know the whole of 2021
        return reached
    counts = not kind.growth and kind.unit != "%" and target.indicator.comparator not in ("<", "<=")
    return reached if reached is Verdict.MET and counts else None


def _nobody_told(target: _Said, period: _Period, pages: Sequence[Document]) -> bool:
    """Whether a page of the same place appeared after the period and none told: before that nobody can have."""
    place = target.first.place
    return (
        bool(place)
        and not _is_over(period, target.first)
        and any(page.place == place and _is_over(period, page) for page in pages)
    )


def _is_over(period: _Period, page: Document) -> bool:
    told = dates.span(page.published)
    return bool(told and told[0] > period[1])


def _outcome(target: _Said, reached: Verdict, by: _Said) -> Outcome:
    same = SAME_WORDS if target.indicator.name == by.indicator.name else NORMAL_FORM
    confidence = round(same * min(target.indicator.confidence, by.indicator.confidence), 3)
    return Outcome(target.indicator, reached, by.indicator, confidence)
