"""Whom a number is said of: the body, place or project that its clause, or the one before, speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.corpus.words import words
from kg.facts.clauses import Figure, clauses
from kg.facts.context import Context
from kg.facts.home import Home
from kg.facts.lexicon import leading
from kg.facts.modality import Scene
from kg.facts.roles import Role
from kg.facts.units import Measure
from kg.facts.wording import achieving, core
from kg.model import Kind, Link, Span

GOVERNING = frozenset({Kind.PARK, Kind.PLACE, Kind.AGENCY, Kind.ENTERPRISE, Kind.INSTITUTION, Kind.PROJECT})
PRONOUNS = (
    (
        re.compile(r"(?:该|这个|整个|新)?(?:项目|工程)|该(?:中心|基地|线路|道路|桥|路|厂|线)"),
        frozenset({Kind.PROJECT}),
    ),
    (re.compile(r"(?:该|这家)(?:公司|企业|集团)|公司|企业(?=[拿已将在])"), frozenset({Kind.ENTERPRISE})),
    (re.compile(r"该?园区|该园|园内|区内|该区"), frozenset({Kind.PARK})),
    (re.compile(r"该[村镇县市区]|全[村镇]|村里|镇里|县里"), frozenset({Kind.PLACE})),
    (re.compile(r"该(?:校|院|馆|中心|分中心|会)|学校|医院"), frozenset({Kind.INSTITUTION})),
)
WHOLE_CITY = re.compile(r"^(?![^，]{0,8}[占超居比于])[^，]{0,8}?(?:全市|我市|全县|我县|全域)")
NOT_AFTER = re.compile(r"[以对与向为从据同和由跟被]$")
"""Before a name that does not govern: 以高企专班为手段, 由远山重工投资."""
LISTED_AFTER = re.compile(r"[、等级和与]")
LISTED_BEFORE = re.compile(r"[、等和与]$")
SPEAKS = re.compile(
    r"[^，]{0,12}?(?:书记|主任|局长|部长|会长|镇长|乡长|区长|县长|市长|科长|负责人|有关人士|统计|发布|介绍|透露|消息)"
)
"""After an organ whose holder or word is quoted: what is told is of its place."""
HEADS = re.compile(r"基地|中心|分中心|园区|产业园|公司|集团|医院|学校|平台|工厂|电站|合作社|图书馆|学院")
"""Heads of names that stand for the whole name once it was said."""
NAMED_LAST = re.compile(r"(?:”|品牌|平台|项目|工程)*")
INTRODUCES = re.compile(r"(?:的|(?:成立|创办|创立|组建|打造|建起|建成|走进|来到)(?:了)?“?)$")
"""Before a name at the end of a clause that the next ones speak of: 打造了“云上课堂”品牌，已推出四期."""
REACH = 12
"""Characters after a number's 的 within which its owner's name begins."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An entity, and where the words that name it end (clean), -1 where it is carried from before."""

    entity: str
    end: int = -1


