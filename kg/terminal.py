"""What a person sees in the terminal: messages, tables and progress, all on stderr."""

import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

DONE, WANTING, COULD_NOT = 0, 1, 2
"""Exit statuses: all is well; the input was found wanting; the work could not be done."""

Arguments = ParamSpec("Arguments")

stderr = Console(stderr=True, highlight=False)


def say(message: str) -> None:
    """One line on stderr, as it is: brackets in a file name are no markup, and nothing is wrapped."""
    sys.stderr.write(" ".join(message.split("\n")) + "\n")


def command() -> str:
    """What to type for `kg`: its name, or its path where the name alone would not be found."""
    found, here = shutil.which("kg"), Path(sys.argv[0])
    return "kg" if found and here.exists() and Path(found).samefile(here) else shlex.quote(str(here))


def while_read(run: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """A command that ends well when whoever reads its output has seen enough: `kg extract … | head`."""

    @wraps(run)
    def guarded(*arguments: Arguments.args, **options: Arguments.kwargs) -> None:
        try:
            run(*arguments, **options)
            sys.stdout.flush()
        except BrokenPipeError:
            # Python flushes once more at the end, which must not meet the closed pipe
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    return guarded


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
