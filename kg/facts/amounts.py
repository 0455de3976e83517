"""What a project costs, takes and yields: investment, revenue, tax, land (and when it is ready: completions.py).

A list gives each project its own amount and the sum to none of them: 总投资80亿元的A、30亿元的B等项目86个，
总投资462亿元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.beside import LIST, TAKEN, built_by, in_a_name
from kg.facts.clauses import Figure, figures
from kg.facts.completions import completions
from kg.facts.context import Context, per_page
from kg.facts.lexicon import alternatives
from kg.facts.modality import Modality, modality, scenes
from kg.facts.quantities import Quantity, quantities
from kg.facts.roles import Role
from kg.facts.topics import Topics
from kg.facts.units import SQUARE_METRES, Measure
from kg.facts.wording import core
from kg.model import Amount, Fact, Kind, LandArea, Span

INVESTED = re.compile(r"(?:增资|投入|出资|斥资|投资|[再将拟又]投)$")
"""Money that is a project's where the project it builds is named next: 增资2亿美元，上马三期."""
BUILDING = re.compile(r"(?:投资)?(?:修建|兴建|建设|建造|新建|改建|扩建)")
"""What the money does where the clause ends with it: 由某某公司出资2亿元修建, of the project spoken of."""
SECTOR = re.compile(
    r"(?:产业链?|行业|集群|全[省市县区州旗镇乡])(?:总|年度?|规模以上|工业)*(?:产值|营业收入|营收|销售收入|税收)"
)
"""Whose output it is: 确保全年轻工产业产值突破… is no project's."""
MONEY = ("totalInvestment", "annualRevenue", "annualTax")


@dataclass(frozen=True, slots=True)
class Owned:
    """A quantity that belongs to projects, and what it is of them."""

    figure: Figure
    property: str
    projects: tuple[str, ...]
    planned: bool


def amounts(context: Context) -> Iterator[Fact]:
    """Amount, LandArea and Completion facts of a page, in order."""
    for owned in owned_quantities(context):
        yield from _facts(context, owned)
    yield from named_areas(context)
    yield from completions(context)


@per_page
def owned_quantities(context: Context) -> Iterator[Owned]:
    """The quantities of a page that are told of projects; the other numbers are anybody's."""
    topics = Topics(context)
    for scene in scenes(context):
        topics.enter(scene)
        here = [f for f in figures(scene.sentence, context.published) if not in_a_name(context, f)]
        told = ""
        for figure in here:
            told = _property(figure, told)
            if not told and INVESTED.search(core(figure.left)) and (built := built_by(context, figure)):
                yield Owned(figure, "totalInvestment", built, planned=False)
                continue
            if told and (projects := topics.owners(figure, here)):
                hoped = modality(figure, core(figure.left), scene) is Modality.TARGET
                yield Owned(figure, told, projects, hoped)


def _property(figure: Figure, before: str) -> str:
    """What a number says of a project, by the words before it; in a list the first one's words hold for all."""
    measure, left = figure.quantity.measure, core(figure.left)
    if measure is Measure.AREA:
        land = figure.role is Role.OWNED and figure.right.startswith(("土地", "空间"))
        land = land or TAKEN.search(figure.left) is not None
        return "landArea" if land or _ends(left, "landArea") else ""
    if measure is not Measure.MONEY:
        return ""
    if re.match(r"[一二三首][期批]", left):  # the money of a phase is not that of the whole
        return ""
    if found := next((name for name in MONEY if _ends(left, name)), ""):
        return "" if found != "totalInvestment" and SECTOR.search(figure.left) else found
    if INVESTED.search(left) and BUILDING.fullmatch(figure.right):
        return "totalInvestment"
    if figure.role is Role.OWNED or (not left and "分别" in figure.clause.text):
        return before or "totalInvestment"
    return "totalInvestment" if figure.clause.bracketed or figure.role is Role.QUALIFYING else ""


def _ends(text: str, section: str) -> bool:
    return bool(re.search(rf"(?:{alternatives(LIST, section)})$", text))


def _facts(context: Context, owned: Owned) -> Iterator[Fact]:
    quantity = owned.figure.quantity
    evidence = context.evidence(_said(owned.figure))
    confidence = 0.9 if owned.figure.role is not Role.STATED or len(owned.projects) == 1 else 0.8
    for project in owned.projects:
        if owned.property == "landArea":
            yield LandArea(
                project=project,
                value=_square_metres(quantity),
                comparator=quantity.comparator,
                evidence=evidence,
                confidence=confidence,
                rule=f"amount-{owned.figure.role}",
            )
        else:
            yield Amount(
                project=project,
                property=owned.property,
                value=quantity.value,
                currency=quantity.unit,
                comparator=quantity.comparator,
                planned=owned.planned,
                evidence=evidence,
                confidence=confidence,
                rule=f"amount-{owned.figure.role}",
            )


def named_areas(context: Context) -> Iterator[LandArea]:
    """The land that a project's own name tells: 西区1.5平方公里管网."""
    for entity in context.entities.entities:
        if entity.kind is not Kind.PROJECT:
            continue
        land = [q for q in quantities(entity.label) if q.measure is Measure.AREA]
        link = next((link for link in context.entities.links if link.entity == entity.id), None)
        if len(land) == 1 and link is not None:
            yield LandArea(
                project=entity.id,
                value=_square_metres(land[0]),
                comparator=land[0].comparator,
                evidence=context.evidence(link.span),
                confidence=0.8,
                rule="amount-named",
            )


def _square_metres(quantity: Quantity) -> float:
    return round(quantity.value * SQUARE_METRES[quantity.unit], 2)


def _said(figure: Figure) -> Span:
    """The clause up to the number: the shortest quote that says what the number is."""
    return Span(figure.clause.span.start, figure.quantity.span.end)
