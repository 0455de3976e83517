"""Knowledge → one self-contained, offline HTML file in which people look around (graph.html)."""

from kg.publish.explorer.page import explorer_html, write_explorer

__all__ = ["explorer_html", "write_explorer"]
