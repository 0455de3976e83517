"""What every family of facts may ask about a place in the page: whose section it is, which entities are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.model import Article, Evidence, Link, PageEntities, Reading, Sentence, Span


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
        """The entity links inside a clean span, in order."""
        return self.entities.within(span)

    def evidence(self, span: Span) -> tuple[Evidence, ...]:
        return self.reading.evidence(span)

    @property
    def published(self) -> str:
        return self.reading.page.published

    @cached_property
    def city(self) -> str:
        """The id of the page's own place, "" where the page has none."""
        place = self.reading.page.place
        return next((e.id for e in self.entities.entities if e.kind == "Place" and e.label == place), "")

    def subject(self, sentence: Sentence) -> str:
        """The id of the body or place that a sentence without one speaks of.

        The section of a speaker speaks of what he heads (“■沙溪镇党委书记 潘红忠” → 沙溪镇), any other
        sentence of the page's city; "" where neither is known.
        """
        return self.city
