"""Small regular expressions that several recognisers share: one of many words, amounts, counts."""

from __future__ import annotations

import re
from collections.abc import Iterable

NUMERAL = r"[\d一二两三四五六七八九十百]+[余多]?"
AMOUNT = (
    r"(?:近|约|超|达|逾)?[\d.]+[多余]?[亿万千百]*"
    r"(?:元|美元|欧元|港元|日元|英镑|人民币|亩|平方米|平方公里|公里)"
)
HAN = r"[\u4e00-\u9fff]"


def any_of(words: Iterable[str]) -> str:
    """A group that matches one of the words, the longest that fits."""
    return "(?:" + "|".join(map(re.escape, sorted(set(words), key=lambda w: (-len(w), w)))) + ")"
