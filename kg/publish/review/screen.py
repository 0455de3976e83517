"""A question on the screen: two columns side by side, then what speaks for and against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from kg.graph.harmless import in_line
from kg.publish.review.questions import Question, Quote, Side

BROKEN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s+(?=[\u3000-\u9fff\uff00-\uffef])")
"""A line break of the page between Chinese characters, where no space belongs."""


def show(question: Question, number: int, total: int, console: Console) -> None:
    """Print a question; nothing of a page is taken for markup or for a command to the terminal."""
    console.rule(Text(f"{number} of {total}: are these one?"), align="left")
    table = Table(box=box.MINIMAL, show_header=False, expand=True, padding=(0, 1))
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.add_row(*(Group(*_side(side)) for side in (question.left, question.right)))
    console.print(table)
    for sign, reasons in (("for", question.reasons), ("against", question.against)):
        for reason in reasons:
            console.print(Text.assemble((f"{sign:>8}  ", "bold"), in_line(reason)))


def _side(side: Side) -> Iterator[RenderableType]:
    yield Text(in_line(side.label), "bold")
    yield Text(f"{side.kind} · {in_line(side.id)}", "dim")
    others = [name for name in side.names if name != side.label]
    if others:
        yield Text(f"also {_listed(others)}")
    yield Text(f"on {_listed(side.pages)}")
    yield from (Text(f"– {in_line(fact)}") for fact in side.facts)
    for quote in side.quotes:
        yield Text("")
        yield Text(in_line(quote.page), "dim")
        yield _words(quote)


def _words(quote: Quote) -> Text:
    before, exact, after = (_flat(part) for part in (quote.before, quote.exact, quote.after))
    return Text.assemble(f"…{before}", (exact, "bold"), f"{after}…")


def _flat(text: str) -> str:
    return in_line(BROKEN.sub("", text))


def _listed(names: Iterable[str], most: int = 6) -> str:
    shown = [in_line(name) for name in names]
    return "、".join(shown[:most]) + (f" and {len(shown) - most} more" if len(shown) > most else "")
