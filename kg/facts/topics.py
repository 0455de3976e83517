"""Which project a number belongs to: one named beside it, or the one the sentences speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.facts import beside
from kg.facts.beside import BUILT, LIST, projects
from kg.facts.clauses import Figure
from kg.facts.context import Context
from kg.facts.lexicon import leading
from kg.facts.modality import Scene
from kg.facts.roles import Role
from kg.facts.taken_up import called_so, said_of_it, without_lead
from kg.facts.units import Measure
from kg.model import ORGANISATIONS, SITES, Kind, Link, Span

BUILDING = re.compile(
    r"建设|兴建|合建|合资|动工|开工|在建|封顶|主体|投用|启用|竣工|施工|安装|总建筑面积|开园|破土|投运|建成|落成"
)
"""That a sentence tells how something is built."""
ANOTHER = re.compile(
    r"(?!该|其|此|这|全|整个|新?项目|工程|一期|二期|首期)[^，。；：的]{3,24}?(?:项目|工程|基地|大桥|产业园|生产线)(?![部法区])"
)
"""A work that is no entity of the page, at the beginning of a clause: ；某某制氢示范项目9月备案，占地340亩."""
OPENING = 4
"""Characters: a name that begins so near the beginning of a sentence is what it speaks of."""
ONE_OF_MANY = re.compile(r"(?:项目|工程)?等[^，。]{0,6}?[\d一二三四五六七八九十]+个")
"""After the last of a list; the next sentence's 项目 are all of them together."""
WHOLE = re.compile(r"(?:全部|全面|整体)(?:达产|建成|投产)后")
LISTED = re.compile(r"(?:项目|工程)?(?:（[^）]*）)?等")
"""After the last of a list: what the clauses after it tell is of all of them."""


class Topics:
    """The projects of a page as its sentences speak of them, read in order."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.article, self.chain = -1, -1
        self.seen: list[Link] = []
        """The projects and bodies of the article in the sentences before the present chain."""
        self.opened = 0
        """Where the present chain of sentences begins."""

    def enter(self, scene: Scene) -> None:
        """Go on to a sentence; what those before spoke of is remembered."""
        start = scene.sentence.span.start
        if scene.sentence.article != self.article:
            self.seen, self.opened = [], start
        elif scene.chain != self.chain:
            self.seen.extend(self.context.links(Span(self.opened, start)))
            self.opened = start
        self.article, self.chain = scene.sentence.article, scene.chain

    def owners(self, figure: Figure, figures: Sequence[Figure]) -> tuple[str, ...]:
        """The projects a figure of this sentence is said of, none where it is a sum or of something else."""
        if figure.clause.bracketed:
            return beside.before_bracket(self.context, figure)
        if named := beside.at_once(self.context, figure):
            return (named.entity,) if named.kind in BUILT else ()
        if figure.role is Role.OWNED and figure.right.startswith("的"):
            return beside.after(self.context, figure)
        if figure.role is Role.QUALIFYING:
            return beside.listed_before(self.context, figure, figures)
        if owner := beside.after_the_next(self.context, figure, figures):
            return owner
        return beside.each_in_turn(self.context, figure, figures) or self._stated(figure, figures)

    def _stated(self, figure: Figure, figures: Sequence[Figure]) -> tuple[str, ...]:
        if beside.is_sum(self.context, figure, figures):
            return ()
        clause, position = figure.clause.span, figure.quantity.span.start
        counted = any(f.quantity.measure is Measure.COUNT and f.start < position for f in figures)
        return (
            beside.built_by(self.context, figure)
            or self.topic(clause, position, sites=not counted)
            or beside.on_the_land(self.context, figure)
        )

    def topic(self, clause: Span, position: int, *, sites: bool = True) -> tuple[str, ...]:
        """The project that the words before a position speak of; a park or centre that is built is one, too."""
        since = max(self.opened, self._turn(position))
        if said := beside.not_endpoints(self.context, projects(self.context, Span(since, position))):
            many = LISTED.match(self.context.reading.plain, said[-1].span.end)
            return () if many else (said[-1].entity,)
        if sites and (site := self._site(clause, since, position)):
            return (site,)
        return self._meant(clause, since, position)

    def _meant(self, clause: Span, since: int, position: int) -> tuple[str, ...]:
        """What 该项目, 项目 or 其 at the beginning of a sentence or clause means."""
        text = self.context.reading.plain
        heads = (without_lead(text[since:position].lstrip("；：")), text[clause.start : position])
        pronoun = any(leading(LIST, "pronouns").match(head.strip()) for head in heads)
        before = [*self.seen, *self.context.links(Span(self.opened, since))]
        named = beside.not_endpoints(self.context, [x for x in before if x.kind is Kind.PROJECT])
        if not named or not (pronoun or self._goes_on(heads[0], named, text[since : clause.end])):
            return ()
        if ONE_OF_MANY.match(text, named[-1].span.end):
            return ()
        return (self._of_the_body(named, before) or named[-1].entity,)

    def _goes_on(self, head: str, named: list[Link], sentence: str) -> bool:
        """大桥主跨合龙，计划明年通车 after 某某二桥; 局长说，明年8月通车; 全部达产后 where one project alone is told of"""
        if WHOLE.match(head):
            return len({link.entity for link in named}) == 1
        return called_so(head, self.context.name(named[-1].entity)) or said_of_it(sentence)

    def _site(self, clause: Span, since: int, position: int) -> str:
        """A park, centre or school of whose building the sentence tells, or which 该项目 means."""
        text = self.context.reading.plain
        sentence = text[since : clause.end] + text[clause.end :].partition("。")[0]
        if not BUILDING.search(sentence):
            return ""
        here = [link for link in self.context.links(Span(since, position)) if link.kind in BUILT]
        if here and here[0].span.start - since <= OPENING:
            return here[0].entity
        seen = [link for link in self.seen if link.kind in BUILT]
        meant = seen and leading(LIST, "pronouns").match(sentence.strip())
        return seen[-1].entity if meant and all(link.kind is not Kind.PROJECT for link in seen) else ""

    def _turn(self, position: int) -> int:
        """Where another body or work is spoken of after a ；: what was said of projects before it does not hold."""
        text = self.context.reading.plain[self.opened : position]
        cut = self.opened + text.rfind("；") + 1
        bodies = ORGANISATIONS | SITES
        others = any(link.kind in bodies for link in self.context.links(Span(cut, position)))
        another = cut > self.opened and ANOTHER.match(text, cut - self.opened)
        return cut if others or another else self.opened

    def _of_the_body(self, named: list[Link], before: list[Link]) -> str:
        """新项目 of a company spoken of since the last project: that project whose name has the company's."""
        firms = [link for link in before if link.kind is Kind.ENTERPRISE and link.span > named[-1].span]
        if not firms:
            return ""
        firm = self.context.reading.plain[firms[-1].span.start : firms[-1].span.end]
        labels = ((link.entity, self.context.name(link.entity)) for link in reversed(named))
        return next((entity for entity, label in labels if firm in label), "")

    def all_of(self, position: int) -> tuple[str, ...]:
        """Every project the chain of sentences names before a position."""
        named = projects(self.context, Span(self.opened, position))
        return tuple(dict.fromkeys(link.entity for link in named))
