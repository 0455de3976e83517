"""The word lists of this package as compiled alternatives, the longest word first."""

from __future__ import annotations

import re
from functools import cache

from kg.resources import sections


@cache
def alternatives(name: str, section: str) -> str:
    """A section of a word list as the inside of a regular expression."""
    return "|".join(sorted(sections(name)[section], key=lambda word: (-len(word), word)))


@cache
def anywhere(name: str, section: str) -> re.Pattern[str]:
    """A word of the section, wherever it stands."""
    return re.compile(alternatives(name, section))


@cache
def leading(name: str, section: str) -> re.Pattern[str]:
    """One or more words of the section at the beginning."""
    return re.compile(rf"^(?:(?:{alternatives(name, section)})[，、：\s]*)+")


@cache
def trailing(name: str, section: str) -> re.Pattern[str]:
    """One or more words of the section at the end."""
    return re.compile(rf"(?:{alternatives(name, section)})+$")


@cache
def whole(name: str, section: str) -> re.Pattern[str]:
    """Nothing but one word of the section."""
    return re.compile(rf"^(?:{alternatives(name, section)})$")
