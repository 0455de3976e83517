"""What a person sees in the terminal: messages, tables and progress, all on stderr."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

DONE, WANTING, COULD_NOT = 0, 1, 2
"""Exit statuses: all is well; the input was found wanting; the work could not be done."""

stderr = Console(stderr=True, highlight=False)


def say(message: str) -> None:
    """One line on stderr, as it is: brackets in a file name are no markup, and nothing is wrapped."""
    sys.stderr.write(" ".join(message.split("\n")) + "\n")


def table(title: str, rows: list[tuple[str, int]]) -> None:
    """Names and counts in two columns."""
    grid = Table(title=title, title_justify="left", show_header=False, box=None, pad_edge=False)
    grid.add_column(justify="left")
    grid.add_column(justify="right")
    for name, count in rows:
        grid.add_row(name, f"{count:,}")
    stderr.print(grid)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar that is moved by calling what is yielded with (done, total); silent where stderr is no terminal."""
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=stderr, transient=True, disable=not stderr.is_terminal) as bar:
        task = bar.add_task(what, total=None)

        def move(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield move
