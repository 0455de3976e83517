"""The socket: the standard library's server with limits, behind which `App` answers."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kg.errors import OutputError
from kg.publish.serve.app import App, served
from kg.publish.serve.messages import Request, Response, message
from kg.publish.serve.pool import Pool
from kg.publish.serve.protocol import LONGEST
from kg.publish.serve.worker import Limits

CONNECTIONS = 64
"""Connections at a time; one more is told to come back."""
SILENCE = 30.0
"""Seconds that a client may be silent in the middle of a request."""
_PORT = re.compile(r":\d+$")
_ASCII = "".join(map(chr, range(0x21, 0x7F)))
_BUSY = (
    b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\nRetry-After: 5\r\n\r\n"
)


class Server(ThreadingHTTPServer):
    """Serves the graph in `folder` until `close`; port 0 takes any free one.

    `InputError` where there is no graph that can be read, `OutputError` where the address cannot be had.
    """

    daemon_threads = True
    request_queue_size = CONNECTIONS

    def __init__(
        self,
        folder: Path,
        host: str = "127.0.0.1",
        port: int = 8000,
        *,
        limits: Limits | None = None,
        cors: bool = False,
    ) -> None:
        graph = served(folder)
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._free = threading.BoundedSemaphore(CONNECTIONS)
        try:
            super().__init__((host, port), _Handler)
        except OSError as error:
            raise OutputError(
                f"cannot listen on {host}:{port}: {error.strerror or error}; choose another --port"
            ) from error
        try:
            self.pool = Pool(folder / "graph.ttl", graph.base, limits or Limits())
            self.app = App(folder, graph, self.pool, cors=cors)
        except BaseException:
            self.server_close()
            raise
        self.names = _names(host)

    @property
    def url(self) -> str:
        """Where the server is to be found."""
        host, port = self.server_address[:2]
        name = f"[{host!s}]" if ":" in str(host) else str(host)
        return f"http://{name}:{port}/"

    def close(self) -> None:
        """Stop listening and end all workers."""
        self.server_close()
        self.pool.close()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Hand a connection to a thread of its own, or turn it away where there are too many."""
        if not self._free.acquire(blocking=False):
            request.settimeout(1.0)
            request.send(_BUSY)
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serve one connection."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away in the middle is no event."""


def _names(host: str) -> frozenset[str] | None:
    """The names by which a server on a loopback address may be called; None for any.

    A page elsewhere whose name is made to point at 127.0.0.1 must not read the graph through a browser here.
    """
    try:
        loopback = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        loopback = False
    return frozenset({"localhost", "127.0.0.1", "[::1]", host}) if loopback else None


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    timeout = SILENCE

    def __getattr__(self, name: str) -> Callable[[], None]:
        """Every method, do_GET or do_PUT, is answered alike: `App` knows which is allowed where."""
        if name.startswith("do_"):
            return self._serve
        raise AttributeError(name)

    def _serve(self) -> None:
        self._send(self._refusal() or self._respond())

    def _refusal(self) -> Response | None:
        """Why a request is not even read; the connection then ends, since its body is still to come."""
        name = _PORT.sub("", self.headers.get("Host", ""))
        length = self.headers.get("Content-Length", "0")
        refused = None
        if self.server.names is not None and name.lower() not in self.server.names:
            refused = message(403, "this server is for this machine alone: call it localhost")
        elif "Transfer-Encoding" in self.headers or not (length.isascii() and length.isdigit()):
            refused = message(411, "send the length of the request")
        elif int(length) > 2 * LONGEST:
            refused = message(413, f"a query may have {LONGEST} bytes")
        self.close_connection = self.close_connection or refused is not None
        return refused

    def _respond(self) -> Response:
        # The address as ASCII: some clients send Chinese as it is, which the standard library takes for Latin-1.
        address = quote(self.path.encode("latin-1"), safe=_ASCII)
        path, _, query = address.partition("#")[0].partition("?")
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        try:
            return self.server.app.respond(Request(self.command, path, query, headers, body))
        except Exception as error:  # noqa: BLE001 - whatever a request finds wrong with us, the server lives
            self.log_error("%s %s: %r", self.command, self.path, error)
            return message(500, "an error of the server's own: see its messages")

    def _send(self, response: Response) -> None:
        self.send_response(response.status, HTTPStatus(response.status).phrase)
        self.send_header("Content-Type", response.media_type)
        self.send_header("Content-Length", str(len(response.content)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        for name, value in response.headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.content)

    def version_string(self) -> str:
        """What the header Server says: no version, which is nobody's business."""
        return "fangzhi"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing of requests that went well or not; errors of ours are told."""
