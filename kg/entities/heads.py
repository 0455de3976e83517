"""Names at the head of names: 某某镇|工业园区, 某某有限公司|二期, 某某大学|某某研究院; and the page's own place.

They are entities of the page though nothing but a longer name, or 全市 and 我市, says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.clusters import firm_at_head
from kg.entities.drafts import Drafts
from kg.entities.park_candidate import ALONE
from kg.entities.patterns import any_of
from kg.entities.whereabouts import last_place, leading_place
from kg.model import Kind, Mention, Span

NAMED_BY_PLACES = frozenset({Kind.PROJECT, Kind.PARK, Kind.INSTITUTION})
IN_FULL = re.compile(r"(?:[县区旗市]|(?<![小古老新集])镇|乡|(?<![农乡])村|街道)$")
BODY = re.compile(r"(?:大学|学院|研究院|科学院|中科院|农科院|联合会|商会|协会)(?![路街城])(?=...)")
HOUSE = re.compile(
    r"(?:.{1,6}[市县区]|[市县区])(?:第[一二三四五六七八九十\d]{1,2})?(?:人民医院|中医院|医院|妇幼保健院|保健院|高级中学|实验中学|中学|实验小学)(?=..)(?![路街站])"
)
"""市第一人民医院|新门诊楼: the hospital or school whose building it is."""
ZONE = re.compile(any_of(ALONE) + "(?=..)(?!建设|开发|管委)")
"""Behind a place it is a definite zone: 某某经开区|电池产业园二期."""
OWN = re.compile(r"[全我][市县区州]")


def heads(drafts: Drafts, mention: Mention) -> Iterator[Mention]:
    """The places, firms and bodies that the name of a mention begins with."""
    name = mention.text
    place = leading_place(name)
    if mention.kind in NAMED_BY_PLACES and len(place) < len(name):
        inner = last_place(place)
        for start, end in ((0, len(place) - len(inner)), (len(place) - len(inner), len(place))):
            head = _part(mention, start, end, Kind.PLACE)
            # everything here could bear the city's name
            if IN_FULL.search(head.text) and drafts.named(head)[1] != drafts.where.home:
                yield head
    if mention.kind is Kind.PROJECT and (firm := firm_at_head(name)):
        yield _part(mention, 0, len(firm), Kind.ENTERPRISE)
    if mention.kind is Kind.PROJECT and (zone := ZONE.match(name, len(place))):
        yield _part(mention, 0, zone.end(), Kind.PARK)
    if mention.kind is Kind.PROJECT and (house := HOUSE.match(name)):
        yield _part(mention, 0, house.end(), Kind.INSTITUTION)
    if mention.kind is Kind.INSTITUTION:
        if firm := firm_at_head(name):
            yield _part(mention, 0, len(firm), Kind.ENTERPRISE)
        for body in BODY.finditer(name):
            yield _part(mention, 0, body.end(), Kind.INSTITUTION)


def own_place(drafts: Drafts) -> None:
    """Draft the page's own place where the page speaks of 全市 or 我市 and does not name it."""
    home, own = drafts.where.home, OWN.search(drafts.reading.plain)
    if home and own:
        drafts.put(Kind.PLACE, home, home, Span(*own.span()), implied=True)


def _part(mention: Mention, start: int, end: int, kind: Kind) -> Mention:
    span = Span(mention.span.start + start, mention.span.start + end)
    return Mention(span, mention.text[start:end], kind, "head_of_name")
