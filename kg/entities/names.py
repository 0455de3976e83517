"""The grammar of Chinese and foreign personal names: where a name that begins here ends, and how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.corpus.words import words
from kg.entities.line import Line
from kg.resources import words as word_list

_SURNAMES = word_list("surnames")
COMPOUND = frozenset(w for w in _SURNAMES if len(w) == 2)
SINGLE = frozenset(c for w in _SURNAMES if len(w) != 2 for c in w)
AFTER = frozenset(word_list("after_names"))
NOT_NAMES = frozenset(word_list("not_names"))
LONGEST_AFTER = max(len(w) for w in AFTER)
FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,7}){1,3}")
FUNCTION = frozenset("的了在和与及为对是任等将就也从把被让说称做以其于至到获免并而且则一不没们个名家")
"""Characters that a given name hardly ever has, and that often follow a name of two characters."""
GIVEN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name in a line (local range) and how well what follows fits its end."""

    start: int
    end: int
    text: str
    sure: float


def name_at(line: Line, start: int, known: frozenset[str] = frozenset()) -> Name | None:
    """The personal name that begins at `start`, or None.

    `known` are names the page gives elsewhere beyond doubt: they settle where an uncertain one ends.
    """
    text = line.text
    if foreign := FOREIGN.match(text, start):
        return Name(start, foreign.end(), foreign[0], 0.97)
    surname = 2 if text[start : start + 2] in COMPOUND else 1 if text[start : start + 1] in SINGLE else 0
    if not surname:
        return None
    options = [n for n in (surname + 1, surname + 2) if _is_shape(text[start : start + n], n)]
    options = [n for n in options if text[start : start + n] not in NOT_NAMES]
    for n in reversed(options):
        if text[start : start + n] in known:
            return Name(start, start + n, text[start : start + n], 0.99)
    best: tuple[float, int] | None = None
    for n in options:
        fit = _fit(line, start, n, surname)
        if fit > 0 and (best is None or (fit, n) > best):
            best = fit, n
    if best is None:
        return None
    fit, n = best
    return Name(start, start + n, text[start : start + n], min(0.99, fit))


def _is_shape(text: str, n: int) -> bool:
    return len(text) == n and all(GIVEN.match(c) for c in text)


def _fit(line: Line, start: int, n: int, surname: int) -> float:
    """How well a name of `n` characters is followed, 0 to 1."""
    text, end = line.text, start + n
    last = text[end - 1]
    if n > surname + 1 and last in FUNCTION and _followed(text, end - 1):
        return 0.05
    if n == surname + 1 and text[end - 1] in FUNCTION and text[end - 1] not in "一":
        return 0.02
    if _followed(text, end):
        # 李强|在应邀 and 李强在|应邀 both look followed: the longer name wins only where its last
        # character does not make a word with what comes after it
        return 0.95
    following = _first_word(text[end : end + 5])
    if len(following) >= 2:
        return 0.6 if end in line.cuts else 0.5
    return 0.3 if end in line.cuts else 0.1


def _followed(text: str, end: int) -> bool:
    """Whether a name may end here: at a mark, the end of the line, or before a word that follows names."""
    if end >= len(text) or not "\u4e00" <= text[end] <= "\u9fff":
        return True
    return any(text[end : end + n] in AFTER for n in range(1, LONGEST_AFTER + 1)) and not (
        text[end : end + 1] in AFTER and len(_first_word(text[end : end + 5])) > 1 and not _starts_after(text, end)
    )


def _starts_after(text: str, end: int) -> bool:
    return any(text[end : end + n] in AFTER for n in range(2, LONGEST_AFTER + 1))


@lru_cache(maxsize=50_000)
def _first_word(text: str) -> str:
    found = words(text)
    return found[0].text if found else ""
