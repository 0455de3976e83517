"""A bad query is ended with a clear error, and the server lives."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

import factory
import pytest

from kg.errors import InputError, OutputError
from kg.graph.library import named_queries
from kg.publish.serve.http import Server

OFFICIALS = "SELECT ?x { ?x a kg:Official }"
DIRECT = "application/sparql-query"
FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUGE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"


def post(ask, query: str) -> tuple[int, str]:
    status, _, content = ask("/sparql", "POST", query.encode(), Content_Type=DIRECT, Accept="*/*")
    return status, content.decode()


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        (FOREVER, 503, "ended after 2 seconds"),
        (HUGE, 503, "ended"),
        ("SELECT * { ?a ?b ?c }", 500, "more than 500 rows: add a LIMIT"),
        ("CONSTRUCT WHERE { ?a ?b ?c }", 500, "more than 500 rows: add a LIMIT"),
        ("SELECT * {" + "(" * 100_000, None, ""),
        ("SELECT * { ?s kg:partOf* ?o . " + "?s kg:partOf ?o . " * 20_000 + "}", None, ""),
        ("SELECT (" + "1 + " * 50_000 + "1 AS ?x) {}", None, ""),
        ("ASK " + "{" * 50_000 + "}" * 50_000, None, ""),
    ],
    ids=["long", "large", "rows", "triples", "open", "wide", "sum", "nested"],
)
def test_a_bad_query_is_ended(ask, query, status, words):
    """In time, in words; the next query is answered."""
    started = time.monotonic()
    got, told = post(ask, query)
    assert time.monotonic() - started < 10
    assert status is None or got == status
    assert words in told
    assert got < 600
    assert post(ask, OFFICIALS)[0] == 200


def test_a_long_query_holds_up_no_other(ask):
    """There is a second worker."""
    with ThreadPoolExecutor(2) as both:
        long = both.submit(post, ask, FOREVER)
        time.sleep(0.3)
        started = time.monotonic()
        assert post(ask, OFFICIALS)[0] == 200
        assert time.monotonic() - started < 1.5
        assert long.result()[0] == 503


def test_a_silent_client_and_a_hundred_connections_hold_up_nobody(ask):
    """Those beyond the limit are told to come back; when they are gone, all is as before."""
    silent = [socket.create_connection(("127.0.0.1", ask.port)) for _ in range(100)]
    for connection in silent:
        connection.sendall(b"GET /sparql HTTP/1.1\r\nHost: localhost\r\n")
    time.sleep(0.3)
    for connection in silent:
        connection.close()
    for _ in range(50):
        try:
            if ask("/")[0] == 200:
                break
        except OSError:
            pass
        time.sleep(0.1)
    assert post(ask, OFFICIALS)[0] == 200


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\x00\xff\x16\x03\x01",
        b"GET",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\x00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nshort",
    ],
)
def test_no_request_is_too_broken(ask, sent):
    """Whatever comes over the socket, the next request is answered."""
    with socket.create_connection(("127.0.0.1", ask.port), timeout=5) as connection:
        answer = b""
        with suppress(OSError):  # the server may hang up first
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            answer = connection.recv(65536)
    assert not answer or answer.startswith((b"HTTP/1.", b"<!DOCTYPE")), answer
    assert post(ask, OFFICIALS)[0] == 200


def queries(seed: int, number: int) -> list[str]:
    """Queries of the library and of our own making, whole, torn, mixed and hostile; a few run for ever."""
    draw = random.Random(seed)
    whole = [query.text for query in named_queries().values()]
    terms = [
        "?s",
        "?p",
        "?o",
        "kg:partOf",
        "kg:Official",
        "id:person-高远山",
        '"高远山"@zh',
        "1",
        "a",
        "<x:y>",
        "[]",
    ]

    def pattern() -> str:
        return " ".join(draw.choice(terms) for _ in range(3))

    def made() -> str:
        body = " . ".join(pattern() for _ in range(draw.randint(1, 4)))
        tail = draw.choice(["", " LIMIT 5", " ORDER BY ?s LIMIT 3", " GROUP BY ?s", " OFFSET 1000000"])
        wrapped = draw.choice(
            ["{ %s }", "{ OPTIONAL { %s } }", "{ { %s } UNION { ?s ?p ?o } }", "{ FILTER EXISTS { %s } }"]
        )
        head = draw.choice(
            ["SELECT *", "ASK", "SELECT (COUNT(*) AS ?n)", "CONSTRUCT WHERE", "DESCRIBE ?s", "SELECT ?x"]
        )
        return f"{head} {wrapped % body}{tail}"

    def torn() -> str:
        text = draw.choice(whole)
        cut = draw.randrange(len(text))
        return draw.choice([text[:cut], text[cut:], text[:cut] + chr(draw.randrange(1, 0x2FFF)) + text[cut:]])

    def hostile() -> str:
        return draw.choice(['SELECT * { ?s ?p "%s" }', "%s", "SELECT * { <%s> ?p ?o }"]) % draw.choice(
            factory.HOSTILE
        )

    kinds = [lambda: draw.choice(whole), made, made, torn, hostile]
    drawn = [draw.choice(kinds)() for _ in range(number - 6)]
    drawn += [FOREVER, HUGE] * 3
    draw.shuffle(drawn)
    return drawn


def test_after_a_thousand_random_queries_the_server_still_answers(ask):
    """Each gets an answer or an error in words, eight at a time."""
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda query: post(ask, query), queries(seed=20261121, number=1000)))
    assert {status for status, _ in answers} <= {200, 400, 406, 500, 503}
    assert sum(status == 200 for status, _ in answers) > 300
    assert sum(status == 400 for status, _ in answers) > 200
    assert all(words.strip() for status, words in answers if status != 200)
    assert post(ask, OFFICIALS)[0] == 200


@pytest.mark.parametrize("name", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", ""])
def test_a_page_elsewhere_cannot_read_through_a_made_up_name(ask, name):
    """A name that is made to point at 127.0.0.1 is not this server's."""
    assert ask("/graph.ttl", host=name)[0] == 403


