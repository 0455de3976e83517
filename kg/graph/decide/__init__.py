"""What a person decides of the graph – the same, different, no entity, another type or name, wrong, missing – at every build."""

from kg.graph.decide.decided import Decided
from kg.graph.decide.entries import Decision, Reference
from kg.graph.decide.outcomes import Outcome, warned
from kg.graph.decide.reading import read_decisions

__all__ = ["Decided", "Decision", "Outcome", "Reference", "read_decisions", "warned"]
