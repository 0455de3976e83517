"""One change as one line, and the groups and kinds of change in the order in which they are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Document, Entity, Event, Evidence, Fact, Knowledge
from kg.publish.changes.facts import Labels

GROUPS: dict[str, str] = {
    "pages": "版面",
    "identity": "合并、拆分与改名",
    "posts": "任职",
    "projects": "项目",
    "indicators": "指标",
    "relations": "关系",
    "events": "活动",
    "entities": "实体",
    "evidence": "仅证据增减",
    "confidence": "仅可信度或规则不同",
}
"""What is told, the most interesting first, with its heading."""

KINDS: dict[str, str] = {
    "merged": "合并",
    "split": "拆分",
    "regrouped": "重分",
    "renamed": "改名",
    "moved": "改归",
    "changed": "变更",
    "reread": "改读",
    "added": "新增",
    "again": "又见",
    "fewer": "减少",
    "removed": "移除",
    "gained": "增证",
    "lost": "减证",
    "regraded": "改评",
}
"""How something changed, the most interesting first, with the word that begins its line."""

MOST_PAGES = 3
"""Pages that one line names."""

Item = Document | Entity | Fact
"""What stands on a side of a change."""


@dataclass(frozen=True, slots=True)
class Line:
    """A change in words. `words` can be read alone; `places` are pages with their dates; `weight` puts
    subjects in order, `rank` the lines of one subject.

    `before` and `after` are what the old and the new graph have; `lost` and `gained` the quotes that say so.
    """

    group: str
    kind: str
    subject: str
    words: str
    places: str = ""
    before: tuple[Item, ...] = ()
    after: tuple[Item, ...] = ()
    lost: tuple[Evidence, ...] = ()
    gained: tuple[Evidence, ...] = ()
    weight: tuple[int, ...] = ()
    rank: int = 0


@dataclass(frozen=True)
class Scene:
    """One graph as the lines need it: labels, how often an entity is mentioned (of an event: who took part), pages' days."""

    labels: Labels
    weights: Mapping[str, int]
    days: Mapping[str, str]

    @classmethod
    def of(cls, knowledge: Knowledge) -> Scene:
        return cls(
            {entity.id: entity.label for entity in knowledge.entities},
            {
                **{entity.id: len(entity.mentions) for entity in knowledge.entities},
                **{fact.id: len(fact.participants) for fact in knowledge.facts if isinstance(fact, Event)},
            },
            {document.identifier: day(document) for document in knowledge.documents},
        )

    def weight(self, about: str) -> tuple[int, ...]:
        """What is mentioned often comes first."""
        return (-self.weights.get(about, 0),)

    def places(self, quotes: Iterable[Evidence]) -> str:
        """The pages of quotes with their dates: “2023-06-21 page.txt”."""
        pages = sorted({(self.days.get(quote.document, ""), quote.document) for quote in quotes})
        named = "、".join(f"{day} {page}".strip() for day, page in pages[:MOST_PAGES])
        return f"{named} 等 {len(pages)} 版" if len(pages) > MOST_PAGES else named


def day(document: Document) -> str:
    """When a page was printed, marked where this was read from its text."""
    if not document.published:
        return "日期不详"
    return document.published + ("（推断）" if "published" in document.inferred else "")


def quotes(facts: Iterable[Fact]) -> tuple[Evidence, ...]:
    """The quotes of facts, each once, sorted."""
    return tuple(sorted({quote for fact in facts for quote in fact.evidence}))


def both_places(old: Scene, lost: Iterable[Evidence], new: Scene, gained: Iterable[Evidence]) -> str:
    """Where both sides of a change stand; said once where it is the same page."""
    before, after = old.places(lost), new.places(gained)
    if before and after and before != after:
        return f"旧 {before}；新 {after}"
    return after or before
