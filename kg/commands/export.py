"""`kg export`: a graph in the format of another program, on stdout."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.lazy import lazy

if TYPE_CHECKING:
    from kg.graph import store
    from kg.publish import exchange
else:
    store = lazy("kg.graph.store")
    exchange = lazy("kg.publish.exchange")

NAME = "export"


class Format(StrEnum):
    """What can be written; each is explained by the function of its name in kg/publish/exchange.py."""

    NT = "nt"
    JSONLD = "jsonld"
    TRIG = "trig"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"


def run(
    form: Annotated[Format, typer.Argument(metavar="FORMAT", help="nt, jsonld, trig, graphml, gexf or csv.")],
    graph: Annotated[Path, typer.Argument(metavar="GRAPH", help="A graph.ttl.")],
    table: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="With csv: entities, tenures, relations, facts, indicators, events, evidence.",
        ),
    ] = "entities",
) -> None:
    """Print a graph in another format."""
    whole = store.load(graph)
    sys.stdout.write(exchange.csv(whole, table) if form is Format.CSV else exchange.FORMATS[form](whole))
