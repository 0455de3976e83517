"""How far each project has come, or is hoped to come: negotiating, signed … operating.

Each list of a clause has its own stage: 推进甲、乙等30个项目建设，力争丙、丁等23个新建项目上半年全面开工，
戊、己等12个项目竣工投产. A clause without a project goes on about the one before: 该项目…，预计年底竣工.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.facts.context import Context
from kg.facts.dates import dates
from kg.facts.groups import Group, groups, pieces
from kg.facts.lexicon import alternatives, leading
from kg.facts.modality import Modality, Mood, Scene, scenes
from kg.facts.periods import is_past
from kg.facts.relating import CALLED
from kg.facts.stage_verbs import LIST, closing, verbs
from kg.model import Kind, Span, Stage, Unplaced

WORKS = frozenset({Kind.PROJECT, Kind.PARK, Kind.INSTITUTION})
LASTING = frozenset({"negotiating", "planned", "under-construction"})
"""Stages that hold while they are spoken of; the others are reached at a moment, and may be hoped for."""
FILLER = (
    r"(?:[^，、。；：]{2,18}、){0,3}(?:了|“|《|[^，、；。]{0,8}?[\d.]+[余多]?[万亿]*(?:美|欧|港)?元(?:以上)?的|"
    r"[^，、；。]{0,8}首[家个座批]|一批|面积[\d.]+\S{2,4}的)?"
)
BUILT = frozenset({"started", "under-construction", "completed", "operating"})
"""What can be said of a park or an institution, too, as of something that is built."""
OF_OTHERS = re.compile(
    r"[\d一二三四五六七八九十百余多]+[个家只项批]|.项目|企业|公司|[没未]|^项目(?:招引|引建|申报)"
)
COUNTED = re.compile(
    r"(?P<verb>签约|签下|开工|竣工|投产|落户|完工|通车)(?:了|的)?(?:[^，。；、的]{0,6}项目)?(?:共|共有|有|共计)?[\d一二三四五六七八九十百]+[余多]?个"
)
SIGNED = re.compile(r"签下|签约|签署|签订")
WHERE = re.compile(r"(?:在|于|落户|入驻|落地|走进|来到|前往)$")
INTANGIBLE = re.compile(rf"(?:{alternatives(LIST, 'intangible')})[”’]?$")
ENUMERATES = re.compile(r"：|其中|包括|分别是")
PHASE = re.compile(r"[一二三四]期")
EVENT = re.compile(r"集中|现场|会上|[此本]次|当[天日]|仪式|一次")
TURNS = re.compile(r"此前|去年|今年|下一步|接下来|明年|同时|另外|此外|目前|截至|近年")
BUILDS = re.compile(r"(?:(?<!共)建|新建|建设|投建|兴建|投资)$")
NEAR = 12
"""Characters between a list and its verb beyond which the two are less sure to belong together."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two marks with its lists; `scene` is its sentence with what it inherits."""

    context: Context
    scene: Scene
    span: Span
    groups: tuple[Group, ...]

    def before(self, i: int) -> str:
        """What stands between the list before and list i."""
        start = self.groups[i - 1].span.end if i else self.span.start
        return self.context.reading.plain[start : self.groups[i].span.start]

    def after(self, i: int) -> str:
        """What stands between list i and the next one; a verb that governs the next one is left to it."""
        last = i + 1 == len(self.groups)
        end = self.span.end if last else self.groups[i + 1].span.start
        text = self.context.reading.plain[self.groups[i].span.end : end]
        governing = [] if last else list(closing("before", text, FILLER))
        return text[: min(verb.span.start for verb in governing)] if governing else text


@dataclass(frozen=True, slots=True)
class Told:
    """A stage said of entities by words at a clean span; `wished` where the clause itself urges (加快…投产)."""

    entities: tuple[str, ...]
    stage: str
    at: Span
    rule: str
    confidence: float
    wished: bool = False


Rule = Callable[[Clause, int], Iterator[Told]]


def governed(clause: Clause, i: int) -> Iterator[Told]:
    """投用|某某小学、某某幼儿园; 开工建设|某某互通"""
    group, text = clause.groups[i], clause.before(i)
    start = group.span.start - len(text)
    wished = clause.scene.mood is Mood.PLAN or _urged(text)
    for verb in closing("before", text, FILLER):
        if _is_prepared(clause, i) or not _can_be_said(group, verb.stage):
            continue
        at = Span(start + verb.span.start, group.span.end)
        yield Told(group.entities, verb.stage, at, "stage-before-list", 0.9, wished)


