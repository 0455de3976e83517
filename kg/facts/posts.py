"""Who holds which post: an office beside a name, appointments, removals, and what is said to be over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.offices import PARENTHESES, Chain, chained
from kg.facts.appointments import THAT_POST, Told, appointments, that_post
from kg.facts.change_dates import changed_on, is_decided
from kg.facts.context import Context
from kg.model import Fact, Kind, Link, OfficePhrase, Span, Tenure, Unplaced

GAP = re.compile(r"(?:\s|同志|（兼）|（兼|[：:]|——|的)*")
NAMES_JOINT = re.compile(r"、")
COUNTED = re.compile(r"(?:共|有|共有|为)?[一二三四五六七八九十两\d]*[人位名][：:]")

STATE = re.compile(r"兼任|现任|(?<!不再)担任")
CHANGES = frozenset({"appointed", "removed"})


def held(context: Context) -> Iterator[tuple[Link, str, str]]:
    """Who holds an office where: (person, organisation, title), former offices left out."""
    for told in _told(context):
        for phrase in told.chain.offices:
            organisation = context.entities.seat_of.get(phrase)
            if organisation and not (told.former or phrase.former):
                yield told.person, organisation, phrase.title


def posts(context: Context) -> Iterator[Fact | Unplaced]:
    """The tenures of a page, sentence by sentence."""
    for told in _told(context):
        yield from _tenures(context, told)


def _told(context: Context) -> Iterator[Told]:
    by_sentence: dict[int, list[OfficePhrase]] = {}
    for phrase in context.entities.offices:
        sentence = context.reading.sentence_at(phrase.span.start)
        if sentence is not None:
            by_sentence.setdefault(sentence.span.start, []).append(phrase)
    for sentence in context.sentences():
        phrases = by_sentence.get(sentence.span.start, [])
        if phrases or THAT_POST.search(sentence.text):
            people = [link for link in context.links(sentence.span) if link.kind is Kind.PERSON]
            yield from _sentence(context, chained(context.reading.plain, phrases), people)


def _sentence(context: Context, found: list[Chain], people: list[Link]) -> Iterator[Told]:
    told: set[Chain] = set()
    for chain in found:
        for person in _beside(context, chain, people):
            told.add(chain)
            yield Told(person, chain, "office_then_name")
        if chain not in told and (titled := _right_before(chain, people)):
            told.add(chain)
            yield Told(titled, chain, "name_with_title")
    yield from appointments(context, found, people, told)
    yield from that_post(context, people, found)


def _right_before(chain: Chain, people: list[Link]) -> Link | None:
    """张三|总书记: a name with its title right behind, nothing between."""
    phrase = chain.offices[0]
    if len(chain.offices) > 1 or phrase.body is not None:
        return None
    return next((p for p in people if p.span.end == phrase.span.start), None)


def _beside(context: Context, chain: Chain, people: list[Link]) -> list[Link]:
    """The person right behind the chain, and those joined to him by 、."""
    text = context.reading.plain
    at = chain.end
    while True:
        moved = GAP.match(text, at).end()  # type: ignore[union-attr]
        if bracket := PARENTHESES.match(text, moved):
            moved = bracket.end()
        if moved == at:
            break
        at = moved
    if counted := COUNTED.match(text, chain.end):
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


def _tenures(context: Context, told: Told) -> Iterator[Fact | Unplaced]:
    chain, person = told.chain, told.person
    change = told.rule if told.rule in CHANGES and not _is_a_state(context, told) else ""
    span = Span(min(chain.start, person.span.start), max(chain.end, person.span.end))
    for phrase in chain.offices:
        organisation = context.entities.seat_of.get(phrase, "")
        if not organisation:
            reason = "no organisation stands with the office"
            yield Unplaced("office-without-body", phrase.title, reason, context.evidence(span))
            continue
        title_end = phrase.span.end
        yield Tenure(
            person=person.entity,
            organization=organisation,
            title=context.reading.text[title_end - len(phrase.title) : title_end],
            observed=changed_on(context, person) if change else context.published,
            former=told.former or phrase.former,
            change=change,
            evidence=context.evidence(span),
            confidence=0.97 if told.rule == "office_then_name" else 0.9,
            rule=told.rule,
        )


def _is_a_state(context: Context, told: Told) -> bool:
    """局长张三兼任指挥长: he has the office, and nobody says since when."""
    between = context.reading.plain[told.person.span.end : told.chain.start]
    return bool(STATE.search(between)) and not is_decided(context, told.person)
