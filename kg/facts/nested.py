"""What a name tells by another name in it: 某镇幼儿园 lies in the town, 某园四期 in the park, 某公司二期 is the firm's.

Only names of entities of the page count, and of names within each other the longest. That something bears the
name of the page's own city tells nothing: everything there could.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.entities.whereabouts import leading_place
from kg.facts.context import Context
from kg.facts.nested_rules import BRANCH_BODY, RULES
from kg.facts.relating import Grounds, once, relations
from kg.model import Entity, Kind, Relation, Span


def nested(context: Context) -> Iterator[Relation]:
    """The relations that names tell by themselves, each once, without those that linking has told already."""
    told = {(t.subject, t.predicate, t.object) for t in context.entities.structure}
    yield from (r for r in once(_all(context)) if (r.subject, r.predicate, r.object) not in told)


def _all(context: Context) -> Iterator[Relation]:
    for outer, span in _named(context):
        candidates = [
            e for e in context.entities.entities if e.label != outer.label and _may_stand_in(outer, e)
        ]
        for rule in RULES:
            found = [i for inner in candidates for i in rule(context, outer, inner)]
            for inside in found:
                longer = any(inside.words != i.words and inside.words in i.words for i in found)
                if not longer:
                    grounds = Grounds(span, f"name-{rule.__name__}".replace("_", "-"), 0.85)
                    yield from relations(
                        context, [inside.subject], inside.predicate, [inside.target], grounds
                    )
    yield from _sister_branches(context)


def _may_stand_in(outer: Entity, inner: Entity) -> bool:
    """A quick look, since each pair is asked: whether a name could stand in the other, if only abbreviated."""
    return any(own[0] in name for own in inner.names if own for name in outer.names)


def _named(context: Context) -> Iterator[tuple[Entity, Span]]:
    """The entities that are named in the text, not only implied, each with its first mention."""
    first: dict[str, Span] = {}
    for link in context.entities.links:
        first.setdefault(link.entity, link.span)
    for entity in context.entities.entities:
        if entity.id in first:
            yield entity, first[entity.id]


def _sister_branches(context: Context) -> Iterator[Relation]:
    """Branches on one page belong to the body that one of them names: 某某服务中心|某镇分中心, 某村分中心."""
    bodies = [e for e in context.entities.entities if e.kind in (Kind.INSTITUTION, Kind.AGENCY)]
    branches = [(e, span) for e, span in _named(context) if e in bodies and BRANCH_BODY.search(e.label)]
    for body in bodies:
        heads = [
            n for b, _ in branches for name in b.names for n in (name, name.removeprefix(leading_place(name)))
        ]
        names_it = any(head.startswith(own) for head in heads for own in body.names)
        if names_it and not BRANCH_BODY.search(body.label):
            for branch, span in branches:
                grounds = Grounds(span, "name-sister-branch", 0.7)
                yield from relations(context, [branch.id], "partOf", [body.id], grounds)
