"""SPARQL 1.1 Protocol, query operation: where the query stands in a request. Updates are refused."""

from __future__ import annotations

from dataclasses import dataclass

from kg.publish.serve.messages import Request, Response, message, parameters

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
LONGEST = 1 << 20
"""Bytes that a query may have."""


@dataclass(frozen=True)
class Asked:
    """A query of a request; "" where a GET has none."""

    query: str


def asked(request: Request) -> Asked | Response:
    """The query of a request, or the response that refuses it."""
    try:
        given = request.parameters()
        if request.method == "POST":
            body = request.body.decode("utf-8")
            if request.media_type == FORM:
                given = parameters(body)
            elif request.media_type == QUERY:
                given = {**given, "query": [*given.get("query", ()), body]}
            else:
                return _unfit(request.media_type)
    except ValueError:
        return message(400, "the query is not UTF-8, or comes with too many parameters")
    return _checked(given, request.method)


def _unfit(media_type: str) -> Response:
    if media_type == UPDATE:
        return message(403, "this endpoint answers queries and takes no updates")
    return message(
        415, f"send a query as {QUERY} or {FORM}, not as {media_type or 'something without a type'}"
    )


def _checked(given: dict[str, list[str]], method: str) -> Asked | Response:
    queries = given.get("query", [])
    if "update" in given:
        return message(403, "this endpoint answers queries and takes no updates")
    if len(queries) > 1 or (not queries and method == "POST"):
        return message(400, f"give one query, not {len(queries)}")
    if given.get("default-graph-uri") or given.get("named-graph-uri"):
        return message(400, "this endpoint has one graph: ask without default-graph-uri and named-graph-uri")
    return Asked(queries[0] if queries else "")
