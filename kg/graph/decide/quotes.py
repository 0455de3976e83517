"""Where words stand on a page, white space ignored: a quote in a decision has no line breaks, the page has."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

LONGEST = 100_000
"""Characters of a page in which a near quote is looked for."""


def places(raw: str, words: str) -> Iterator[tuple[int, int]]:
    """The raw ranges of the words, one after the other."""
    wanted = "".join(words.split())
    at = [i for i, character in enumerate(raw) if not character.isspace()]
    text = "".join(raw[i] for i in at)
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        yield at[start], at[start + len(wanted) - 1] + 1
        start = text.find(wanted, start + len(wanted))


def nearest_quote(raw: str, words: str) -> str:
    """The longest part of the words that does stand on the page, "" where it is no more than two characters."""
    wanted, text = "".join(words.split()), "".join(raw[:LONGEST].split())
    found = SequenceMatcher(None, text, wanted[:1000], autojunk=False).find_longest_match()
    return text[found.a : found.a + found.size] if found.size > 2 else ""
