"""The place at the head of a name is a place of the page: 某某镇|工业园区, 某某县|某某大桥."""

from __future__ import annotations

import re

from kg.entities.drafts import Drafts
from kg.entities.whereabouts import leading_place
from kg.model import Kind, Mention, Span

NAMED_BY_PLACES = frozenset({Kind.PROJECT, Kind.PARK, Kind.INSTITUTION})
IN_FULL = re.compile(r"(?:[县区旗镇乡村市]|街道)$")


def place_at_head(drafts: Drafts, mention: Mention) -> None:
    """Draft the division, town or village that a name begins with in full; the page's own city tells nothing."""
    place = leading_place(mention.text)
    if mention.kind not in NAMED_BY_PLACES or len(place) == len(mention.text) or not IN_FULL.search(place):
        return
    head = Mention(Span(mention.span.start, mention.span.start + len(place)), place, Kind.PLACE, "head_of_name")
    if drafts.named(head)[1] != drafts.where.home:
        drafts.add(head)
