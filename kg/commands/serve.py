"""`kg serve`: a SPARQL endpoint, entity pages and the explorer, in a browser on this machine."""

import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import terminal
from kg.lazy import lazy

if TYPE_CHECKING:
    from kg.publish.serve import http, worker
else:
    http = lazy("kg.publish.serve.http")
    worker = lazy("kg.publish.serve.worker")

NAME = "serve"


def run(  # noqa: PLR0913 - each is an option that the user sees
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that kg build wrote.")],
    host: Annotated[
        str, typer.Option(help="The address to listen on; others than this machine's are your choice.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; 0 takes any free one.", min=0, max=65535)] = 8000,
    seconds: Annotated[float, typer.Option(help="How long a query may take.", min=0.1)] = 30.0,
    rows: Annotated[int, typer.Option(help="How many rows an answer may have.", min=1)] = 100_000,
    *,
    cors: Annotated[
        bool, typer.Option("--cors", help="Let pages of other servers ask from a browser.")
    ] = False,
) -> None:
    """Serve a graph: query page at /, SPARQL at /sparql, the explorer at /graph.html, entities at /id/…

    Queries only; the graph cannot be changed. Ctrl-C ends it.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a service manager ends it like Ctrl-C
    server = http.Server(folder, host, port, limits=worker.Limits(seconds=seconds, rows=rows), cors=cors)
    try:
        terminal.say(f"serving {folder} at {server.url} (SPARQL at {server.url}sparql); Ctrl-C ends it")
        server.serve_forever()
    except KeyboardInterrupt:
        terminal.say("done")
    finally:
        server.close()
