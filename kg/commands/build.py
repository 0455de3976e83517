"""`kg build`: pages in, graph.ttl, graph.html and report.json out."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import decisions_file, terminal
from kg.errors import OutputError
from kg.lazy import lazy

if TYPE_CHECKING:
    from kg import cache, pipeline
    from kg.graph import iris
    from kg.publish import delivery, explorer, report, turtle
else:
    cache = lazy("kg.cache")
    pipeline = lazy("kg.pipeline")
    iris = lazy("kg.graph.iris")
    delivery = lazy("kg.publish.delivery")
    explorer = lazy("kg.publish.explorer")
    report = lazy("kg.publish.report")
    turtle = lazy("kg.publish.turtle")

NAME = "build"
NEXT = "holders --post 书记"
"""A question that has an answer in almost any paper: who is secretary of what?"""
DEFAULT_BASE = "https://w3id.org/fangzhi/id/"


def run(
    pages: Annotated[
        list[Path], typer.Argument(metavar="PAGE_OR_FOLDER", help="UTF-8 text files, or folders.")
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for graph.ttl, graph.html, report.json.")],
    base: Annotated[
        str, typer.Option(metavar="IRI", help="What the IRIs of resources begin with.")
    ] = DEFAULT_BASE,
    decisions: Annotated[
        Path | None,
        typer.Option(metavar="FILE_OR_FOLDER", help="What persons decided; without it DIR/decisions.toml."),
    ] = None,
    *,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read every page anew, and keep nothing for the next build.")
    ] = False,
) -> None:
    """Build the graph of newspaper pages.

    A page that cannot be read is named and left out; the others are built, and the exit status is 1.
    What each page says is kept in DIR/.cache: the next build reads only pages that are new or changed.
    """
    iris.check_base(base)
    told = decisions_file.to_apply(decisions, out)
    known = None if no_cache else cache.Cache(out / cache.FOLDER)
    with delivery.delivery(out) as folder:
        with terminal.progress("reading pages") as move:
            built = pipeline.build(pages, decisions=told, progress=move, cache=known)
        with terminal.stderr.status("writing graph.ttl, graph.html and report.json"):
            _write(built, folder, base)
    terminal.table("found", list(report.counts(built.knowledge).items()))
    decisions_file.say(told, built.outcomes)
    _keep(known)
    _say_where(out)
    for page, reason in built.failed:
        terminal.say(f"kg: left out {page}: {reason}")
    if built.failed:
        raise typer.Exit(terminal.WANTING)


def _write(built: "pipeline.Built", folder: Path, base: str) -> None:
    texts = {page.identifier: page.raw for page in built.pages}
    turtle.write_turtle(built.knowledge, folder / "graph.ttl", base)
    explorer.write_explorer(built.knowledge, folder / "graph.html", texts, base)
    report.write_report(
        built.knowledge,
        built.failed,
        folder / "report.json",
        built.judgements,
        outcomes=built.outcomes,
        texts=texts,
    )


def _keep(known: "cache.Cache | None") -> None:
    """Keep what was read for the next build, and say what was not read this time."""
    if known is None:
        return
    terminal.say(f"pages      {known.anew:,} read anew, {known.kept:,} kept from the last build")
    try:
        known.save()
    except OutputError as error:
        terminal.say(f"kg: nothing is kept for the next build: {error}")


def _say_where(out: Path) -> None:
    graph = out / "graph.ttl"
    terminal.say(f"graph      {graph}")
    terminal.say(f"explorer   {out / 'graph.html'}   (open it in a browser)")
    terminal.say(f"next       {terminal.command()} query {shlex.quote(str(graph))} {NEXT}")
