"""Coined short names of parks, which the dictionary does not have: 某药|园, 某创|园."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.line import STOPS, Line
from kg.model import Kind, Mention
from kg.resources import sections

_PARK = sections("park_words")
COINED = frozenset(_PARK["coined"])
WORDS = _PARK["word"]
BOUNDARY = re.compile(r"(?:建设|管委会|党工委|[一二三四]期|[、，。；”）和与及等的为是]|$|内)")
"""What follows the whole name of a park, so that no longer word or name goes on."""
LENGTH = 2
"""Characters before the last one."""


def coined(line: Line) -> Iterator[Mention]:
    """Two characters and 园, 谷 or 港 between the words of a sentence, if together they are no word."""
    for word in line.words:
        first = word.start - LENGTH
        if word.text not in COINED or first < 0 or first not in line.cuts:
            continue
        front = line.text[first : word.start]
        known = line.text.endswith(WORDS, first, word.end) or front in STOPS or not front.isalpha()
        if not known and BOUNDARY.match(line.text, word.end) and _begins(line, first):
            yield Mention(line.span(first, word.end), front + word.text, Kind.PARK, "coined", 0.6)


def _begins(line: Line, first: int) -> bool:
    """No name goes on to the left."""
    if first == 0:
        return True
    before = line.word_at(first - 1).text
    return before in STOPS or not before.isalnum()
