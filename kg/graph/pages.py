"""Which page says which triple: the ground of a named graph for each page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.graph.terms import Iri, Triple
from kg.graph.vocab import DCTERMS, KG, OA, ORG, PROV, RDF

_GROUNDS = (PROV.wasDerivedFrom, KG.mention)
_TOLD_BY_OBJECT = frozenset(
    {
        *_GROUNDS,
        OA.hasSelector,
        KG.observation,
        KG.hasStage,
        KG.totalInvestment,
        KG.annualRevenue,
        KG.annualTax,
        KG.landArea,
    }
)
"""Properties whose triple is told by the pages of the object: a mention by its own page, not by all of the entity's."""

_PARTS = (OA.hasSelector, KG.post, ORG.memberDuring, DCTERMS.isPartOf)
"""Properties whose object is told wherever the subject is: the post and interval of a tenure, the newspaper of a page."""

Page = Iri


def by_page(stated: Iterable[Triple]) -> dict[Page | None, list[Triple]]:
    """Document → the triples that it says; one that several say stands with each.

    None has what no page says: the description of the data set.
    """
    stated = list(stated)
    pages = _pages(stated)
    relations = _relations(stated, pages)
    told: dict[Page | None, list[Triple]] = defaultdict(list)
    for triple in stated:
        subject, predicate, term = triple
        by_object = predicate in _TOLD_BY_OBJECT and isinstance(term, Iri)
        sayers = relations.get(triple) or pages.get(term if by_object and isinstance(term, Iri) else subject)
        for page in sorted(sayers or ()):
            told[page].append(triple)
        if not sayers:
            told[None].append(triple)
    return told


def _pages(stated: list[Triple]) -> dict[Iri, set[Page]]:
    """The pages of each node: of evidence its source, of anything else the sources of what it rests on."""
    pages: dict[Iri, set[Page]] = defaultdict(set)
    for subject, predicate, term in stated:
        if predicate == OA.hasSource and isinstance(term, Iri):
            pages[subject].add(term)
            pages[term].add(term)
    for subject, predicate, term in stated:
        if predicate in _GROUNDS and isinstance(term, Iri):
            pages[subject] |= pages[term]
    for subject, predicate, term in stated:
        if predicate in _PARTS and isinstance(term, Iri):
            pages[term] |= pages[subject]
    return {node: said for node, said in pages.items() if said}


def _relations(stated: list[Triple], pages: dict[Iri, set[Page]]) -> dict[Triple, set[Page]]:
    """Direct relations and posts held, which have no node of their own, with the pages of what asserts them."""
    parts: dict[Iri, dict[Iri, object]] = defaultdict(dict)
    for subject, predicate, term in stated:
        if predicate in (RDF.subject, RDF.predicate, RDF.object, ORG.member, KG.post):
            parts[subject][predicate] = term
    told: dict[Triple, set[Page]] = defaultdict(set)
    for node, said in parts.items():
        asserted = (said.get(RDF.subject), said.get(RDF.predicate), said.get(RDF.object))
        held = (said.get(ORG.member), ORG.holds, said.get(KG.post))
        for triple in (asserted, held):
            told[triple] |= pages.get(node, set())  # type: ignore[index]
    return told
