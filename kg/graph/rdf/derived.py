"""Flags of stages and outcomes of targets: worked out from the facts whenever these are told, so there is nothing to read back."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.derive import histories
from kg.graph.derive.outcomes import RULES, Outcome, outcomes
from kg.graph.derive.verdicts import Verdict
from kg.graph.iris import Nodes
from kg.graph.rdf.indicators import indicator_node
from kg.graph.rdf.projects import stage_node
from kg.graph.rdf.relations import assertion
from kg.graph.terms import Iri, Triple
from kg.graph.vocab import KG
from kg.model import Fact, Knowledge

FLAGS: dict[str, Iri] = {histories.WENT_BACK: KG.WentBack, histories.SKIPPED: KG.Skipped}
VERDICTS: dict[Verdict, Iri] = {
    Verdict.MET: KG.Met,
    Verdict.MISSED: KG.Missed,
    Verdict.REVISED: KG.Revised,
    Verdict.NOT_REPORTED: KG.NotReported,
}
LINKS: dict[Verdict, Iri] = {
    Verdict.MET: KG.fulfils,
    Verdict.MISSED: KG.fallsShortOf,
    Verdict.REVISED: KG.revises,
}
"""What the number that decided an outcome does to the target."""


def write(knowledge: Knowledge, nodes: Nodes) -> Iterator[Triple]:
    """The triples of all that is worked out, each with an assertion that has the quotes of both sides."""
    for stage, (flag, earlier) in histories.irregularities(knowledge).items():
        both = tuple(sorted({*stage.evidence, *earlier.evidence}))
        confidence = min(stage.confidence, earlier.confidence)
        support = Fact(evidence=both, confidence=confidence, rule=histories.RULES[flag])
        yield from _stated((stage_node(stage, nodes), KG.irregularity, FLAGS[flag]), support, nodes)
    for outcome in outcomes(knowledge):
        yield from _outcome(outcome, nodes)


def _outcome(outcome: Outcome, nodes: Nodes) -> Iterator[Triple]:
    target = indicator_node(outcome.target, nodes)
    support = Fact(evidence=outcome.evidence, confidence=outcome.confidence, rule=RULES[outcome.verdict])
    yield from _stated((target, KG.outcome, VERDICTS[outcome.verdict]), support, nodes)
    if outcome.by is not None:
        other = indicator_node(outcome.by, nodes)
        yield from _stated((other, LINKS[outcome.verdict], target), support, nodes)


def _stated(triple: tuple[Iri, Iri, Iri], support: Fact, nodes: Nodes) -> Iterator[Triple]:
    node = nodes.digest("assertion", *(term.removeprefix(nodes.base) for term in triple))
    yield from assertion(node, triple, support, nodes)
