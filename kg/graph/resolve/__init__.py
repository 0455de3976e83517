"""Which entities of different pages are one: `resolve` replaces their ids before the pages are combined."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph.resolve.homonyms import homonyms
from kg.graph.resolve.judgement import Judgement, by_use
from kg.graph.resolve.occasions import occasions
from kg.graph.resolve.persons import persons
from kg.graph.resolve.rewrite import rewrite
from kg.graph.resolve.things import things
from kg.model import Knowledge

__all__ = ["Judgement", "resolve"]


def resolve(pages: Sequence[Knowledge]) -> tuple[list[Knowledge], tuple[Judgement, ...]]:
    """The pages, in the order given, with one id for what is one and two for what is two; and every judgement made.

    Each item is the knowledge of one page. A page alone stays as it is. Neither the ids nor the judgements
    depend on the order of the pages; judgements come with the most mentioned first.
    """
    if len(pages) < 2:
        return list(pages), ()
    things_apart, about_names = homonyms(pages)
    told_apart = zip(pages, things_apart, occasions(pages), strict=True)
    apart = [rewrite(page, ids | events) for page, ids, events in told_apart]
    full_names, about_things = things(apart)
    joined = [rewrite(page, full_names) for page in apart]
    people, about_people = persons(joined)
    resolved = [rewrite(page, ids) for page, ids in zip(joined, people, strict=True)]
    return resolved, tuple(sorted({*about_names, *about_people, *about_things}, key=by_use))
