"""The place a page is of, and whether an article speaks of it where it names nobody."""

from __future__ import annotations

import re
from functools import cached_property

from kg.facts.context import Context
from kg.model import Kind, Sentence

LOCAL = frozenset({Kind.AGENCY, Kind.PARK, Kind.PROJECT})
HERE = re.compile(r"[全我本][市县区镇省]|[市县区][委政]|市[一-鿿]{1,6}局")
"""That an article is of the paper's own place: 全市, 我市, 市委, 市教育局."""


class Home:
    """The paper's own place as a subject."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def of_article(self, sentence: Sentence) -> str:
        """Whom an article speaks of that names nobody in the sentence; "" if it is not of this place at all."""
        article = self.context.article(sentence).span
        subject = self.context.subject(sentence) or self.place
        near = any(link.kind in LOCAL or link.entity == subject for link in self.context.links(article))
        said = near or HERE.search(self.context.reading.plain[article.start : article.end])
        return subject if said else ""

    def whole(self, sentence: Sentence) -> str:
        """What 全市 means: the paper's own city, or the one a headline puts in front (云川：一季度“成绩单”出炉)."""
        subject = self.context.subject(sentence)
        entity = self.context.entities.by_id.get(subject)
        cities = (
            entity is not None and entity.kind is Kind.PLACE and entity.label.endswith(("市", "县", "区"))
        )
        return subject if cities else self.place

    def zone_of(self, agency: str) -> str:
        """The zone an organ administers, or the place in front of its name; "" where neither is known."""
        entities = self.context.entities
        for told in entities.structure:
            if told.subject == agency and told.predicate == "administers":
                return told.object
        label = entities.by_id[agency].label
        places = [e for e in entities.entities if e.kind is Kind.PLACE and label.startswith(e.label)]
        return max(places, key=lambda e: len(e.label)).id if places else ""

    @cached_property
    def place(self) -> str:
        """The paper's own place; else its government or another of its organs, or the place named most often."""
        if self.context.city:
            return self.context.city
        entities, name = self.context.entities, self.context.reading.page.place
        organs = sorted(
            (not e.label.endswith("人民政府"), len(e.label), e.id)
            for e in entities.entities
            if e.kind is Kind.AGENCY and name and e.label.startswith(name)
        )
        places = [link.entity for link in entities.links if link.kind is Kind.PLACE]
        return organs[0][2] if organs else max(places, key=places.count, default="")
