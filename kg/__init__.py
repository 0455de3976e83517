"""Pages of Chinese local newspapers become a knowledge graph in which every statement shows its words.

corpus    a page is repaired, put in order and cut into articles and sentences
entities  sentences yield mentions of people, bodies, projects, parks and places; mentions become entities
facts     mentions yield tenures, relations, amounts, stages, events and indicators, each with its quote
graph     entities and facts of all pages are combined into one graph that answers SPARQL
publish   the graph becomes graph.ttl, graph.html and report.json
pipeline  joins these in order; `kg.build(["seeds/"])` runs it, `kg build seeds --out out` writes its files
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api import build
    from kg.graph.store import load
    from kg.publish.inline import show

__all__ = ["build", "load", "show"]
__version__ = "0.1.0"

_HOMES = {"build": "kg.api", "load": "kg.graph.store", "show": "kg.publish.inline"}


def __getattr__(name: str) -> object:
    """Import a part of the API when it is first used: `import kg` and `kg --help` stay quick."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
