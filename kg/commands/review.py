"""`kg review`: answer what the rules could not, two entities at a time; the answers go into a decisions file."""

import io
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import decisions_file, terminal
from kg.lazy import lazy

if TYPE_CHECKING:
    from kg.publish.review import notebook, questions, session
else:
    notebook = lazy("kg.publish.review.notebook")
    questions = lazy("kg.publish.review.questions")
    session = lazy("kg.publish.review.session")

NAME = "review"


def run(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that kg build wrote.")],
    decisions: Annotated[
        Path | None,
        typer.Option(metavar="FILE_OR_FOLDER", help="Where to write; without it DIR/decisions.toml."),
    ] = None,
) -> None:
    """Decide what is the same and what is not, where the rules were unsure.

    Both are shown with their words on the pages. Each answer is written at once to DIR/decisions.toml, which
    kg build applies; Ctrl-C loses nothing.
    """
    asked = questions.read_questions(folder / "report.json")
    notes = notebook.Notebook(decisions or folder / decisions_file.NAME)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")  # a slip of the keyboard ends no sitting
    done = session.Session(asked, notes, sys.stdin, terminal.stderr)
    try:
        done.run()
    except KeyboardInterrupt:
        terminal.say("")
    _say_end(done, folder, decisions)


def _say_end(done: "session.Session", folder: Path, decisions: Path | None) -> None:
    if not done.asked:
        terminal.say("nothing is left to decide")
        return
    terminal.say(f"{done.answered} decided, {done.left} left")
    if done.answered:
        told = f" --decisions {shlex.quote(str(decisions))}" if decisions else ""
        terminal.say(f"decisions  {done.notebook.file}")
        terminal.say(f"next       {terminal.command()} build PAGES --out {shlex.quote(str(folder))}{told}")
