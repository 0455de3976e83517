"""jieba itself behind the functions that rjieba offers: for machines for which there is no wheel of rjieba.

It is a hundred times as slow and cuts a few unknown words elsewhere (a test says how few), so one corpus is
to be built with one of the two.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

import jieba
import jieba.posseg

jieba.setLogLevel(logging.WARNING)


def tag(text: str) -> list[tuple[str, str]]:
    """The words of a text with their parts of speech."""
    return [(pair.word, pair.flag) for pair in jieba.posseg.cut(text)]


def has_word(text: str) -> bool:
    """Whether the dictionary has the string as a word."""
    jieba.initialize()
    return bool(jieba.dt.FREQ.get(text))


def tokenize(text: str, *, hmm: bool = True) -> Iterator[tuple[str, int, int]]:
    """Words with the range they cover; without `hmm` only words of the dictionary."""
    yield from jieba.tokenize(text, HMM=hmm)
