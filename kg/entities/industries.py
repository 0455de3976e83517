"""Branches of industry: known words that the text calls an industry, themselves or at the end of their list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.entities.patterns import any_of
from kg.model import Kind, Mention, Reading, Span
from kg.resources import words

CALLED = re.compile(
    r"(?:(?:、|和|与|及|以及)[^，。；：、]{2,10}){0,8}(?:等)?[^，。；：、的]{0,6}?"
    r"(?:产业(?!园|基地|化|工人)|行业|领域|集群|产业链|赛道)"
)


def industries(reading: Reading) -> Iterator[Mention]:
    """The industries of a page in order: 高端装备、新材料等主导产业, 生物医药领域."""
    for hit in _known().finditer(reading.plain):
        if CALLED.match(reading.plain, hit.end()):
            yield Mention(Span(*hit.span()), hit[0], Kind.INDUSTRY, "called_an_industry", 0.8)


@cache
def _known() -> re.Pattern[str]:
    return re.compile(any_of(words("industries")))
