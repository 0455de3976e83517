"""How much two texts of a page speak of the same thing: by the rare pairs of characters that both use."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from operator import add

HAN_RUN = re.compile(r"[\u3400-\u9fffA-Za-z]{2,}")


class Kinship:
    """What the texts of one page share. Called with two of their numbers: 0 where it is nothing, 1 is much."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._pairs: dict[int, frozenset[str]] = {}
        self._found: Counter[str] = Counter()

    def __call__(self, one: int, other: int) -> float:
        if not self._found:
            for i in range(len(self._texts)):
                self._found.update(self._of(i))
        first, second = self._of(one), self._of(other)
        if not first or not second:
            return 0.0
        total = len(self._texts)
        shared = sum(math.log(total / self._found[pair]) for pair in sorted(first & second))
        return shared / math.sqrt(min(len(first), len(second)) * 10)

    def knows_phrase(self, before: str, after: str) -> float:
        """Whether the characters across a cut stand side by side elsewhere on the page: 太 | 仓港 like 太仓港.

        One for each of the two phrases of three characters that lie across it.
        """
        across = (before[-2:] + after[:1], before[-1:] + after[:2])
        return float(sum(phrase in self._phrases for phrase in across))

    @cached_property
    def _phrases(self) -> frozenset[str]:
        runs = (run for text in self._texts for run in HAN_RUN.findall(text))
        return frozenset(run[i : i + 3] for run in runs for i in range(len(run) - 2))

    def _of(self, number: int) -> frozenset[str]:
        if number not in self._pairs:
            runs = HAN_RUN.findall(self._texts[number])
            self._pairs[number] = frozenset(pair for run in runs for pair in map(add, run, run[1:]))
        return self._pairs[number]
