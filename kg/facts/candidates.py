"""A figure with its subject and name, made into an indicator: unit, period, and whether it is hoped for."""

from __future__ import annotations

import re

from kg.facts.beside import BUILT
from kg.facts.clauses import Figure
from kg.facts.context import Context
from kg.facts.lexicon import anywhere
from kg.facts.modality import Modality, Scene, modality
from kg.facts.repeats import Candidate
from kg.facts.script import printed
from kg.facts.times import Times
from kg.facts.units import Measure
from kg.facts.wording import FROM_TO
from kg.model import Indicator, Kind, Span

Told = tuple[str, str]
"""Subject and name of a figure."""
NEAR = 150
"""Characters before a number that tell of the same project."""
IN_USE = re.compile(r"(?:正式|已经?|日前)(?:启用|投用|建成|竣工|落成|开业|投产|投入使用|投入运营)")
UNDER_WAY = re.compile(r"施工|在建|开工|动工|奠基|封顶")
TO_BE = re.compile(
    r"年产|年处理|日处理|产能|建筑面积|带动|就业|容纳|设计|床位|泊位|生产线|库容|能力|^新?建设?"
)
"""What a project is to hold or to make."""


def candidate(context: Context, scene: Scene, figure: Figure, told: Told, times: Times) -> Candidate:
    """The indicator of a figure whose subject and name were told."""
    subject, name = told
    says = _modality(context, scene, figure, name, subject)
    quantity = figure.quantity
    article = context.article(scene.sentence)
    headline = article.headline is not None and article.headline.covers(scene.sentence.span)
    return Candidate(
        Indicator(
            subject=subject,
            name=printed(context.reading, name),
            value=quantity.value,
            unit=printed(context.reading, unit_of(figure, name)),
            comparator=quantity.comparator,
            period=times.of(scene, figure, name, says),
            modality=says.value,
            evidence=context.evidence(
                Span(figure.clause.span.start, max(quantity.span.end, figure.clause.span.end))
            ),
            confidence=0.6 if headline else 0.85,
            rule=f"indicator-{figure.role}",
        ),
        quantity.span,
        scene.sentence.span,
        scene.sentence.article,
        headline or not re.search(r"[。；，！？]", scene.sentence.text),
    )


def _modality(context: Context, scene: Scene, figure: Figure, name: str, subject: str) -> Modality:
    """As the words say; what a project is to hold or to make is hoped for until they say it does."""
    if FROM_TO.match(figure.right):  # 员工由11人增至430人
        return Modality.ACTUAL
    said = modality(figure, name, scene)
    kind = context.entities.by_id[subject].kind
    of_project = kind is Kind.PROJECT or (kind in BUILT and UNDER_WAY.search(figure.sentence.text))
    if said is Modality.TARGET or not of_project or not TO_BE.search(name):
        return said
    text, start = context.reading.plain, figure.quantity.span.start
    reached = (
        any(c.says is Modality.ACTUAL and figure.clause.span.covers(c.span) for c in scene.cues)
        or re.search(
            r"涉及|竣工|建成|落成|投用|启用|投产|开业|运营|通水", text[figure.sentence.span.start : start]
        )
        or IN_USE.search(text[max(0, start - NEAR) : start])
    )
    return said if reached else Modality.TARGET


def unit_of(figure: Figure, name: str) -> str:
    """The unit as printed; of a number without one what its name tells: 人次, or yuan for 产值."""
    if figure.quantity.measure is not Measure.BARE:
        return figure.quantity.unit
    if anywhere("facts_names", "money names").search(name):
        return "CNY"
    counted = re.search(r"(人次|人|单|次)", name)
    return counted.group() if counted else ""
