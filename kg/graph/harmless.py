"""Words of pages on their way to a terminal or a spreadsheet, which obey some characters instead of showing them."""

from __future__ import annotations

import unicodedata

_OBEYED = ("Cc", "Cf", "Zl", "Zp")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def on_screen(words: str) -> str:
    """One line without control characters, which could move a terminal's cursor or turn its text about."""
    if words.isprintable():
        return words
    return "".join("·" if unicodedata.category(c) in _OBEYED else c for c in words)


def in_line(words: str) -> str:
    """The same, with line breaks and other white space as single spaces."""
    return on_screen(" ".join(words.split()))


def in_sheet(words: str) -> str:
    """What a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{words}" if words.startswith(_FORMULA) else words