class Subjects:
    """The subjects of a page as its sentences speak of them, read in order."""

    def __init__(self, context: Context) -> None:
        self.context, self.home = context, Home(context)
        self.article, self.chain = -1, -1
        self.carried = ""
        self.seen: list[Link] = []
        """The governing links of the article so far."""

    def enter(self, scene: Scene) -> None:
        """Go on to a sentence."""
        if scene.sentence.article != self.article:
            self.seen = []
        if scene.chain != self.chain or scene.sentence.article != self.article:
            self.carried = ""
        self.article, self.chain = scene.sentence.article, scene.chain
        self.scene = scene

    def leave(self) -> None:
        """Remember what the sentence spoke of."""
        span = self.scene.sentence.span
        self.seen.extend(link for link in self.context.links(span) if link.kind in GOVERNING)

    def of(self, figure: Figure) -> Subject:
        """Whom a figure of the present sentence is said of; "" where nobody is known."""
        start = figure.quantity.span.start
        if (
            figure.role is Role.OWNED
            and figure.quantity.measure is not Measure.SHARE
            and (owner := self._owner(figure))
        ):
            return Subject(owner)
        own = self._own(figure.clause.span, start)
        if own is not None:
            return own
        for clause in clauses(self.scene.sentence.text, self.scene.sentence.span.start):
            if clause.span.end <= figure.clause.span.start and (said := self._topic(clause.span)):
                self.carried = said
        if self.carried and self._goes_on_elsewhere(figure):
            return Subject(self.home.of_article(self.scene.sentence))
        return Subject(self.carried or self.home.of_article(self.scene.sentence))

    def _goes_on_elsewhere(self, figure: Figure) -> bool:
        """某某改造工程10月完工，全长2公里；|新建农村公路14公里: the report goes on about what it is a report of"""
        text = self.context.reading.plain
        opens = text[figure.clause.span.start - 1 : figure.clause.span.start] == "；"
        of_work = self.context.entities.by_id[self.carried].kind is Kind.PROJECT
        return (
            opens
            and of_work
            and leading("facts_names", "achieving verbs").match(figure.clause.text) is not None
        )

    def _owner(self, figure: Figure) -> str:
        end = figure.quantity.span.end
        for link in self.context.links(Span(end, figure.clause.span.end)):
            if link.kind in GOVERNING and link.span.start - end <= REACH and figure.right.startswith("的"):
                return link.entity
        return ""

    def _own(self, clause: Span, position: int) -> Subject | None:
        """The subject that a clause names itself, before a position."""
        if opening := self._opening(clause, position):
            return opening
        said = self.context.reading.plain[clause.start : position]
        if match := WHOLE_CITY.match(said):
            return Subject(self.home.whole(self.scene.sentence), clause.start + match.end())
        if named := self._by_its_head(said):
            return Subject(named)
        for pattern, kinds in PRONOUNS:
            meant = [link for link in self.seen if link.kind in kinds]
            if meant and (match := pattern.match(said.lstrip())):
                return Subject(meant[-1].entity, clause.start + match.end())
        return self._apposed(clause, position)

    def _opening(self, clause: Span, position: int) -> Subject | None:
        """The name that opens a clause (园区一季度…, 去年云川…, 推动远山重工…成为).

        It does not govern as one of a list or as a part of a longer name (云川市级项目), nor after 以 or 由; an organ
        whose holder or word is quoted speaks of its place.
        """
        text = self.context.reading.plain
        for link in self.context.links(Span(clause.start, position)):
            lead, following = text[clause.start : link.span.start], text[link.span.end : position]
            if link.kind not in GOVERNING or self._is_aside(link, clause, lead, following):
                continue
            if LISTED_AFTER.match(following) or LISTED_BEFORE.search(lead):
                return None
            if link.kind is Kind.AGENCY and SPEAKS.match(text[link.span.end : clause.end]):
                zone = self.home.zone_of(link.entity)
                return Subject(zone) if zone else None
            if _opens(lead):
                return self._owned_part(link, position)
        return None

    def _is_aside(self, link: Link, clause: Span, lead: str, following: str) -> bool:
        """新建 that is also a district, 以专班为手段, and a place that only grants what is counted."""
        named = self.context.reading.plain[link.span.start : link.span.end]
        example = re.match(r"(?:（[^）]*）)?为例", self.context.reading.plain[link.span.end : clause.end])
        aside = NOT_AFTER.search(lead) and not example
        return bool(achieving(named) or aside) or self._grades(link, clause, following)

    def _grades(self, link: Link, clause: Span, following: str) -> bool:
        """苏州市智能工厂 in a list of awards: the place grants them and has them not."""
        before = self.context.reading.plain[self.scene.sentence.span.start : clause.start]
        if link.kind is not Kind.PLACE or link.entity == self.home.place or not core(before):
            return False
        tagged = words(following)
        return bool(tagged) and tagged[0].pos[0] in "nba"

    def _by_its_head(self, said: str) -> str:
        """基地已举办… after a named base was spoken of."""
        tagged = words(said.lstrip().removeprefix("该"))
        if not tagged or not HEADS.fullmatch(tagged[0].text):
            return ""
        text = self.context.reading.plain
        heads = (tagged[0].text, f"{tagged[0].text}项目")
        named = [link for link in self.seen if text[link.span.start : link.span.end].endswith(heads)]
        return named[-1].entity if named else ""

    def _apposed(self, clause: Span, position: int) -> Subject | None:
        """磷化工龙头企业远江磷业一季度产值: a name right before the words that are measured."""
        text = self.context.reading.plain
        links = [
            link
            for link in self.context.links(Span(clause.start, position))
            if link.kind in (Kind.ENTERPRISE, Kind.PROJECT, Kind.INSTITUTION)
        ]
        if not links:
            return None
        link = links[-1]
        lead, following = text[clause.start : link.span.start], text[link.span.end : position]
        apposed = re.search(r"(?:企业|公司|集团|项目|工程|单位|院校|代表|之一)$", lead)
        if apposed and len(following) <= 12 and not re.match(r"[的、等和与级]", following):
            return Subject(link.entity, link.span.end)
        return None

    def _topic(self, clause: Span) -> str:
        """Whom the clauses after this one speak of: its last noun (合作的滨河广场项目，总投资…), or its subject."""
        text = self.context.reading.plain
        for link in self.context.links(clause):
            rest = text[link.span.end : clause.end]
            lead = text[clause.start : link.span.start]
            if link.kind in GOVERNING and NAMED_LAST.fullmatch(rest) and INTRODUCES.search(lead):
                return link.entity
        own = self._own(clause, clause.end)
        return own.entity if own else ""

    def _owned_part(self, link: Link, position: int) -> Subject:
        """园区的物流中心 speaks of the centre."""
        text = self.context.reading.plain
        after = text[link.span.end : position]
        for inner in self.context.links(Span(link.span.end, position)):
            if inner.kind in GOVERNING and text[link.span.end : inner.span.start] in ("", "的"):
                return Subject(inner.entity, inner.span.end)
        return Subject(link.entity, link.span.end + (len(after) - len(after.removeprefix("的"))))


def _opens(lead: str) -> bool:
    """Whether only words of time, place and hope stand before a link, or a clause of its own: 正在施工的…."""
    return lead.endswith("的") or not core(re.sub(r"(?:推动|支持|助力|要求|使|让|在|位于|依托|以)$", "", lead))


def each_of(context: Context, figure: Figure) -> tuple[str, ...]:
    """The bodies of which each has the number: 甲公司、乙公司(两家企业)各发债12亿元."""
    each = re.search(r"(?:各|分别|均)[^，、]{0,8}$", figure.left)
    if each is None or figure.quantity.measure is Measure.COUNT:
        return ()
    links = [
        link
        for link in context.links(Span(figure.clause.span.start, figure.start + each.start()))
        if link.kind in GOVERNING
    ]
    text = context.reading.plain
    joined = all(
        re.fullmatch(r"[、和与及]|以及", text[a.span.end : b.span.start]) for a, b in pairwise(links)
    )
    return tuple(link.entity for link in links) if len(links) > 1 and joined else ()
