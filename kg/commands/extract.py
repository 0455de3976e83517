"""`kg extract`: the mentions of each file, or of each line, one JSON object a line."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.lazy import lazy

if TYPE_CHECKING:
    from kg import sightings
else:
    sightings = lazy("kg.sightings")

NAME = "extract"
LINE_BREAKS = {mark: f"\\u{mark:04x}" for mark in (0x85, 0x2028, 0x2029)}
"""What JSON may hold as it is but many readers of lines take for the end of one."""


class Format(StrEnum):
    """How mentions are printed."""

    JSONL = "jsonl"


def run(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="UTF-8 text files.")],
    *,
    lines: Annotated[bool, typer.Option("--lines", help="Each line is a document of its own.")] = False,
    form: Annotated[Format, typer.Option("--format", help="One JSON object a line.")] = Format.JSONL,
) -> None:
    """Print who and what is named, and where.

    `start` and `end` count code points in the file, or in the line with --lines; `text` is what stands there,
    `name` the same repaired: without the line break that cut it.
    """
    write = WRITERS[form]
    seen = sightings.in_lines if lines else sightings.in_file
    for file in files:
        for sighting in seen(file):
            sys.stdout.write(write(sighting) + "\n")


def _json(sighting: "sightings.Sighting") -> str:
    row = {
        "document": sighting.document,
        "line": sighting.line,
        "start": sighting.start,
        "end": sighting.end,
        "text": sighting.text,
        "name": sighting.name,
        "type": sighting.kind.value,
        "rule": sighting.rule,
    }
    return json.dumps(row, ensure_ascii=False).translate(LINE_BREAKS)


WRITERS = {Format.JSONL: _json}
