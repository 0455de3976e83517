"""What follows from many pages' facts together and stands on none of them: who followed whom, how a project went back, what came of a target.

Successions become relations of the knowledge (`derive`); flags of stages, bounds of tenures and outcomes of targets
are told of facts that are there, and are worked out anew wherever these are written or shown.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import replace

from kg.graph.combine import unplaced_order
from kg.graph.derive.outcomes import contradictions
from kg.graph.derive.seats import lines
from kg.graph.derive.successions import RULES, successions
from kg.graph.identity import identity
from kg.model import Knowledge, Relation, Unplaced


def derive(knowledge: Knowledge) -> Knowledge:
    """Combined knowledge with what follows from it; what was derived before is derived anew, so twice is as once."""
    facts = [f for f in knowledge.facts if not (isinstance(f, Relation) and f.rule in RULES)]
    stated = replace(knowledge, facts=tuple(facts))
    review = set(knowledge.unplaced)
    for found in (*successions(stated, lines(stated)), *contradictions(stated)):
        if isinstance(found, Unplaced):
            review.add(found)
        else:
            insort(facts, found, key=identity)
    return replace(knowledge, facts=tuple(facts), unplaced=tuple(sorted(review, key=unplaced_order)))
