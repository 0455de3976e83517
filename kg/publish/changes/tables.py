"""Changes for scripts (JSON) and for spreadsheets (CSV); both have everything."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import asdict

from kg.graph.harmless import in_sheet, on_screen
from kg.model import Evidence
from kg.publish.changes.line import GROUPS, KINDS, Item, Line
from kg.publish.changes.text import one_line, totals, where

COLUMNS = ("group", "change", "subject", "words", "pages", "old_quotes", "new_quotes")
_UNSEEN = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def as_json(told: Sequence[Line]) -> str:
    """An object with `totals`, group → kind → number, and `changes`: names of groups and kinds are English and stay.

    `before` and `after` are the documents, entities or facts as the old and the new graph have them, `type` their class.
    """
    found = {"totals": totals(told), "changes": [_change(line) for line in told]}
    return _UNSEEN.sub(_escaped, json.dumps(found, ensure_ascii=False, indent=1)) + "\n"


def as_csv(told: Sequence[Line]) -> str:
    """A row for each change, with Chinese names of groups and kinds; no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for line in told:
        cells = (GROUPS[line.group], KINDS[line.kind], line.subject, line.words, line.places)
        writer.writerow(
            [in_sheet(on_screen(cell)) for cell in (*cells, *map(_quotes, (line.lost, line.gained)))]
        )
    return out.getvalue()


def _change(line: Line) -> dict[str, object]:
    return {
        "group": line.group,
        "change": line.kind,
        "subject": line.subject,
        "words": line.words,
        "before": [_item(item) for item in line.before],
        "after": [_item(item) for item in line.after],
        "lost": [asdict(quote) for quote in line.lost],
        "gained": [asdict(quote) for quote in line.gained],
    }


def _item(item: Item) -> dict[str, object]:
    return {"type": type(item).__name__, **asdict(item)}


def _quotes(quotes: Sequence[Evidence]) -> str:
    return "；".join(f"{where(quote)} “{one_line(quote.exact)}”" for quote in quotes)


def _escaped(found: re.Match[str]) -> str:
    """A character that is not seen, or turns the text about, as JSON's escape of it."""
    return f"\\u{ord(found[0]):04x}"