def followed(clause: Clause, i: int) -> Iterator[Told]:
    """某某一期、某某铁路等项目|先后通车; 某某医院|主体结构封顶; 争取某某项目|落地 is still courting"""
    group, text, before = clause.groups[i], clause.after(i), clause.before(i)
    courted = re.search(rf"(?:{alternatives(LIST, 'courting')}){FILLER}$", before)
    first = -1
    if PHASE.match(text):
        return  # 某某基地|一期已投产: said of a phase without a name of its own
    for verb in verbs("after", text, before):
        between = text[: verb.span.start]
        stage = "negotiating" if courted and verb.stage in ("signed", "registered") else verb.stage
        if first >= 0 and re.search(r"、(?![早快再]?$)", text[first : verb.span.start]):
            return  # 一期开仓、|二期加快建设; but 早竣工、|早投产
        if not group.of_projects() and not (_adverbial(between) and _can_be_said(group, stage)):
            return
        first = verb.span.end
        at = Span(group.span.start, group.span.end + verb.span.end)
        confidence = 0.9 if len(between) <= NEAR else 0.8
        wished = _urged(before) or _urged(between)
        yield Told(group.entities, stage, at, "stage-after-list", confidence, wished)


def pushed(clause: Clause, i: int) -> Iterator[Told]:
    """加快推进|某某铁路、某某高速等项目|建设; 推进|某某社区|规划"""
    group, text = clause.groups[i], clause.after(i)
    if not re.search(rf"(?:{alternatives(LIST, 'push')}){FILLER}$", clause.before(i)):
        return
    zone = any(link.kind is Kind.PARK for link in group.links) and not group.of_projects()
    for verb in verbs("pushed", text):
        if verb.span.start == 0 and not (zone and verb.stage == "under-construction"):
            at = Span(group.span.start, group.span.end + verb.span.end)
            yield Told(group.entities, verb.stage, at, "stage-pushed", 0.85)


def described(clause: Clause, i: int) -> Iterator[Told]:
    """某某、某某等30个在谈项目"""
    group = clause.groups[i]
    for verb in verbs("tail", group.tail):
        yield Told(group.entities, verb.stage, group.span, "stage-in-tail", 0.85)


def _can_be_said(group: Group, stage: str) -> bool:
    """Only what is built has the stages of a building: a school is opened, a firm's opening is no project's."""
    if group.of_projects():
        return True
    return stage in BUILT and all(link.kind is not Kind.ENTERPRISE for link in group.links)


def _subjects(context: Context, span: Span) -> tuple[Group, ...]:
    """The lists of a clause that a stage can be said of, not where it happens: 某某项目在|某某园区|投产."""
    text = context.reading.plain
    return tuple(
        group
        for group in groups(context, span)
        if not (WHERE.search(text[span.start : group.span.start]) and not group.of_projects())
        and not INTANGIBLE.search(text[group.links[-1].span.start : group.links[-1].span.end])
    )


def _is_prepared(clause: Clause, i: int) -> bool:
    """启动|某某路延伸|前期工作: what is begun is only the preparation."""
    return any(verb.stage == "planned" and verb.span.start <= 2 for verb in verbs("after", clause.after(i)))


def _adverbial(text: str) -> bool:
    for when in reversed(dates(text, "")):
        text = text[: when.span.start] + text[when.span.end :]
    return re.fullmatch(rf"(?:{alternatives(LIST, 'adverbs')})*", text) is not None


def pushed_hard(clause: Clause, i: int) -> Iterator[Told]:
    """加快推进|某某机场改扩建、某某大桥等项目, where nothing else is said of them"""
    group = clause.groups[i]
    urged = re.search(rf"(?:{alternatives(LIST, 'push hard')}){FILLER}$", clause.before(i))
    if urged and re.search("等.*(?:项目|工程)", group.tail) and not clause.after(i).strip():
        yield Told(group.entities, "under-construction", group.span, "stage-pushed-hard", 0.65)


RULES: tuple[Rule, ...] = (governed, followed, pushed, pushed_hard, described)
"""What is looked for at each list of a clause."""


