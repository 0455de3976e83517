"""What speaks for two ids being one, and what against: a function each, whose docstring is the reason it gives."""

from __future__ import annotations

from collections.abc import Callable

from kg.graph.resolve.nodes import Node
from kg.model import STAGES, Kind, Stage
from kg.resources import sections

Sees = Callable[[Node, Node], bool]
"""Whether it is seen of a short name's node and a full name's node."""

_WORDS = sections("project_words")
PHASES = _WORDS["phase"]
WORKS = frozenset({*_WORDS["work"], *_WORDS["road"]})
READY = frozenset({"completed", "operating"})
SHORTEST = 3
"""Characters of a name that can begin another one by more than chance."""


def only_form(node: Node) -> str:
    """The one form by which the pages know an entity, "" where they know it by more."""
    return next(iter(node.forms)) if len(node.forms) == 1 else ""


def alias_told(short: Node, full: Node) -> bool:
    """A page uses the only name of the one as a short name of the other."""
    name = only_form(short)
    return bool(name) and name in full.forms and any(len(other) > len(name) for other in full.forms)


def begins(short: Node, full: Node) -> bool:
    """The only name of the one begins the name of the other."""
    name = only_form(short)
    return len(name) >= SHORTEST and any(other != name and other.startswith(name) for other in full.forms)


def work_added(short: Node, full: Node) -> bool:
    """The longer name adds no more than the work that is done, or the kind of road."""
    name = only_form(short)
    return bool(name) and any(other.startswith(name) and other[len(name) :] in WORKS for other in full.forms)


def told_apart(short: Node, full: Node) -> bool:
    """One page names both and means two."""
    return bool(short.pages & full.pages)


def other_phase(short: Node, full: Node) -> bool:
    """They are different phases, or one is a phase and the other the whole."""
    return short.kind is Kind.PROJECT and _phases(short) != _phases(full)


def ready_before_begun(short: Node, full: Node) -> bool:
    """The one was ready before the other was begun."""
    return _ready_before(short, full) or _ready_before(full, short)


AGAINST: tuple[Sees, ...] = (told_apart, other_phase, ready_before_begun)


def reason(evidence: Sees) -> str:
    """What a piece of evidence says, in a sentence."""
    return evidence.__doc__ or evidence.__name__


def _phases(node: Node) -> frozenset[str]:
    return frozenset(phase for name in node.forms for phase in PHASES if name.endswith(phase))


def _ready_before(one: Node, other: Node) -> bool:
    ready = {stage.observed for stage in one.stages if stage.stage in READY and not stage.planned}
    begun = {stage.observed for stage in other.stages if _is_before_ready(stage)}
    return any(day < later[: len(day)] for day in ready for later in begun)


def _is_before_ready(stage: Stage) -> bool:
    return STAGES.index(stage.stage) < STAGES.index("completed")
