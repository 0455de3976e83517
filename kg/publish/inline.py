"""The explorer inside a notebook: the same page as graph.html, in a frame of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from kg.model import Knowledge
from kg.publish.explorer import explorer_html

ALLOWED = "allow-scripts allow-downloads allow-popups"
"""What the framed page may do; without allow-same-origin it cannot reach the notebook around it."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A page that Jupyter, VS Code and their like show as it is."""

    page: str
    height: int

    def _repr_html_(self) -> str:
        style = f"width:100%;height:{self.height}px;border:0"
        return f'<iframe srcdoc="{escape(self.page)}" sandbox="{ALLOWED}" style="{style}"></iframe>'


def inline(knowledge: Knowledge, pages: Mapping[str, str], base: str, height: int) -> Inline:
    """The explorer of this knowledge, as high as told (pixels)."""
    return Inline(explorer_html(knowledge, pages, base), height)
