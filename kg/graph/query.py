"""Ask a graph a named question, and print the answer as a table, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from kg.errors import QueryError
from kg.graph.harmless import in_sheet, on_screen
from kg.graph.library import find, named_queries
from kg.graph.sparql import Rows, Value
from kg.graph.store import Graph, load

__all__ = ["FORMATS", "named_queries", "render", "run_query"]

FORMATS = ("table", "csv", "json")


def run_query(
    graph: Path | str | Graph, name_or_file: str | Path, parameters: Mapping[str, str] | None = None
) -> Rows:
    """The answer of a Turtle file or graph to a query of the library or a .rq file.

    `InputError` for an unreadable graph, `QueryError` for an unknown query or parameter and for broken SPARQL.
    """
    query = find(name_or_file).filled(parameters or {})
    return (graph if isinstance(graph, Graph) else load(graph)).query(query)


def render(answer: Rows, form: str = "table") -> str:
    """An answer as text that ends in a line break; `QueryError` for a form that is none of FORMATS."""
    if form == "table":
        return _table(answer)
    if form == "csv":
        return _csv(answer)
    if form == "json":
        return json.dumps(list(answer), ensure_ascii=False, indent=1) + "\n"
    raise QueryError(f"there is no format {form!r}: ask for one of {', '.join(FORMATS)}")


def _csv(answer: Rows) -> str:
    """CSV as RFC 4180 has it, for a spreadsheet: words that it would take for a formula get an apostrophe before them."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(answer.columns)
    writer.writerows([_harmless(row[name]) for name in answer.columns] for row in answer)
    return out.getvalue()


def _harmless(value: Value) -> str:
    words = _words(value)
    return in_sheet(words) if isinstance(value, str) else words


def _table(answer: Rows) -> str:
    """Columns aligned by the width on screen, where a Chinese character takes two places."""
    body = [[on_screen(_words(row[name])) for name in answer.columns] for row in answer]
    widths = [max(map(_width, column)) for column in zip(answer.columns, *body, strict=True)]
    ruled = [list(answer.columns), ["─" * width for width in widths], *body]
    lines = (
        "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)) for row in ruled
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _words(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _width(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))
