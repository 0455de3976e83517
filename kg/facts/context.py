"""What every family of facts may ask about a place in the page: whose section it is, which entities are there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar

from kg.facts.repeated import repeated
from kg.facts.whose import Whose
from kg.model import Article, Evidence, Kind, Link, PageEntities, Reading, Sentence, Span

SHORTEST_NAME = 2
"""Characters of a place that has no shorter form."""

T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """A page's reading and entities, with the questions that the families share."""

    reading: Reading
    entities: PageEntities
    readings: dict[object, tuple[Any, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What `per_page` keeps: the function → what it read."""

    def sentences(self) -> Iterator[Sentence]:
        return iter(self.reading.sentences)

    def article(self, sentence: Sentence) -> Article:
        return self.reading.articles[sentence.article]

    def links(self, span: Span) -> tuple[Link, ...]:
        """The entity links inside a clean span in order, those of names that stand again included."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(link for link in self._links[first:last] if link.span.end <= span.end)

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

    # ── whose report it is ──────────────────────────────────────────────────────────────────────────────

    def subject(self, sentence: Sentence) -> str:
        """The id of the body or place that a sentence without one speaks of.

        The section of a speaker speaks of what he heads: of the zone whose 党工委 or 管委会 he belongs to, of the
        town of a 镇党委, else of the city (“■某某镇党委书记 某某” → that town). Other articles speak of the place
        that their headline puts in front (某某镇：…), of the zone that their opening names and that they keep
        naming, else of the page's city; "" where none is known.
        """
        return self._whose.subjects[sentence.article]

    def section(self, sentence: Sentence) -> str:
        """The zone or town whose own report the sentence stands in, "" where it is the city's or nobody's."""
        subject = self.subject(sentence)
        return subject if subject != self.city else ""

    def speaker_bodies(self, sentence: Sentence) -> tuple[str, ...]:
        """The organs that the head of the speaker's section names, in order; none where it is no such section."""
        return self._whose.bodies[sentence.article]

    def is_report(self, sentence: Sentence) -> bool:
        """Whether a zone, town or bureau itself tells what it does: a speaker's section, or 某某镇：… above it."""
        return bool(self.speaker_bodies(sentence) or self._whose.fronts[sentence.article])

    def park_of(self, sentence: Sentence) -> str:
        """The park that the article of a sentence names most often: what 园区 means in it, or ""."""
        return self._whose.commonest_zone(self.article(sentence).span)[0]

    def park_before(self, position: int, sentence: Sentence) -> str:
        """The park that an article has named last before a clean position: what 园内 means there, or ""."""
        links = self.links(Span(self.article(sentence).span.start, position))
        return next((link.entity for link in reversed(links) if link.kind is Kind.PARK), "")

    @cached_property
    def _whose(self) -> Whose:
        return Whose(self.reading, self.entities, self.links, self.city)

    @cached_property
    def _links(self) -> tuple[Link, ...]:
        return repeated(self.reading, self.entities)

    @cached_property
    def _starts(self) -> list[int]:
        return [link.span.start for link in self._links]


def per_page(read: Callable[[Context], Iterable[T]]) -> Callable[[Context], tuple[T, ...]]:
    """A reading of a page that several families ask for: made once for each context, then kept there."""

    @wraps(read)
    def kept(context: Context) -> tuple[T, ...]:
        if read not in context.readings:
            context.readings[read] = tuple(read(context))
        return context.readings[read]

    return kept
