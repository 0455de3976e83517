"""Who holds which post: an office beside a name, appointments, removals, and what is said to be over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.entities.offices import PARENTHESES, chains
from kg.facts.context import Context
from kg.model import Fact, Kind, Link, OfficePhrase, Sentence, Span, Tenure, Unplaced

GAP = re.compile(r"(?:\s|同志|（兼）|（兼|[：:])*")
NAMES_JOINT = re.compile(r"、")
COUNTED = re.compile(r"(?:共|有|共有|为)?[一二三四五六七八九十两\d]*[人位名][：:]")


@dataclass(frozen=True, slots=True)
class Chain:
    """Offices one person holds, with their organisations ("" where unknown)."""

    offices: tuple[tuple[OfficePhrase, str], ...]

    @property
    def span(self) -> Span:
        return Span(self.offices[0][0].span.start, self.offices[-1][0].span.end)


def posts(context: Context) -> Iterator[Fact | Unplaced]:
    """The tenures of a page, sentence by sentence."""
    seats = dict(context.entities.seats)
    by_sentence: dict[int, list[OfficePhrase]] = {}
    for phrase in context.entities.offices:
        sentence = context.reading.sentence_at(phrase.span.start)
        if sentence is not None:
            by_sentence.setdefault(sentence.span.start, []).append(phrase)
    for sentence in context.sentences():
        phrases = by_sentence.get(sentence.span.start, [])
        if phrases:
            people = [link for link in context.links(sentence.span) if link.kind is Kind.PERSON]
            yield from _sentence(context, sentence, _chains(context, phrases, seats), people)


def _chains(context: Context, phrases: list[OfficePhrase], seats: dict[OfficePhrase, str]) -> list[Chain]:
    groups: list[list[tuple[OfficePhrase, str]]] = []
    for phrase in phrases:
        seat = (phrase, seats.get(phrase, ""))
        if groups:
            before = groups[-1][-1][0]
            if chains(context.reading.plain[before.span.end : max(before.span.end, phrase.span.start)]):
                groups[-1].append(seat)
                continue
        groups.append([seat])
    return [Chain(tuple(group)) for group in groups]


def _sentence(context: Context, sentence: Sentence, found: list[Chain], people: list[Link]) -> Iterator[Fact | Unplaced]:
    for chain in found:
        holders = _beside(context, chain, people)
        for person in holders:
            yield from _tenures(context, sentence, chain, person, "office_then_name")
        if not holders:
            yield from _appointment(context, sentence, chain, people)


def _beside(context: Context, chain: Chain, people: list[Link]) -> list[Link]:
    """The person right behind the chain, and those joined to him by 、."""
    text = context.reading.plain
    at = chain.span.end
    while True:
        moved = GAP.match(text, at).end()  # type: ignore[union-attr]
        if bracket := PARENTHESES.match(text, moved):
            moved = bracket.end()
        if moved == at:
            break
        at = moved
    if counted := COUNTED.match(text, chain.span.end):
        at = counted.end()
    starts = {link.span.start: link for link in people}
    found = []
    while at in starts:
        link = starts[at]
        found.append(link)
        joint = NAMES_JOINT.match(text, link.span.end)
        if joint is None:
            break
        at = joint.end()
    return found


APPOINTED = re.compile(r"(?:同志)?(?:获任|被任命为|当选为?|任命为|任|为|兼任|兼|接任|担任|出任|履新|新任|现任)$")
ENDED = re.compile(r"(?:同志)?(?:分别)?(?:不再担任|不再任|不再兼任|辞去|卸任|免去|的)$")


def _appointment(context: Context, sentence: Sentence, chain: Chain, people: list[Link]) -> Iterator[Fact | Unplaced]:
    """张三任某局局长; 李四不再担任某局局长; 免去王五的某局局长职务; 张三是某局局长."""
    text = context.reading.plain
    before = [p for p in people if p.span.end <= chain.span.start]
    if not before:
        return
    person = before[-1]
    between = text[person.span.end : chain.span.start]
    after = text[chain.span.end : chain.span.end + 12]
    if "，" in between and not between.startswith("，"):
        return
    if ENDED.search(between) and ("的" != between or re.match(r"(?:一?职务?|的?请求|一职)", after)):
        yield from _tenures(context, sentence, chain, person, "removed", former=True, change="removed")
    elif APPOINTED.search(between):
        yield from _tenures(context, sentence, chain, person, "appointed", change="appointed")
    elif between in ("是", "，", "：", "（", "系"):
        yield from _tenures(context, sentence, chain, person, "name_then_office")


def _tenures(
    context: Context, sentence: Sentence, chain: Chain, person: Link, rule: str, *, former: bool = False, change: str = ""
) -> Iterator[Fact | Unplaced]:
    span = Span(min(chain.span.start, person.span.start), max(chain.span.end, person.span.end))
    for phrase, organisation in chain.offices:
        if not organisation:
            yield Unplaced("office-without-body", phrase.title, "no organisation stands with the office", context.evidence(span))
            continue
        yield Tenure(
            person=person.entity,
            organization=organisation,
            title=phrase.title,
            observed=context.published,
            former=former or phrase.former,
            change=change,
            evidence=context.evidence(span),
            confidence=0.97,
            rule=rule,
        )
