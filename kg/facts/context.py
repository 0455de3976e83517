"""What every family of facts may ask about a place in the page: whose section it is, which entities are there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.facts.repeated import repeated
from kg.model import SITES, Article, Evidence, Kind, Link, PageEntities, Reading, Sentence, Span

TOWN_ORGAN = re.compile(
    r"(?P<town>[\u4e00-\u9fff]{1,8}(?:镇|乡|街道))(?:党委|党工委|工委|纪委|委|人民政府|政府|人大)"
)
SHORTEST_NAME = 2
"""Characters of a place that has no shorter form."""
SPEAKER = re.compile(
    r"(?:书记|主任|局长|镇长|乡长|市长|县长|区长|部长|院长|行长|董事长|总经理)[\s\u3000]+\S{1,2}[\s\u3000]?\S{1,3}$"
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
class Context:
    """A page's reading and entities, with the questions that the families share."""

    reading: Reading
    entities: PageEntities

    def sentences(self) -> Iterator[Sentence]:
        return iter(self.reading.sentences)

    def article(self, sentence: Sentence) -> Article:
        return self.reading.articles[sentence.article]

    def links(self, span: Span) -> tuple[Link, ...]:
        """The entity links inside a clean span in order, those of names that stand again included."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(link for link in self._links[first:last] if link.span.end <= span.end)

    @cached_property
    def _links(self) -> tuple[Link, ...]:
        return repeated(self.reading, self.entities)

    @cached_property
    def _starts(self) -> list[int]:
        return [link.span.start for link in self._links]

    def evidence(self, span: Span) -> tuple[Evidence, ...]:
        return self.reading.evidence(span)

    def name(self, entity: str) -> str:
        return self.entities.by_id[entity].label

    @property
    def published(self) -> str:
        return self.reading.page.published

    @cached_property
    def city(self) -> str:
        """The id of the page's own place, "" where the page has none."""
        place = self.reading.page.place
        own = {place, place[:-1]} if len(place) > SHORTEST_NAME else {place}
        places = (e for e in self.entities.entities if e.kind is Kind.PLACE and place)
        return next((e.id for e in places if own.intersection(e.names)), "")

    def subject(self, sentence: Sentence) -> str:
        """The id of the body or place that a sentence without one speaks of.

        The section of a speaker speaks of what he heads: of the zone whose 党工委 or 管委会 he belongs to, of the
        town of a 镇党委, else of the city (“■某某镇党委书记 某某” → that town). Other articles speak of the place
        that their headline puts in front (某某镇：…), of the zone that their opening names and that they keep
        naming, else of the page's city; "" where none is known.
        """
        return self._subjects[sentence.article]

    def section(self, sentence: Sentence) -> str:
        """The zone or town whose own report the sentence stands in, "" where it is the city's or nobody's."""
        subject = self.subject(sentence)
        return subject if subject != self.city else ""

    def park_of(self, sentence: Sentence) -> str:
        """The park that the article of a sentence names most often: what 园区 means in it, or ""."""
        return self._commonest_zone(self.article(sentence).span)[0]

    def park_before(self, position: int, sentence: Sentence) -> str:
        """The park that an article has named last before a clean position: what 园内 means there, or ""."""
        links = self.links(Span(self.article(sentence).span.start, position))
        return next((link.entity for link in reversed(links) if link.kind is Kind.PARK), "")

    def is_report(self, sentence: Sentence) -> bool:
        """Whether a zone, town or bureau itself tells what it does: a speaker's section, or 某某镇：… above it."""
        article = self.article(sentence)
        return bool(self.speaker_bodies(article) or self._in_front(article))

    def speaker_bodies(self, article: Article) -> tuple[str, ...]:
        """The organs that the head of a speaker's section names, in order; none where it is no such section."""
        head = self._head(article)
        bodies = [link.entity for link in self.links(head) if link.kind is Kind.AGENCY] if head else []
        return tuple(self._without_party_group(body) for body in bodies)

    def _without_party_group(self, body: str) -> str:
        """某局党组书记、局长 speaks for the bureau."""
        if not self.name(body).endswith("党组"):
            return body
        above = (t.object for t in self.entities.structure if t.subject == body and t.predicate == "partOf")
        return next(above, body)

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

    @cached_property
    def _subjects(self) -> tuple[str, ...]:
        all_over = self._zone_of_page()
        return tuple(self._subject_of(article) or all_over or self.city for article in self.reading.articles)

    def _subject_of(self, article: Article) -> str:
        bodies = self.speaker_bodies(article)
        if bodies:
            return next((found for body in bodies if (found := self._headed(body))), "") or self.city
        return self._in_front(article) or self._zone_of_article(article)

    def _headed(self, body: str) -> str:
        """The zone an organ administers, or the town that it is the organ of."""
        for told in self.entities.structure:
            if told.subject == body and told.predicate == "administers":
                return told.object
        town = TOWN_ORGAN.search(self.name(body))
        if town is None:
            return ""
        return next(
            (e.id for e in self.entities.entities if e.kind is Kind.PLACE and town["town"].endswith(e.label)),
            "",
        )

    def _in_front(self, article: Article) -> str:
        """The place or zone before the colon of a headline: 某某区某某镇：小果园办成大产业"""
        headline = article.headline or Span(article.span.start, article.span.start)
        line = self.reading.sentence_at(headline.start)
        if line is None:
            return ""
        end = line.span.start
        found = ""
        for link in self.links(line.span):
            if link.span.start == end and link.kind in SITES:
                found, end = link.entity, link.span.end
        return found if self.reading.plain[end : end + 1] in ("：", ":") else ""

    def _zone_of_article(self, article: Article) -> str:
        """The zone of which an article speaks: named in its headline or first sentences, and again and again."""
        inside = [s for s in self.reading.sentences if article.span.covers(s.span)]
        opening = {link.entity for s in inside[: OPENING + 1] for link in self.links(s.span)}
        zone, often = self._commonest_zone(article.span)
        return zone if often >= OFTEN and zone in opening else ""

    def _zone_of_page(self) -> str:
        """The zone that a page cut into many pieces speaks of all over, unless it has speakers of several bodies."""
        if any(self.speaker_bodies(article) for article in self.reading.articles):
            return ""
        zone, often = self._commonest_zone(Span(0, len(self.reading.text)))
        return zone if often >= ALL_OVER else ""

    def _commonest_zone(self, span: Span) -> tuple[str, int]:
        """The park named most often, itself or in its organs, and how often; ("", 0) where another or the city is named as often."""
        zone_of = {
            told.subject: told.object for told in self.entities.structure if told.predicate == "administers"
        }
        links = self.links(span)
        zones = (zone_of.get(link.entity, link.entity if link.kind is Kind.PARK else "") for link in links)
        counts = Counter(zone for zone in zones if zone)
        cities = sum(link.entity == self.city for link in links)
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked or ranked[0][1] < cities or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
            return "", 0
        return ranked[0]
