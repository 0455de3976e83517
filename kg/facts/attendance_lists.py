"""Who took part, told the other way round or in lists: 到场的有甲、乙; 行程有四站：…; 甲与乙合作的某项目."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.actors import bodies, persons, signatories
from kg.facts.event_names import noun_in
from kg.facts.lexicon import anywhere
from kg.facts.presence import MET, OF_THE_SIGNED, Presence, deed_noun, way_of
from kg.facts.reports import Line
from kg.facts.tellings import LIST, ORGANISED, hoped, stretches
from kg.model import Kind

INVERSE = re.compile(
    r"(?:出席|参加|到场|陪同|随行|带队|领队|剪彩|主持人?|出面|接待|见证|前排|随团|随访|出访|跟着去|一同去|一起去|同行|作陪|列席|与会|同往|在座)"
    r"(?:[^，。；：有是为]{0,16}?(?:还|共|分别)?(?:有|是|为|包括|共[^，：]{1,4}[位人名]?：|[：:])|[一-鿿]{0,6}的，)"
    r"|听取了?(?=[^，。]{2,40}(?:报告|汇报|说明|介绍))"
    r"|(?:方面|一方|方)(?:出席的|参加的)?(?:有|为|是)"
)
ROLES = (("主持", "hosted"), ("带队", "visited"), ("领队", "visited"), ("听取", "spoke"))
GOES_ON = re.compile(r"(?:方面|一方|还)(?:有|为|是)|^[^，]{0,8}方面")
OPENS = re.compile(r"(?:^|[，。、])[一-鿿]{0,4}$")
PARTIES = re.compile(r"^(?P<one>[^，]*?)[与和同](?P<other>[^，]{2,40}?)(?:合作|共建|签约|投资)的[^，]*项目")
MEETS = re.compile(
    r"(?:勉励|叮嘱|嘱咐|嘱托|叮咛|鼓励|要求|询问|请(?:随行|陪同|在场|一旁)的?)(?P<met>[^，。；：“]{2,24})"
    r"|[同与和跟向](?P<with>[^，。；：“]{2,20})(?:算|聊|拉家常|拉起|攀谈|交谈|座谈|交流|促膝|询问|了解|打听)"
    r"|[对向问](?:随行|陪同|同行|身边|一旁|在场)的(?P<said>[^，。；：“]{2,24})(?:说|问|讲)"
    r"|(?:随行|陪同|同行)的(?P<went>[^，。；：“]{2,40})"
)
"""勉励董事长张三…; 请随行的某局局长李四…; 同村支书王五算起了…"""
ANSWERS = re.compile(
    r"(?:则|也|赶紧|连忙|立即)?(?:回答|答道|汇报说|汇报道|回应道|告诉(?!记者))|(?:当场|当即|现场)(?:立下|表态|承诺|答应|保证|应下)"
)
"""Behind somebody who speaks to the leader on a journey: 总经理张三回答; 局长李四当场立下军令状."""
LEADERS = re.compile(r"市长|书记|县长|区长|省长|州长|大家|一行|专家")
LONGEST_NAME = 12
JOINED = re.compile(r"、|和|与|及")
OUTSIDE = re.compile(r"^(?:\S{0,8}[会约])[前后]，|^会[前后]")
"""What is told of before or after the event: 会前，某某宣布了…."""
ELECTED = re.compile(r"选举(?:产生)?(?:了)?(?P<who>[^。；]{2,90}?)(?:等\d+(?:名|位)同志)?为")
STOPS = re.compile(r"[一二两三四五六七八九十\d]站：")


def inverse(line: Line, *, listing: bool) -> Presence | None:
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
    role = next((role for word, role in ROLES if word in said), "attended")
    leading = re.search(r"率|带队|带着|前往|来到", text[: match.start()])
    leaders = [(x.entity, "visited") for x in before if leading]
    who = (*leaders, *((x.entity, role) for x in after))
    return Presence(line.sentence.span, noun_in(said) or deed_noun(said) or way_of(said), who)


def parties(line: Line) -> Iterator[Presence]:
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


def firms_among(line: Line) -> Iterator[Presence]:
    """其中，甲公司的某项目；乙公司投资…: of projects that were signed, their firms have signed."""
    firms = [x for x in bodies(line.context, line.sentence.span) if x.kind is Kind.ENTERPRISE]
    plain = line.context.reading.plain
    signed = [
        x
        for x in firms
        if re.match(r"的|投资|拟|总部|总投|计划|则?将|签[下订约]|增资", plain[x.span.end : x.span.end + 2])
    ]
    if signed:
        yield Presence(line.sentence.span, OF_THE_SIGNED, tuple((x.entity, "signed") for x in signed))


def stops(line: Line) -> Iterator[Presence]:
    """行程有四站：甲馆、乙公司: the stops of a visit."""
    if match := STOPS.search(line.text):
        sights = bodies(line.context, line.span(match.end(), len(line.text)))
        if sights:
            yield Presence(line.sentence.span, "参观", tuple((x.entity, "hosted") for x in sights))


def met(line: Line) -> Iterator[Presence]:
    """Whom a leader speaks to on a journey: the persons behind the verb, or between 同 and 算账; and who answers."""
    for match in MEETS.finditer(line.text):
        group = match.lastgroup or "met"
        if who := _joined(line, match.start(group), match.end(group)):
            yield Presence(line.sentence.span, MET, who)
    for person in persons(line.context, line.sentence.span):
        answer = ANSWERS.match(line.text, line.at(person.span.end))
        if answer and _to_the_leader(line, answer):
            yield Presence(line.sentence.span, MET, ((person.entity, "attended"),))


def _joined(line: Line, start: int, end: int) -> tuple[tuple[str, str], ...]:
    """The first person of a stretch and those joined to him: 局长张三、书记李四主动上门."""
    found: list[tuple[str, str]] = []
    at = start
    for person in persons(line.context, line.span(start, end)):
        if found and not JOINED.search(line.text[at : line.at(person.span.start)]):
            break
        found.append((person.entity, "attended"))
        at = line.at(person.span.end)
    return tuple(found)


def _to_the_leader(line: Line, answer: re.Match[str]) -> bool:
    """告诉 a person or 市长, not 告诉记者; the other verbs are said to whoever asks."""
    if "告诉" not in answer[0]:
        return True
    named = persons(line.context, line.span(answer.end(), answer.end() + LONGEST_NAME))
    at_once = bool(named) and line.at(named[0].span.start) == answer.end()
    return at_once or LEADERS.match(line.text, answer.end()) is not None


def elected(line: Line) -> Iterator[Presence]:
    """选举张三、李四等11名同志为市委常委: whoever a plenum elects sits in it"""
    for match in ELECTED.finditer(line.text):
        who = persons(line.context, line.span(*match.span("who")))
        if who:
            yield Presence(line.sentence.span, "全会", tuple((x.entity, "attended") for x in who))


def signers(line: Line) -> Iterator[Presence]:
    """Who signs while a gathering is told of was there: 某行行长甲与某公司董事长乙签下首单."""
    for part in stretches(line.text):
        verb = anywhere(LIST, "signing verbs").search(line.text, part.start, part.end)
        if verb is None or hoped(line.text[part.start : verb.start()]):
            continue
        who = signatories(line.context, line.span(part.start, verb.start()))
        if who:
            found = tuple((x.entity, "signed") for x in who)
            yield Presence(line.span(part.start, part.end), "", found, only_speaks=True)
