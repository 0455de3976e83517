"""Events told by their own name, and who is named in it: the body that meets, the parties of a signing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kg.facts.actors import bodies, persons
from kg.facts.context import Context
from kg.facts.deed import TIME
from kg.facts.event_names import Name, event_names, kind_of
from kg.facts.event_signs import HOLDING, Seen, sign_of, speeches
from kg.facts.reports import Line, Report, lines
from kg.facts.tellings import ORGANISED, Telling, date_of, place_of, stretches, tidy
from kg.model import Kind, Link, Span

STANDING_BODY = re.compile(r"(?:委会|委员会|主席团|常委会|全委会)$")
BODY_MEETING = re.compile(r"(?:常委|主席|常务|主任)会(?:会?议)$")
"""A meeting that is the body itself: 市政协十届十二次常委会议."""
ORGAN = re.compile(r"(?:委|人大|政协|政府|局|会)$")
ADVERBIAL = re.compile(rf"(?:{TIME.pattern}|[上下]午|共同|联合|隆重|正式|还|也|又|已|在[^在，]{{2,20}})$")
DATED = re.compile(rf"^(?:{TIME.pattern}|[上下]午)*")
SHORT_LEAD = 6
"""Characters before a name that are no more than its verb: 开了一场."""
SURE = {"held": 0.95}
"""How sure each sign is; the others 0.85."""


def named_events(context: Context, report: Report) -> Iterator[Telling]:
    """The tellings of a report by name, sentence by sentence."""
    for line in lines(context, report):
        parts = stretches(line.text)
        seen = [
            Seen(line, parts[bisect_right(parts, name.span.start, key=lambda p: p.start) - 1], name)
            for name in event_names(line.text, context.published)
        ]
        signs = [sign_of(each) for each in seen]
        for i in reversed(range(len(seen) - 1)):
            if not signs[i] and signs[i + 1] and _listed(line.text, seen[i].name, seen[i + 1].name):
                signs[i] = signs[i + 1]
        for each, sign in zip(seen, signs, strict=True):
            told = _told(each, sign) if sign else None
            if told is not None:
                yield told


def _listed(text: str, name: Name, following: Name) -> bool:
    """Whether two names are items of one list: 某设计周、某分会场都在本市举办."""
    joint = text[name.span.end : following.span.start]
    return re.fullmatch(r"[、和与及]|以及", joint) is not None and not name.bare


def _told(seen: Seen, sign: str) -> Telling | None:
    """The telling of a name; None for a bare noun that nobody gives a name."""
    line, name = seen.line, seen.name
    whole = line.span(name.span.start, name.span.end)
    label = _label(line, name, whole)
    holder = _holder(seen) if name.short else None
    if name.bare and holder is None:
        return None
    if holder is not None:
        whole = Span(holder.start, whole.end)
        presides = any(x.kind is Kind.PERSON for x in line.context.links(holder))
        who = tidy(line.context.reading.text[holder.start : holder.end])
        label = f"{who}主持召开{label}" if presides else who + label
    return Telling(
        span=whole,
        core=whole,
        label=label,
        kind=kind_of(name.label),
        report=line.report.index,
        sentence=line.sentence.span.start,
        rule=sign,
        date=date_of(line, whole),
        place=place_of(line, line.span(seen.part.start, len(line.text))),
        participants=tuple(_parties(seen, whole)),
        named=True,
        title=line.title,
        speeches=speeches(seen),
        confidence=SURE.get(sign, 0.85),
    )


def _label(line: Line, name: Name, whole: Span) -> str:
    """The name as printed, with the closing quote that stands behind its span."""
    closing = name.label[len(tidy(line.text[name.span.start : name.span.end])) :]
    return tidy(line.context.reading.text[whole.start : whole.end] + closing)


def _holder(seen: Seen) -> Span | None:
    """Who gives a bare noun its name: 某区人大常委会26日举行会议; a span of clean positions."""
    line, lead = seen.line, seen.lead
    start = seen.name.span.start - len(lead)
    match = HOLDING.search(lead)
    if match is None or seen.name.noun == "活动":
        return None
    stop = match.start()
    while adverb := ADVERBIAL.search(lead, 0, stop):
        stop = adverb.start()
    links = line.links(start, start + stop)
    holders = [x for x in links if x.kind in ORGANISED or x.kind is Kind.PLACE]
    if not holders and "主持召开" in match[0]:
        return _presiding(seen, start + stop)
    if not holders:
        return None
    span = Span(holders[0].span.start, max(holders[-1].span.end, line.span(0, start + stop).end))
    who = line.context.reading.plain[span.start : span.end]
    organ = STANDING_BODY.search(who) or (len(holders) == 1 and ORGAN.search(who))
    return span if organ or seen.name.noun not in ("会议", "全会", "大会") else None


def _presiding(seen: Seen, stop: int) -> Span | None:
    """某某下午在会议室主持召开座谈会: who presides, where the headlines tell of no gathering that it may be"""
    who = persons(seen.line.context, seen.line.span(seen.part.start, stop))
    known = any("会" in title.text for title in seen.line.report.titles)
    if not who or known or seen.name.noun in ("会议", "全会", "大会"):
        return None
    return who[-1].span


def _parties(seen: Seen, whole: Span) -> Iterator[tuple[str, str]]:
    """The committee that meets, the parties of a signing; and who holds it, before 举行."""
    context, plain = seen.line.context, seen.line.context.reading.plain
    links = [x for x in context.links(whole) if x.kind in ORGANISED]
    signing = kind_of(seen.name.label) == "signing"
    for link in links:
        meets = bool(STANDING_BODY.search(plain[link.span.start : link.span.end]))
        meets = meets or (link.span.start == whole.start and bool(BODY_MEETING.search(seen.name.label)))
        if meets and not plain.startswith("委员", link.span.end):
            yield link.entity, "hosted"
        elif signing and _one_of_two(plain, link, links):
            yield link.entity, "signed"
    for link in context.links(whole)[:1]:
        if link.kind is Kind.PLACE and _holds_it(plain, link, whole):
            yield link.entity, "hosted"
    if seen.after.startswith("上，"):
        yield from _delegations(seen, whole)
    own = seen.lead.strip("“了还也并")
    start = 0 if len(own) <= SHORT_LEAD else seen.part.start
    lead = Span(seen.line.span(start, start).start, whole.start)
    if HOLDING.search(seen.lead.rstrip("“")):
        if town := _town(seen, lead):
            yield town.entity, "hosted"
        if not signing:
            yield from ((x.entity, "hosted") for x in bodies(context, lead))
        yield from ((x.entity, "attended") for x in persons(context, lead))


def _town(seen: Seen, lead: Span) -> Link | None:
    """某镇|１月１６日召开三级干部会, 某市某区|在外地举行推介会: the place that opens the words before 召开"""
    plain = seen.line.context.reading.plain
    found: Link | None = None
    for link in seen.line.context.links(lead):
        opens = not TIME.sub("", plain[lead.start : link.span.start]).strip("，")
        if link.kind is not Kind.PLACE or not (found.span.end == link.span.start if found else opens):
            break
        found = link
    if found is None:
        return None
    between = HOLDING.sub("", plain[found.span.end : lead.end].rstrip("“")).strip()
    while between and (adverb := ADVERBIAL.search(between)):
        between = between[: adverb.start()]
    return None if between else found


def _holds_it(plain: str, link: Link, whole: Span) -> bool:
    """Whether a label begins with the place that holds it: 某镇1月16日召开|三级干部会"""
    behind = DATED.sub("", plain[link.span.end : whole.end])
    return link.span.start == whole.start and re.match(r"(?:召开|举行|举办)", behind) is not None


def _delegations(seen: Seen, whole: Span) -> Iterator[tuple[str, str]]:
    """在某博览会上，某市代表团揽下12个项目: the delegation has taken part."""
    plain = seen.line.context.reading.plain
    for link in seen.line.context.links(Span(whole.end, seen.line.sentence.span.end))[:1]:
        opens = link.span.start == whole.end + len("上，")
        if opens and link.kind in ORGANISED and plain.endswith("代表团", 0, link.span.end):
            yield link.entity, "attended"


def _one_of_two(plain: str, link: Link, links: list[Link]) -> bool:
    """Whether a body stands in a list of parties: 甲、乙与丙共建…签约仪式."""
    around = plain[link.span.start - 1] + plain[link.span.end : link.span.end + 1]
    return len(links) > 1 and bool(re.search(r"[、与和同]", around))
