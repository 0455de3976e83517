"""What a project costs, takes and yields, and when it is to be ready: investment, revenue, tax, land, completion.

A list gives each project its own amount and the sum to none of them: 总投资80亿元的A、30亿元的B等项目86个，
总投资462亿元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.facts.beside import LIST, built_by, in_a_name, listed, projects
from kg.facts.clauses import Figure, figures
from kg.facts.context import Context
from kg.facts.dates import When
from kg.facts.lexicon import alternatives
from kg.facts.modality import Modality, Scene, modality, scenes
from kg.facts.quantities import Quantity, quantities
from kg.facts.roles import Role
from kg.facts.storyline import OWN_SUBJECT
from kg.facts.topics import Topics
from kg.facts.units import SQUARE_METRES, Measure
from kg.facts.wording import core
from kg.model import Amount, Completion, Fact, Kind, LandArea, Span

INVESTED = re.compile(r"(?:增资|投入|出资)$")
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


def completions(context: Context) -> Iterator[Completion]:
    """When projects are or were ready: 预计年底竣工, 明年5月1日前全部通车."""
    topics = Topics(context)
    for scene in scenes(context):
        topics.enter(scene)
        for when, clause in _dates_by_clause(scene):
            ready = _ready(context, when, clause)
            if not ready or not when.iso:
                continue
            for project in _projects(context, topics, when, clause):
                yield Completion(
                    project=project,
                    date=when.iso,
                    planned=_hoped(scene, when),
                    evidence=context.evidence(Span(clause.start, clause.end)),
                    confidence=0.85,
                    rule="completion",
                )


def _dates_by_clause(scene: Scene) -> Iterator[tuple[When, Span]]:
    sentence = scene.sentence
    for match in re.finditer(r"[^，。；：]+", sentence.text):
        clause = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        here = [w for w in scene.dates if clause.covers(w.span)]
        if here:
            yield here[-1], clause


def _ready(context: Context, when: When, clause: Span) -> bool:
    after = context.reading.plain[when.span.end : clause.end]
    return bool(re.match(rf"^\S{{0,8}}?(?:{alternatives(LIST, 'ready')})(?!的|后|率)", after))


def _projects(context: Context, topics: Topics, when: When, clause: Span) -> Sequence[str]:
    if named := _named_after(context, when, clause):
        return (named,)
    if re.search(r"全部|均|都|全线", context.reading.plain[when.span.end : clause.end]):
        return topics.all_of(when.span.start) or topics.topic(clause, when.span.start)
    if named_here := listed(context, when.span.start, clause.start):
        return named_here
    before = Span(clause.start, when.span.start)
    if not projects(context, before) and OWN_SUBJECT.search(context.reading.plain[before.start : before.end]):
        return ()  # 甲线列入规划，乙桥10月底前通车: the bridge is no page's entity, and not the line
    return topics.topic(clause, when.span.start)


def _named_after(context: Context, when: When, clause: Span) -> str:
    """今年底前将建成冷链中心: the project that is completed stands after the verb."""
    for link in context.links(Span(when.span.end, clause.end)):
        between = context.reading.plain[when.span.end : link.span.start]
        if link.kind is Kind.PROJECT and re.search(rf"(?:{alternatives(LIST, 'ready')})$", between):
            return link.entity
    return ""


def _hoped(scene: Scene, when: When) -> bool:
    said = [c.says for c in scene.cues if c.span.start <= when.span.start]
    return bool(said) and said[-1] is Modality.TARGET
