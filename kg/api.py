"""`kg.build`: pages in, a graph to ask out."""

import warnings
from collections.abc import Iterable
from pathlib import Path

from kg import pipeline
from kg.graph.iris import DEFAULT_BASE
from kg.graph.store import Graph


def build(inputs: Iterable[Path | str], base: str = DEFAULT_BASE) -> Graph:
    """The graph of pages or folders of pages, with the pages' raw text at hand in `.pages`.

    A page that cannot be read is left out with a warning; `InputError` where there is none that can.
    """
    built = pipeline.build(inputs)
    for page, reason in built.failed:
        warnings.warn(f"left out {page}: {reason}", stacklevel=2)
    return Graph(built.knowledge, base, {page.identifier: page.raw for page in built.pages})
