"""/sparql: a query is handed to the engine; without one, the service describes itself."""

from __future__ import annotations

from typing import Protocol

from kg.publish.serve import protocol, templates
from kg.publish.serve.messages import Request, Response, message
from kg.publish.serve.worker import Job


class Engine(Protocol):
    """Whoever answers queries."""

    def ask(self, job: Job) -> Response:
        """The response to a query."""


def respond(request: Request, engine: Engine, dataset: str) -> Response:
    """The answer to the query of a request, or the description of the service and of its data set."""
    asked = protocol.asked(request)
    if isinstance(asked, Response):
        return asked
    if not asked.query:
        return Response(200, _description(request, dataset), "text/turtle; charset=utf-8")
    if len(asked.query.encode("utf-8", "replace")) > protocol.LONGEST:
        return message(413, f"a query may have {protocol.LONGEST} bytes")
    return engine.ask(Job(asked.query, request.accept))


def _description(request: Request, dataset: str) -> bytes:
    host = "".join(c for c in request.headers.get("host", "localhost") if c.isalnum() or c in ".-:[]")
    return templates.render("service.ttl", endpoint=f"http://{host}/sparql", dataset=dataset)
