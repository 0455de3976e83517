"""Ties between bodies and persons: subsidiaries, founders, investors, partners, successors, and what is stated to be part of what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.context import Context
from kg.facts.relating import Told, last_named, nobody, once, stated
from kg.model import SITES, Kind, Relation


def ties(context: Context) -> Iterator[Relation]:
    """The relations between bodies and persons that sentences tell, each once."""

    def firm(found: Told) -> tuple[str, ...]:
        return last_named(context, found.match.span.start, found.sentence, frozenset({Kind.ENTERPRISE}))

    def person(found: Told) -> tuple[str, ...]:
        return last_named(context, found.match.span.start, found.sentence, frozenset({Kind.PERSON}))

    def partner(found: Told) -> tuple[str, ...]:
        """该村, 园区: the site named last; 与某某共同…: whose report it is, a zone, a town, a bureau or the city."""
        start = found.match.span.start
        words = context.reading.plain[start:].lstrip("，")
        if words.startswith("园") and (park := context.park_of(found.sentence)):
            return (park,)
        if re.match(r"[^，。；]{0,8}(?:集团|公司|企业)[就已还正将也]*[与同和携]", words):
            return firm(found)
        if words.startswith(("该", "这", "本")):
            return last_named(context, found.match.span.start, found.sentence, SITES)
        section = context.section(found.sentence)
        bodies = context.speaker_bodies(found.sentence)
        return (section,) if section else bodies[:1] or ((context.city,) if context.city else ())

    yield from once(stated(context, "partOf", nobody, nobody))
    yield from once(stated(context, "administers", nobody, nobody))
    yield from once(stated(context, "subsidiaryOf", firm, firm))
    yield from once(stated(context, "founded", person, firm))
    yield from once(stated(context, "succeeds", nobody, nobody))
    yield from once(stated(context, "continues", nobody, nobody))
    yield from once(stated(context, "cooperatesWith", partner, nobody))
    yield from once(stated(context, "invests", nobody, firm))
