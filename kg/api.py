"""What `import kg` offers to notebooks and scripts."""

import warnings
from collections.abc import Iterable
from pathlib import Path

from kg import pipeline
from kg.graph.iris import DEFAULT_BASE
from kg.graph.store import Graph, load
from kg.publish.inline import Inline, inline

__all__ = ["build", "load", "show"]


def build(inputs: Iterable[Path | str], base: str = DEFAULT_BASE) -> Graph:
    """The graph of pages or folders of pages, with the pages' raw text at hand in `.pages`.

    A page that cannot be read is left out with a warning; `InputError` where there is none that can.
    """
    built = pipeline.build(inputs)
    for page, reason in built.failed:
        warnings.warn(f"left out {page}: {reason}", stacklevel=2)
    return Graph(built.knowledge, base, {page.identifier: page.raw for page in built.pages})


def show(graph: Graph, height: int = 700) -> Inline:
    """The explorer inside a notebook, `height` pixels high: make it the last line of a cell."""
    return inline(graph.knowledge, graph.pages, graph.base, height)
