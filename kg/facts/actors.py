"""Who acts in a stretch of text: the persons and bodies named there, not those that only stand in somebody's office."""

from __future__ import annotations

import re
from functools import cache

from kg.facts.context import Context
from kg.facts.tellings import ORGANISED
from kg.model import Kind, Link, Span
from kg.resources import words

CREDITS = re.compile(r"[（(][^（）()]*(?:记者|通讯员)[^（）()]*[）)]")
WATCHED = re.compile(r"见证|出席|主持|共同推动")
SIGNING_ON = re.compile(r"[、，与和同及]|还|也|又|分别|共同|现场|当场|代表|等")
"""What goes on behind somebody who signs."""
LINKING = re.compile(r"^(?:、|和|及|以及|与)$")


def persons(context: Context, span: Span) -> tuple[Link, ...]:
    """The persons named in a clean span, the reporters of a dateline left out."""
    text = context.reading.plain[span.start : span.end]
    signed = [Span(span.start + m.start(), span.start + m.end()) for m in CREDITS.finditer(text)]
    return tuple(
        link
        for link in context.links(span)
        if link.kind is Kind.PERSON and not any(c.covers(link.span) for c in signed)
    )


def bodies(context: Context, span: Span, *, places: bool = False) -> tuple[Link, ...]:
    """The bodies, firms and zones that act in a clean span, with `places` the places too.

    某某局 in 某某局局长张三 does not act, nor does 某某集团 in 某某集团、某某公司董事长李四.
    """
    links = context.links(span)
    found = []
    for i, link in enumerate(links):
        if link.kind in ORGANISED or (places and link.kind is Kind.PLACE):
            chain = [link]
            for following in links[i + 1 :]:
                if not LINKING.match(context.reading.plain[chain[-1].span.end : following.span.start]):
                    break
                chain.append(following)
            if not any(in_office(context, each) for each in _same_chain(chain)):
                found.append(link)
    return tuple(found)


def _same_chain(chain: list[Link]) -> list[Link]:
    """The list's items that are no persons: what follows a person is another item."""
    found = []
    for link in chain:
        if link.kind is Kind.PERSON:
            break
        found.append(link)
    return found


def signatories(context: Context, span: Span) -> tuple[Link, ...]:
    """The persons who sign, where a clean span reaches up to the verb: 甲银行行长张三与乙公司董事长李四签署.

    Whoever only watches (在某市长见证下) does not sign.
    """
    plain = context.reading.plain
    if WATCHED.search(plain, span.start, span.end):
        return ()
    return tuple(
        x
        for x in persons(context, span)
        if x.span.end == span.end or SIGNING_ON.match(plain, x.span.end, span.end)
    )


def in_office(context: Context, link: Link) -> bool:
    """Whether a name is the beginning of somebody's office: 某某镇党委书记, 某某集团董事长."""
    if any(phrase.span.touches(link.span) for phrase in context.entities.offices):
        return True
    return bool(_office().match(context.reading.plain, link.span.end))


@cache
def _office() -> re.Pattern[str]:
    return re.compile(
        r"(?:党组|党委|党工委|管委会|亚太区|中国区)?(?:原|副|代|总|常务|高级|执行|党组|第一)*(?:"
        + "|".join(sorted(words("offices"), key=lambda w: (-len(w), w)))
        + ")"
    )
