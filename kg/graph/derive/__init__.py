"""What follows from many pages' facts together and stands on none of them: who followed whom, how a project went back, what came of a target.

Successions become relations of the knowledge (`derive`); flags of stages, bounds of tenures and outcomes of targets
are told of facts that are there, and are worked out anew wherever these are written or shown.
"""

from __future__ import annotations

from dataclasses import replace

from kg.graph.combine import combine
from kg.graph.derive.outcomes import contradictions
from kg.graph.derive.seats import lines
from kg.graph.derive.successions import RULES, successions
from kg.model import Knowledge, Relation, Unplaced


def derive(knowledge: Knowledge) -> Knowledge:
    """The same knowledge with what follows from it; what was derived before is derived anew, so twice is as once."""
    stated = tuple(f for f in knowledge.facts if not (isinstance(f, Relation) and f.rule in RULES))
    told = replace(knowledge, facts=stated)
    found = [*successions(told, lines(told)), *contradictions(told)]
    relations = tuple(f for f in found if isinstance(f, Relation))
    review = tuple(u for u in found if isinstance(u, Unplaced))
    return combine([replace(told, facts=(*stated, *relations), unplaced=(*told.unplaced, *review))])
