"""What the families of relations share: patterns applied sentence by sentence, and what may stand in a relation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.facts.context import Context
from kg.facts.templates import Match, Text, matches
from kg.model import ORGANISATIONS, Kind, Link, Relation, Sentence, Span

LIST = "facts_relations"
SUBJECTS: dict[str, frozenset[Kind]] = {
    "locatedIn": frozenset(
        {Kind.AGENCY, Kind.ENTERPRISE, Kind.INSTITUTION, Kind.PROJECT, Kind.PARK, Kind.PLACE}
    ),
    "partOf": frozenset({Kind.AGENCY, Kind.INSTITUTION, Kind.PARK}),
    "administers": frozenset({Kind.AGENCY}),
    "undertakes": frozenset({Kind.ENTERPRISE, Kind.INSTITUTION, Kind.AGENCY, Kind.PARK}),
    "subsidiaryOf": frozenset({Kind.ENTERPRISE}),
    "founded": frozenset({Kind.PERSON}),
    "succeeds": frozenset({Kind.PERSON}),
    "continues": ORGANISATIONS,
    "cooperatesWith": ORGANISATIONS | {Kind.PARK, Kind.PLACE},
    "invests": frozenset({Kind.ENTERPRISE}),
    "inIndustry": frozenset({Kind.ENTERPRISE, Kind.PROJECT, Kind.PARK}),
}
OBJECTS: dict[str, frozenset[Kind]] = {
    "locatedIn": frozenset({Kind.PARK, Kind.PLACE}),
    "partOf": frozenset({Kind.AGENCY, Kind.INSTITUTION, Kind.ENTERPRISE, Kind.PARK}),
    "administers": frozenset({Kind.PARK}),
    "undertakes": frozenset({Kind.PROJECT, Kind.PARK, Kind.INSTITUTION}),
    "subsidiaryOf": frozenset({Kind.ENTERPRISE}),
    "founded": frozenset({Kind.ENTERPRISE}),
    "succeeds": frozenset({Kind.PERSON}),
    "continues": ORGANISATIONS,
    "cooperatesWith": ORGANISATIONS | {Kind.PARK, Kind.PLACE},
    "invests": frozenset({Kind.ENTERPRISE}),
    "inIndustry": frozenset({Kind.INDUSTRY}),
}
"""Which kinds of things each predicate joins, as the ontology says."""


@dataclass(frozen=True, slots=True)
class Told:
    """A pattern found in a sentence."""

    match: Match
    sentence: Sentence


Spoken = Callable[[Told], tuple[str, ...]]
"""Whom a pattern means that names nobody in one role: the ids of what is spoken of there."""


def told(context: Context, section: str) -> Iterator[Told]:
    """Every match of a section's patterns, sentence by sentence."""
    for sentence in context.sentences():
        text = Text.of(context, sentence.span)
        for match in matches(text, LIST, section):
            yield Told(match, sentence)


def stated(context: Context, predicate: str, subject: Spoken, target: Spoken) -> Iterator[Relation]:
    """The relations that the patterns of a predicate state; `subject` and `target` fill in what is not named."""
    for found in told(context, predicate):
        subjects = _ids(found.match.subjects) or subject(found)
        targets = _ids(found.match.objects) or target(found)
        grounds = Grounds(found.match.span, f"{predicate}-stated", 0.9)
        if "分别" in context.reading.plain[found.match.span.start : found.match.span.end]:
            pairs = zip(subjects, targets, strict=True) if len(subjects) == len(targets) else ()
            for one, other in pairs:
                yield from relations(context, [one], predicate, [other], grounds)
        else:
            yield from relations(context, subjects, predicate, targets, grounds)


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a relation is told: the clean span that says it, the rule that saw it, how sure that is."""

    span: Span
    rule: str
    confidence: float


def relations(
    context: Context, subjects: Iterable[str], predicate: str, targets: Iterable[str], grounds: Grounds
) -> Iterator[Relation]:
    """A relation from each subject to each target, where their kinds allow it and they are two things."""
    ends = list(targets)
    for source in subjects:
        for target in ends:
            if may_hold(context, source, predicate, target):
                yield Relation(
                    subject=source,
                    predicate=predicate,
                    object=target,
                    evidence=context.evidence(grounds.span),
                    confidence=grounds.confidence,
                    rule=grounds.rule,
                )


def may_hold(context: Context, subject: str, predicate: str, target: str) -> bool:
    """Whether the kinds of both ends fit the predicate and the ends differ, by name too."""
    one, other = context.entities.by_id[subject], context.entities.by_id[target]
    fits = one.kind in SUBJECTS[predicate] and other.kind in OBJECTS[predicate]
    return fits and subject != target and one.label != other.label


def once(found: Iterable[Relation]) -> Iterator[Relation]:
    """Each relation with its surest evidence, in the order of its first telling."""
    best: dict[tuple[str, str, str], Relation] = {}
    for relation in found:
        key = (relation.subject, relation.predicate, relation.object)
        if key not in best or relation.confidence > best[key].confidence:
            best[key] = relation
    yield from best.values()


def nobody(_: Told) -> tuple[str, ...]:
    """For patterns that name both ends."""
    return ()


def last_named(context: Context, before: int, sentence: Sentence, kinds: frozenset[Kind]) -> tuple[str, ...]:
    """The entity of these kinds that the article names last before a clean position, two sentences back at most.

    Not the one where something else is (位于某某园区的…); after 该基地 only what is called so.
    """
    begin = context.article(sentence).span.start
    recent = [s for s in context.sentences() if begin <= s.span.start <= sentence.span.start][-LOOK_BACK:]
    links = context.links(Span(recent[0].span.start if recent else begin, before))
    text = context.reading.plain
    called = CALLED.match(text, sentence.span.start)
    for link in reversed(links):
        name = context.name(link.entity)
        there = WHERE.search(text[max(0, link.span.start - 3) : link.span.start])
        if PARENT.match(text, link.span.end):
            continue
        if link.kind in kinds and not there and (called is None or name.endswith(called["noun"])):
            return (link.entity,)
    return ()


WHERE = re.compile(r"(?:位于|地处|在|落户|入驻|落地|选址|点接|连接|起于|止于)$")
PARENT = re.compile(
    r"(?:在[^，。；]{1,8})?的?(?:全资|控股|独资)*(?:子公司|孙公司|分公司)(?![\ue000-\uf8ff一-鿿])"
)
"""Behind a firm that is named only as another's parent: 某某公司是某某集团的全资子公司，… 该公司 is not the parent."""
CALLED = re.compile(
    r"该(?P<noun>中心|基地|园区|产业园|园|厂|馆|医院|学校|校区|小区|大厦|水库|大桥|公司|村|镇|县)"
)

LOOK_BACK = 3
"""Sentences in which what 该项目 means must have been named, the present one included."""


def _ids(links: tuple[Link, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.entity for link in links))
