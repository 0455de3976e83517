"""How far each project has come, or is hoped to come: negotiating, signed … operating.

Each list of a clause has its own stage: 推进甲、乙等30个项目建设，力争丙、丁等23个新建项目上半年全面开工，
戊、己等12个项目竣工投产. A clause without a project goes on about the one before: 该项目…，预计年底竣工.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.facts.context import Context, per_page
from kg.facts.modality import Modality, Scene, scenes
from kg.facts.periods import is_past
from kg.facts.stage_rules import Told
from kg.facts.storyline import Storyline
from kg.model import Kind, Span, Stage, Unplaced

WORKS = frozenset({Kind.PROJECT, Kind.PARK, Kind.INSTITUTION})
SIGNED = ("签下", "签署", "签订")
LASTING = frozenset({"negotiating", "planned", "under-construction"})
"""Stages that hold while they are spoken of; the others are reached at a moment, and may be hoped for."""


@per_page
def tellings(context: Context) -> Iterator[tuple[Scene, list[Told]]]:
    """Each sentence of a page with the stages it tells."""
    storyline = Storyline(context)
    for scene in scenes(context):
        yield scene, list(storyline.told(scene))


def stages(context: Context) -> Iterator[Stage | Unplaced]:
    """The stages of a page in order, each once; what is told of a firm's unnamed project cannot be placed."""
    seen: set[tuple[str, str, str, bool]] = set()
    for scene, found in tellings(context):
        for told in found:
            hoped = _hoped(context, told, scene)
            observed = context.published if hoped else _when(told, scene, context.published)
            hoped = hoped and told.stage not in LASTING  # 确保9月封顶: it is being built
            for entity in told.entities:
                if (key := (entity, told.stage, observed, hoped)) not in seen:
                    seen.add(key)
                    yield _fact(context, told, entity, observed, hoped=hoped)


def _fact(context: Context, told: Told, entity: str, observed: str, *, hoped: bool) -> Stage | Unplaced:
    evidence = context.evidence(told.at)
    if context.entities.by_id[entity].kind not in WORKS:
        return Unplaced(
            "stage-of-a-firm", context.name(entity), "its project has no name of its own", evidence
        )
    return Stage(
        project=entity,
        stage=told.stage,
        observed=observed,
        planned=hoped,
        evidence=evidence,
        confidence=told.confidence,
        rule=told.rule,
    )


def _signs_since(context: Context, told: Told, scene: Scene) -> int:
    """甲公司拟投建…，|乙集团签下某某城: what the one hopes for is not what the other has signed; 0 elsewhere."""
    text = context.reading.plain
    clause = 1 + text.rfind("，", scene.sentence.span.start, told.at.start)
    if not clause or not text.startswith(SIGNED, told.at.start):
        return 0
    firms = [link for link in context.links(Span(clause, told.at.start)) if link.kind is Kind.ENTERPRISE]
    return clause if any(link.span.end == told.at.start for link in firms) else 0


def _hoped(context: Context, told: Told, scene: Scene) -> bool:
    """Whether what is told is only hoped for, by the last word before that says."""
    if told.rule == "stage-announced":
        return False
    start = _signs_since(context, told, scene) or scene.sentence.span.start
    said = [cue for cue in scene.cues if start <= cue.span.start < told.at.end]
    if not said:
        return told.wished
    if said[-1].dated and said[-1].says is Modality.ACTUAL:  # 确保3月底前开工 was a hope, also in June
        return any(cue.says is Modality.TARGET and not cue.dated for cue in said)
    return said[-1].says is Modality.TARGET


def _when(told: Told, scene: Scene, published: str) -> str:
    """The past date that the words of the stage hold (自2021年落户…), else that of the page."""
    past = [w.iso for w in scene.dates if told.at.covers(w.span) and is_past(w.iso, published)]
    return past[-1] if past else published
