"""Run the recognisers over a page: mentions line by line, then names pooled over the page, then overlaps settled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.entities import officials, people, rosters
from kg.entities.agencies import agencies
from kg.entities.elsewhere import firms_elsewhere, zones_elsewhere
from kg.entities.enterprises import enterprises
from kg.entities.institutions import institutions
from kg.entities.line import Line
from kg.entities.lists import listed
from kg.entities.names import Name
from kg.entities.offices import Chain, chained, offices
from kg.entities.parks import parks
from kg.entities.places import places
from kg.entities.pooling import Own, Short, occurrences, own_words, persons_elsewhere, short_names, shortened
from kg.entities.projects import projects
from kg.model import Kind, Mention, OfficePhrase, Reading, Span


@dataclass(frozen=True, slots=True)
class Recognition:
    """What was recognised on a page: mentions that do not cross, and the offices with their bodies."""

    mentions: tuple[Mention, ...]
    offices: tuple[OfficePhrase, ...]


def bylines(recognition: Recognition) -> tuple[str, ...]:
    """The reporters, photographers and editors whom the page names as such and nowhere else otherwise, sorted."""
    others = {m.text for m in recognition.mentions if m.kind is Kind.PERSON and m.rule not in ("byline", "pooled")}
    return tuple(sorted({m.text for m in recognition.mentions if m.rule == "byline"} - others))


@dataclass(frozen=True, slots=True)
class Seen:
    """One line and what was seen in it before its persons were looked for."""

    line: Line
    bodies: tuple[Mention, ...]
    phrases: tuple[OfficePhrase, ...]
    chains: tuple[Chain, ...]


def recognize(reading: Reading) -> Recognition:
    """All mentions of a page: bodies line by line, short forms pooled, then offices, then persons."""
    lines = [Line.of(reading, sentence) for sentence in reading.sentences]
    bodies = [_bodies(line) for line in lines]
    short = short_names(zip(lines, bodies, strict=True))
    own = own_words(zip(lines, bodies, strict=True))
    seen = [_see(reading.plain, line, found, short, own) for line, found in zip(lines, bodies, strict=True)]
    known = _sure_names(seen)
    mentions = [mention for one in seen for mention in (*one.bodies, *_people(one, known), *_offices(one))]
    mentions += [*persons_elsewhere(lines, mentions), *firms_elsewhere(lines, mentions), *zones_elsewhere(lines, mentions)]
    return Recognition(settle(mentions), tuple(phrase for one in seen for phrase in one.phrases))


def _bodies(line: Line) -> tuple[Mention, ...]:
    """Whatever can have an office or a project: places, firms, institutions, parks and organs."""
    where = tuple(places(line))
    found = (*where, *enterprises(line, where), *institutions(line, where), *parks(line, where))
    return (*found, *agencies(line, found))


def _see(plain: str, line: Line, found: tuple[Mention, ...], short: frozenset[Short], own: Own) -> Seen:
    bodies = (*found, *occurrences(line, short, found))
    bodies = (*bodies, *shortened(line, own, bodies))
    phrases, guessed = offices(line, bodies)
    works = (*projects(line, tuple(m for m in bodies if m.kind in BUILDERS)), *listed(line))
    held = [Span(p.span.end - len(p.title), p.span.end) for p in phrases]
    works = tuple(m for m in works if not any(m.span.covers(office) for office in held))
    return Seen(line, (*bodies, *works, *guessed), phrases, tuple(chained(plain, phrases)))


BUILDERS = frozenset({Kind.ENTERPRISE, Kind.INSTITUTION, Kind.PARK})


def _sure_names(seen: Iterable[Seen]) -> frozenset[str]:
    """Names that some place of the page gives beyond doubt, to settle the doubtful places."""
    return frozenset(m.text for one in seen for m in _people(one, frozenset()) if m.confidence >= SURE)


SURE = 0.9


def _people(one: Seen, known: frozenset[str]) -> Iterator[Mention]:
    """The persons of a line, each with the rule that saw it."""
    line = one.line
    taken = frozenset(m.span.start - line.start for m in one.bodies)
    for chain in one.chains:
        for name in officials.holders(line, chain, known, taken):
            yield _person(line, name, "office_then_name")
    for rule, names in (
        ("leaders_list", rosters.leaders(line, known)),
        ("titled", people.titled(line, one.phrases, known)),
        ("founder", people.founders(line, known)),
        ("appointed", people.appointed(line, one.phrases, known)),
        ("caused", people.caused(line, known, taken)),
        ("speaker", people.speakers(line, known)),
        ("introduced", people.introduced(line, known)),
        ("scholar", people.scholars(line, known)),
        ("native", people.natives(line, known)),
        ("honoured", people.honoured(line, one.bodies, known)),
        ("byline", people.bylines(line, known)),
    ):
        for name in names:
            yield _person(line, name, rule)


def _person(line: Line, name: Name, rule: str) -> Mention:
    return Mention(line.span(name.start, name.end), name.text, Kind.PERSON, rule, round(name.sure, 2))


def _offices(one: Seen) -> Iterator[Mention]:
    for phrase in one.phrases:
        end = phrase.span.end
        yield Mention(Span(end - len(phrase.title), end), phrase.title, Kind.OFFICE, "office", 0.95)


PRIORITY = {Kind.PERSON: 3, Kind.AGENCY: 2, Kind.PROJECT: 1, Kind.ENTERPRISE: 2, Kind.INSTITUTION: 1, Kind.PARK: 1, Kind.PLACE: 0, Kind.OFFICE: 0}


TELLS = re.compile(r"(?:书记|市长|县长|区长|主任|局长|镇长).{0,8}?[到赴与]|添一[所座家个]|[亿万]元(?:投资)?(?:建设|兴建|新建|投建)|(?:调研|考察)重[大点]$|(?:[分支银]行|公司|集团)为[一二三首]期|量身(?:定制|打造)")
"""某市委书记某某某到|某某产业园, 某某开发区投资12亿元建设|某某物流中心: a telling, read through a broken line as a name."""
TOLD_KINDS = frozenset({Kind.PARK, Kind.PROJECT, Kind.INSTITUTION})


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Of mentions that overlap the longest stays, then the surer, then the kind that says more."""
    names = {m for m in mentions if m.kind not in TOLD_KINDS or not TELLS.search(m.text)}
    ranked = sorted(
        names, key=lambda m: (-len(m.span), -m.confidence, -PRIORITY[m.kind], m.span.start, m.kind, m.rule)
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