class Storyline:
    """The projects that an article speaks of from clause to clause, and the set that a number announced."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.article = -1
        self.chain = -1
        self.named: tuple[str, ...] = ()
        """The list named last in the article: what 该项目 is."""
        self.project: tuple[str, ...] = ()
        """The projects named last in the article: what 一期 and 新项目 belong to."""
        self.topic: tuple[str, ...] = ()
        """The projects that the sentence speaks of at this point."""
        self.announced: tuple[int, str] | None = None
        """Where a number of projects was said to be signed or started (签约的12个项目), and that stage."""
        self.listing = False
        """Whether that was said of an event, whose projects the next sentences tell: 会上签约项目14个。…"""

    def told(self, scene: Scene) -> Iterator[Told]:
        """What one sentence tells, in order."""
        text = self.context.reading.plain[scene.sentence.span.start : scene.sentence.span.end]
        self._enter(scene, text)
        for span in pieces(self.context, scene.sentence.span):
            clause = Clause(self.context, scene, span, _subjects(self.context, span))
            found = [t for i in range(len(clause.groups)) for rule in RULES for t in rule(clause, i)]
            yield from found
            if {t.stage for t in found} <= {"registered", "planned"}:
                yield from self._announced(clause)
            if not clause.groups:
                yield from self._continued(clause)
            self._remember(clause)

    def _enter(self, scene: Scene, text: str) -> None:
        if scene.sentence.article != self.article:
            self.named, self.project, self.announced = (), (), None
        if scene.chain != self.chain and not (ENUMERATES.match(text) or self._goes_on(scene, text)):
            self.announced = None
        self.topic = self._taken_up(text)
        self.article, self.chain = scene.sentence.article, scene.chain

    def _taken_up(self, text: str) -> tuple[str, ...]:
        """What a sentence goes on about: 该基地 is what was named last if it is called so, 一期 the last project."""
        if called := CALLED.match(text):
            fits = bool(self.named) and self.context.name(self.named[-1]).endswith(called["noun"])
            return self.named if fits else ()
        if text.startswith(("该", "这")):
            return self.named if leading(LIST, "topics").match(text) else ()
        return self.project if leading(LIST, "topics").match(text) else ()

    def _goes_on(self, scene: Scene, text: str) -> bool:
        """Sentence after sentence tells the projects that were counted, until one has none or turns elsewhere."""
        has = any(link.kind is Kind.PROJECT for link in self.context.links(scene.sentence.span))
        return has and self.listing and not TURNS.match(text)

    def _remember(self, clause: Clause) -> None:
        for group in clause.groups:
            own = self._own_project(group)
            self.named = own or group.entities
            if own or group.of_projects():
                self.topic = self.project = self.named
        text = self.context.reading.plain
        for counted in COUNTED.finditer(text, clause.span.start, clause.span.end):
            stage = next((v.stage for v in verbs("after", counted["verb"])), "signed")
            self.announced = (counted.end(), stage)
            self.listing = EVENT.search(text, clause.span.start, counted.end()) is not None
        if not any(group.of_projects() for group in clause.groups) and (
            signed := SIGNED.search(text, clause.span.start, clause.span.end)
        ):
            self.announced = (signed.end(), "signed")

    def _own_project(self, group: Group) -> tuple[str, ...]:
        """After a firm is spoken of, 项目 is its own: the one named last that bears its name."""
        if len(group.links) > 1 or group.links[0].kind is not Kind.ENTERPRISE:
            return ()
        names = self.context.entities.by_id[group.links[0].entity].names
        before = self.context.links(Span(0, group.span.start))
        for link in reversed(before):
            if link.kind is Kind.PROJECT and any(
                n in self.context.entities.by_id[link.entity].label for n in names
            ):
                return (link.entity,)
        return ()

    def _announced(self, clause: Clause) -> Iterator[Told]:
        """签约的12个项目…：甲区与乙公司合作的某某项目; 一次签下15个项目，其中…; 签下…，建某某中心"""
        if self.announced is None:
            return
        since, stage = self.announced
        text = self.context.reading.plain
        for i, group in enumerate(clause.groups):
            later = self.listing and "。" in text[since : group.span.start]
            listed = group.of_projects() and (later or ENUMERATES.search(text, since, group.span.start))
            if listed or BUILDS.search(clause.before(i)):
                yield Told(group.entities, stage, group.span, "stage-announced", 0.8)

    def _continued(self, clause: Clause) -> Iterator[Told]:
        """该项目…，…，眼下桩基施工过半，预计年底竣工"""
        text = self.context.reading.plain[clause.span.start : clause.span.end]
        if not self.topic or OF_OTHERS.search(text) or PHASE.match(text):
            return
        for verb in verbs("after", text):
            yield Told(
                self.topic, verb.stage, clause.span, "stage-continued", 0.75, _urged(text[: verb.span.start])
            )


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
            hoped = _hoped(told, scene)
            observed = context.published if hoped else _when(told, scene, context.published)
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


def _urged(text: str) -> bool:
    return bool(re.search(rf"(?:{alternatives(LIST, 'urging')})\S{{0,8}}$", text))


def _hoped(told: Told, scene: Scene) -> bool:
    """Whether a stage that is reached at a moment is only hoped for, by the last word before that says."""
    if told.stage in LASTING or told.rule == "stage-announced":
        return False
    start = scene.sentence.span.start
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
