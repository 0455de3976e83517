"""Offices given and taken away: a person before his office, with a verb of appointment or removal between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.entities.offices import Chain
from kg.facts.context import Context
from kg.model import Link


@dataclass(frozen=True, slots=True)
class Told:
    """A person and the chain of offices that the text gives him, and how it says so."""

    person: Link
    chain: Chain
    rule: str
    former: bool = False


VERB = (
    r"(?P<end>不再担任|不再任|不再兼任|不再|辞去|卸任|免去)|"
    r"(?P<begin>获任|被任命为|任命为|当选为?|兼任|接任|担任|出任|履新|新任|现任|任|为)"
)
CHANGE = re.compile(
    rf"(?:（[男女]）)?(?:等[\d一二三四五六七八九十]+[名位人])?(?:同志)?(?:因[\u4e00-\u9fff]{{2,14}}?)?(?:分别|依法|提名)?(?:{VERB})(?:[了过中共]|分别)*$"
)
OF = re.compile(r"(?:同志)?(?:兼任|担任|所任)?的$")
REMOVAL_BEFORE = re.compile(r"免去|免|撤销|罢免|接受")
REMOVED_RIGHT_BEFORE = re.compile(r"(?:免去|撤销)$")
DUTY = re.compile(r"[^，。；]*?(?:职务|一职|的请求)")
THAT_POST = re.compile(r"(?:同志)?(?:不再担任|不再任|辞去|卸任)(?:该|此|上述|这一)职务?")
GENDER = re.compile(r"（(?:女|[\u4e00-\u9fff]{1,4}族)）")
RESPECTIVELY = re.compile(r"(?:同志)?分别")
LATER = re.compile(
    r"(?:既是|又是|也是|还是|现任|曾任|历任|不再担任|不再兼任|不再任|被[\u4e00-\u9fff]{0,4}聘为|受聘为|调任|升任|转任|改任|接任|聘为|当选为?|担任|出任|就任|是)$"
)
ONCE = frozenset({"曾任", "历任"})
GONE = frozenset({"不再担任", "不再兼任", "不再任"})
IS = re.compile(r"(?:是|，|：|（|系|——)$")


def appointments(
    context: Context, found: list[Chain], people: list[Link], told: set[Chain]
) -> Iterator[Told]:
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
        if group == people[:1] and (later := LATER.search(text, group[0].span.end, chain.start)):
            rule = "removed" if later[0] in GONE else "told_later"
            yield Told(group[0], chain, rule, former=later[0] in ONCE | GONE)
            continue
        between = text[group[-1].span.end : chain.start]
        if change := CHANGE.fullmatch(between):
            former = bool(change["end"])
            for person, part in _shared_out(group, chain, respectively=bool(RESPECTIVELY.match(between))):
                yield Told(person, part, "removed" if former else "appointed", former)
        elif not between and REMOVED_RIGHT_BEFORE.search(text, 0, group[0].span.start) and DUTY.match(text, chain.end):
            yield Told(group[-1], chain, "removed", former=True)
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
        if GENDER.sub("", text[person.span.end : group[0].span.start]) not in ("、", "和", "及"):
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
    return (
        _under_removals(text, sentence.span.start)
        or bool(REMOVAL_BEFORE.search(text, sentence.span.start, person.span.start))
        or "免" in text[chain.end : sentence.span.end]
    )


def _under_removals(text: str, position: int) -> bool:
    """Whether the last heading of a list of appointments before it is 免去： (张三的某局局长职务；李四的…)."""
    headings = list(HEADINGS.finditer(text, max(0, position - LONGEST_LIST), position + LONGEST_HEADING))
    return bool(headings) and headings[-1]["end"] is not None


HEADINGS = re.compile(r"(?:(?P<end>免去|撤销|决定免去)|任命|决定任命|批准任命)[^，。；：\n]{0,10}：")
LONGEST_LIST = 1500
LONGEST_HEADING = 4
"""Characters: of a list of appointments, and of a heading that stands in the sentence itself."""


def _more_names(text: str, chain: Chain) -> bool:
    """“市长张三，副市长李四”: the office behind the comma has its own name behind it."""
    return bool(re.match(r"[\u4e00-\u9fff]", text[chain.end : chain.end + 1]))


def that_post(context: Context, people: list[Link], found: list[Chain]) -> Iterator[Told]:
    """“…，李四不再担任该职”: the office named last before."""
    text = context.reading.plain
    for person in people:
        earlier = [c for c in found if c.end <= person.span.start]
        if earlier and THAT_POST.match(text, person.span.end):
            yield Told(person, earlier[-1], "removed", former=True)
