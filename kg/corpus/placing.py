"""Whose paper a page is, from the divisions it names and how it speaks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import ahocorasick

from kg.corpus.surnames import SURNAME_STARTS
from kg.resources import words
from kg.resources.divisions import SUFFIXES, Division, Level, divisions, expand, named

BEFORE, AFTER = 8, 16
"""Characters around a name that tell how the page speaks of it."""
METROPOLIS = 0.5
"""Share that a naming of 上海 or 重庆 counts: everybody's paper names them as market, port or neighbour."""
ENOUGH = 2.0
"""A page that names a place once, in passing, is not that place's page."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A place named on the page by its stem: where, and the kind printed behind it (市, 县, 区, 旗 or "")."""

    stem: str
    start: int
    end: int
    kind: str


# How much a naming tells of whose page it is. The first pattern that fits its surroundings counts; ◎ is the name.
SIGNS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"◎(?:日|晚|时|晨|早|商)报"), 6.0),  # the paper itself
    (re.compile(r"驻◎(?:首席)?记者"), 4.0),
    (re.compile(r"(?:来自|率领?|欢迎).{0,4}◎|◎.{0,4}(?:代表团|考察团|客人|来宾|一行)"), -1.0),  # visitors
    (
        re.compile(r"◎[^，。；、\n]{1,14}(?:公司|集团|股份)"),
        0.3,
    ),  # a firm's name tells where it is registered
    (
        re.compile(
            r"◎(?:[市县区旗](?:委|人民|政府|[市县区旗]长|人大|政协|领导|纪委)|(?:市|县|区)?(?:全市|全县|全区))"
        ),
        2.0,
    ),
)


def place_of(text: str) -> str:
    """The full name of the place whose page a text (in simplified script) is; "" where the text does not tell.

    Places are weighed by how often and how they are named (SIGNS), those of the first line once more; a prefecture
    also by how many of its counties are named beside it: a county's paper names its prefecture's leaders, but not
    many other counties.
    """
    namings = _without_persons([naming for naming in _namings(text) if _believed(naming, text)], text)
    if not namings:
        return ""
    title_end = text.find("\n") if "\n" in text else len(text)
    weight: dict[str, float] = {}
    for naming in namings:
        weight[naming.stem] = (
            weight.get(naming.stem, 0.0) + _weight(naming, text) + (naming.start < title_end)
        )
    for above, below in _counties(weight).items():
        weight[above] += max(0, len(below) - 1)
    best = max(weight, key=lambda stem: weight[stem])
    return _full_name(best, namings) if weight[best] >= ENOUGH else ""


def _namings(text: str) -> Iterator[Naming]:
    for last, stem in _automaton().iter_long(text):
        end = last + 1
        kind = text[end : end + 1]
        yield Naming(stem, end - len(stem), end, kind if kind and kind in SUFFIXES else "")


def _believed(naming: Naming, text: str) -> bool:
    """Whether the name is a place's: everyday words and districts need their 市, 县 or 区 somewhere on the page."""
    if naming.kind:
        return bool(named(naming.stem + naming.kind))
    if naming.stem not in words("corpus_word_stems") and not _only_district(naming.stem):
        return True
    return any(naming.stem + kind in text for kind in SUFFIXES)


def _without_persons(namings: list[Naming], text: str) -> list[Naming]:
    """Without stems that are somebody's given name: every time one surname stands before, and never a 市 or 县 behind."""
    before: dict[str, list[str]] = {}
    for naming in namings:
        told = naming.kind or text[max(0, naming.start - BEFORE) : naming.start].rstrip()[-1:]
        before.setdefault(naming.stem, []).append(told)
    given = {
        stem
        for stem, told in before.items()
        if len(told) > 1 and len(set(told)) == 1 and told[0] in SURNAME_STARTS and told[0] not in SUFFIXES
    }
    return [naming for naming in namings if naming.stem not in given]


def _only_district(stem: str) -> bool:
    return all(division.name.endswith("区") and division.level is Level.COUNTY for division in expand(stem))


def _weight(naming: Naming, text: str) -> float:
    before = text[max(0, naming.start - BEFORE) : naming.start]
    scene = f"{before}◎{text[naming.end : naming.end + AFTER]}"
    weight = next((weight for sign, weight in SIGNS if sign.search(scene)), 1.0)
    # a district that is named with its 区 may be known under that name alone: then its stem expands to nothing
    foremost = expand(naming.stem)[:1]
    return weight * METROPOLIS if any(division.level is Level.PROVINCE for division in foremost) else weight


def _counties(stems: Mapping[str, float]) -> dict[str, set[str]]:
    """The named counties of each named prefecture."""
    below: dict[str, set[str]] = {}
    for stem in stems:
        for division in expand(stem):
            above = divisions().get(division.parent)
            if above and above.level is Level.PREFECTURE and above.stem in stems:
                below.setdefault(above.stem, set()).add(stem)
    return below


def _full_name(stem: str, namings: list[Naming]) -> str:
    """The name as the page prints it, else that of the highest division of the stem."""
    kinds = [naming.kind for naming in namings if naming.stem == stem and naming.kind]
    if kinds:
        return stem + max(sorted(set(kinds)), key=kinds.count)
    return next((division.name for division in expand(stem)), stem)


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for division in divisions().values():
        if _may_have_a_paper(division):
            automaton.add_word(division.stem, division.stem)
    automaton.make_automaton()
    return automaton


def _may_have_a_paper(division: Division) -> bool:
    """Provinces' papers are not local ones; the four municipalities' may be."""
    return division.level is not Level.PROVINCE or division.name.endswith("市")
