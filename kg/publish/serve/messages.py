"""Requests and responses as plain values, so that all but the socket can be tested without one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs

TEXT = "text/plain; charset=utf-8"
HTML = "text/html"


@dataclass(frozen=True)
class Request:
    """`path` is as sent, still percent-encoded; header names are in lower case."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def accept(self) -> str:
        return self.headers.get("accept", "")

    @property
    def media_type(self) -> str:
        """Of the body, without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def parameters(self) -> dict[str, list[str]]:
        """Those of the address; `ValueError` where they are not UTF-8."""
        return parameters(self.query)


@dataclass(frozen=True)
class Response:
    """What is sent back; `headers` beside the type."""

    status: int
    content: bytes = b""
    media_type: str = TEXT
    headers: Mapping[str, str] = field(default_factory=dict)


def message(status: int, words: str, **headers: str) -> Response:
    """A short answer in words, such as an error."""
    return Response(status, f"{words}\n".encode(), TEXT, headers)


def html(content: bytes) -> Response:
    """A page."""
    return Response(200, content, f"{HTML}; charset=utf-8")


def parameters(encoded: str) -> dict[str, list[str]]:
    """Form-encoded parameters; `ValueError` where they are not UTF-8 or far too many."""
    return parse_qs(encoded, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)


_MOST_FIELDS = 50
