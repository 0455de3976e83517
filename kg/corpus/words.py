"""The only door to jieba: words, their parts of speech, and whether a string is a word.

rjieba does the work: jieba's dictionary and algorithm in Rust, a hundred times as fast. jieba itself is the
reference that the tests compare with, and stands in where there is no rjieba.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

try:
    from rjieba import has_word, tag, tokenize
except ImportError:  # no wheel for this machine
    from kg.corpus.plain_jieba import has_word, tag, tokenize  # type: ignore[assignment]  # same calls, plainer types


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, its part of speech in jieba's tag set, and the range it covers."""

    text: str
    pos: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in order; together they are the whole text."""
    found = []
    at = 0
    for word, pos in tag(text):
        found.append(Word(word, pos, at, at + len(word)))
        at += len(word)
    return tuple(found)


@lru_cache(maxsize=10_000)
def first_word(text: str) -> Word:
    """The first word of a short text that is not empty."""
    return words(text)[0]


@lru_cache(maxsize=10_000)
def last_word(text: str) -> Word:
    """The last word of a short text that is not empty."""
    return words(text)[-1]


@lru_cache(maxsize=200_000)
def is_word(text: str) -> bool:
    """Whether jieba's dictionary has the string as a word."""
    return bool(has_word(text))


@lru_cache(maxsize=50_000)
def word_across(left: str, right: str) -> str:
    """The word that begins in `left` and ends in `right` when the two are read as one, or ""."""
    cut = len(left)
    for word, start, end in tokenize(left + right, hmm=False):
        if start < cut < end:
            return str(word)
        if start >= cut:
            break
    return ""
