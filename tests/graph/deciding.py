"""Three invented pages of one city, and a build of them with decisions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg.graph.combine import combine
from kg.graph.decide import Decided, Outcome
from kg.graph.decide.contradictions import check_together
from kg.graph.decide.reading import parse_decisions
from kg.graph.resolve import resolve
from kg.model import Knowledge, Page
from kg.pipeline import understand

PAGES = {
    "a.txt": (
        "云川日报 2023年6月21日 星期三\n"
        "云川市举行重点项目集中开工仪式\n"
        "本报讯 昨天，云川市举行重点项目集中开工仪式。市委书记高远山、市投资促进局局长沈月华出席。\n"
        "星河新能源科技有限公司投资建设的星河电池二期项目落户云川高新技术产业开发区（以下简称“高新区”），\n"
        "总投资80亿元，已于当日开工。\n"
    ),
    "b.txt": (
        "云川日报 2024年3月3日 星期日\n"
        "市投资促进局局长沈月华赴高新区调研\n"
        "本报讯 昨天，市投资促进局局长沈月华赴高新区调研。市卫健委副主任白松涛陪同。\n"
        "青松镇今年新开工项目30个。\n"
    ),
    "c.txt": (
        "云川日报 2024年9月3日 星期二\n"
        "市卫健委召开会议\n"
        "本报讯 昨天，市卫健委召开会议，市卫健委主任白松涛、副主任沈月桦出席会议。会议由副市长罗青\n"
        "云主持。\n"
    ),
}
PUBLISHED = {"a.txt": "2023-06-21", "b.txt": "2024-03-03", "c.txt": "2024-09-03"}
PARK, SHORT = "park-云川高新技术产业开发区", "park-云川市高新区"
PROJECT, FIRM = "project-星河电池二期", "enterprise-星河新能源"


@cache
def page(name: str, raw: str) -> tuple[Page, Knowledge]:
    """A page of the city with what it says alone."""
    read = Page(name, raw, sha256=name, place="云川市", published=PUBLISHED[name])
    return read, understand(read)


class Result:
    """What a build made of pages and decisions."""

    def __init__(self, told: str, pages: Mapping[str, str] = PAGES) -> None:
        both = [page(name, raw) for name, raw in pages.items()]
        entries = parse_decisions(told, "decisions.toml")
        check_together(entries)
        decided = Decided(sorted(entries, key=lambda d: d.order), {p.identifier: p.raw for p, _ in both})
        known, self.judgements = resolve(decided.entities([k for _, k in both]), decided.identity)
        self.knowledge = decided.statements(combine(known))
        self.outcomes: tuple[Outcome, ...] = decided.outcomes

    @property
    def ids(self) -> set[str]:
        return {entity.id for entity in self.knowledge.entities}

    @property
    def warnings(self) -> list[str]:
        return [warning for outcome in self.outcomes for warning in outcome.warnings]

    def facts(self, kind: type, **fields: object) -> list[object]:
        """The facts of a kind with these fields."""
        return [
            f
            for f in self.knowledge.facts
            if isinstance(f, kind) and all(getattr(f, k) == v for k, v in fields.items())
        ]
