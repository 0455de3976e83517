"""Who took part: the sentences that say so, whatever event they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.facts.actors import bodies, persons
from kg.facts.context import Context
from kg.facts.event_names import noun_in
from kg.facts.lexicon import alternatives, anywhere
from kg.facts.reports import Line, Report, lines
from kg.facts.tellings import LIST, ORGANISED, quoted, stretches
from kg.model import Kind, Link, Span


@dataclass(frozen=True, slots=True)
class Presence:
    """Persons and bodies with what they did, at a place in the page.

    `noun` is the word for the event they took part in (会议, 恳谈会, 调研), "" where it is not named. One that
    `only_speaks` (某局局长某某说) counts where the event around is a gathering.
    """

    span: Span
    noun: str
    who: tuple[tuple[str, str], ...]
    only_speaks: bool = False


DEED_NOUN = re.compile(
    r"调研|考察|视察|检查|督查|参观|观摩|座谈|开工|奠基|签约|揭牌|走访|慰问|审议|仪式|活动"
)
INVERSE = re.compile(
    r"(?:出席|参加|到场|陪同|随行|带队|领队|主持人?|出面|接待|见证|前排|随团|随访|出访|跟着去|一同去|一起去|同行|作陪|列席|与会|同往|在座)"
    r"(?:[^，。；：有是为]{0,16}?(?:还|共|分别)?(?:有|是|为|包括|共[^，：]{1,4}[位人名]?：|[：:])|[一-鿿]{0,6}的，)"
    r"|(?:方面|一方|方)(?:出席的|参加的)?(?:有|为|是)"
)
GOES_ON = re.compile(r"(?:方面|一方|还)(?:有|为|是)|^[^，]{0,8}方面")
OPENS = re.compile(r"(?:^|[，。、])[一-鿿]{0,4}$")
REPRESENTED = re.compile(
    r"^(?:等|有关|相关|主要|分管|部门|单位|负责|领导|同志|代表|[、，和及与以]|共同|分别|也|还|受邀|应邀|一行|一起)"
)
LIST_TAIL = re.compile(
    r"(?:等|一行|同志|分别|有关|相关|部门|单位|主要|领导|负责人|负责同志|代表|市|\s|（[^）]*）|以及|及|各(?:县|市|区|镇)|、|（市）)*"
)
SHARED_HEAD = re.compile(r"政府$|委$|人大常委会$")
"""甲县、乙县、丙市政府: the places before share the last one's 政府 and do not act as places."""
ACCOMPANY = re.compile(r"陪同|接待|同行|随行|同往|带队|领队|率")
DOING = re.compile(r"了|会见|拜访|来到|前往|走进")
HOST = re.compile(r"主办|承办|联合举办|协办")
PARTIES = re.compile(r"^(?P<one>[^，]*?)[与和同](?P<other>[^，]{2,40}?)(?:合作|共建|签约|投资)的[^，]*项目")
STOPS = re.compile(r"[一二两三四五六七八九十\d]站：")
LEADING_VERB = 4
"""A stretch whose verb stands among its first characters has its subject in the stretch before."""


def presences(context: Context, report: Report) -> Iterator[Presence]:
    """What the sentences of a report say of who took part."""
    listing = False
    for line in lines(context, report):
        if line.title:
            continue
        inverse = _inverse(line, listing=listing)
        listing = inverse is not None and line.text.rstrip().endswith(("；", ";"))
        if inverse is not None:
            yield inverse
        else:
            yield from _plain(line)
            yield from _parties(line)
            yield from _stops(line)


def _inverse(line: Line, *, listing: bool) -> Presence | None:
    """到场的有甲、乙; 带队的是丙; 主持人是丁; a list goes on behind ；"""
    text = line.text
    match = INVERSE.search(text) or (GOES_ON.search(text) if listing else None)
    if match is None:
        return None
    before = persons(line.context, line.span(0, match.start()))
    after = persons(line.context, line.span(match.end(), len(text)))
    if not after or (before and not OPENS.search(text[: match.start()])):
        return None
    first = text[match.end() : line.at(after[0].span.start)]
    if len(re.split(r"[，。]", first)) > 3 or re.search(r"表示|指出|强调|认为", first):
        return None
    said = match.group()
    role = "hosted" if "主持" in said else "visited" if re.search(r"带队|领队", said) else "attended"
    leading = re.search(r"率|带队|带着|前往|来到", text[: match.start()])
    leaders = [(x.entity, "visited") for x in before if leading]
    who = (*leaders, *((x.entity, role) for x in after))
    return Presence(line.sentence.span, noun_in(said) or _deed_noun(said) or _on_the_way(said), who)


