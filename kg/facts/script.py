"""Words read in simplified script, given back in the script of the page."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from kg.model import Reading


def printed(reading: Reading, words: str) -> str:
    """Words of the plain text as the page prints them: 签署合作项目 is 簽署合作項目 on a traditional page."""
    if reading.plain == reading.text:
        return words
    table = _table(reading.plain, reading.text)
    return "".join(table.get(character, character) for character in words)


@lru_cache(maxsize=64)
def _table(plain: str, text: str) -> dict[str, str]:
    """Each simplified character of a page with the one that the page most often prints for it."""
    seen = Counter(zip(plain, text, strict=True))
    pairs = sorted(seen.items(), key=lambda item: (item[1], item[0]))
    return {simplified: original for (simplified, original), _ in pairs}
