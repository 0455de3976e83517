"""Words as data: every list is a file beside this module, its opening comment says what may be in it.

Loading checks what the comment promises: no empty list, no word twice in a section. All loaders are cached.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kg.errors import ResourceError


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of `name`.txt in file order, whatever their section.

    Raises ResourceError where the list is empty or a section has a word twice.
    """
    return tuple(word for _, word in _entries(name))


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The words of `name`.txt by its [section] headings."""
    found: dict[str, list[str]] = {}
    for section, word in _entries(name):
        found.setdefault(section, []).append(word)
    return {section: tuple(listed) for section, listed in found.items()}


@cache
def _entries(name: str) -> tuple[tuple[str, str], ...]:
    entries = tuple(_read(name))
    if not entries:
        raise ResourceError(f"{name}.txt holds no word; each list needs at least one")
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        if entry in seen:
            raise ResourceError(f"{name}.txt lists {entry[1]} twice; keep one of them")
        seen.add(entry)
    return entries


def _read(name: str) -> Iterator[tuple[str, str]]:
    section = ""
    for line in files(__name__).joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        text = line.partition("#")[0].strip()
        if text.startswith("["):
            section = text.strip("[]")
        else:
            for word in text.split():
                yield section, word
