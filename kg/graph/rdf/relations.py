"""Direct relations: one triple for those who write queries by hand, one assertion node that carries the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.combine import SYMMETRIC
from kg.graph.iris import Nodes
from kg.graph.rdf.evidence import grounds, rests_on
from kg.graph.rdf.source import Source
from kg.graph.terms import Iri, Term, Triple, boolean, date
from kg.graph.vocab import KG, RDF
from kg.model import Completion, Fact, Relation

WORKED_OUT = frozenset({KG.irregularity, KG.outcome, KG.fulfils, KG.fallsShortOf, KG.revises})
"""What is asserted of other facts and worked out from them, see `kg.graph.rdf.derived`: nothing to read back."""


def write(relations: Iterable[Relation], nodes: Nodes) -> Iterator[Triple]:
    """The triples of direct relations; one that holds both ways is told both ways."""
    for relation in relations:
        ends = {(relation.subject, relation.object)}
        if relation.predicate in SYMMETRIC:
            ends.add((relation.object, relation.subject))
        for subject, target in sorted(ends):
            node = nodes.digest("assertion", subject, relation.predicate, target)
            stated = (nodes.entity(subject), KG[relation.predicate], nodes.entity(target))
            yield from assertion(node, stated, relation, nodes)


def write_completions(completions: Iterable[Completion], nodes: Nodes) -> Iterator[Triple]:
    """When projects are ready: a literal, so its evidence needs an assertion as well."""
    for fact in completions:
        node = nodes.digest("assertion", fact.project, "completion", fact.date, str(fact.planned))
        stated = (nodes.entity(fact.project), KG.completion, date(fact.date))
        yield from assertion(node, stated, fact, nodes)
        yield node, KG.planned, boolean(fact.planned)


def assertion(node: Iri, stated: tuple[Iri, Iri, Term], fact: Fact, nodes: Nodes) -> Iterator[Triple]:
    """A triple, and the node that says what it rests on."""
    subject, predicate, target = stated
    yield stated
    yield node, RDF.type, KG.Assertion
    yield node, RDF.subject, subject
    yield node, RDF.predicate, predicate
    yield node, RDF.object, target
    yield from rests_on(node, fact, nodes)


def read(source: Source) -> Iterator[Relation | Completion]:
    """The relations and completion dates of a graph, both-way relations once."""
    for node in source.instances(KG.Assertion):
        subject, predicate = source.id(node, RDF.subject), source.one(node, RDF.predicate)
        if predicate in WORKED_OUT:
            continue
        support = grounds(node, source)
        if predicate == KG.completion:
            told, planned = source.one(node, RDF.object), source.flag(node, KG.planned)
            yield Completion(project=subject, date=told, planned=planned, **support)
            continue
        target = source.id(node, RDF.object)
        name = predicate.removeprefix(KG.iri)
        if name not in SYMMETRIC or subject <= target:
            yield Relation(subject=subject, predicate=name, object=target, **support)
