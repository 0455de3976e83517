"""Which address is what: the endpoint, the pages of nodes and their RDF, the query page, the explorer."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import quote, unquote

import pyoxigraph as ox

from kg.errors import InputError
from kg.graph import sparql
from kg.graph.iris import decode, encode
from kg.graph.library import named_queries
from kg.graph.rdf.entities import CLASSES
from kg.graph.vocab import KG, PREFIXES, VOID
from kg.publish.serve import answers, protocol, templates
from kg.publish.serve.entity import Describer, Page
from kg.publish.serve.labels import Labels, terms
from kg.publish.serve.messages import Request, Response, message
from kg.publish.serve.negotiation import preferred
from kg.publish.serve.suggest import Suggestions
from kg.publish.serve.worker import Job

HTML = "text/html"
_EXTENSIONS = {"ttl": "text/turtle", "nt": "application/n-triples", "jsonld": "application/ld+json"}
_READ = ("GET", "HEAD")

STRICT = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'"
"""The pages of ours load nothing but their own style and script."""
SELF_CONTAINED = (
    "default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; img-src data: blob:;"
    " font-src data:; worker-src blob:"
)
"""The explorer has everything inside and may ask nobody, not even this server."""


class Engine(Protocol):
    """Whoever answers queries."""

    def ask(self, job: Job) -> Response:
        """The response to a query."""


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
        store, base = graph.store, graph.base
        self._folder, self._engine, self._base = folder, engine, base
        self._labels = Labels(store, base)
        self._describer = Describer(store, self._labels)
        self._suggestions = Suggestions(self._labels)
        self._dataset = min((s for s, _, _ in sparql.matching(store, predicate=VOID.uriSpace)), default="")
        self._cors = {"Access-Control-Allow-Origin": "*"} if cors else {}

    def respond(self, request: Request) -> Response:
        """The response to any request whatever."""
        response = self._route(request)
        headers = {"Content-Security-Policy": STRICT, "Vary": "Accept", **self._cors, **response.headers}
        return Response(response.status, response.content, response.media_type, headers)

    def _route(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return self._options()
        if request.path == "/sparql":
            return (
                self._sparql(request)
                if request.method in (*_READ, "POST")
                else _not_allowed("GET, HEAD, POST")
            )
        if request.method not in _READ:
            return _not_allowed("GET, HEAD")
        if request.path.startswith("/id/"):
            return self._node(request)
        return self._page(request)

    def _page(self, request: Request) -> Response:
        pages: dict[str, Callable[[Request], Response]] = {
            "/": lambda _: self._query_page(),
            "/queries.json": lambda _: _json({"base": self._base, "queries": _examples()}),
            "/suggest": self._suggest,
            "/graph.html": lambda _: self._file("graph.html", f"{HTML}; charset=utf-8", SELF_CONTAINED),
            "/graph.ttl": lambda _: self._file("graph.ttl", "text/turtle; charset=utf-8"),
            "/.well-known/void": lambda _: message(
                303, "see the data set", Location=self._labels.href(self._dataset)
            ),
            "/serve.css": lambda _: Response(200, templates.static("serve.css"), "text/css; charset=utf-8"),
            "/query.js": lambda _: Response(
                200, templates.static("query.js"), "text/javascript; charset=utf-8"
            ),
        }
        if request.path in pages:
            return pages[request.path](request)
        return message(
            404, "nothing here: the query page is at /, the endpoint at /sparql, nodes are at /id/…"
        )

    def _options(self) -> Response:
        allowed = {"Allow": "GET, HEAD, POST, OPTIONS"}
        if self._cors:
            allowed |= {
                "Access-Control-Allow-Methods": "GET, POST",
                "Access-Control-Allow-Headers": "Content-Type, Accept",
            }
        return Response(204, headers=allowed)

    def _sparql(self, request: Request) -> Response:
        asked = protocol.asked(request)
        if isinstance(asked, Response):
            return asked
        if asked.query:
            if len(asked.query.encode("utf-8", "replace")) > protocol.LONGEST:
                return message(413, f"a query may have {protocol.LONGEST} bytes")
            return self._engine.ask(Job(asked.query, request.accept))
        if preferred(request.accept, ["text/turtle", HTML]) == HTML:
            return self._query_page()
        return Response(200, self._service_description(request), "text/turtle; charset=utf-8")

    def _service_description(self, request: Request) -> bytes:
        host = "".join(c for c in request.headers.get("host", "localhost") if c.isalnum() or c in ".-:[]")
        return templates.render("service.ttl", endpoint=f"http://{host}/sparql", dataset=self._dataset)

    def _query_page(self) -> Response:
        queries = named_queries()
        return self._html("query.html", queries=queries.values(), first=queries["classes"].text)

    def _node(self, request: Request) -> Response:
        """A node's page or RDF; an extension (.ttl, .nt, .jsonld) says more clearly than Accept what is wanted."""
        local = request.path.removeprefix("/id/")
        stem, _, extension = local.rpartition(".")
        wanted = _EXTENSIONS.get(extension) if stem else None
        iri = self._iri(stem) if wanted else self._iri(local)
        if iri is None and wanted:
            iri, wanted = self._iri(local), None
        if iri is None:
            return message(404, "the graph says nothing of this node")
        form = wanted or preferred(request.accept, [HTML, *_EXTENSIONS.values()])
        if form is None:
            return message(406, f"this node comes as {HTML}, {', '.join(_EXTENSIONS.values())}")
        if form == HTML:
            return self._node_page(iri)
        prefixes = {**PREFIXES, "id": self._base}
        content = answers.triples(sparql.engine_triples(self._describer.description(iri)), form, prefixes)
        return Response(200, content, f"{form}; charset=utf-8" if form.startswith("text/") else form)

    def _iri(self, local: str) -> str | None:
        """The node that an address means: its IRI's local part, percent-encoded by a browser or as it is."""
        try:
            name = unquote(local, errors="strict")
        except UnicodeDecodeError:
            return None
        known = (self._base + form for form in (encode(name), name, local) if _is_local(form))
        return next((iri for iri in known if self._describer.knows(iri)), None)

    def _node_page(self, iri: str) -> Response:
        href = "/id/" + quote(iri.removeprefix(self._base), safe="%")
        forms = [
            {"name": name, "media_type": media_type, "href": f"{href}.{name}"}
            for name, media_type in _EXTENSIONS.items()
        ]
        page = self._describer.page(iri)
        return self._html("entity.html", page=page, forms=forms, around=_around(iri, page, self._base))

    def _suggest(self, request: Request) -> Response:
        try:
            (words,) = request.parameters().get("q", [""])
        except ValueError:
            return message(400, "give one q, in UTF-8")
        return _json(self._suggestions.matching(words))

    def _html(self, template: str, **given: object) -> Response:
        explorer = (self._folder / "graph.html").is_file()
        content = templates.render(template, explorer=explorer, **given)
        return Response(200, content, f"{HTML}; charset=utf-8")

    def _file(self, name: str, media_type: str, policy: str = STRICT) -> Response:
        try:
            content = (self._folder / name).read_bytes()
            return Response(200, content, media_type, {"Content-Security-Policy": policy})
        except OSError:
            return message(404, f"this folder has no {name}: kg build makes one")


def _around(iri: str, page: Page | None, base: str) -> str:
    """The explorer's address that shows an entity and its neighbours; "" for a node that is none."""
    if page is None or not {kind for _, kind in page.kinds} & _IN_EXPLORER:
        return ""
    identifier = quote(decode(iri.removeprefix(base)), safe="")
    return f"/graph.html#show=around,{identifier},1&sel=node,{identifier}"


_IN_EXPLORER = {terms()[cls]["en"] for cls in (*CLASSES, KG.Event)}


def _is_local(name: str) -> bool:
    return bool(name) and not set(name) & set(' <>"{}|\\^`') and name.isprintable()


def _examples() -> Mapping[str, object]:
    return {
        name: {"text": query.text, "parameters": query.parameters} for name, query in named_queries().items()
    }


def _json(content: object) -> Response:
    return Response(
        200, json.dumps(content, ensure_ascii=False).encode("utf-8", "replace"), "application/json"
    )


def _not_allowed(allowed: str) -> Response:
    return message(405, f"ask with {allowed}", Allow=allowed)
