"""The items of a list: a stretch of text cut at its joints, each item rid of what is no part of its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.corpus.words import is_word
from kg.entities.begins import ACTION, ACTIONS_BEFORE, ATTACHED, begin
from kg.entities.fronts import trimmed
from kg.entities.line import STOPS, Line
from kg.entities.patterns import any_of
from kg.resources import sections

_LIST = sections("list_words")
_PROJECT = sections("project_words")
JOINTS = re.compile(r"、|(?<=[”’])(?=[“‘])")
CONJUNCTIONS = re.compile(r"以及|[和及与暨]")
ACTION_AFTER = re.compile(ACTION)
GOVERNING = re.compile(any_of(w for w in _LIST["govern"] if len(w) > 1) + "了?")
FIRST_OF_KIND = re.compile(r"首[家个座条]")
PHASE_TOLD = re.compile(rf"{any_of(_PROJECT['phase'])}(?={any_of(_LIST['status'])})")
HEAD_TOLD = re.compile(r"(?:项目|工程)(?=[在将已于均由][^、]*$)")
AMOUNT_BEHIND = re.compile(r"（[^（）]*\d[^（）]*[元亩米里]）$|（[^（）]*[投占][^（）]*）$")
ENDINGS = frozenset(
    [
        "公司",
        "集团",
        *(w for name in ("work", "building", "phase", "head", "activity") for w in _PROJECT[name]),
    ]
)
SHORTEST, LONGEST, LONGEST_FIRST, LONGEST_ENDING = 2, 34, 18, 8


@dataclass(frozen=True, slots=True)
class Item:
    """One item, local range."""

    start: int
    end: int


def items(line: Line, masked: str, start: int, end: int) -> tuple[Item, ...]:
    """The items between two positions. `masked` is the line's text with the inside of brackets blotted out."""
    cuts = [*JOINTS.finditer(masked, start, end)]
    pieces = [*zip([start, *(c.end() for c in cuts)], [*(c.start() for c in cuts), end], strict=True)]
    pieces[-1:] = _split_last(line, masked, *pieces[-1], lone=len(pieces) == 1)
    found = []
    for number, (first, last) in enumerate(pieces):
        stop = _end(line, first, last)
        if number == 0:
            begins = _first(line, first, stop)
        else:
            begins = trimmed(line, _behind_of(line, first, stop), stop, loose=False)
        if SHORTEST <= stop - begins <= LONGEST:
            found.append(Item(begins, stop))
    return tuple(found)


def _split_last(line: Line, masked: str, start: int, end: int, *, lone: bool) -> list[tuple[int, int]]:
    """The last piece at its 和, 及 or 与, unless that is part of a name (研发及产业化基地, 某某水厂及配套管网)."""
    for hit in reversed([*CONJUNCTIONS.finditer(masked, start + 2, end - 1)]):
        word = line.word_at(hit.start())
        actions = ACTION_AFTER.match(masked, hit.end()) and ACTIONS_BEFORE.search(masked[start : hit.start()])
        part_of_word = word.text != hit[0] and is_word(word.text)
        if actions or part_of_word or masked.startswith(ATTACHED, hit.end()):
            continue
        if lone and hit[0] == "与" and not re.match(r"[\d两三等]", masked[end : end + 1]):
            continue  # 甲与乙合作: two partners, no list
        return [(start, hit.start()), (hit.end(), end)]
    return [(start, end)]


def _first(line: Line, start: int, end: int) -> int:
    """Where the first item begins: behind the verb that governs the list, or behind 首家, which begins a name."""
    if first_of_kind := FIRST_OF_KIND.search(line.text, start, end - SHORTEST):
        return first_of_kind.end()
    reached = max(start, begin(line, _ending(line, start, end)))
    verbs = [hit.end() for hit in GOVERNING.finditer(line.text, start, end - SHORTEST)]
    if verbs and verbs[-1] < reached:
        behind = _behind_of(line, verbs[-1], end)
        if end - behind <= LONGEST_FIRST and not _has_stop(line, behind, reached):
            return trimmed(line, behind, end, loose=False)
    return reached


def _has_stop(line: Line, start: int, end: int) -> bool:
    """Whether a stop word of more than one character stands there: single ones may be part of a name (某某光|能)."""
    inside = line.words[line.word_of[start] : line.word_of[end - 1] + 1]
    return any(len(word.text) > 1 and word.text in STOPS for word in inside)


def _ending(line: Line, start: int, end: int) -> int:
    """Where the ending of an item begins (某某国际|运营中心), so that its noun of action is not taken for a verb."""
    for length in range(min(LONGEST_ENDING, end - start - SHORTEST), 1, -1):
        if line.text[end - length : end] in ENDINGS:
            return end - length
    return end


def _behind_of(line: Line, start: int, end: int) -> int:
    """Past a clause with 的 in front of an item: 30亿元的|某某总部."""
    of = line.text.rfind("的", start, end - 1)
    return of + 1 if of >= 0 else start


def _end(line: Line, start: int, end: int) -> int:
    """Without an amount in brackets behind it (某某大桥|（1.1亿元）) and what is told of it (某某一期|开仓)."""
    if bracket := AMOUNT_BEHIND.search(line.text[start:end]):
        return start + bracket.start()
    for told in (PHASE_TOLD.search(line.text, start, end), HEAD_TOLD.search(line.text[:end], start)):
        if told is not None:
            return told.end()
    return end
