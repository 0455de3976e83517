"""Numbers said of a body or place: 新增规上文化企业15家, 工业产值183亿元，同比增长8.2%, 开工率达95%.

Any indicator, not a list of known ones. Numbers of projects' investment, land and yield are facts of those
projects (amounts); a sum over many projects is an indicator of the zone that has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.facts.amounts import owned_quantities
from kg.facts.bases import Said
from kg.facts.candidates import candidate, unit_of
from kg.facts.clauses import Figure, figures
from kg.facts.context import Context
from kg.facts.modality import scenes
from kg.facts.naming import names_of
from kg.facts.ordinals import ordinals
from kg.facts.refusals import refusal
from kg.facts.repeats import Candidate, Told, once
from kg.facts.roles import Role
from kg.facts.subjects import Subjects, each_of
from kg.facts.times import Times
from kg.facts.units import Measure
from kg.facts.wording import core, noun_counted
from kg.model import Indicator, Kind, Span, Unplaced

OF_A_WORK = re.compile(
    r"(?:(?:计划|预计|概算)?总投资额?|(?:总?投资)?(?:概算|匡算|估算)|出资|(?:项目)?(?:占地|用地)(?:总?面积)?|总?建筑面积|(?:后者|该公司)\S*|其\S*总投资)"
)
"""What a single work has; said of a town or an organ it was said of a work that no name was found for."""
PAYS = re.compile(r"(?:总?投资|出资|斥资|投入|[再将拟又]投)$")
BUILDS = re.compile(
    r"^，?(?:(?:上马|启动|建设|兴建|新建|扩建|修建|打造)[^，。]{0,14}(?:的|项目|工程|基地|中心)|建起?[一了]?[座个条家])"
)
"""Money paid for a work that no name was found for: 打算再投5000万元建一座冷库."""
SHARES = re.compile(r"^(?:入股|参股|控股)")
RAISED = re.compile(r"(?:凑|借)(?:了|来|到|齐|出)*$")
NO_WORKS = frozenset({Kind.PLACE, Kind.AGENCY, Kind.PARK})
GOES_BACK = re.compile(r"^(?:全部|这些|上述|其中)")
"""How a sentence opens that speaks on of the things counted in the one before: 全部达产后，年产值…."""


BY_A_YEAR = re.compile(r"^到20\d\d年")
"""How an item opens that counts anew: 新签约项目不少于20个；到2027年，产值达到300亿元."""


def indicators(context: Context) -> Iterator[Indicator | Unplaced]:
    """The indicators of a page in order, and the numbers that look like one and cannot be placed."""
    candidates: list[Candidate] = []
    refused: set[Told] = set()
    for found in _numbers(context):
        match found:
            case Unplaced():
                yield found
            case Candidate():
                candidates.append(found)
            case told:
                refused.add(told)
    yield from (c.indicator for c in once(candidates, refused))


def _numbers(context: Context) -> Iterator[Candidate | Unplaced | Told]:
    """Every number of a page that is no project's: placed, not to be placed, or refused."""
    of_projects = {owned.figure.quantity.span for owned in owned_quantities(context)}
    subjects, times = Subjects(context), Times(context)
    chain, said = -1, Said()
    for scene in scenes(context):
        subjects.enter(scene)
        times.enter(scene)
        if scene.chain != chain:
            chain, said = scene.chain, said if GOES_BACK.match(scene.sentence.text) else Said()
        if BY_A_YEAR.match(scene.sentence.text):
            said = replace(said, counted="")
        counts = False
        for figure in figures(scene.sentence, context.published):
            if figure.quantity.span in of_projects:
                continue
            if refused := refusal(figure, context):
                if refused == "partitive":
                    said = replace(said, group=noun_counted(figure.right).rstrip("里中"))
                else:
                    yield figure.quantity.value, figure.quantity.unit
                continue
            for owner, name in _told(context, subjects, figure, said):
                if lacks := _lacks(context, figure, owner, name):
                    yield _unplaced(context, figure, lacks)
                else:
                    counts, said = True, replace(said.after(figure, name), subject=owner)
                    yield candidate(context, scene, figure, (owner, name), times)
        subjects.leave()
        times.leave(scene, counts=counts)
        yield from ordinals(context, scene)


def _lacks(context: Context, figure: Figure, owner: str, name: str) -> str:
    """What an indicator still needs: its name, its subject or its unit; "" where it has them all."""
    if not name:
        return "name"
    if not owner:
        return "subject"
    if figure.quantity.measure is Measure.MONEY and PAYS.search(figure.left) and BUILDS.match(figure.right):
        return "work"
    if figure.quantity.measure is Measure.MONEY and _paid_by_nobody(context, figure, owner, name):
        return "work"
    if OF_A_WORK.fullmatch(name) and context.entities.by_id[owner].kind in NO_WORKS:
        return "work"
    return "unit" if figure.quantity.measure is Measure.BARE and not unit_of(figure, name) else ""


def _paid_by_nobody(context: Context, figure: Figure, owner: str, name: str) -> bool:
    """Money that is no number of the owner's own: ，投资2亿元，落户某镇; 某某资本出资3000万元入股; 夫妻俩凑了8万元"""
    left, kind = figure.left.strip(), context.entities.by_id[owner].kind
    if SHARES.match(figure.right) or RAISED.search(left):
        return kind in NO_WORKS or not context.links(_left(figure))
    if figure.role is Role.OWNED and kind is Kind.ENTERPRISE:  # 甲公司投资8600万元的|乙热源厂
        return PAYS.search(left) is not None
    return name == left == "投资" and kind in (*NO_WORKS, Kind.ENTERPRISE)


def _told(context: Context, subjects: Subjects, figure: Figure, said: Said) -> Iterator[tuple[str, str]]:
    """Subjects and names of a figure: one pair, or one for each owner (甲、乙各发债12亿元) or head (甲、乙各4个)."""
    owners = each_of(context, figure)
    if owners:
        verb = re.sub(r"^.*(?:各|分别|均)", "", figure.left)
        yield from ((owner, core(verb)) for owner in owners)
        return
    subject = subjects.of(figure)
    if said.subject and subject.entity != said.subject:
        said = Said(group=said.group)
    end = max([subject.end, *(p.span.end for p in context.links(_left(figure)) if p.kind is Kind.PERSON)])
    before = figure.left if end < figure.start else figure.left[end - figure.start :]
    names = names_of(figure, before.removeprefix("的"), said)
    if not names and subject.end > figure.start:
        names = (core(figure.left),)  # 化工园区2000亿级: the subject alone names it
    if not names and (topic := _topic(context, figure)):
        names = (topic,)
    yield from ((subject.entity, name) for name in names or ("",))


def _left(figure: Figure) -> Span:
    return Span(figure.start, figure.quantity.span.start)


def _topic(context: Context, figure: Figure) -> str:
    """The noun that the clause before ends in: 像这样的德企，区内已有58家."""
    start = figure.sentence.span.start
    text = context.reading.plain[start : figure.clause.span.start].rstrip("，：")
    noun = re.search(r"的([^，的]{2,8})$", text)
    return noun.group(1) if noun and figure.quantity.measure is Measure.COUNT else ""


def _unplaced(context: Context, figure: Figure, lacks: str) -> Unplaced:
    return Unplaced(
        f"number-without-{lacks}",
        figure.quantity.text,
        f"no {lacks} could be read for the number in “{figure.clause.text.strip()}”",
        context.evidence(figure.quantity.span),
    )