def _plain(line: Line) -> Iterator[Presence]:
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
            yield from _saying(line, part)
            continue
        subject = line.span(part.start if pending is None else pending, verb.start())
        who = persons(line.context, subject)
        if not who and verb.start() - part.start <= LEADING_VERB:
            who = carried
        deed = text[verb.start() : part.end]
        acting = [] if anywhere(LIST, "performing").match(deed) else _bodies(line, subject, deed)
        carried, pending = who or carried, None
        if who or acting:
            noun = _noun_after(text[verb.end() : part.end], text[: verb.start()]) or _on_the_way(verb.group())
            role = role_of(deed)
            found = tuple(dict.fromkeys((x.entity, role) for x in (*who, *acting)))
            yield Presence(Span(subject.start, line.span(0, part.end).end), noun, found)


def _saying(line: Line, part: Span) -> Iterator[Presence]:
    """某局局长甲说: the person stands right before the verb."""
    for person in persons(line.context, line.span(part.start, part.end)):
        behind = line.text[line.at(person.span.end) : part.end]
        if re.match(
            rf"^(?:也|还|则|分别|在[^，]{{1,12}}[时中]|用[^，]{{2,12}})?(?:{alternatives(LIST, 'saying')})",
            behind,
        ):
            yield Presence(person.span, "", ((person.entity, "spoke"),), only_speaks=True)


def _parties(line: Line) -> Iterator[Presence]:
    """甲区与乙公司合作的某项目, where a signing is told: both have signed."""
    for part in stretches(line.text):
        match = PARTIES.search(line.text[part.start : part.end])
        if match is None:
            continue
        sides = [line.links(part.start + match.start(g), part.start + match.end(g)) for g in ("one", "other")]
        able = [
            [x for x in side if x.kind in ORGANISED or x.kind in (Kind.PLACE, Kind.PERSON)] for side in sides
        ]
        if all(able):
            who = (
                (able[0][-1].entity, "signed"),
                *((x.entity, "signed") for x in able[1] if x.kind is not Kind.PLACE),
            )
            yield Presence(line.span(part.start, part.end), "签约", who)


def _stops(line: Line) -> Iterator[Presence]:
    """行程有四站：甲馆、乙公司: the stops of a visit."""
    if match := STOPS.search(line.text):
        stops = bodies(line.context, line.span(match.end(), len(line.text)))
        if stops:
            yield Presence(line.sentence.span, "参观", tuple((x.entity, "hosted") for x in stops))


def role_of(words: str) -> str:
    """What somebody did by the words from the verb on: 出席会议并讲话 → spoke."""
    if words.startswith("主持") or HOST.search(words):
        return "hosted"
    if anywhere(LIST, "speaking").search(words) and not re.search(r"讲话精神", words):
        return "spoke"
    if re.match(r"率|带队|带着", words):
        return "visited"
    return "attended"


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
            listed = organised and not shared and behind[:1] in "、和与"
            if listed or behind.startswith("作为"):
                found.append(link)
        elif link.span.end == subject.end or REPRESENTED.match(behind):
            found.append(link)
    return found


def _noun_after(behind: str, before: str) -> str:
    """The word for the event: behind the verb, or 会上, 仪式上 at the head of the sentence."""
    headed = re.match(r"^[^，]{1,6}上，", before)
    return noun_in(behind) or _deed_noun(behind) or (noun_in(before[:8]) if headed else "")


def _on_the_way(verb: str) -> str:
    """陪同 where the verb tells of a journey: it fits another event too, but a journey best."""
    return "陪同" if ACCOMPANY.match(verb) else ""


def _deed_noun(text: str) -> str:
    match = DEED_NOUN.search(text)
    return match.group() if match else ""
