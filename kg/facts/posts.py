"""Who holds which post: an office beside a name, appointments, removals, and what is said to be over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.entities.offices import PARENTHESES, Chain, chained
from kg.facts.context import Context
from kg.model import Fact, Kind, Link, OfficePhrase, Span, Tenure, Unplaced

GAP = re.compile(r"(?:\s|同志|（兼）|（兼|[：:]|——|的)*")
NAMES_JOINT = re.compile(r"、")
COUNTED = re.compile(r"(?:共|有|共有|为)?[一二三四五六七八九十两\d]*[人位名][：:]")


@dataclass(frozen=True, slots=True)
class Told:
    """A person and the chain of offices that the text gives him, and how it says so."""

    person: Link
    chain: Chain
    rule: str
    former: bool = False


def held(context: Context) -> Iterator[tuple[str, str, int]]:
    """Who holds an office where: (person, organisation, clean position of the person's name)."""
    for told in _told(context):
        for phrase in told.chain.offices:
            if organisation := context.entities.seat_of.get(phrase):
                yield told.person.entity, organisation, told.person.span.start


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
    yield from _appointments(context, found, people, told)
    yield from _that_post(context, people, found)


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


VERB = (
    r"(?P<end>不再担任|不再任|不再兼任|不再|辞去|卸任|免去)|"
    r"(?P<begin>获任|被任命为|任命为|当选为?|兼任|接任|担任|出任|履新|新任|现任|任|为)"
)
CHANGE = re.compile(rf"(?:同志)?(?:因[\u4e00-\u9fff]{{2,14}}?)?(?:分别|依法|提名)?(?:{VERB})(?:[了过中共]|分别)*$")
OF = re.compile(r"(?:同志)?(?:兼任|担任|所任)?的$")
REMOVAL_BEFORE = re.compile(r"免去|免|撤销|罢免|接受")
DUTY = re.compile(r"[^，。；]*?(?:职务|一职|的请求)")
THAT_POST = re.compile(r"(?:同志)?(?:不再担任|不再任|辞去|卸任)(?:该|此|上述|这一)职务?")
RESPECTIVELY = re.compile(r"(?:同志)?分别")
LATER = re.compile(r"(?:既是|又是|也是|还是|现任|被[\u4e00-\u9fff]{0,4}聘为|受聘为|调任|升任|转任|改任|接任|聘为|当选为?|担任|出任|就任|是)$")
IS = re.compile(r"(?:是|，|：|（|系|——)$")


def _appointments(context: Context, found: list[Chain], people: list[Link], told: set[Chain]) -> Iterator[Told]:
    """Persons before their office.

    张三任某局局长; 李四、王五分别不再担任甲局局长、乙局局长; 免去赵六的某局局长、钱七的某办主任职务.
    """
    text = context.reading.plain
    for chain in found:
        if chain in told:
            continue
        group = _group_before(text, people, chain.start)
        if not group:
            continue
        if group == people[:1] and LATER.search(text, group[0].span.end, chain.start):
            yield Told(group[0], chain, "told_later")
            continue
        between = text[group[-1].span.end : chain.start]
        if change := CHANGE.fullmatch(between):
            former = bool(change["end"])
            for person, part in _shared_out(group, chain, respectively=bool(RESPECTIVELY.match(between))):
                yield Told(person, part, "removed" if former else "appointed", former)
        elif OF.fullmatch(between) and _is_removed(text, context, group[0], chain):
            yield Told(group[-1], chain, "removed", former=True)
        elif IS.fullmatch(between) and len(group) == 1 and not (between == "，" and _more_names(text, chain)):
            yield Told(group[0], chain, "name_then_office")


def _group_before(text: str, people: list[Link], position: int) -> list[Link]:
    """The person nearest before a position, with those joined to him by 、 and 和 before."""
    before = [p for p in people if p.span.end <= position]
    if not before:
        return []
    group = [before[-1]]
    for person in reversed(before[:-1]):
        if text[person.span.end : group[0].span.start] not in ("、", "和", "及"):
            break
        group.insert(0, person)
    return group


def _shared_out(group: list[Link], chain: Chain, *, respectively: bool) -> Iterator[tuple[Link, Chain]]:
    """分别: the first person the first office, and so on; otherwise everyone all of them."""
    if respectively and len(group) == len(chain.offices) > 1:
        for person, office in zip(group, chain.offices, strict=True):
            yield person, Chain((office,))
    else:
        for person in group:
            yield person, chain


def _is_removed(text: str, context: Context, person: Link, chain: Chain) -> bool:
    """“免去张三的…职务”, “张三的…一职…免去”: the removal stands before the names or behind the duty."""
    sentence = context.reading.sentence_at(person.span.start)
    if sentence is None or not DUTY.match(text, chain.end):
        follows = text[chain.end : chain.end + 1]
        if sentence is None or follows != "、":
            return False
    return bool(REMOVAL_BEFORE.search(text, sentence.span.start, person.span.start)) or "免" in text[chain.end : sentence.span.end]


def _more_names(text: str, chain: Chain) -> bool:
    """“市长张三，副市长李四”: the office behind the comma has its own name behind it."""
    return bool(re.match(r"[\u4e00-\u9fff]", text[chain.end : chain.end + 1]))


def _that_post(context: Context, people: list[Link], found: list[Chain]) -> Iterator[Told]:
    """“…，李四不再担任该职”: the office named last before."""
    text = context.reading.plain
    for person in people:
        earlier = [c for c in found if c.end <= person.span.start]
        if earlier and THAT_POST.match(text, person.span.end):
            yield Told(person, earlier[-1], "removed", former=True)


def _tenures(context: Context, told: Told) -> Iterator[Fact | Unplaced]:
    chain, person = told.chain, told.person
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
            observed=context.published,
            former=told.former or phrase.former,
            change=told.rule if told.rule in ("appointed", "removed") else "",
            evidence=context.evidence(span),
            confidence=0.97 if told.rule == "office_then_name" else 0.9,
            rule=told.rule,
        )
