"""`kg.build`: pages in, a graph to ask out."""

import warnings
from collections.abc import Iterable
from pathlib import Path

from kg import pipeline
from kg.cache import Cache
from kg.errors import OutputError
from kg.graph.iris import DEFAULT_BASE
from kg.graph.store import Graph


def build(
    inputs: Iterable[Path | str], base: str = DEFAULT_BASE, *, cache: Path | str | None = None
) -> Graph:
    """The graph of pages or folders of pages, with the pages' raw text at hand in `.pages`.

    A page that cannot be read is left out with a warning; `InputError` where there is none that can. In the folder
    `cache`, if given, is kept what each page says, for the next build of the same pages and some more.
    """
    known = Cache(cache) if cache is not None else None
    built = pipeline.build(inputs, cache=known)
    for page, reason in built.failed:
        warnings.warn(f"left out {page}: {reason}", stacklevel=2)
    try:
        if known is not None:
            known.save()
    except OutputError as error:
        warnings.warn(f"nothing is kept for the next build: {error}", stacklevel=2)
    return Graph(built.knowledge, base, {page.identifier: page.raw for page in built.pages})
