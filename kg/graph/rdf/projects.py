"""Money, land and stages of projects: a node each, which carries its own evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.iris import Nodes
from kg.graph.rdf.evidence import grounds, rests_on
from kg.graph.rdf.source import Source
from kg.graph.terms import Iri, Triple, boolean, date, number, text
from kg.graph.vocab import KG, RDF, SCHEMA
from kg.model import STAGES, Amount, LandArea, Stage

AMOUNTS = ("totalInvestment", "annualRevenue", "annualTax")
SQUARE_METRE = "MTK"
"""UN/CEFACT's code."""

STAGE_CONCEPTS: dict[str, Iri] = {stage: KG[stage.title().replace("-", "")] for stage in STAGES}
"""under-construction → kg:UnderConstruction."""

_STAGE_NAMES = {iri: name for name, iri in STAGE_CONCEPTS.items()}


def write_amounts(amounts: Iterable[Amount], nodes: Nodes) -> Iterator[Triple]:
    """The triples of investments, revenues and taxes."""
    for fact in amounts:
        value = number(fact.value)
        content = (value.value, fact.currency, fact.comparator, str(fact.planned))
        node = nodes.digest("amount", fact.project, fact.property, *content)
        yield nodes.entity(fact.project), KG[fact.property], node
        yield node, RDF.type, SCHEMA.MonetaryAmount
        yield node, SCHEMA.value, value
        yield node, SCHEMA.currency, text(fact.currency)
        yield node, KG.comparator, text(fact.comparator)
        yield node, KG.planned, boolean(fact.planned)
        yield from rests_on(node, fact, nodes)


def write_areas(areas: Iterable[LandArea], nodes: Nodes) -> Iterator[Triple]:
    """The triples of the land that projects take."""
    for fact in areas:
        value = number(fact.value)
        node = nodes.digest("area", fact.project, value.value, fact.comparator)
        yield nodes.entity(fact.project), KG.landArea, node
        yield node, RDF.type, SCHEMA.QuantitativeValue
        yield node, SCHEMA.value, value
        yield node, SCHEMA.unitCode, text(SQUARE_METRE)
        yield node, KG.comparator, text(fact.comparator)
        yield from rests_on(node, fact, nodes)


def write_stages(stages: Iterable[Stage], nodes: Nodes) -> Iterator[Triple]:
    """The triples of stages that projects reached or hope for."""
    for fact in stages:
        node = stage_node(fact, nodes)
        yield nodes.entity(fact.project), KG.hasStage, node
        yield node, RDF.type, KG.StageObservation
        yield node, KG.stage, STAGE_CONCEPTS[fact.stage]
        yield node, KG.planned, boolean(fact.planned)
        if fact.observed:
            yield node, KG.observedOn, date(fact.observed)
        yield from rests_on(node, fact, nodes)


def stage_node(fact: Stage, nodes: Nodes) -> Iri:
    """The IRI of a stage that was seen or hoped for."""
    return nodes.digest("stage", fact.project, fact.stage, fact.observed, str(fact.planned))


def read(source: Source) -> Iterator[Amount | LandArea | Stage]:
    """The amounts, areas and stages of a graph."""
    for name in AMOUNTS:
        for project, node in _owned(KG[name], source):
            yield Amount(
                project=project,
                property=name,
                value=float(source.one(node, SCHEMA.value)),
                currency=source.one(node, SCHEMA.currency),
                comparator=source.one(node, KG.comparator, "="),
                planned=source.flag(node, KG.planned),
                **grounds(node, source),
            )
    for project, node in _owned(KG.landArea, source):
        value, comparator = float(source.one(node, SCHEMA.value)), source.one(node, KG.comparator, "=")
        yield LandArea(project=project, value=value, comparator=comparator, **grounds(node, source))
    for project, node in _owned(KG.hasStage, source):
        yield Stage(
            project=project,
            stage=_STAGE_NAMES[Iri(source.one(node, KG.stage))],
            observed=source.one(node, KG.observedOn),
            planned=source.flag(node, KG.planned),
            **grounds(node, source),
        )


def _owned(predicate: Iri, source: Source) -> Iterator[tuple[str, str]]:
    for subject in source.subjects(predicate):
        for node in source.all(subject, predicate):
            yield source.nodes.identifier(subject), node
