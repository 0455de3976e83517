"""When projects are or were ready: 预计年底竣工, 明年5月1日前全部通车; of one, of a list, or of all spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.facts.beside import LIST, listed, projects
from kg.facts.context import Context
from kg.facts.dates import When
from kg.facts.lexicon import alternatives
from kg.facts.modality import Modality, Scene, scenes
from kg.facts.storyline import OWN_SUBJECT
from kg.facts.topics import Topics
from kg.model import Completion, Kind, Span

PARTLY = re.compile(r"征|拆|迁|招标|设计|手续|规划|主体|土建|装修|安装|验收|调试|方案|选址|投资|任务")
"""What is completed here is only a part of the work: 征地7月底完成."""


def completions(context: Context) -> Iterator[Completion]:
    """Completion facts of a page, in order; a date that cannot be resolved makes none."""
    topics = Topics(context)
    for scene in scenes(context):
        topics.enter(scene)
        for when, clause in _dates_by_clause(scene):
            ready = _ready(context, when, clause)
            if not ready or not when.iso or when.rule == "lately":
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
    if PARTLY.search(context.reading.plain, clause.start, clause.end) and after.endswith("完成"):
        return False
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
