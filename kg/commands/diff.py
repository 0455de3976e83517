"""`kg diff`: what came, went and changed between two graphs, in words."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import terminal
from kg.lazy import lazy

if TYPE_CHECKING:
    from kg.graph import changes, store
    from kg.publish import changes as telling
else:
    changes = lazy("kg.graph.changes")
    store = lazy("kg.graph.store")
    telling = lazy("kg.publish.changes")

NAME = "diff"
LIMIT = 20


class Format(StrEnum):
    """How changes are printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def run(  # noqa: PLR0913 - each is an option that the user sees
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The graph.ttl of before.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The graph.ttl of now.")],
    form: Annotated[
        Format, typer.Option("--format", help="Text to read; json and csv always have everything.")
    ] = Format.TEXT,
    limit: Annotated[int, typer.Option(help="Lines of text for each group.", min=1)] = LIMIT,
    *,
    everything: Annotated[bool, typer.Option("--all", help="All lines of each group.")] = False,
    evidence: Annotated[bool, typer.Option("--evidence", help="Show the words of the pages.")] = False,
    confidence: Annotated[
        bool, typer.Option("--confidence", help="Tell also what is only held for more or less sure.")
    ] = False,
) -> None:
    """Tell what came, went and changed between two graphs.

    The same thing under another name is told as renamed, joined or parted, not as gone and come.
    """
    before, after = _load(old), _load(new)
    told = telling.lines(changes.changes(before.knowledge, after.knowledge))
    if form is Format.TEXT:
        shown = telling.text(told, 0 if everything else limit, evidence=evidence, confidence=confidence)
    else:
        shown = telling.as_json(told) if form is Format.JSON else telling.as_csv(told)
    sys.stdout.write(shown)


def _load(path: Path) -> "store.Graph":
    graph = store.load(path)
    if not graph.knowledge.documents:
        terminal.say(f"kg: {path} speaks of no page: is it a graph.ttl of kg build?")
    return graph
