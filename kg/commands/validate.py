"""`kg validate`: does a graph keep the promises of the ontology?"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import terminal
from kg.lazy import lazy

if TYPE_CHECKING:
    from kg.graph import validate
else:
    validate = lazy("kg.graph.validate")

NAME = "validate"


def run(graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="A graph.ttl.")]) -> None:
    """Check a graph against the SHACL shapes of the ontology.

    Each violation is a line on stdout: which node, which rule, what to do. Exit status 1 where there is any.
    """
    violations = validate.validate(graph)
    for violation in violations:
        sys.stdout.write(f"{violation}\n")
    if violations:
        terminal.say(f"kg: {graph} breaks the shapes in {len(violations)} places")
        raise typer.Exit(terminal.WANTING)
    terminal.say(f"{graph} keeps all shapes")
