"""`kg.build`: pages in, a graph to ask out."""

import warnings
from collections.abc import Iterable
from pathlib import Path

from kg import pipeline
from kg.cache import Cache
from kg.errors import OutputError
from kg.graph.decide import warned
from kg.graph.iris import DEFAULT_BASE
from kg.graph.store import Graph


def build(
    inputs: Iterable[Path | str],
    base: str = DEFAULT_BASE,
    *,
    decisions: Path | str | None = None,
    cache: Path | str | None = None,
) -> Graph:
    """The graph of pages or folders of pages, with the pages' raw text at hand in `.pages`.

    `decisions` is a decisions.toml, or a folder of such files, that is applied. In the folder `cache`, if given, is
    kept what each page says, for the next build of the same pages and some more. A page that cannot be read is left
    out with a warning, and a decision that matches nothing is warned of; `InputError` where no page can be read.
    """
    known = Cache(cache) if cache is not None else None
    built = pipeline.build(inputs, decisions=decisions, cache=known)
    for page, reason in built.failed:
        warnings.warn(f"left out {page}: {reason}", stacklevel=2)
    for decision, warning in warned(built.outcomes):
        warnings.warn(f"{decision.where}: {warning}", stacklevel=2)
    try:
        if known is not None:
            known.save()
    except OutputError as error:
        warnings.warn(f"nothing is kept for the next build: {error}", stacklevel=2)
    return Graph(built.knowledge, base, {page.identifier: page.raw for page in built.pages})
