"""What follows from many pages' facts together and stands on none of them: who followed whom, which bureau went on with another's
tasks, how a project went back, what came of a target.

Successions of persons and bureaus become relations of the knowledge (`derive`); flags of stages, bounds of tenures and outcomes of targets
are told of facts that are there, and are worked out anew wherever these are written or shown.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import replace

from kg.graph.combine import unplaced_order
from kg.graph.derive.outcomes import contradictions
from kg.graph.derive.reforms import PREDICATE as CONTINUES
from kg.graph.derive.reforms import RULE as REFORM
from kg.graph.derive.reforms import reforms
from kg.graph.derive.seats import lines
from kg.graph.derive.successions import RULES as SUCCESSIONS
from kg.graph.derive.successions import SUCCEEDS, successions
from kg.graph.identity import identity
from kg.model import Knowledge, Relation, Unplaced

RULES = frozenset({*SUCCESSIONS, REFORM})
PREDICATES = frozenset({SUCCEEDS, CONTINUES})
"""The relations that may be derived; a person's decision against one is applied afterwards."""


def derive(knowledge: Knowledge) -> Knowledge:
    """Combined knowledge with what follows from it; what was derived before is derived anew, so twice is as once."""
    facts = [f for f in knowledge.facts if not (isinstance(f, Relation) and f.rule in RULES)]
    stated = replace(knowledge, facts=tuple(facts))
    review = set(knowledge.unplaced)
    for found in (*successions(stated, lines(stated)), *reforms(stated), *contradictions(stated)):
        if isinstance(found, Unplaced):
            review.add(found)
        else:
            insort(facts, found, key=identity)
    return replace(knowledge, facts=tuple(facts), unplaced=tuple(sorted(review, key=unplaced_order)))
