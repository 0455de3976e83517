"""Worker processes that run queries: pyoxigraph cannot be told to stop, a process can."""

from __future__ import annotations

import multiprocessing
import queue
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from kg.errors import InputError
from kg.publish.serve.messages import Response, message
from kg.publish.serve.worker import Job, Limits, work

_START = 600.0
"""Seconds that a worker may take to load its graph."""


class _EndedError(Exception):
    """The worker did not answer, or is no more; the message is for the asker."""


@dataclass
class _Worker:
    process: BaseProcess
    connection: Connection
    ready: bool = False

    def wait(self) -> None:
        """Wait until the graph is loaded; `_EndedError` where the process ends instead."""
        if not self.ready:
            self._receive(_START, "it took too long to load the graph")
            self.ready = True

    def ask(self, job: Job, seconds: float) -> Response:
        """The answer to a query; `_EndedError` where there is none in time."""
        self.wait()
        self.connection.send(job)
        response = self._receive(seconds, f"the query was ended after {seconds:g} seconds: ask more narrowly")
        return response if isinstance(response, Response) else message(500, "no answer")

    def _receive(self, seconds: float, too_late: str) -> object:
        try:
            if self.connection.poll(seconds):
                return self.connection.recv()
        except (EOFError, OSError) as error:
            raise _EndedError("the query was ended: it took more memory than one query may have") from error
        raise _EndedError(too_late)

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.connection.close()


class Pool:
    """`workers` processes, each with the graph of `path`; one that is ended is replaced at once.

    `InputError` where the graph cannot be loaded.
    """

    def __init__(self, path: Path, base: str, limits: Limits, workers: int = 2) -> None:
        self.limits = limits
        self._path, self._base = path, base
        self._context = multiprocessing.get_context("spawn")
        self._idle: queue.Queue[_Worker] = queue.Queue()
        self._workers = [self._start() for _ in range(workers)]
        for worker in self._workers:
            try:
                worker.wait()
            except _EndedError as error:
                self.close()
                raise InputError(
                    f"cannot serve {path}: its graph cannot be loaded; build it again"
                ) from error
            self._idle.put(worker)

    def ask(self, job: Job) -> Response:
        """The answer to a query, or why there is none, within the limit on time (and as long in the queue)."""
        try:
            worker = self._idle.get(timeout=self.limits.seconds)
        except queue.Empty:
            return message(503, "all workers are busy: try again in a while", **{"Retry-After": "10"})
        try:
            response = worker.ask(job, self.limits.seconds)
        except (_EndedError, OSError) as error:
            worker.end()
            self._workers.remove(worker)
            worker = self._start()
            self._workers.append(worker)
            response = message(503, str(error))
        self._idle.put(worker)
        return response

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.end()

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        arguments = (theirs, str(self._path), self._base, self.limits)
        process = self._context.Process(target=work, args=arguments, daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)
