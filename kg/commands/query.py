"""`kg query`: ask a graph a question, one of the library's or one's own."""

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import QueryError
from kg.lazy import lazy

if TYPE_CHECKING:
    from kg.graph import library, query
else:
    library = lazy("kg.graph.library")
    query = lazy("kg.graph.query")

NAME = "query"
SETTINGS = {"ignore_unknown_options": True, "allow_extra_args": True}
"""A query's parameters are options that only the query knows."""


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def run(
    context: typer.Context,
    graph: Annotated[Path | None, typer.Argument(metavar="GRAPH", help="A graph.ttl.")] = None,
    question: Annotated[
        str | None, typer.Argument(metavar="QUERY", help="A name of --list, or a .rq file.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How to print the answer.")] = Format.TABLE,
    *,
    listing: Annotated[bool, typer.Option("--list", help="List the questions that have a name.")] = False,
) -> None:
    """Ask a graph a question in SPARQL.

    Parameters of a named question are options: kg query out/graph.ttl holders --post 局长
    """
    if listing:
        sys.stdout.writelines(_named())
    elif graph is None or question is None:
        raise QueryError("give a graph.ttl and a query: a name of kg query --list, or a .rq file")
    else:
        answer = query.run_query(graph, question, dict(_parameters(context.args)))
        sys.stdout.write(query.render(answer, form))


def _named() -> Iterator[str]:
    for name, asked in library.named_queries().items():
        options = "".join(f" --{parameter} …" for parameter in asked.parameters)
        yield f"{name}{options}\n    {asked.zh}\n    {asked.en}\n"


def _parameters(arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """--name value or --name=value, in pairs."""
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if not name.startswith("--"):
            raise QueryError(
                f"{argument!r} is neither a graph nor a query nor a parameter: write --name value"
            )
        if not equals:
            value = next(rest, "")
            if not value:
                raise QueryError(f"{name} has no value: write {name} value")
        yield name.removeprefix("--"), value
