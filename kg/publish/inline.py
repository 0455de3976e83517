"""The explorer inside a notebook: the same page as graph.html, in a frame of its own."""

from dataclasses import dataclass
from html import escape

from kg.graph.store import Graph
from kg.publish.explorer import explorer_html

ALLOWED = "allow-modals allow-scripts allow-downloads allow-popups"
"""What the framed page may do; without allow-same-origin it cannot reach the notebook around it."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A page that Jupyter, VS Code and their like show as it is."""

    page: str
    height: int

    def _repr_html_(self) -> str:
        style = f"width:100%;height:{self.height}px;border:0"
        return f'<iframe srcdoc="{escape(self.page)}" sandbox="{ALLOWED}" style="{style}"></iframe>'


def show(graph: Graph, height: int = 700) -> Inline:
    """The explorer of a graph, `height` pixels high: make it the last line of a notebook's cell."""
    return Inline(explorer_html(graph.knowledge, graph.pages, graph.base), height)
