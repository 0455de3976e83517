"""An event in the making: its tellings, who took part, and which words for an event may mean it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.facts.presence import MET, OF_THE_SIGNED
from kg.facts.tellings import Telling
from kg.model import EVENT_KINDS, Span

MANY_SIGNED = re.compile(r"\d+[个宗单]|项目\S{0,6}签约|集中|云签约")
GATHERED = frozenset({"meeting", "forum", "signing", "groundbreaking", "opening", "competition", "visit"})
UNATTENDED = frozenset({"award", "deed"})
"""Rules whose events are attended only where the report tells of no other: a town gets a title."""
_JOURNEYS = frozenset({"inspection", "visit"})
_ALL = frozenset(EVENT_KINDS)
GENERIC: dict[str, frozenset[str]] = {
    "": _ALL,
    "出席": _ALL,
    "陪同": _ALL,
    "带队": _JOURNEYS,
    MET: _JOURNEYS,
    "活动": _ALL,
    "会议": frozenset({"meeting", "forum"}),
    "大会": frozenset({"meeting", "forum", "competition"}),
    "全会": frozenset({"meeting"}),
    "论坛": frozenset({"forum"}),
    "座谈": _JOURNEYS | {"meeting"},
    "座谈会": _JOURNEYS | {"meeting"},
    "调研": _JOURNEYS,
    "考察": _JOURNEYS,
    "视察": _JOURNEYS,
    "检查": _JOURNEYS,
    "督查": _JOURNEYS,
    "参观": _JOURNEYS,
    "观摩": _JOURNEYS,
    "走访": _JOURNEYS,
    "慰问": _JOURNEYS,
    "开工": frozenset({"groundbreaking", "signing"}),
    "奠基": frozenset({"groundbreaking"}),
    OF_THE_SIGNED: frozenset({"signing"}),
    "签约": frozenset({"signing", "groundbreaking"}),
    "揭牌": frozenset({"opening"}),
    "审议": frozenset({"meeting"}),
}
"""Words that may mean any event of some kinds."""
SITTINGS = ("座谈", "座谈会")
PREFERRED: dict[str, frozenset[str]] = {
    "出席": _ALL - _JOURNEYS - {"award"},
    "陪同": _JOURNEYS,
    "活动": _ALL - {"award", "inspection"},
}
"""Of these kinds first."""


@dataclass
class Told:
    """An event in the making: its tellings, and who took part by what was said elsewhere in its reports."""

    tellings: tuple[Telling, ...]
    present: list[tuple[str, str]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    @property
    def best(self) -> Telling:
        """The telling that names it: its own name before a report of it, a headline before a sentence."""
        return min(
            self.tellings,
            key=lambda t: (
                not t.named,
                not t.title if not t.named else t.rule == "title",
                -len(t.label) if t.named else 0,
                t.span,
            ),
        )

    @property
    def kind(self) -> str:
        return self.best.kind

    @property
    def signs_many(self) -> bool:
        """Whether it is a signing of several projects or a ceremony for them."""
        return self.kind == "signing" and any(MANY_SIGNED.search(t.label) for t in self.tellings)

    def noun_fits(self, noun: str) -> int:
        """How well a word for an event means this one: 2 it is in the name, 1 it may be, 0 it is not."""
        if noun == OF_THE_SIGNED:
            return int(self.signs_many)
        if noun.endswith(("式", "典礼")):
            return self._ceremony(noun)
        fitting = GENERIC.get(noun)
        if fitting is None:
            return 2 * any(noun in t.label for t in self.tellings)
        if self.kind in PREFERRED.get(noun, frozenset()):
            return 2
        if noun in SITTINGS and any("座谈" in t.label for t in self.tellings):
            return 2
        return int(
            self.kind in fitting
            or (len(noun) > 1 and noun not in PREFERRED and any(noun in t.label for t in self.tellings))
        )

    def _ceremony(self, noun: str) -> int:
        """仪式, 开幕式: of the event that is called so, else of whatever opens with one."""
        if any("仪式" in t.label or noun in t.label for t in self.tellings):
            return 2
        return int(self.kind not in _JOURNEYS)
