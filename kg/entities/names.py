"""The grammar of Chinese and foreign personal names: where a name that begins here ends, and how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.corpus.words import is_word, words
from kg.entities.line import STOPS, Line
from kg.resources import sections
from kg.resources import words as word_list

_SURNAMES = sections("surnames")
COMPOUND = frozenset(w for w in _SURNAMES["common"] if len(w) == 2)
SINGLE = frozenset(c for w in _SURNAMES["common"] if len(w) != 2 for c in w)
RARE = frozenset(c for w in _SURNAMES["rare"] for c in w)
AFTER = frozenset(word_list("after_names"))
NOT_NAMES = frozenset(word_list("not_names"))
LONGEST_AFTER = max(len(w) for w in AFTER)
FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,7}){1,3}")
LONGEST_FOREIGN_PART = 6
FUNCTION = frozenset("的了昨在和与及为对是任等将就也从把被让说称做以于至到获免并而且则不没们个名所还又")
"""Characters that a given name hardly ever has, and that often follow a name of two characters."""
JOINTS = frozenset("和与及同")
SAYING = frozenset({"说", "称", "表示", "介绍", "认为", "告诉", "坦言", "透露", "指出", "强调", "感慨", "感叹", "回忆", "笑言", "解释", "补充", "直言"})
MAY_CLOSE = frozenset("则于以同与和及所")
GIVEN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name in a line (local range) and how well what follows fits its end."""

    start: int
    end: int
    text: str
    sure: float


def name_at(line: Line, start: int, known: frozenset[str] = frozenset(), *, behind_office: bool = False) -> Name | None:
    """The personal name that begins at `start`, or None.

    `known` are names the page gives elsewhere beyond doubt: they settle where an uncertain one ends.
    Right behind an office also rare surnames count that are mostly common words.
    """
    text = line.text
    if foreign := FOREIGN.match(text, start):
        end = _foreign_end(text, foreign)
        return Name(start, end, text[start:end], 0.97)
    first = text[start : start + 1]
    single = first in SINGLE or (behind_office and first in RARE)
    surname = 2 if text[start : start + 2] in COMPOUND else int(single)
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
    if last in FUNCTION:
        # 邓子和|说, 李正则，: what joins or goes on would need something to join
        told = (_ends(text, end) and last in MAY_CLOSE) or (last in JOINTS and _says(text, end))
        return 0.9 if told and n > surname + 1 else 0.02
    if n > surname + 1 and _word_after(text, end - 1) >= 2:
        return 0.1  # 张天共|同见证: the last character begins a word that follows names
    after = _word_after(text, end)
    if after >= 2 or _ends(text, end):
        return 0.95
    following = _first_word(text[end : end + 5])
    if after == 1 and len(following) <= 1:
        return 0.85
    if len(following) >= 2:
        return 0.7 if end in line.cuts else 0.6
    return 0.3 if end in line.cuts else 0.1


def _ends(text: str, end: int) -> bool:
    """Whether a mark or the end of the line stands there."""
    return end >= len(text) or not "\u4e00" <= text[end] <= "\u9fff"


def _says(text: str, end: int) -> bool:
    """Whether a verb of speech, which needs one speaker, stands there."""
    return text[end : end + 1] in SAYING or text[end : end + 2] in SAYING


def _word_after(text: str, end: int) -> int:
    """The length of the longest word at `end` that may follow a name, 0 for none."""
    return next((n for n in range(LONGEST_AFTER, 0, -1) if text[end : end + n] in AFTER), 0)


def _foreign_end(text: str, found: re.Match[str]) -> int:
    """Where the last part of a foreign name ends: before a word that follows names, else with the characters."""
    last = text.rfind("·", found.start(), found.end()) + 1
    for end in range(last + 2, min(found.end(), last + LONGEST_FOREIGN_PART) + 1):
        if _word_after(text, end) >= 2 or _first_word(text[end : end + 5]) in STOPS:
            return end
    return found.end()


@lru_cache(maxsize=50_000)
def _first_word(text: str) -> str:
    """The word of the dictionary that a text begins with; its first character where that is none."""
    found = words(text)
    if not found:
        return ""
    return found[0].text if is_word(found[0].text) else text[0]


def is_common(line: Line, name: Name) -> bool:
    """A word of the dictionary that is no name there (高兴, 成功)."""
    word = line.word_at(name.start)
    return word.start == name.start and word.end >= name.end and not word.pos.startswith("nr")
