"""Mentions → entities: one entity for all the ways in which a page names it, and the bodies that offices imply."""

from __future__ import annotations

from kg.entities.drafts import Drafts
from kg.entities.heads import heads, own_place
from kg.entities.industries import industries
from kg.entities.owners import owners
from kg.entities.recognize import Recognition, bylines
from kg.entities.seats import Seating, is_bare
from kg.model import Kind, Link, Mention, NameRelation, PageEntities, Reading

UNPLACED_LEVELS = ("区", "县", "镇", "乡", "旗")


def link(reading: Reading, recognition: Recognition) -> PageEntities:
    """The entities of a page, where they are mentioned, and in which body each office is held."""
    drafts = Drafts(reading, recognition)
    links: list[Link] = []
    structure: list[NameRelation] = []
    unresolved: list[Mention] = []
    authors = frozenset(bylines(recognition))
    for mention in recognition.mentions:
        if mention.kind is Kind.OFFICE or is_bare(mention) or (mention.kind is Kind.PERSON and mention.text in authors):
            continue
        if _is_of_no_place(drafts, mention):
            unresolved.append(mention)
            continue
        entity = drafts.add(mention)
        links.append(Link(mention.span, mention.kind, entity))
        for head in heads(drafts, mention):
            drafts.add(head)
        if mention.rule == "leaders_list":
            drafts.by_id[entity].official = True
        if mention.kind is Kind.AGENCY:
            structure += owners(drafts, mention, entity)
    own_place(drafts)
    for industry in industries(reading):
        drafts.add(industry)
    seating = Seating(drafts, links, structure, recognition.mentions)
    seats = seating.seats(recognition.offices)
    unresolved += seating.bare.values()
    return PageEntities(
        drafts.entities(),
        tuple(sorted(links, key=lambda li: li.span)),
        recognition.offices,
        seats,
        tuple(sorted(set(structure), key=lambda r: (r.subject, r.predicate, r.object, r.span))),
        tuple(sorted(unresolved, key=lambda m: m.span)),
    )


def _is_of_no_place(drafts: Drafts, mention: Mention) -> bool:
    """各县（市）、区人大常委会: a level that no place of the page explains names no definite organ."""
    return (
        mention.kind is Kind.AGENCY
        and mention.text.startswith(UNPLACED_LEVELS)
        and not drafts.where.level(mention.text[0], mention.span.start)
    )
