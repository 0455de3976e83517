"""Which entities of different pages are one: `resolve` replaces their ids before the pages are combined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.graph.resolve.homonyms import homonyms
from kg.graph.resolve.judgement import Judgement, by_use
from kg.graph.resolve.occasions import occasions
from kg.graph.resolve.persons import persons
from kg.graph.resolve.rewrite import rewrite
from kg.graph.resolve.things import things
from kg.model import Knowledge

__all__ = ["Judgement", "by_rules", "resolve"]

Ids = dict[str, str]
"""The ids to replace on a page."""
Overrule = Callable[
    [Sequence[Knowledge], Sequence[Ids], Sequence[Judgement]], tuple[list[Ids], tuple[Judgement, ...]]
]
"""Ids and judgements of the rules in, those after a person's decisions out."""


def resolve(
    pages: Sequence[Knowledge], overrule: Overrule | None = None
) -> tuple[list[Knowledge], tuple[Judgement, ...]]:
    """The pages, in the order given, with one id for what is one and two for what is two; and every judgement made.

    Each item is the knowledge of one page. A page alone stays as it is, but for what `overrule` says. Neither
    the ids nor the judgements depend on the order of the pages; judgements come with the most mentioned first.
    """
    ids, judgements = by_rules(pages)
    if overrule is not None:
        ids, judgements = overrule(pages, ids, judgements)
    return [rewrite(page, own) for page, own in zip(pages, ids, strict=True)], judgements


def by_rules(pages: Sequence[Knowledge]) -> tuple[list[Ids], tuple[Judgement, ...]]:
    """For each page the ids that the rules replace, and the judgements behind that."""
    if len(pages) < 2:
        return [{} for _ in pages], ()
    things_apart, about_names = homonyms(pages)
    first = [ids | events for ids, events in zip(things_apart, occasions(pages), strict=True)]
    apart = [rewrite(page, ids) for page, ids in zip(pages, first, strict=True)]
    full_names, about_things = things(apart)
    joined = [rewrite(page, full_names) for page in apart]
    people, about_people = persons(joined)
    ids = [_after(own, full_names | who) for own, who in zip(first, people, strict=True)]
    about_names = [j for j in (_of(full_names, j) for j in about_names) if j.left != j.right]
    return ids, tuple(sorted({*about_names, *about_people, *about_things}, key=by_use))


def _of(ids: Ids, judgement: Judgement) -> Judgement:
    """A judgement on what has another id since."""
    return replace(
        judgement,
        left=ids.get(judgement.left, judgement.left),
        right=ids.get(judgement.right, judgement.right),
    )


def _after(first: Ids, then: Ids) -> Ids:
    """What two replacements, one after the other, make of each id."""
    return then | {old: then.get(new, new) for old, new in first.items()}
