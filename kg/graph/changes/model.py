"""What differs between two graphs. Each change holds both sides; swapping them gives the change the other way round."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Document, Entity, Evidence, Fact, Knowledge


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that came (`old` is None), went (`new` is None), has other words, another file name or another date."""

    old: Document | None
    new: Document | None


@dataclass(frozen=True, slots=True)
class EntityChange:
    """Entities that are the same thing: nothing → one came, one → one changed, two → one merged, one → two split.

    `gained` and `lost` are mentions that no other entity had before or has now; those are `Moved`.
    """

    old: tuple[Entity, ...]
    new: tuple[Entity, ...]
    gained: tuple[Evidence, ...] = ()
    lost: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """Mentions that were one entity's and are another's, where the two did not become one."""

    old: Entity
    new: Entity
    mentions: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FactChange:
    """Answers to one question (a project's total investment) that only the old or only the new graph gives.

    Where a quote is `reread`, what it answers differs as well: the one question in the old graph, another in the new.
    `stays` are the answers that both give, as the old graph and as the new one has them; `around` what else was
    last seen in the matter on either side (who else held the post), a few of the latest.
    """

    old: tuple[Fact, ...]
    new: tuple[Fact, ...]
    reread: bool = False
    stays_old: tuple[Fact, ...] = ()
    stays_new: tuple[Fact, ...] = ()
    around_old: tuple[Fact, ...] = ()
    around_new: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class GroundsChange:
    """One statement in both graphs with other quotes, or only with another confidence or rule.

    There are several facts on a side where entities that the statement names became one.
    """

    old: tuple[Fact, ...]
    new: tuple[Fact, ...]
    gained: tuple[Evidence, ...] = ()
    lost: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs; `old` and `new` are the graphs compared."""

    old: Knowledge
    new: Knowledge
    pages: tuple[PageChange, ...] = ()
    entities: tuple[EntityChange, ...] = ()
    moved: tuple[Moved, ...] = ()
    facts: tuple[FactChange, ...] = ()
    grounds: tuple[GroundsChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.pages or self.entities or self.moved or self.facts or self.grounds)
