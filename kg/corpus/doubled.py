"""Lines whose bold print was extracted twice, run by run: “20222022年省重大项目年省重大项目” → 2022年省重大项目."""

from __future__ import annotations

import re
from collections.abc import Iterator

LINE = re.compile(r"^(?=(.{1,40}?)\1).{6,240}$", re.MULTILINE)
"""Lines that begin with a run that is repeated at once; only these are looked at."""
YEAR = re.compile(r"((?:19|20)\d\d)\1(?=年)")
HAN = re.compile(r"[\u3400-\u9fff]")
LONGEST_RUN = 60


def undouble(text: str) -> Iterator[tuple[int, int]]:
    """The second copies, in order."""
    done = 0
    for line in LINE.finditer(text):
        yield from _years(text, done, line.start())
        done = line.end()
        runs = _runs(line.group(), 0, set())
        if runs and HAN.search(line.group()):
            yield from ((line.start() + start, line.start() + end) for start, end in runs)
        else:
            yield from _years(text, line.start(), done)
    yield from _years(text, done, len(text))


def _years(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return (match.span(1) for match in YEAR.finditer(text, start, end))


def _runs(line: str, at: int, dead: set[int]) -> list[tuple[int, int]] | None:
    """The second halves of the doubled runs that make up a line from `at` on; None where a part is printed once.

    `dead` collects the places from which no reading leads to the end, so that each is tried once.
    """
    if at == len(line):
        return []
    if at in dead:
        return None
    for length in _run_lengths(line, at):
        rest = _runs(line, at + 2 * length, dead)
        if rest is not None:
            return [(at + length, at + 2 * length), *rest]
    if line[at] == " " and (rest := _runs(line, at + 1, dead)) is not None:
        return rest
    dead.add(at)
    return None


def _run_lengths(line: str, at: int) -> Iterator[int]:
    for length in range(1, min(LONGEST_RUN, (len(line) - at) // 2) + 1):
        if line[at : at + length] == line[at + length : at + 2 * length]:
            yield length
