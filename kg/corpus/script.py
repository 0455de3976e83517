"""Traditional and simplified script, by OpenCC, one character for one so that offsets hold."""

from __future__ import annotations

import re
from functools import cache

from opencc import OpenCC

HAN = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF))
NOT_HAN = re.compile(r"[^\u3400-\u9fff\uf900-\ufaff]")
TRADITIONAL_SHARE = 0.05
"""A simplified page has a few characters that OpenCC would change (乾, 於 in names); a traditional one a third."""


def simplified(text: str) -> str:
    """The text in simplified script, character by character and so of the same length.

    A text that is not traditional is returned as it is, since OpenCC would change characters of its names (乾 → 干).
    """
    return text.translate(_table()) if is_traditional(text) else text


def is_traditional(text: str) -> bool:
    """Whether a text is printed in traditional script."""
    table = _table()
    changed = sum(text.count(character) for character in set(text) if ord(character) in table)
    han = len(text) - len(NOT_HAN.findall(text)) if changed else 0
    return changed > TRADITIONAL_SHARE * han


@cache
def _table() -> dict[int, str]:
    """Each traditional character with its simplified one; what OpenCC makes longer is left alone."""
    characters = [chr(code) for first, last in HAN for code in range(first, last + 1)]
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {
        ord(before): after
        for before, after in zip(characters, converted, strict=True)
        if before != after and len(after) == 1
    }
