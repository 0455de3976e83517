"""Which decisions a build applies, and what it says of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg import terminal
from kg.lazy import lazy

if TYPE_CHECKING:
    from kg.graph import decide, harmless
else:
    decide = lazy("kg.graph.decide")
    harmless = lazy("kg.graph.harmless")

NAME = "decisions.toml"
"""In the folder that a build writes, what `kg review` has put there."""


def to_apply(given: Path | None, out: Path) -> Path | None:
    """The file or folder given, else the decisions.toml of the output folder, None where there is none."""
    own = out / NAME
    if given is None:
        return own if own.exists() else None
    files = [given, *(given.iterdir() if given.is_dir() else ())]
    if own.exists() and own.resolve() not in {file.resolve() for file in files}:
        terminal.say(f"kg: {own} is not applied, since --decisions names {given}")
    return given


def say(applied: Path | None, outcomes: "Sequence[decide.Outcome]") -> None:
    """Warn of what matched nothing, and tell how many decisions did."""
    if applied is None:
        return
    for decision, warning in decide.warned(outcomes):
        terminal.say(f"kg: {harmless.in_line(f'{decision.where}: {warning}')}")
    done = sum(not outcome.warnings for outcome in outcomes)
    terminal.say(f"decisions  {applied}   ({done} of {len(outcomes)} applied; each is told in report.json)")
