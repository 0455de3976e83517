"""Run the recognisers over a page: mentions line by line, then names pooled over the page, then overlaps settled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.entities import officials
from kg.entities.agencies import agencies
from kg.entities.enterprises import enterprises
from kg.entities.institutions import institutions
from kg.entities.line import Line
from kg.entities.lists import listed
from kg.entities.offices import Chain, chained, offices
from kg.entities.parks import parks
from kg.entities.places import places
from kg.entities.projects import projects
from kg.model import Kind, Mention, OfficePhrase, Reading, Span


@dataclass(frozen=True, slots=True)
class Holding:
    """A chain of offices and a name that the text puts beside it, before anyone asks who that is."""

    chain: Chain
    person: Mention
    rule: str


@dataclass(frozen=True, slots=True)
class Recognition:
    """What was recognised on a page: mentions that do not cross (offices may lie beside), and offices with names."""

    mentions: tuple[Mention, ...]
    offices: tuple[OfficePhrase, ...]
    holdings: tuple[Holding, ...]


def bylines(recognition: Recognition) -> tuple[str, ...]:
    """The reporters, photographers and editors whom the page names as such and nowhere else otherwise, sorted."""
    others = {m.text for m in recognition.mentions if m.kind is Kind.PERSON and m.rule not in ("byline", "pooled")}
    return tuple(sorted({m.text for m in recognition.mentions if m.rule == "byline"} - others))


@dataclass(frozen=True, slots=True)
class Seen:
    """One line and what was seen in it before the page was pooled."""

    line: Line
    bodies: tuple[Mention, ...]
    phrases: tuple[OfficePhrase, ...]
    chains: tuple[Chain, ...]


def recognize(reading: Reading) -> Recognition:
    """All mentions of a page."""
    seen = [_see(reading.plain, Line.of(reading, sentence)) for sentence in reading.sentences]
    known = _sure_names(seen)
    mentions: list[Mention] = []
    holdings: list[Holding] = []
    for one in seen:
        held = list(_holdings(one, known))
        holdings += held
        people = [h.person for h in held] + list(_people(one, known))
        mentions += one.bodies
        mentions += people
        mentions += _office_mentions(one)
    mentions += _pooled(seen, mentions)
    return Recognition(settle(mentions), tuple(p for one in seen for p in one.phrases), tuple(holdings))


def _see(plain: str, line: Line) -> Seen:
    where = tuple(places(line))
    firms = tuple(enterprises(line, where))
    schools = tuple(institutions(line, where))
    zones = tuple(parks(line, (*where,)))
    bodies = (*where, *firms, *schools, *zones)
    organs = tuple(agencies(line, bodies))
    works = tuple(projects(line, where, (*firms, *zones, *schools)))
    phrases, guessed = offices(line, (*bodies, *organs))
    chains = tuple(chained(plain, phrases))
    return Seen(line, (*bodies, *organs, *works, *guessed, *listed(line)), phrases, chains)


def _sure_names(seen: Iterable[Seen]) -> frozenset[str]:
    """Names that some place of the page gives beyond doubt, to settle the doubtful places."""
    found = set()
    for one in seen:
        for holding in _holdings(one, frozenset()):
            if holding.person.confidence >= 0.9:
                found.add(holding.person.text)
        for mention in _people(one, frozenset()):
            if mention.confidence >= 0.9:
                found.add(mention.text)
    return frozenset(found)


def _holdings(one: Seen, known: frozenset[str]) -> Iterator[Holding]:
    taken = frozenset(m.span.start - one.line.start for m in one.bodies)
    for chain in one.chains:
        for name in officials.holders(one.line, chain, known, taken):
            yield Holding(chain, officials.person(one.line, name, "office_then_name"), "office_then_name")


def _people(one: Seen, known: frozenset[str]) -> Iterator[Mention]:
    line = one.line
    for rule, names in (
        ("leaders_list", officials.leaders(line, known)),
        ("titled", officials.titled(line, one.phrases, known)),
        ("founder", officials.founders(line, known)),
        ("appointed", officials.appointed(line, one.phrases, known)),
        ("caused", officials.caused(line, known)),
        ("speaker", officials.speakers(line, known)),
        ("introduced", officials.introduced(line, known)),
        ("byline", officials.bylines(line, known)),
    ):
        for name in names:
            yield officials.person(line, name, rule)


def _office_mentions(one: Seen) -> Iterator[Mention]:
    for phrase in one.phrases:
        end = phrase.span.end
        yield Mention(Span(end - len(phrase.title), end), phrase.title, Kind.OFFICE, "office", 0.95)


def _pooled(seen: list[Seen], mentions: list[Mention]) -> Iterator[Mention]:
    """Every other place where a name stands that was told somewhere on the page."""
    names = sorted({m.text for m in mentions if m.kind is Kind.PERSON}, key=lambda n: (-len(n), n))
    if names:
        pattern = re.compile("|".join(map(re.escape, names)))
        for one in seen:
            for hit in pattern.finditer(one.line.text):
                if _free(one.line, hit.start(), hit.end()):
                    yield Mention(one.line.span(*hit.span()), hit[0], Kind.PERSON, "pooled", 0.9)


def _free(line: Line, start: int, end: int) -> bool:
    """Not inside a longer word (李强|化)."""
    for edge in (start, end):
        if 0 < edge < len(line.text) and edge not in line.cuts:
            word = line.word_at(edge)
            if (word.start < start or word.end > end) and len(word.text) > 2 and not word.pos.startswith("nr"):
                return False
    return True


PRIORITY = {Kind.PERSON: 3, Kind.AGENCY: 2, Kind.PROJECT: 1, Kind.ENTERPRISE: 2, Kind.INSTITUTION: 1, Kind.PARK: 1, Kind.PLACE: 0, Kind.OFFICE: 0}


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Of mentions that overlap the longest stays, then the surer, then the kind that says more."""
    ranked = sorted(
        set(mentions), key=lambda m: (-len(m.span), -m.confidence, -PRIORITY[m.kind], m.span.start, m.kind, m.rule)
    )
    taken: dict[int, Mention] = {}
    kept = []
    for mention in ranked:
        cells = range(mention.span.start, mention.span.end)
        if not any(c in taken for c in cells):
            kept.append(mention)
            for c in cells:
                taken[c] = mention
    return tuple(sorted(kept, key=lambda m: m.span))
