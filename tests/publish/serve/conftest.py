"""A server on a free port, for the tests of `kg serve`."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import factory
import pytest

from kg.graph.combine import combine
from kg.publish.explorer import write_explorer
from kg.publish.serve.http import Server
from kg.publish.serve.worker import Limits
from kg.publish.turtle import write_turtle

LIMITS = Limits(seconds=2.0, rows=500, memory=512 << 20)
"""Small ones, so that a test meets them soon."""


class Client:
    """Sends requests as they are given, however broken, and returns status, headers (lower case) and body."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.port = server.server_address[1]

    def __call__(
        self, path, method="GET", body=None, host="localhost", **headers
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, {"Host": f"{host}:{self.port}", **named})
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()


@contextmanager
def running(folder: Path, **options) -> Iterator[Client]:
    """Serve a folder while the block runs."""
    server = Server(folder, port=0, **{"limits": LIMITS, **options})
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Client(server)
    finally:
        server.shutdown()
        server.close()
        thread.join()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build could have written: the hand-made knowledge and the hostile names, and an explorer."""
    out = tmp_path_factory.mktemp("served")
    write_turtle(combine([factory.knowledge(), factory.hostile()]), out / "graph.ttl")
    write_explorer(factory.knowledge(), out / "graph.html", factory.PAGES)
    return out


@pytest.fixture(scope="session")
def ask(folder: Path) -> Iterator[Client]:
    """A client of a running server."""
    with running(folder) as client:
        yield client


@pytest.fixture(scope="session")
def serve() -> Callable[..., object]:
    """Run a server of one's own."""
    return running
