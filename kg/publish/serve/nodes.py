"""The address of a node, /id/…: its page for people, its RDF for programs."""

from __future__ import annotations

from urllib.parse import quote, unquote

import pyoxigraph as ox

from kg.graph import sparql
from kg.graph.iris import decode, encode
from kg.graph.rdf.entities import CLASSES
from kg.graph.vocab import KG, PREFIXES
from kg.publish.serve import answers, templates
from kg.publish.serve.entity import Describer, Page
from kg.publish.serve.labels import Labels, terms
from kg.publish.serve.messages import HTML, Request, Response, html, message
from kg.publish.serve.negotiation import preferred

PLACE = "/id/"
"""Where nodes are; what follows is the part of the IRI after the base."""

FORMS = {"ttl": "text/turtle", "nt": "application/n-triples", "jsonld": "application/ld+json"}
"""Extension of an address → the form that it asks for."""


class Nodes:
    """Answers requests about single nodes; `explorer` says whether there is one to lead to."""

    def __init__(self, store: ox.Store, labels: Labels, *, explorer: bool) -> None:
        self._describer = Describer(store, labels)
        self._labels, self._base, self._explorer = labels, labels.base, explorer

    def respond(self, request: Request) -> Response:
        """A node's page or RDF; an extension says more clearly than Accept what is wanted."""
        local = request.path.removeprefix(PLACE)
        stem, _, extension = local.rpartition(".")
        wanted = FORMS.get(extension)
        iri = self._iri(stem) if wanted else None
        if iri is None:
            iri, wanted = self._iri(local), None
        if iri is None:
            return message(404, "the graph says nothing of this node")
        form = wanted or preferred(request.accept, [HTML, *FORMS.values()])
        if form is None:
            return message(406, f"this node comes as {HTML}, {', '.join(FORMS.values())}")
        return self._page(iri) if form == HTML else self._rdf(iri, form)

    def _iri(self, local: str) -> str | None:
        """The node that an address means: its IRI's local part, percent-encoded by a browser or as it is."""
        try:
            name = unquote(local, errors="strict")
        except UnicodeDecodeError:
            return None
        known = (self._base + form for form in (encode(name), name, local) if _is_local(form))
        return next((iri for iri in known if self._describer.knows(iri)), None)

    def _rdf(self, iri: str, form: str) -> Response:
        stated = sparql.engine_triples(self._describer.description(iri))
        content = answers.triples(stated, form, {**PREFIXES, "id": self._base})
        return Response(200, content, f"{form}; charset=utf-8" if form.startswith("text/") else form)

    def _page(self, iri: str) -> Response:
        page, href = self._describer.page(iri), self._labels.href(iri)
        forms = [{"name": name, "media_type": form, "href": f"{href}.{name}"} for name, form in FORMS.items()]
        around = self._around(iri, page)
        return html(
            templates.render("entity.html", page=page, forms=forms, around=around, explorer=self._explorer)
        )

    def _around(self, iri: str, page: Page | None) -> str:
        """The explorer's address that shows an entity and its neighbours; "" for a node that is none."""
        if page is None or not {kind for _, kind in page.kinds} & _IN_EXPLORER:
            return ""
        identifier = quote(decode(iri.removeprefix(self._base)), safe="")
        return f"/graph.html#show=around,{identifier},1&sel=node,{identifier}"


_IN_EXPLORER = {terms()[cls]["en"] for cls in (*CLASSES, KG.Event)}


def _is_local(name: str) -> bool:
    return bool(name) and not set(name) & set(' <>"{}|\\^`') and name.isprintable()
