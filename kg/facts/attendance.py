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
from kg.facts.tellings import LIST, stretches
from kg.model import Kind, Link, Sentence, Span


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


DEED_NOUN = re.compile(r"调研|考察|视察|检查|督查|参观|观摩|座谈|开工|奠基|签约|揭牌|走访|慰问|审议|仪式|活动")
INVERSE = re.compile(
    r"(?:出席|参加|到场|陪同|随行|带队|领队|主持人?|出面|接待|见证|前排|同行|作陪|列席|与会|同往|在座)"
    r"(?:[^，。；：有是为]{0,16}?(?:还|共|分别)?(?:有|是|为|包括|共[^，：]{1,4}[位人名]?：|[：:])|[一-鿿]{0,6}的，)"
    r"|(?:方面|一方|方)(?:出席的|参加的)?(?:有|为|是)"
)
GOES_ON = re.compile(r"(?:方面|一方|还)(?:有|为|是)|^[^，]{0,8}方面")
REPRESENTED = re.compile(r"^(?:等|有关|相关|主要|分管|部门|单位|负责|领导|同志|代表|[、，和及与以]|共同|分别|也|一起)")
HOST = re.compile(r"主办|承办|联合举办|协办")
LEADING_VERB = 4
"""A stretch whose verb stands among its first characters has its subject in the stretch before."""


def presences(context: Context, sentences: tuple[Sentence, ...]) -> Iterator[Presence]:
    """What the sentences of a report say of who took part."""
    listing = False
    for sentence in sentences:
        inverse = _inverse(context, sentence, listing=listing)
        if inverse is not None:
            listing = sentence.text.rstrip().endswith(("；", ";"))
            yield inverse
            continue
        listing = False
        yield from _plain(context, sentence)


def _inverse(context: Context, sentence: Sentence, *, listing: bool) -> Presence | None:
    """到场的有甲、乙; 带队的是丙; 主持人是丁; a list goes on behind ；"""
    text = _text(context, sentence)
    match = INVERSE.search(text) or (GOES_ON.search(text) if listing else None)
    if match is None:
        return None
    base = sentence.span.start
    before = persons(context, Span(base, base + match.start()))
    after = persons(context, Span(base + match.end(), sentence.span.end))
    if not after or (before and not text[: match.start()].rstrip().endswith(("，", "。", "、"))):
        return None
    first = text[match.end() : after[0].span.start - base]
    if len(re.split(r"[，。]", first)) > 3 or re.search(r"表示|指出|强调|认为", first):
        return None
    said = match.group()
    role = "hosted" if "主持" in said else "visited" if re.search(r"带队|领队", said) else "attended"
    noun = noun_in(said) or _deed_noun(said)
    leaders = [(x.entity, _lead_role(text)) for x in before if re.search(r"率|带队|前往|来到", text[: match.start()])]
    return Presence(Span(base, sentence.span.end), noun, (*leaders, *((x.entity, role) for x in after)))


def _lead_role(text: str) -> str:
    return "visited" if re.search(r"率|带队|来到|调研|考察", text) else "attended"


def _plain(context: Context, sentence: Sentence) -> Iterator[Presence]:
    """甲、乙出席会议并讲话，丙主持: subjects are gathered until a verb takes them."""
    text, base = _text(context, sentence), sentence.span.start
    pending: int | None = None
    carried: tuple[Link, ...] = ()
    for part in stretches(text):
        verb = _verb(text, part)
        if verb is None:
            listed = _ends_with_name(context, base, text, part)
            if listed and pending is None:
                pending = part.start
            elif not listed:
                pending = None
            carried = persons(context, _at(base, part)) or carried
            yield from _saying(context, base, text, part)
            continue
        start = part.start if pending is None else pending
        subject = Span(base + start, base + verb.start())
        who = persons(context, subject)
        if not who and verb.start() - part.start <= LEADING_VERB:
            who = carried
        acting = _bodies(context, subject, text[verb.start() : part.end])
        carried, pending = who or carried, None
        role = role_of(text[verb.start() : part.end])
        if who or acting:
            noun = _noun_after(text[verb.end() : part.end], text[: verb.start()])
            yield Presence(
                Span(subject.start, base + part.end),
                noun,
                tuple(dict.fromkeys((x.entity, role) for x in (*who, *acting))),
            )


def _saying(context: Context, base: int, text: str, part: Span) -> Iterator[Presence]:
    """某局局长甲说: the person stands right before the verb."""
    for person in persons(context, _at(base, part)):
        behind = text[person.span.end - base : part.end]
        if re.match(rf"^(?:也|还|则|分别|在[^，]{{1,12}}[时中]|用[^，]{{2,12}})?(?:{alternatives(LIST, 'saying')})", behind):
            yield Presence(person.span, "", ((person.entity, "spoke"),), only_speaks=True)


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
    return re.compile("|".join(alternatives(LIST, section) for section in ("attending", "hosting", "speaking")))


def _verb(text: str, part: Span) -> re.Match[str] | None:
    """The first verb of taking part in a stretch, outside quotes."""
    for match in _verbs().finditer(text, part.start, part.end):
        if text[: match.start()].count("“") <= text[: match.start()].count("”"):
            return match
    return None


def _ends_with_name(context: Context, base: int, text: str, part: Span) -> bool:
    """Whether a stretch is an item of a list of people or bodies: it ends with a name, or a name and 等市领导."""
    links = [x for x in context.links(_at(base, part)) if x.kind is not Kind.PLACE]
    if not links:
        return False
    behind = text[links[-1].span.end - base : part.end]
    return bool(re.fullmatch(r"(?:等|一行|同志|分别|(?:相关|有关)?(?:部门)?(?:主要)?(?:领导|负责人|负责同志)|等市领导|\s|（[^）]*）)*", behind))


def _bodies(context: Context, subject: Span, deed: str) -> list[Link]:
    """The bodies among the subjects; a place counts in a list of bodies, or where it stands 作为 a participant."""
    hosts = re.search(r"由([^由]*)$", context.reading.plain[subject.start : subject.end])
    if HOST.search(deed) and hosts:
        subject = Span(subject.start + hosts.start(1), subject.end)
    every = bodies(context, subject, places=True)
    organised = [x for x in every if x.kind is not Kind.PLACE]
    found = []
    for link in every:
        behind = context.reading.plain[link.span.end : link.span.end + 4]
        ends = link.span.end == subject.end
        if link.kind is Kind.PLACE:
            listed = organised and behind[:1] in "、和与" and context.reading.plain[link.span.start - 1] not in "在于到"
            if listed or behind.startswith("作为"):
                found.append(link)
        elif ends or REPRESENTED.match(behind):
            found.append(link)
    return found


def _noun_after(behind: str, before: str) -> str:
    """The word for the event: behind the verb, or 会上, 仪式上 at the head of the sentence."""
    return noun_in(behind) or _deed_noun(behind) or (noun_in(before[:8]) if re.match(r"^[^，]{1,6}上，", before) else "")


def _deed_noun(text: str) -> str:
    match = DEED_NOUN.search(text)
    return match.group() if match else ""


def _at(base: int, part: Span) -> Span:
    return Span(base + part.start, base + part.end)


def _text(context: Context, sentence: Sentence) -> str:
    return context.reading.plain[sentence.span.start : sentence.span.end]