@pytest.mark.parametrize(("cors", "origin"), [(False, None), (True, "*")])
def test_other_pages_may_ask_only_if_told_so(serve, folder, cors, origin):
    with serve(folder, cors=cors) as ask:
        query = "/sparql?" + urlencode({"query": OFFICIALS})
        assert ask(query, Origin="http://example.org")[1].get("access-control-allow-origin") == origin
        status, headers, _ = ask("/sparql", "OPTIONS", Origin="http://example.org")
        assert status == 204
        assert ("access-control-allow-methods" in headers) is cors


def test_a_folder_without_a_graph_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"has no graph\.ttl: give the folder"):
        Server(tmp_path)
    (tmp_path / "graph.ttl").write_text("no turtle", "utf-8")
    with pytest.raises(InputError, match=r"is no Turtle"):
        Server(tmp_path)


def test_a_port_that_is_taken_is_named(ask, folder):
    with pytest.raises(OutputError, match=f"cannot listen on 127.0.0.1:{ask.port}.*--port"):
        Server(folder, port=ask.port)


def test_a_query_does_not_outlive_a_server_that_was_killed(folder):
    """The worker that is left alone with it ends by itself."""
    code = (
        "import os, sys, threading, time; from pathlib import Path;"
        "from kg.publish.serve.http import Server; from kg.publish.serve.worker import Job, Limits;"
        "s = Server(Path(sys.argv[1]), port=0, limits=Limits(seconds=0.5));"
        "worker = s.pool._idle.get(); worker.connection.send(Job(sys.argv[2], ''));"
        "print(worker.process.pid, flush=True); time.sleep(0.3); os._exit(9)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, folder, FOREVER], capture_output=True, text=True, check=False
    )
    worker = int(run.stdout)
    for _ in range(60):
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            break
        if Path(f"/proc/{worker}/stat").read_text().split()[2] == "Z":
            break
        time.sleep(0.1)
    else:
        pytest.fail(f"process {worker} still runs")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_command_ends_in_order(folder, stop):
    """Ctrl-C or a service manager: exit status 0, and the address was told."""
    command = [Path(sys.executable).with_name("kg"), "serve", folder, "--port", "0"]
    # A job that a shell put in the background ignores Ctrl-C, and so would its children.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
            told = server.stderr.readline()
            server.send_signal(stop)
            try:
                assert server.wait(timeout=20) == 0
            finally:
                server.kill()
    finally:
        signal.signal(signal.SIGINT, before)
    assert re.search(r"http://127\.0\.0\.1:\d+/sparql", told)


def test_no_worker_outlives_its_server(serve, folder):
    """When the server is closed, its processes are gone."""
    with serve(folder) as ask:
        processes = [worker.process for worker in ask.server.pool._workers]
        assert all(process.is_alive() for process in processes)
    assert not any(process.is_alive() for process in processes)
    assert threading.active_count() < 50
