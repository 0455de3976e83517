"""Names that need one told before: 增长8.6% is of the income before it, 总投资462亿元 of the projects counted before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.facts.clauses import Figure
from kg.facts.lexicon import alternatives, whole
from kg.facts.units import Measure
from kg.facts.wording import LIST

GROWTH = re.compile(r"(?:增长|增加|增幅|增速|下降|降幅|降低|减少|提高|提升|上升|回落)率?$|^占(?!地)")


@dataclass(frozen=True, slots=True)
class Said:
    """The names said before in a chain of sentences, for names that need one.

    What was counted last, what was measured last, which of them was the last, and the things that parts are told
    of (151个项目里，制造业占135个).
    """

    counted: str = ""
    measured: str = ""
    last: str = ""
    unit: str = ""
    subject: str = ""
    group: str = ""
    history: tuple[str, ...] = ()
    """The names of all figures but those of change, in order."""
    clause: int = -1
    """Where the clause of the last name begins."""

    def after(self, figure: Figure, name: str) -> Said:
        """What is said once this figure has its name."""
        new = replace(self, clause=figure.clause.span.start, last=name)
        if figure.quantity.measure is Measure.COUNT:
            return replace(new, counted=name, unit=figure.quantity.unit, history=self._with(figure, name))
        if GROWTH.search(name) or (self.measured and name.startswith(f"{self.measured}占")):
            return replace(new, last=GROWTH.sub("", name) or self.last)
        return replace(new, measured=name, unit=figure.quantity.unit, history=self._with(figure, name))

    def _with(self, figure: Figure, name: str) -> tuple[str, ...]:
        """The history with a name, if it is not that of a part (其中…)."""
        return self.history if figure.clause.text.lstrip().startswith("其中") else (*self.history, name)


def with_base(name: str, figure: Figure, said: Said) -> str:
    """The name with the base it needs, the name itself where it needs none or there is none."""
    measure = figure.quantity.measure
    counted = said.counted or said.group
    if not name:
        of_them = measure is Measure.MONEY and counted and not said.measured and said.last in ("", counted)
        return f"{counted}投资" if of_them else said.last
    if whole(LIST, "growth").match(name):
        return (said.measured or said.last or counted) + name
    if measure in (Measure.SHARE, Measure.FACTOR):
        return (said.measured or counted) + name if whole(LIST, "needs base").match(name) else name
    if measure is Measure.COUNT and said.group and not re.search(alternatives(LIST, "things"), name):
        return name.removesuffix("的") + said.group
    if counted and name != counted and whole(LIST, "things").match(name) and counted.endswith(name):
        return counted
    if (
        measure is Measure.COUNT
        and said.clause == figure.clause.span.start
        and whole(LIST, "achieving verbs").match(name)
    ):
        return said.counted + name
    new_clause = said.clause != figure.clause.span.start
    if counted and (
        whole(LIST, "sums").match(name) or (new_clause and whole(LIST, "needs base").match(name))
    ):
        return _thing(counted) + _when_full(figure, name) + name
    # 农村居民2万元 after 城镇居民人均可支配收入4万元
    whole_name = re.search(rf"(?:{alternatives(LIST, 'money names')})$", name)
    parallel = (
        len(name) > 2 and not whole_name and measure is Measure.MONEY and said.unit == figure.quantity.unit
    )
    return name + said.measured.partition(name[-2:])[2] if parallel and name not in said.measured else name


def _when_full(figure: Figure, name: str) -> str:
    """达产后 before what a project yields once it is at full capacity."""
    full = re.search(
        r"(?:达产|投产|建成|满产|投用)后",
        figure.sentence.text[: figure.quantity.span.start - figure.sentence.span.start],
    )
    return full.group() if full and not whole(LIST, "sums").match(name) else ""


def _thing(counted: str) -> str:
    """高企 of 净增高企, as the base of 总量."""
    thing = re.sub(rf"^(?:{alternatives(LIST, 'won')})", "", counted) or counted
    return re.sub(r"\d+[万亿]?(?:美)?元(?:以上|及以上)(?:的)?", "", thing)
