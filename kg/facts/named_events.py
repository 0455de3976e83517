"""Events told by name: that they are held, that somebody attends, a headline that is a name, a definite mention."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.actors import bodies, persons
from kg.facts.context import Context
from kg.facts.deed import TIME
from kg.facts.event_names import Name, event_names, kind_of
from kg.facts.lexicon import alternatives
from kg.facts.reports import Line, Report, lines
from kg.facts.tellings import LIST, ORGANISED, Telling, date_of, hoped, place_of, stretches, tidy
from kg.model import Kind, Link, Span

ATTENDED = re.compile(r"(?:出席并见证|出席|参加|列席|受邀参加|应邀出席|主持|见证|参与|亮相)了?$")
HOLDING = re.compile(
    r"(?:主持召开|组织召开|召开|举行|举办|承办|主办|协办|开|组织|(?<=[^主承协举])办)了?的?(?:一场|一次)?$"
)
SPEECHES = re.compile(r"^.{0,4}(?:交流|表态|大会|典型)?发言(?:材料)?(?:摘要|摘登|选登|集萃|实录)|摘登")
SPEECHES_BELOW = 120
"""Characters behind a name within which “现将发言内容摘登如下” may stand."""
MENTIONED = re.compile(
    r"^(?:[”）]|（[^）]*）)*(?:精神|上|以来|期间|后|前|要求|部署|提出|强调|指出|明确|闭幕|召开|决定)"
)
HEARD = re.compile(r"^上?(?:获悉|了解到|传出|透露)")
"""记者从某某新闻发布会上获悉: the place of the news, not the news."""
OF_THOSE = re.compile(r"^(?:时)?的(?!重要讲话|讲话)")
COUNT = re.compile(
    r"(?:\d|[两三四五六七八九十百多余几近数])+(?:余|多)?(?:场|次(?!全|会|党|代))|[等各]类|等$|等(?:系列)?活动$|多[场项]"
)
FALSE = re.compile(r"^(?:有|无|不|没|如何|怎样|如此|包括|以上|以及|这|那|每)")
LONGEST = 70
"""A name in characters at most; a longer one is a sentence that was not understood."""
STANDING_BODY = re.compile(r"(?:委会|委员会|主席团|常委会|全委会)$")
ADVERBIAL = re.compile(rf"(?:{TIME.pattern}|[上下]午|共同|联合|隆重|正式|还|也|又|已|在[^在，]{{2,20}})$")
SHORT_FORM = re.compile(r"[省市县区]委(?:全会|全体会议|会议|常委会会议)")
"""Names that mean another meeting each year; as a background (根据市委全会精神) they tell of none."""
ORGAN = re.compile(r"(?:委|人大|政协|政府|局|会)$")
_ON_THE_WAY = r"(?:(?!的|后|前)[^，。；、会式坛]){0,28}?"
"""What may stand between a name and 举行: where, when, how."""


def named_events(context: Context, report: Report) -> Iterator[Telling]:
    """The tellings of a report by name, sentence by sentence."""
    for line in lines(context, report):
        names = list(event_names(line.text, context.published))
        told = [_told(line, name) for name in names]
        for i in reversed(range(len(names) - 1)):
            following = told[i + 1]
            if told[i] is None and following is not None and _listed(line.text, names[i], names[i + 1]):
                told[i] = _told(line, names[i], following.rule)
        yield from (t for t in told if t is not None)


def _listed(text: str, name: Name, following: Name) -> bool:
    """Whether two names are items of one list: 某设计周、某分会场都在本市举办."""
    return (
        re.fullmatch(r"[、和与及]|以及", text[name.span.end : following.span.start]) is not None
        and not name.bare
    )


def _told(line: Line, name: Name, rule: str = "") -> Telling | None:
    """The telling of a name, by a rule given or found."""
    text = line.text
    before, after = text[: name.span.start], text[name.span.end :]
    part = next(p for p in stretches(text) if p.start <= name.span.start < p.end)
    if not _happened(text[part.start : name.span.start], after, name, title=line.title):
        return None
    rule = rule or _rule(line, before, after, name)
    if rule and re.search(r"(?:期间|之际)$", text[part.start : part.end]):
        rule = "mentioned"
    whole = line.span(name.span.start, name.span.end)
    label = tidy(
        line.context.reading.text[whole.start : whole.end]
        + name.label[len(tidy(text[name.span.start : name.span.end])) :]
    )
    if rule and name.bare:
        holder = _holder(line, part, name)
        if holder is None:
            return None
        whole = Span(holder.start, whole.end)
        label = tidy(line.context.reading.text[holder.start : holder.end]) + label
    if not rule:
        return None
    return Telling(
        span=whole,
        core=whole,
        label=label,
        kind=kind_of(name.label),
        report=line.report.index,
        sentence=line.sentence.span.start,
        rule=rule,
        date=date_of(line, whole),
        place=place_of(line, line.span(part.start, len(text))),
        participants=tuple(_parties(line, whole, part, label)),
        named=True,
        title=line.title,
        speeches=_reprinted(line, before, after),
        confidence=0.95 if rule == "held" else 0.85,
    )


def _happened(lead: str, after: str, name: Name, *, title: bool) -> bool:
    """Whether the words around a name leave it one event that has taken place."""
    label = name.label
    if (
        len(label) > LONGEST
        or COUNT.search(label)
        or FALSE.match(label)
        or hoped(lead)
        or (label[0] != "“" and hoped(label[:6]))
    ):
        return False
    if re.match(
        r"^[^，。]{0,3}(?:将|拟|计划)|^(?:共|达|近)?\d+(?:余|多)?(?:场|次|期|个)", after
    ) or lead.endswith("党的"):
        return False
    return title or after.startswith("第") or not label.endswith("人民代表大会")


def _rule(line: Line, before: str, after: str, name: Name) -> str:
    """What tells it: "held", "attended", "title", "mentioned"; "" where nothing does."""
    held = rf"^[”）]?(?:（[^）]*）)?(?:(?:在|圆满|顺利|历时|经过)[^，。；]{{2,16}})?，?{_ON_THE_WAY}(?:{alternatives(LIST, 'held')})"
    if HOLDING.search(before) or re.match(held, after):
        return "held"
    if name.bare:
        return ""
    if ATTENDED.search(before):
        return "" if OF_THOSE.match(after) else "attended"
    if SPEECHES.match(after) or _bracketed(before, after):
        return "title"
    if (
        before.endswith("在")
        and after.startswith("上")
        and persons(line.context, line.span(0, name.span.start))
    ):
        return "attended"
    if line.title and (not after.strip("”）") or name.definite):
        return "title"
    if SHORT_FORM.fullmatch(name.label):
        return ""
    if (
        name.definite
        and kind_of(name.label) == "meeting"
        and MENTIONED.match(after)
        and not HEARD.match(after)
    ):
        return "mentioned"
    return (
        "attended" if re.match(r"^[”）]?(?:上|中|期间|现场|一口气|在)", after) and "“" in name.label else ""
    )


def _bracketed(before: str, after: str) -> bool:
    """Whether a line says where a speech was given: （2015年2月10日，某市人民代表大会第四次会议）, ——在某市…会议上"""
    bracket = before.startswith("（") and "）" not in before and after in ("）", "）。")
    return bracket or (before.startswith("—") and before.endswith("在") and after == "上")


def _reprinted(line: Line, before: str, after: str) -> bool:
    below = line.context.reading.plain[line.sentence.span.end :][:SPEECHES_BELOW]
    return bool(SPEECHES.search(after)) or ("发言" in after and "摘登" in below) or _bracketed(before, after)


def _holder(line: Line, part: Span, name: Name) -> Span | None:
    """Who gives a bare noun its name: 某区人大常委会26日举行会议; a span of clean positions."""
    lead = line.text[part.start : name.span.start]
    match = HOLDING.search(lead)
    if match is None or name.noun == "活动":
        return None
    links = line.links(part.start, part.start + match.start())
    holders = [x for x in links if x.kind in ORGANISED or x.kind is Kind.PLACE]
    if not holders:
        return None
    stop = match.start()
    while adverb := ADVERBIAL.search(lead, 0, stop):
        stop = adverb.start()
    span = Span(holders[0].span.start, max(holders[-1].span.end, line.span(0, part.start + stop).end))
    who = line.context.reading.plain[span.start : span.end]
    single = len(holders) == 1 and ORGAN.search(who)
    if name.noun in ("会议", "全会", "大会") and not STANDING_BODY.search(who) and not single:
        return None
    return span


def _parties(line: Line, whole: Span, part: Span, label: str) -> Iterator[tuple[str, str]]:
    """Who is in the name: the committee that meets, the parties of a signing; and the host before 举行."""
    plain = line.context.reading.plain
    links = [x for x in line.context.links(whole) if x.kind in ORGANISED]
    signing = kind_of(label) == "signing"
    for link in links:
        if STANDING_BODY.search(plain[link.span.start : link.span.end]) and not plain.startswith(
            "委员", link.span.end
        ):
            yield link.entity, "hosted"
        elif signing and _one_of_two(plain, link, links):
            yield link.entity, "signed"
    lead = Span(line.sentence.span.start + part.start, whole.start)
    if HOLDING.search(plain[lead.start : lead.end]):
        if not signing:
            yield from ((x.entity, "hosted") for x in bodies(line.context, lead))
        yield from ((x.entity, "attended") for x in persons(line.context, lead))


def _one_of_two(plain: str, link: Link, links: list[Link]) -> bool:
    """Whether a body stands in a list of parties: 甲、乙与丙共建…签约仪式."""
    around = plain[link.span.start - 1] + plain[link.span.end : link.span.end + 1]
    return len(links) > 1 and bool(re.search(r"[、与和同]", around))
