"""Which address is what: the endpoint, the pages of nodes, the query page, the explorer, the file itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.graph import sparql
from kg.graph.library import named_queries
from kg.graph.vocab import VOID
from kg.publish.serve import endpoint, nodes, templates
from kg.publish.serve.endpoint import Engine
from kg.publish.serve.labels import Labels
from kg.publish.serve.messages import HTML, Request, Response, html, message
from kg.publish.serve.negotiation import preferred
from kg.publish.serve.suggest import Suggestions

STRICT = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'"
"""The pages of ours load nothing but their own style and script."""
SELF_CONTAINED = (
    "default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; img-src data: blob:;"
    " font-src data:; worker-src blob:"
)
"""The explorer has everything inside and may ask nobody, not even this server."""


@dataclass(frozen=True)
class Served:
    """A graph that is served, and its base."""

    store: ox.Store
    base: str


def served(folder: Path) -> Served:
    """The graph in a folder; `InputError` where there is none that can be read."""
    path = folder / "graph.ttl"
    if not path.is_file():
        raise InputError(f"{folder} has no graph.ttl: give the folder that kg build wrote (--out)")
    store = sparql.load(path)
    return Served(store, sparql.base(sparql.matching(store, predicate=VOID.uriSpace)))


class App:
    """Answers requests about the graph in `folder`, which `served` has loaded."""

    def __init__(self, folder: Path, graph: Served, engine: Engine, *, cors: bool = False) -> None:
        self._folder, self._engine, self._base = folder, engine, graph.base
        self._explorer = (folder / "graph.html").is_file()
        self._labels = Labels(graph.store, graph.base)
        self._nodes = nodes.Nodes(graph.store, self._labels, explorer=self._explorer)
        self._suggestions = Suggestions(self._labels)
        described = (dataset for dataset, _, _ in sparql.matching(graph.store, predicate=VOID.uriSpace))
        self._dataset = min(described, default="")
        self._cors = {"Access-Control-Allow-Origin": "*"} if cors else {}
        self._pages: dict[str, Callable[[Request], Response]] = {
            "/": lambda _: self._query_page(),
            "/queries.json": lambda _: self._queries(),
            "/suggest": self._suggest,
            "/graph.html": lambda _: self._file("graph.html", HTML, SELF_CONTAINED),
            "/graph.ttl": lambda _: self._file("graph.ttl", "text/turtle"),
            "/.well-known/void": lambda _: self._void(),
            "/serve.css": lambda _: Response(200, templates.static("serve.css"), "text/css; charset=utf-8"),
            "/query.js": lambda _: Response(
                200, templates.static("query.js"), "text/javascript; charset=utf-8"
            ),
        }

    def respond(self, request: Request) -> Response:
        """The response to any request whatever."""
        response = self._route(request)
        headers = {"Content-Security-Policy": STRICT, "Vary": "Accept", **self._cors, **response.headers}
        return Response(response.status, response.content, response.media_type, headers)

    def _route(self, request: Request) -> Response:
        allowed = ("GET", "HEAD", "POST") if request.path == "/sparql" else ("GET", "HEAD")
        if request.method == "OPTIONS":
            return self._options(allowed)
        if request.method not in allowed:
            return message(405, f"ask with {', '.join(allowed)}", Allow=", ".join(allowed))
        if request.path == "/sparql":
            return self._sparql(request)
        if request.path.startswith(nodes.PLACE):
            return self._nodes.respond(request)
        if request.path in self._pages:
            return self._pages[request.path](request)
        return message(
            404, "nothing here: the query page is at /, the endpoint at /sparql, nodes are at /id/…"
        )

    def _options(self, allowed: tuple[str, ...]) -> Response:
        headers = {"Allow": ", ".join((*allowed, "OPTIONS"))}
        if self._cors:
            headers["Access-Control-Allow-Methods"] = "GET, POST"
            headers["Access-Control-Allow-Headers"] = "Content-Type, Accept"
        return Response(204, headers=headers)

    def _sparql(self, request: Request) -> Response:
        """Whoever comes to the endpoint with a browser and without a query is shown where to write one."""
        asks = request.method == "POST" or request.query
        if not asks and preferred(request.accept, ["text/turtle", HTML]) == HTML:
            return self._query_page()
        return endpoint.respond(request, self._engine, self._dataset)

    def _query_page(self) -> Response:
        queries = named_queries()
        first = queries["classes"].text
        return html(
            templates.render("query.html", queries=queries.values(), first=first, explorer=self._explorer)
        )

    def _queries(self) -> Response:
        known = {name: {"text": q.text, "parameters": q.parameters} for name, q in named_queries().items()}
        return _json({"base": self._base, "queries": known})

    def _suggest(self, request: Request) -> Response:
        try:
            (words,) = request.parameters().get("q", [""])
        except ValueError:
            return message(400, "give one q, in UTF-8")
        return _json(self._suggestions.matching(words))

    def _void(self) -> Response:
        """RFC 5785's place for the description of the data set."""
        if not self._dataset:
            return message(404, "the graph does not describe itself: build it again")
        return message(303, "see the data set", Location=self._labels.href(self._dataset))

    def _file(self, name: str, media_type: str, policy: str = STRICT) -> Response:
        try:
            content = (self._folder / name).read_bytes()
        except OSError:
            return message(404, f"this folder has no {name}: kg build makes one")
        return Response(200, content, f"{media_type}; charset=utf-8", {"Content-Security-Policy": policy})


def _json(content: object) -> Response:
    return Response(
        200, json.dumps(content, ensure_ascii=False).encode("utf-8", "replace"), "application/json"
    )
