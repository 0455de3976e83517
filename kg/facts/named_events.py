"""Events told by name: that they are held, that somebody attends, a headline that is a name, a definite mention."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.context import Context
from kg.facts.event_names import Name, event_names, kind_of
from kg.facts.lexicon import alternatives
from kg.facts.reports import Report
from kg.facts.tellings import LIST, ORGANISED, Telling, date_of, hoped, place_of, stretches, tidy
from kg.model import Kind, Link, Sentence, Span

ATTENDED = re.compile(r"(?:出席并见证|出席|参加|列席|受邀参加|应邀出席|主持|见证|参与|亮相)了?$")
HOLDING = re.compile(r"(?:主持召开|组织召开|召开|举行|举办|承办|主办|协办|开|组织)了?的?$")
SPEECHES = re.compile(r"^.{0,4}(?:交流|表态|大会|典型)?发言(?:材料)?(?:摘要|摘登|选登|集萃|实录)|摘登")
MENTIONED = re.compile(r"^(?:[”）]|（[^）]*）)*(?:精神|上|以来|期间|后|前|要求|部署|提出|强调|指出|明确|闭幕|召开|决定)")
OF_THOSE = re.compile(r"^(?:时)?的(?!重要讲话|讲话)")
COUNT = re.compile(r"(?:\d|[两三四五六七八九十百多余几近数])+(?:余|多)?(?:场|次(?!全|会|党|代))|[等各]类|等$|等(?:系列)?活动$|多[场项]")
FALSE = re.compile(r"^(?:有|无|不|没|如何|怎样|如此|包括|以上|以及|这|那|每)")
LONGEST = 70
"""A name in characters at most; a longer one is a sentence that was not understood."""
STANDING_BODY = re.compile(r"(?:委会|委员会|主席团|常委会|全委会)$")


def named_events(context: Context, report: Report, index: int) -> Iterator[Telling]:
    """The tellings of a report by name, sentence by sentence."""
    for sentence in (*report.titles, *report.body):
        text = context.reading.plain[sentence.span.start : sentence.span.end]
        for name in event_names(text, context.published):
            told = _told(context, report, index, sentence, text, name)
            if told is not None:
                yield told


def _told(context: Context, report: Report, index: int, sentence: Sentence, text: str, name: Name) -> Telling | None:
    before, after = text[: name.span.start], text[name.span.end :]
    title = sentence in report.titles
    part = next(p for p in stretches(text) if p.start <= name.span.start < p.end)
    if not _tells(text[part.start : name.span.start], after, name, title=title):
        return None
    rule = _rule(before, after, name, title=title)
    if not rule:
        return None
    label, start = name.label, name.span.start
    if name.bare:
        composed = _composed(context, sentence, part, text, name)
        if composed is None:
            return None
        label, start = composed
    whole = Span(sentence.span.start + start, sentence.span.start + name.span.end)
    stretch = Span(sentence.span.start + part.start, sentence.span.start + len(text))
    return Telling(
        span=whole,
        label=tidy(context.reading.text[whole.start : whole.end]) if not name.bare and label == name.label else label,
        kind=kind_of(label),
        report=index,
        rule=rule,
        date=date_of(context, sentence, whole),
        place=place_of(context, stretch),
        participants=tuple(_parties(context, whole, sentence, part, label)),
        named=True,
        title=title,
        speeches=bool(SPEECHES.search(after)) or "发言" in after and "摘登" in context.reading.plain[sentence.span.end :][:120],
        confidence=0.95 if rule == "held" else 0.85,
    )


def _tells(lead: str, after: str, name: Name, *, title: bool) -> bool:
    """Whether the words around a name tell of one event that has taken place."""
    label = name.label
    if len(label) > LONGEST or COUNT.search(label) or FALSE.match(label) or hoped(lead) or hoped(label[:6]):
        return False
    if re.match(r"^[^，。]{0,3}(?:将|拟|计划)", after):
        return False
    return not (label.endswith("人民代表大会") and not after.startswith("第")) or title


def _rule(before: str, after: str, name: Name, *, title: bool) -> str:
    """What tells it: "held", "attended", "title", "mentioned"; "" where nothing does."""
    if HOLDING.search(before) or re.match(rf"^[”）]?(?:（[^）]*）)?，?{_WITHOUT_EVENT}(?:{alternatives(LIST, 'held')})", after):
        return "held"
    if name.bare:
        return ""
    if ATTENDED.search(before):
        return "" if OF_THOSE.match(after) else "attended"
    if SPEECHES.match(after):
        return "title"
    if title and (not after.strip("”）") or name.definite):
        return "title"
    if name.definite and MENTIONED.match(after):
        return "mentioned"
    return "attended" if re.match(r"^[”）]?(?:上|中|期间|现场|一口气|在)", after) and "“" in name.label else ""


_WITHOUT_EVENT = r"(?:(?!的|后|前)[^，。；、会式坛]){0,28}?"


def _composed(context: Context, sentence: Sentence, part: Span, text: str, name: Name) -> tuple[str, int] | None:
    """The name that a bare noun gets from whoever holds it: 某区人大常委会26日举行会议 → 某区人大常委会会议."""
    lead = text[part.start : name.span.start]
    match = HOLDING.search(lead)
    if not match:
        return None
    start = sentence.span.start + part.start
    holders = [x for x in context.links(Span(start, start + match.start())) if x.kind in ORGANISED or x.kind is Kind.PLACE]
    if not holders:
        return None
    first = holders[0].span.start
    last = holders[-1].span.end
    if name.noun in ("会议", "全会", "大会") and not STANDING_BODY.search(context.reading.plain[first:last]):
        if len(holders) > 1 or not re.search(r"委|人大|政协|政府|局|会$", context.reading.plain[first:last]):
            return None
    if name.noun == "活动":
        return None
    return tidy(context.reading.text[first:last]) + name.label, first - sentence.span.start


def _parties(context: Context, whole: Span, sentence: Sentence, part: Span, label: str) -> Iterator[tuple[str, str]]:
    """Who is in the name: the committee that meets, the parties of a signing; and the host before 举行."""
    links = [x for x in context.links(whole) if x.kind in ORGANISED]
    for link in links:
        name = context.reading.plain[link.span.start : link.span.end]
        if STANDING_BODY.search(name) and not context.reading.plain[link.span.end :].startswith("委员"):
            yield link.entity, "hosted"
        elif kind_of(label) == "signing" and _one_of_two(context, link, links):
            yield link.entity, "signed"
    lead = Span(sentence.span.start + part.start, whole.start)
    if HOLDING.search(context.reading.plain[lead.start : lead.end]):
        for link in context.links(lead):
            if link.kind in ORGANISED and kind_of(label) != "signing":
                yield link.entity, "hosted"


def _one_of_two(context: Context, link: Link, links: list[Link]) -> bool:
    """Whether a body stands in a list of parties: 甲、乙与丙共建…签约仪式."""
    around = context.reading.plain[link.span.start - 1 : link.span.start] + context.reading.plain[link.span.end : link.span.end + 1]
    return len(links) > 1 and bool(re.search(r"[、与和同]", around))
