"""Whom a number is said of: the body, place or project that its clause, or the one before, speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.facts.clauses import Figure, clauses
from kg.facts.context import Context
from kg.facts.home import Home
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
        return Subject(self.carried or self.home.of_article(self.scene.sentence))

    def _owner(self, figure: Figure) -> str:
        end = figure.quantity.span.end
        for link in self.context.links(Span(end, figure.clause.span.end)):
            if link.kind in GOVERNING and link.span.start - end <= REACH and figure.right.startswith("的"):
                return link.entity
        return ""

    def _own(self, clause: Span, position: int) -> Subject | None:
        """The subject that a clause names itself, before a position.

        A link governs where it opens the clause (园区一季度…, 去年云川…, 推动远山重工…成为), and does not where it is
        one of a list or a part of a longer name (云川市级项目).
        """
        text = self.context.reading.plain
        for link in self.context.links(Span(clause.start, position)):
            lead, following = text[clause.start : link.span.start], text[link.span.end : position]
            if link.kind not in GOVERNING or achieving(text[link.span.start : link.span.end]):
                continue
            if following.startswith(("、", "等", "级", "和", "与")) or lead.endswith(
                ("、", "等", "和", "与")
            ):
                break
            if _opens(lead):
                return self._owned_part(link, position)
        said = text[clause.start : position]
        if match := WHOLE_CITY.match(said):
            return Subject(self.home.place, clause.start + match.end())
        for pattern, kinds in PRONOUNS:
            if match := pattern.match(said.lstrip()):
                meant = [link for link in self.seen if link.kind in kinds]
                if meant:
                    return Subject(meant[-1].entity, clause.start + match.end())
        return self._apposed(clause, position)

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
            if (
                link.kind in GOVERNING
                and re.fullmatch(r"(?:项目|工程)?", rest)
                and text[link.span.start - 1] == "的"
            ):
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
    return lead.endswith("的") or not core(re.sub(r"(?:推动|支持|助力|使|让|由|在|位于|依托)$", "", lead))


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
