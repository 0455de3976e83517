"""What a clause says of its lists of projects: rules, each named for what it sees at a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.facts.context import Context
from kg.facts.dates import dates
from kg.facts.groups import Group, groups
from kg.facts.lexicon import alternatives
from kg.facts.modality import Mood, Scene
from kg.facts.stage_verbs import LIST, closing, verbs
from kg.model import Kind, Span

FILLER = (
    r"(?:[^，、。；：]{2,18}、){0,3}(?:了|“|《|[^，、；。]{0,8}?[\d.]+[余多]?[万亿]*(?:美|欧|港)?元(?:以上)?的|"
    r"[^，、；。]{0,8}首[家个座批]|一批|面积[\d.]+\S{2,4}的)?"
)
BUILT = frozenset({"started", "under-construction", "completed", "operating"})
"""What can be said of a park or an institution, too, as of something that is built."""
WHERE = re.compile(r"(?:在|于|落户|入驻|落地|走进|来到|前往)$")
INTANGIBLE = re.compile(rf"(?:{alternatives(LIST, 'intangible')})[”’]?$")
PHASE = re.compile(r"[一二三四五六首]期")
WOULD = re.compile(r"将|拟|打算|准备|计划")
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
    wished = clause.scene.mood is Mood.PLAN or urged(text)
    for verb in closing("before", text, FILLER):
        if verb.stage == "under-construction" and WOULD.search(text[: verb.span.start]):
            continue  # 后者将投12亿元在某某园|兴建
        if _is_prepared(clause, i) or not _can_be_said(group, verb.stage):
            continue
        if "完成" in text[verb.span.start :] and not group.of_projects():
            continue  # 完成某某区规划
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
        wished = urged(before) or urged(between)
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


def pushed_hard(clause: Clause, i: int) -> Iterator[Told]:
    """加快推进|某某机场改扩建、某某大桥等项目, where nothing else is said of them"""
    group = clause.groups[i]
    urged = re.search(rf"(?:{alternatives(LIST, 'push hard')}){FILLER}$", clause.before(i))
    if urged and re.search("等.*(?:项目|工程)", group.tail) and not clause.after(i).strip():
        yield Told(group.entities, "under-construction", group.span, "stage-pushed-hard", 0.65)


def described(clause: Clause, i: int) -> Iterator[Told]:
    """某某、某某等30个在谈项目"""
    group = clause.groups[i]
    for verb in verbs("tail", group.tail):
        yield Told(group.entities, verb.stage, group.span, "stage-in-tail", 0.85)


RULES: tuple[Rule, ...] = (governed, followed, pushed, pushed_hard, described)
"""What is looked for at each list of a clause."""


def _can_be_said(group: Group, stage: str) -> bool:
    """Only what is built has the stages of a building: a school is opened, a firm's opening is no project's."""
    if group.of_projects():
        return True
    return stage in BUILT and all(link.kind is not Kind.ENTERPRISE for link in group.links)


def lists(context: Context, span: Span) -> tuple[Group, ...]:
    """The lists of a clause that a stage can be said of, not where it happens: 某某项目在|某某园区|投产."""
    text = context.reading.plain
    return tuple(
        group
        for group in groups(context, span)
        if not (WHERE.search(text[span.start : group.span.start]) and not group.of_projects())
        and not INTANGIBLE.search(text[group.links[-1].span.start : group.links[-1].span.end])
    )


def _is_prepared(clause: Clause, i: int) -> bool:
    """启动|某某路延伸|前期工作, 完成|某某大厦|主体施工: what is begun or done is only a part of it."""
    partly = ("planned", "under-construction")
    return any(verb.stage in partly and verb.span.start <= 2 for verb in verbs("after", clause.after(i)))


def _adverbial(text: str) -> bool:
    for when in reversed(dates(text, "")):
        text = text[: when.span.start] + text[when.span.end :]
    return re.fullmatch(rf"(?:{alternatives(LIST, 'adverbs')})*", text) is not None


def urged(text: str) -> bool:
    """Whether a text ends with words that urge or hope: 加快, 力争上半年."""
    return bool(re.search(rf"(?:{alternatives(LIST, 'urging')})\S{{0,8}}$", text))
