"""Whose report an article is: a speaker's section, a place in front of the headline, a zone named again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from kg.model import SITES, Article, Kind, Link, PageEntities, Reading, Span

TOWN_ORGAN = re.compile(
    r"(?P<town>[\u4e00-\u9fff]{1,8}(?:[镇乡县区旗市]|街道))(?:党委|党工委|工委|纪委|委|人民政府|政府|人大)"
)
SPEAKER = re.compile(
    r"(?:书记|主任|局长|镇长|乡长|市长|县长|区长|部长|院长|行长|董事长|总经理)\s+\S{1,2}\s?\S{1,3}$"
)
LONGEST_HEAD = 48
"""Characters of the line that introduces a speaker."""
OPENING = 2
"""Sentences after the headline in which an article names what it is about."""
OFTEN = 3
"""Mentions from which on an article, named in its opening, is about a zone."""
ALL_OVER = 8
"""Mentions from which on a whole page is about a zone."""


@dataclass(frozen=True)
class Whose:
    """The articles of a page and whose reports they are; `links` gives the entity links of a clean span."""

    reading: Reading
    entities: PageEntities
    links: Callable[[Span], tuple[Link, ...]]
    city: str

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """For each article the zone, town or city that it speaks of, "" where that is not known."""
        all_over = self._zone_of_page()
        return tuple(
            self._subject(article, bodies, front) or all_over or self.city
            for article, bodies, front in zip(self.reading.articles, self.bodies, self.fronts, strict=True)
        )

    @cached_property
    def bodies(self) -> tuple[tuple[str, ...], ...]:
        """For each article the organs that the head of a speaker names, in order; none where nobody speaks."""
        return tuple(self._bodies(article) for article in self.reading.articles)

    @cached_property
    def fronts(self) -> tuple[str, ...]:
        """For each article the place or zone before the colon of its headline, "" where there is none."""
        return tuple(self._front(article) for article in self.reading.articles)

    def commonest_zone(self, span: Span) -> tuple[str, int]:
        """The park named most often, itself or in its organs, and how often.

        ("", 0) where another park is named as often, or the city oftener.
        """
        zone_of = {t.subject: t.object for t in self.entities.structure if t.predicate == "administers"}
        links = self.links(span)
        zones = (zone_of.get(link.entity, link.entity if link.kind is Kind.PARK else "") for link in links)
        counts = Counter(zone for zone in zones if zone)
        cities = sum(link.entity == self.city for link in links)
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked or ranked[0][1] < cities or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
            return "", 0
        return ranked[0]

    def _subject(self, article: Article, bodies: tuple[str, ...], front: str) -> str:
        if bodies:
            headed = (self._headed(body) for body in bodies)
            return next((found for found in headed if found not in ("", self.city)), self.city)
        return front or self._zone_of_article(article)

    # ── speakers ────────────────────────────────────────────────────────────────────────────────────────

    def _bodies(self, article: Article) -> tuple[str, ...]:
        head = self._head(article)
        found = [link.entity for link in self.links(head) if link.kind is Kind.AGENCY] if head else []
        return tuple(self._without_party_group(body) for body in found)

    def _head(self, article: Article) -> Span | None:
        """The line that introduces a speaker; one without ■ is known by its organ in front and no full stop."""
        if article.head is not None:
            return article.head
        lines = [s for s in self.reading.sentences if article.span.covers(s.span)][:OPENING]
        for line in lines:
            first = next(iter(self.links(line.span)), None)
            opens = first is not None and first.kind is Kind.AGENCY and first.span.start == line.span.start
            if opens and len(line.span) <= LONGEST_HEAD and SPEAKER.search(line.text):
                return line.span
        return None

    def _without_party_group(self, body: str) -> str:
        """某局党组书记、局长 speaks for the bureau."""
        if not self.entities.by_id[body].label.endswith("党组"):
            return body
        above = (t.object for t in self.entities.structure if t.subject == body and t.predicate == "partOf")
        return next(above, body)

    def _headed(self, body: str) -> str:
        """The zone an organ administers, or the town or county that it is the organ of."""
        for told in self.entities.structure:
            if told.subject == body and told.predicate == "administers":
                return told.object
        town = TOWN_ORGAN.search(self.entities.by_id[body].label)
        places = (e for e in self.entities.entities if e.kind is Kind.PLACE)
        return next((e.id for e in places if town and town["town"].endswith(e.label)), "")

    # ── headlines and zones ─────────────────────────────────────────────────────────────────────────────

    def _front(self, article: Article) -> str:
        """The innermost place of 某某区某某镇：小果园办成大产业"""
        line = self.reading.sentence_at((article.headline or article.span).start)
        if line is None:
            return ""
        end, found = line.span.start, ""
        for link in self.links(line.span):
            if link.span.start == end and link.kind in SITES:
                found, end = link.entity, link.span.end
        return found if self.reading.plain[end : end + 1] in ("：", ":") else ""

    def _zone_of_article(self, article: Article) -> str:
        """The zone of which an article speaks: named in its headline or first sentences, and again and again."""
        inside = [s for s in self.reading.sentences if article.span.covers(s.span)]
        opening = {link.entity for s in inside[: OPENING + 1] for link in self.links(s.span)}
        zone, often = self.commonest_zone(article.span)
        return zone if often >= OFTEN and zone in opening else ""

    def _zone_of_page(self) -> str:
        """The zone that a page cut into many pieces speaks of all over, unless it has speakers of several bodies."""
        if any(self.bodies):
            return ""
        zone, often = self.commonest_zone(Span(0, len(self.reading.text)))
        return zone if often >= ALL_OVER else ""
