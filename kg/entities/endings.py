"""Names told by how they end: find the ending, reach left for the beginning, drop what is only a description."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from kg.corpus.words import is_word
from kg.entities.line import Line
from kg.model import Mention
from kg.resources import words as word_list

GENERIC = frozenset(word_list("generic_words"))
LEVELS = ("市", "省", "县", "区", "州", "镇", "国家", "全国", "中国")
CARRIERS = ("大学", "学院", "集团", "公司", "生物", "电子", "科技", "银行", "医院", "股份", "行", "院", "局", "厅", "会", "部")
"""Endings after which a place inside a name does not begin a new one: 某某大学|某市研究院."""


HEAD_OF = re.compile(r"施工|为(?=[一二三首]期|[^，。；]{0,12}(?:提供|发放|授信))|(?:常务|名誉)?副?(?:[校院园馆行会社台所局处厂]长|主任|书记|理事长|秘书长|董事长|总经理|教授)")
"""An office, 施工 or 为 behind an ending ends the name, though the dictionary has both as one word (大学校长, 工程施工, 分行|为二期提供贷款)."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A candidate in a line: local begin of the name, begin of its ending, end."""

    start: int
    ending_start: int
    end: int
    ending: str


class Endings:
    """A set of endings that can be looked for in one scan."""

    def __init__(self, endings: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for ending in endings:
            self._automaton.add_word(ending, ending)
        self._automaton.make_automaton()

    def hits(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Longest endings from left to right, as (start, end, ending)."""
        for last, ending in self._automaton.iter_long(text):
            yield last + 1 - len(ending), last + 1, ending

    def find(
        self, line: Line, places: Iterable[Mention] = (), inside: frozenset[str] = frozenset()
    ) -> Iterator[Ended]:
        """Candidates with something before the ending; `places` are the line's places, where names may begin.

        `inside` are stop words that names of this kind may hold.
        """
        places = tuple(places)
        begins = sorted(m.span.start - line.start for m in places)
        for start, end, ending in self.hits(line.text):
            if cut_short(line, start, end):
                continue
            first = _whole_place(line, line.reach_left(start, inside), places)
            first = anchored(line, first, start, begins)
            yield Ended(first, start, end, ending)


def _whole_place(line: Line, first: int, places: Iterable[Mention]) -> int:
    """Back to the begin of a place that a stop character cut in two (如|皋市)."""
    inside = (p for p in places if p.span.start < line.start + first < p.span.end)
    return min((p.span.start - line.start for p in inside), default=first)


def cut_short(line: Line, start: int, end: int) -> bool:
    """Whether a dictionary word goes on beyond the ending: 大学|生, 新城|区."""
    if end >= len(line.text) or end in line.cuts:
        return False
    word = line.word_at(end)
    return word.start >= start - 1 and is_word(word.text) and not HEAD_OF.match(line.text, end)


def anchored(line: Line, first: int, ending: int, begins: list[int]) -> int:
    """Begin at a place or level inside what was reached: 联手|某市交通局, but 某某大学某市研究院 is one name.

    What stands before the place is kept if it ends like an organisation or is no common word.
    """
    for at in begins:
        if first < at < ending:
            before = line.text[first:at]
            if before.endswith(CARRIERS) or line.is_proper(first, at) or before[-1] in "—-－·“（":
                return first
            return at
    return first


def is_description(line: Line, start: int, end: int) -> bool:
    """Whether only generic words stand there: 重点产业|项目, 高质量发展|示范区."""
    if start >= end:
        return True
    if line.text[start:end] in GENERIC:
        return True
    at = start
    while at < end:
        word = line.word_at(at)
        stop = min(word.end, end)
        piece = line.text[at:stop]
        if piece not in GENERIC and not piece.isdigit() and piece not in "、和及“”":
            return False
        at = stop
    return True
