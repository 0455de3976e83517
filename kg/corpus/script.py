"""Traditional and simplified script, by OpenCC, one character for one so that offsets hold."""

from __future__ import annotations

from functools import cache

from opencc import OpenCC

HAN = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF))
TRADITIONAL_SHARE = 0.05
"""A simplified page has a few characters that OpenCC would change (乾, 於 in names); a traditional one a third."""


def simplified(text: str) -> str:
    """The text in simplified script, of the same length; the same object where nothing is to be changed."""
    table = _table()
    return text.translate(table) if not table.keys().isdisjoint(map(ord, set(text))) else text


def is_traditional(text: str) -> bool:
    """Whether a text is printed in traditional script."""
    table = _table()
    han = [c for c in text if "\u4e00" <= c <= "\u9fff"]
    return sum(ord(c) in table for c in han) > TRADITIONAL_SHARE * len(han)


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
