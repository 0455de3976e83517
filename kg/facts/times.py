"""Which time a number is of: the nearest one told before it, its clause's own, or the one its article goes on with."""

from __future__ import annotations

import re

from kg.facts.clauses import Figure
from kg.facts.context import Context
from kg.facts.dates import When
from kg.facts.modality import Modality, Scene
from kg.facts.periods import is_future, is_past
from kg.facts.units import Measure

TIMELESS = re.compile(r"面积|全长|长度|总长|里程|产能|年产|月产|日产|库容|注册资本|规模$|亩产")
"""What a thing has at any time."""
HERE_AND_NOW = re.compile(
    r"^(?:会上|活动现场|活动上|活动中|仪式上|现场|当天|当日|此次|本次|签约仪式上|大会上)"
)
"""How a sentence opens that tells more of the day's event."""
NOW = re.compile(r"^(?:目前|截至|如今|现在|近年来|今年以来|此后|至今|眼下|下一步|接下来)")
"""How a sentence opens that is of another time than the one before."""
OPENING = 3
"""Characters: a time that begins so near the beginning of a sentence holds for the next ones, too."""
CARRIED = frozenset({Measure.MONEY, Measure.SHARE, Measure.COUNT})
_NUMBERED = re.compile(r"\d[万亿]?[元家个项只名人亩%]")


class Times:
    """The times of a page as its sentences tell them, read in order."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.article = -1
        self.period, self.day = "", ""
        """The period and the day that the last sentences of the article opened with."""

    def enter(self, scene: Scene) -> None:
        """Go on to a sentence."""
        if scene.sentence.article != self.article:
            self.article, self.period, self.day = scene.sentence.article, "", ""

    def leave(self, scene: Scene, *, counts: bool) -> None:
        """Remember what the sentence opened with; a period goes on only from one sentence of numbers to the next."""
        if not counts or NOW.match(scene.sentence.text):
            self.period = ""
        for when in scene.dates:
            if when.iso and 0 <= when.span.start - scene.sentence.span.start <= OPENING:
                if len(when.iso) == len("2022-07-05"):
                    self.day = self.day or when.iso
                elif counts:
                    self.period = when.iso

    def of(self, scene: Scene, figure: Figure, name: str, modality: Modality) -> str:
        """The period of a figure: "2021", "2023-H1", "2023-01/2023-05", or "" where none is told."""
        if TIMELESS.search(name):
            return ""
        start, end = figure.quantity.span.start, figure.clause.span.end
        told = [w for w in scene.dates if w.iso]
        before = [w for w in told if w.span.start < start and self._holds(w, figure)]
        after = [w for w in told if start <= w.span.start < end]
        if before or after:
            return _as_told((before[-1:] or after[:1])[0])
        if HERE_AND_NOW.match(scene.sentence.text):
            return self.day
        return "" if NOW.match(scene.sentence.text) else self._carried(figure, modality)

    def _holds(self, when: When, figure: Figure) -> bool:
        """Not a time that stands after a number of an earlier clause: 23个项目上半年开工，12个项目竣工."""
        if figure.clause.span.covers(when.span):
            return True
        clause = re.split(r"[，。；：]", self.context.reading.plain[: when.span.start][-40:])[-1]
        return not _NUMBERED.search(clause)

    def _carried(self, figure: Figure, modality: Modality) -> str:
        published = self.context.published
        wrong = (
            is_past(self.period, published)
            if modality is Modality.TARGET
            else is_future(self.period, published)
        )
        return self.period if figure.quantity.measure in CARRIED and not wrong else ""


def _as_told(when: When) -> str:
    """到今年年底 speaks of the year."""
    return when.iso[:4] if when.rule == "edge_of_a_year" and when.text.endswith("底") else when.iso
