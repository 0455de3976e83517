"""Numbers said of a body or place: 新增规上文化企业15家, 工业产值183亿元，同比增长8.2%, 开工率达95%.

Any indicator, not a list of known ones. Numbers of projects' investment, land and yield are facts of those
projects (amounts); a sum over many projects is an indicator of the zone that has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.facts.amounts import owned_quantities
from kg.facts.bases import GROWTH, Said
from kg.facts.clauses import Figure, figures
from kg.facts.context import Context
from kg.facts.dates import When
from kg.facts.lexicon import anywhere
from kg.facts.modality import Modality, Scene, modality, scenes
from kg.facts.naming import names_of
from kg.facts.refusals import refusal
from kg.facts.script import printed
from kg.facts.subjects import Subjects, each_of
from kg.facts.units import Measure
from kg.facts.wording import FROM_TO, core, noun_counted
from kg.model import Indicator, Kind, Span, Unplaced

GOES_BACK = re.compile(r"^(?:全部|这些|上述|其中)")
"""How a sentence opens that speaks on of the things counted in the one before: 全部达产后，年产值…."""


NEAR = 150
"""Characters before a number that tell of the same project."""
IN_USE = re.compile(r"(?:正式|已经?|日前)(?:启用|投用|建成|竣工|落成|开业|投产|投入使用|投入运营)")
TO_BE = re.compile(
    r"年产|年处理|日处理|产能|建筑面积|带动|就业|容纳|设计|床位|泊位|生产线|库容|能力|^新?建设?"
)
"""What a project is to hold or to make."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator, where it stands, and whether a headline says it."""

    indicator: Indicator
    span: Span
    sentence: Span
    article: int
    headline: bool


Told = tuple[float, str]
"""Value and unit of a number that a rule refused."""


def indicators(context: Context) -> Iterator[Indicator | Unplaced]:
    """The indicators of a page in order, and the numbers that look like one and cannot be placed."""
    candidates: list[Candidate] = []
    refused: set[Told] = set()
    for found in _candidates(context):
        if isinstance(found, Unplaced):
            yield found
        elif isinstance(found, Candidate):
            candidates.append(found)
        else:
            refused.add(found)
    yield from (c.indicator for c in _once(candidates, refused))


def _candidates(context: Context) -> Iterator[Candidate | Unplaced | Told]:
    of_projects = {owned.figure.quantity.span for owned in owned_quantities(context)}
    subjects = Subjects(context)
    chain, said = -1, Said()
    for scene in scenes(context):
        subjects.enter(scene)
        if scene.chain != chain:
            chain, said = scene.chain, said if GOES_BACK.match(scene.sentence.text) else Said()
        for figure in figures(scene.sentence, context.published):
            if figure.quantity.span in of_projects:
                continue
            refused = refusal(figure, context)
            if refused == "partitive":
                said = replace(said, group=noun_counted(figure.right).rstrip("里中"))
            elif refused:
                yield figure.quantity.value, figure.quantity.unit
            if refused:
                continue
            for owner, name in _told(context, subjects, figure, said):
                if (
                    owner
                    and name
                    and not (figure.quantity.measure is Measure.BARE and not _unit(figure, name))
                ):
                    said = replace(said.after(figure, name), subject=owner)
                    yield _candidate(context, scene, figure, name, owner)
                else:
                    yield _unplaced(
                        context, figure, "unit" if owner and name else "name" if owner else "subject"
                    )
        subjects.leave()


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


def _candidate(context: Context, scene: Scene, figure: Figure, name: str, subject: str) -> Candidate:
    quantity = figure.quantity
    article = context.article(scene.sentence)
    headline = article.headline is not None and article.headline.covers(scene.sentence.span)
    return Candidate(
        Indicator(
            subject=subject,
            name=printed(context.reading, name),
            value=quantity.value,
            unit=printed(context.reading, _unit(figure, name)),
            comparator=quantity.comparator,
            period=_period(scene, figure),
            modality=_modality(context, scene, figure, name, subject),
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
    of_project = context.entities.by_id[subject].kind is Kind.PROJECT
    if said is Modality.TARGET or not of_project or not TO_BE.search(name):
        return said
    text, start = context.reading.plain, figure.quantity.span.start
    reached = (
        any(c.says is Modality.ACTUAL and figure.clause.span.covers(c.span) for c in scene.cues)
        or re.search(
            r"涉及|竣工|建成|落成|投用|启用|投产|开业|运营", text[figure.sentence.span.start : start]
        )
        or IN_USE.search(text[max(0, start - NEAR) : start])
    )
    return said if reached else Modality.TARGET


def _unit(figure: Figure, name: str) -> str:
    """The unit as printed; of a number without one what its name tells: 人次, or yuan for 产值."""
    if figure.quantity.measure is not Measure.BARE:
        return figure.quantity.unit
    if anywhere("facts_names", "money names").search(name):
        return "CNY"
    counted = re.search(r"(人次|人|单|次)", name)
    return counted.group() if counted else ""


def _period(scene: Scene, figure: Figure) -> str:
    """The nearest time before the number, or the one in its clause after it."""
    end = figure.clause.span.end
    before: list[When] = [w for w in scene.dates if w.iso and w.span.start < figure.quantity.span.start]
    after = [w for w in scene.dates if w.iso and figure.quantity.span.start <= w.span.start < end]
    return before[-1].iso if before else after[0].iso if after else ""


def _unplaced(context: Context, figure: Figure, lacks: str) -> Unplaced:
    return Unplaced(
        f"number-without-{lacks}",
        figure.quantity.text,
        f"no {lacks} could be read for the number in “{figure.clause.text.strip()}”",
        context.evidence(figure.quantity.span),
    )


def _once(candidates: list[Candidate], refused: set[Told]) -> list[Candidate]:
    """Each number once: what a headline or a later sentence repeats stands where it was told first in full.

    A headline's number that was refused in the text is refused.
    """
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.headline, c.span)):
        said = candidate.indicator
        if candidate.headline and (said.value, said.unit) in refused:
            continue
        if not any(_repeats(candidate, other) for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.span)


def _repeats(candidate: Candidate, other: Candidate) -> bool:
    a, b = candidate.indicator, other.indicator
    if candidate.sentence == other.sentence:
        return False
    if a.value != b.value or not (a.unit == b.unit or "" in (a.unit, b.unit)):
        return False
    if candidate.headline:
        return True
    alike = _alike(GROWTH.sub("", a.name), GROWTH.sub("", b.name))
    return a.modality == b.modality and alike >= (0.4 if candidate.article == other.article else 0.5)


def _alike(a: str, b: str) -> float:
    """Dice of the names' character pairs."""
    x, y = ({s[i : i + 2] for i in range(len(s) - 1)} or {s} for s in (a, b))
    return 2 * len(x & y) / (len(x) + len(y))
