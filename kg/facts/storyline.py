"""The projects that an article speaks of from clause to clause, so that 该项目 and 其中 find theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.facts.context import Context
from kg.facts.groups import Group, pieces
from kg.facts.lexicon import leading
from kg.facts.modality import Scene, bulleted
from kg.facts.relating import CALLED
from kg.facts.stage_rules import PHASE, RULES, Clause, Told, lists, urged
from kg.facts.stage_verbs import LIST, verbs
from kg.facts.taken_up import called_so, said_of_it, without_lead
from kg.model import Kind, Span

OF_OTHERS = re.compile(
    r"[\d一二三四五六七八九十百余多]+[个家只项批]|签约\d+[余多]?户|.项目|企业|公司|[没未]|^项目(?:招引|引建|申报)"
)
COUNTED = re.compile(
    r"(?P<verb>签约|签下|开工|竣工|投产|落户|完工|通车)(?:了|的)?(?:[^，。；、的]{0,6}项目)?(?:共|共有|有|共计)?[\d一二三四五六七八九十百]+[余多]?个"
)
GATHERED = re.compile(r"(?P<verb>集中(?:开工|签约|竣工|投产))[^，。；]{0,8}(?:活动|仪式|举行)")
THEIRS = re.compile(r"(?:其中|(?:这批|这些|上述|本次|此次)?(?:开工|签约|竣工|投产)?的?项目)[^，。；]{0,6}：")
"""How a list opens that tells the projects of the gathering before: 其中有：●某某项目，…；●某某改线，…"""
OWN_SUBJECT = re.compile(
    r"^(?!该|其)[^的]{2,}(?:工厂|基地|中心|大厦|学校|小学|医院|大桥|公路|铁路|产业园|生产线|小区|公园|工程|桥|隧道|站|路(?![基面]))"
)
SIGNED = re.compile(r"签下|签约|签署|签订|达成(?:合作|协议)|(?:根据|按照)[^，。]{0,8}(?:协议|合同|约定)$")
ENUMERATES = re.compile(r"：|其中|包括|分别是")
EVENT = re.compile(r"集中|现场|会上|[此本]次|当[天日]|仪式|一次")
TURNS = re.compile(r"此前|去年|今年|下一步|接下来|明年|同时|另外|此外|目前|截至|近年")
BUILDS = re.compile(r"(?:(?<!共)建|新建|建设|投建|兴建|投资|布局|引进)$")


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
        self.gathered = ""
        """The stage that the gathering of the article has brought its projects to: 某市重大项目集中开工活动举行."""
        self.listing = False
        """Whether that was said of an event, whose projects the next sentences tell: 会上签约项目14个。…"""

    def told(self, scene: Scene) -> Iterator[Told]:
        """What one sentence tells, in order."""
        text = self.context.reading.plain[scene.sentence.span.start : scene.sentence.span.end]
        self._enter(scene, text)
        for span in pieces(self.context, scene.sentence.span):
            clause = Clause(self.context, scene, span, lists(self.context, span))
            found = [t for i in range(len(clause.groups)) for rule in RULES for t in rule(clause, i)]
            yield from found
            if {t.stage for t in found} <= {"registered", "planned"}:
                yield from self._announced(clause)
            if not clause.groups:
                yield from self._continued(clause)
            self._remember(clause)

    def _enter(self, scene: Scene, text: str) -> None:
        if scene.sentence.article != self.article:
            self.named, self.project, self.announced, self.gathered = (), (), None, ""
        if scene.chain != self.chain and not (ENUMERATES.match(text) or self._goes_on(scene, text)):
            self.announced = None
        if self.announced is None and self.gathered and THEIRS.match(text):
            self.announced = (scene.sentence.span.start, self.gathered)
        self.topic = self._taken_up(text)
        self.article, self.chain = scene.sentence.article, scene.chain

    def _taken_up(self, text: str) -> tuple[str, ...]:
        """What a sentence goes on about: 该基地 is what was named last if it is called so, 一期 the last project."""
        if said_of_it(text):
            return self.project
        text = without_lead(text)
        if called := CALLED.match(text):
            fits = bool(self.named) and self.context.name(self.named[-1]).endswith(called["noun"])
            return self.named if fits else ()
        if text.startswith(("该", "这")):
            return self.named if leading(LIST, "topics").match(text) else ()
        if leading(LIST, "topics").match(text):
            return self.project
        so_called = len(self.project) == 1 and called_so(text, self.context.name(self.project[0]))
        return self.project if so_called else ()

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
        if gathered := GATHERED.search(text, clause.span.start, clause.span.end):
            self.gathered = next((v.stage for v in verbs("after", gathered["verb"])), "")
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
            listed = listed or (_heads_an_item(clause, group) and "：" in text[since : group.span.start])
            before = clause.before(i)
            if listed or BUILDS.search(before) or (before.endswith("共建") and _is_built(group)):
                yield Told(group.entities, stage, group.span, "stage-announced", 0.8)

    def _continued(self, clause: Clause) -> Iterator[Told]:
        """该项目…，…，眼下桩基施工过半，预计年底竣工"""
        text = self.context.reading.plain[clause.span.start : clause.span.end]
        if not self.topic or OF_OTHERS.search(text) or PHASE.match(text):
            return
        for verb in verbs("after", text):
            if OWN_SUBJECT.search(text[: verb.span.start]):
                return
            yield Told(
                self.topic, verb.stage, clause.span, "stage-continued", 0.75, urged(text[: verb.span.start])
            )


def _heads_an_item(clause: Clause, group: Group) -> bool:
    """●某某物流园，由…出资: the park that an item of a list opens with is one of the works listed"""
    opens = group.span.start == clause.scene.sentence.span.start
    return opens and _is_built(group) and bulleted(clause.context, clause.scene.sentence)


def _is_built(group: Group) -> bool:
    """共建某某谷, 共建某某产业园 is a project; 共建实验室 founds an institution."""
    return all(link.kind in (Kind.PROJECT, Kind.PARK) for link in group.links)
