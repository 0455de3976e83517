"""How a name can be typed: pinyin and initials, with every reading of a character that has several."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product

from pypinyin import Style, lazy_pinyin, pinyin

MAX_READINGS = 6
"""Readings kept of one name: 重, 行 and 长 in one name already make eight, and the likely ones come first."""

MAX_CHARACTERS = 24
"""A longer name is a sentence; nobody types its initials to the end."""


def search_keys(name: str) -> tuple[str, ...]:
    """The syllables of a name, most likely reading first: "高新区" → ("gao xin qu", "gao xin ou").

    The page makes both full pinyin and initials of them. Latin letters and digits stay as they are; a name
    without Chinese characters has no keys.
    """
    shown = name[:MAX_CHARACTERS]
    if not any(is_chinese(character) for character in shown):
        return ()
    readings = pinyin(shown, style=Style.NORMAL, heteronym=True)
    likely = lazy_pinyin(shown)
    combinations = [likely, *islice(product(*readings), MAX_READINGS)]
    return tuple(dict.fromkeys(key(combination) for combination in combinations))[:MAX_READINGS]


def key(syllables: Sequence[str]) -> str:
    """One reading; a run of Latin letters counts as one syllable, marks do not count."""
    words = ["".join(filter(str.isalnum, syllable.lower())) for syllable in syllables]
    return " ".join(word for word in words if word)


def is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"
