"""A process that holds the store and runs one query after the other; its end ends the query, and nothing else."""

from __future__ import annotations

import resource
import signal
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph import sparql
from kg.graph.vocab import PREFIXES
from kg.publish.serve import answers
from kg.publish.serve.answers import TooMuchError
from kg.publish.serve.messages import Response, message
from kg.publish.serve.negotiation import preferred


@dataclass(frozen=True)
class Limits:
    """What one query may use. `memory` is what a worker may take beside the graph, in bytes."""

    seconds: float = 30.0
    rows: int = 100_000
    memory: int = 2 << 30


@dataclass(frozen=True)
class Job:
    """A query and the media types that its asker accepts."""

    query: str
    accept: str


def work(connection: Connection, path: str, base: str, limits: Limits) -> None:
    """Load the graph, say so, and answer until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then closes the connection
    store = sparql.load(path)
    _limit_memory(limits.memory)
    with suppress(EOFError, BrokenPipeError):
        connection.send("ready")
        while True:
            job = connection.recv()
            # The server ends a late worker; should the server itself be gone by then, the alarm does.
            signal.setitimer(signal.ITIMER_REAL, limits.seconds + _GRACE)
            connection.send(answer(store, job, base, limits))
            signal.setitimer(signal.ITIMER_REAL, 0)


_GRACE = 2.0


def _limit_memory(memory: int) -> None:
    """Let no query take the machine's memory; where the system has no such limit, time alone must do."""
    with suppress(OSError, ValueError):
        used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))


def answer(store: ox.Store, job: Job, base: str, limits: Limits) -> Response:
    """The response to a query: its answer in the form that was asked for, or what is wrong with it."""
    try:
        found = sparql.evaluate(store, job.query, base)
        return _written(found, job.accept, base, limits)
    except QueryError as error:
        return message(400, str(error))
    except TooMuchError as error:
        return message(500, str(error))
    except (OSError, MemoryError, RuntimeError) as error:
        return message(500, f"the query failed while it ran: {error}")


def _written(found: sparql.Answer, accept: str, base: str, limits: Limits) -> Response:
    forms = _forms(found)
    media_type = preferred(
        accept, [*forms, *(alias for alias, form in answers.ALIASES.items() if form in forms)]
    )
    if media_type is None:
        return message(406, f"this answer comes as {', '.join(forms)}: accept one of them")
    form = answers.ALIASES.get(media_type, media_type)
    if isinstance(found, ox.QueryBoolean):
        content = answers.TRUTHS[form](bool(found)).encode()
    elif isinstance(found, ox.QueryTriples):
        prefixes = {**PREFIXES, "id": base}
        content = answers.triples(answers.limited(found, limits.rows), form, prefixes)
    else:
        variables = [variable.value for variable in found.variables]
        rows = (list(solution) for solution in answers.limited(found, limits.rows))
        content = answers.SOLUTIONS[form](variables, rows).encode("utf-8", "replace")
    return Response(200, content, _with_charset(media_type))


def _forms(found: sparql.Answer) -> list[str]:
    if isinstance(found, ox.QueryBoolean):
        return list(answers.TRUTHS)
    return list(answers.TRIPLES if isinstance(found, ox.QueryTriples) else answers.SOLUTIONS)


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
