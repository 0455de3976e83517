"""Which project a number belongs to: the one it stands at, each of a list, or the one the sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.facts.clauses import Figure, Role
from kg.facts.context import Context
from kg.facts.lexicon import alternatives, leading
from kg.facts.modality import Scene
from kg.facts.units import Measure
from kg.model import ORGANISATIONS, SITES, Kind, Link, Span

LIST = "facts_amounts"
BUILT = frozenset({Kind.PROJECT, Kind.PARK, Kind.INSTITUTION})
"""What is built: a project, and a park, centre or school while it is one."""
BUILDING = re.compile(
    r"建设|兴建|合建|合资|动工|开工|在建|封顶|主体|投用|启用|竣工|施工|安装|总建筑面积|开园|破土|投运"
)
OPENING = 4
"""Characters: a name that begins so near the beginning of a sentence is what it speaks of."""
LONGEST_NAME = 60
"""Characters; names of projects are long."""
_GLUE = re.compile(r"^(?:项目|工程)?(?:（[^）]*）)?\s*(?:、|和|及|与|以及|，)\s*(?:[^、，。]{0,12}的)?$")
_LIST_END = re.compile(r"^(?:项目|工程)?(?:（[^）]*）)?(?:等|这\S{1,3}个|两个)?\S{0,6}$")


ONE_OF_MANY = re.compile(r"(?:项目|工程)?等[^，。]{0,6}?[\d一二三四五六七八九十]+个")
"""After the last of a list; the next sentence's 项目 are all of them together."""


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
            return self._before_bracket(figure)
        if next_name := self._at(figure.quantity.span.end):
            return (next_name.entity,) if next_name.kind in BUILT else ()
        if figure.role is Role.OWNED and figure.right.startswith("的"):
            return self._after(figure)
        if figure.role is Role.QUALIFYING:
            return self._listed_before(figure, figures)
        return self._each(figure, figures) or self._stated(figure, figures)

    def _stated(self, figure: Figure, figures: Sequence[Figure]) -> tuple[str, ...]:
        if self._is_sum(figure, figures):
            return ()
        clause, position = figure.clause.span, figure.quantity.span.start
        counted = any(f.quantity.measure is Measure.COUNT and f.start < position for f in figures)
        return (
            self.built(figure) or self.topic(clause, position, sites=not counted) or self._opened_next(figure)
        )

    def topic(self, clause: Span, position: int, *, sites: bool = True) -> tuple[str, ...]:
        """The project that the words before a position speak of; a park or centre that is built is one, too."""
        since = max(self.opened, self._turn(position))
        if said := self._projects(Span(since, position)):
            listed = LISTED.match(self.context.reading.plain, said[-1].span.end)
            return () if listed and len(said) > 1 else (said[-1].entity,)
        if sites and (site := self._site(clause, since, position)):
            return (site,)
        text = self.context.reading.plain
        heads = (text[since:position].lstrip("；："), text[clause.start : position])
        if not any(leading(LIST, "pronouns").match(head.strip()) for head in heads):
            return ()
        before = [*self.seen, *self.context.links(Span(self.opened, since))]
        projects = [link for link in before if link.kind is Kind.PROJECT]
        if projects and ONE_OF_MANY.match(text, projects[-1].span.end):
            return ()
        return (self._of_the_body(projects, before) or projects[-1].entity,) if projects else ()

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
        said = seen and leading(LIST, "pronouns").match(sentence.strip())
        return seen[-1].entity if said and all(link.kind is not Kind.PROJECT for link in seen) else ""

    def _turn(self, position: int) -> int:
        """Where another body begins to speak after a ；: what was said of projects before it does not hold."""
        text = self.context.reading.plain[self.opened : position]
        cut = self.opened + text.rfind("；") + 1
        others = [
            link for link in self.context.links(Span(cut, position)) if link.kind in ORGANISATIONS | SITES
        ]
        return cut if others else self.opened

    def _of_the_body(self, projects: list[Link], before: list[Link]) -> str:
        """新项目 of a company spoken of since the last project: that project whose name has the company's."""
        bodies = [link for link in before if link.kind is Kind.ENTERPRISE and link.span > projects[-1].span]
        if not bodies:
            return ""
        text = self.context.reading.plain
        name = text[bodies[-1].span.start : bodies[-1].span.end]
        return next(
            (p.entity for p in reversed(projects) if name in self.context.entities.by_id[p.entity].label), ""
        )

    def _each(self, figure: Figure, figures: Sequence[Figure]) -> tuple[str, ...]:
        """甲、乙分别投资3亿元、5亿元: the first has the first."""
        row = [
            f for f in figures if f.clause == figure.clause and f.quantity.measure is figure.quantity.measure
        ]
        each = re.search(r"(?:分别|依次)", figure.clause.text)
        if each is None:
            return ()
        position = figure.clause.span.start + each.start()
        projects = self.listed(position, figure.clause.span.start)
        if len(projects) != len(row) or figure.quantity.span.start < position:
            return ()
        return (projects[row.index(figure)],)

    def built(self, figure: Figure) -> tuple[str, ...]:
        """投资3000万元建设加工中心: the project that the money builds."""
        end = figure.quantity.span.end
        for link in self._projects(Span(end, end + LONGEST_NAME))[:1]:
            if re.fullmatch(
                r"(?:用于|[^，]{0,12}在[^，]{1,16}?|，)?(?:建设|兴建|新建|打造|改造|实施|布局|上马|投建|启动|建)[^，、]{0,4}",
                self.context.reading.plain[end : link.span.start],
            ):
                return (link.entity,)
        return ()

    def _opened_next(self, figure: Figure) -> tuple[str, ...]:
        """拿下104亩土地，启动三期: land taken for the project named next in the sentence."""
        if figure.quantity.measure is not Measure.AREA or not figure.right.startswith("土地"):
            return ()
        after = Span(figure.quantity.span.end, figure.sentence.span.end)
        following = [link for link in self.context.links(after) if link.kind in BUILT]
        return (following[0].entity,) if following else ()

    def listed(self, position: int, start: int) -> tuple[str, ...]:
        """The projects of the list that ends before a position: 甲、乙上半年投用."""
        found: list[Link] = []
        end = position
        for link in reversed(self._projects(Span(start, position))):
            between = self.context.reading.plain[link.span.end : end]
            if not (_GLUE.match(between) if found else _LIST_END.match(between)):
                break
            found.append(link)
            end = link.span.start
        return tuple(link.entity for link in reversed(found))

    def all_of(self, position: int) -> tuple[str, ...]:
        """Every project the chain of sentences names before a position."""
        return tuple(dict.fromkeys(link.entity for link in self._projects(Span(self.opened, position))))

    def _projects(self, span: Span) -> list[Link]:
        return [link for link in self.context.links(span) if link.kind is Kind.PROJECT]

    def _at(self, position: int) -> Link | None:
        """投资8亿元南港培育基地: what owns the money is named at once."""
        links = self.context.links(Span(position, position + LONGEST_NAME))
        return links[0] if links and links[0].span.start == position else None

    def _before_bracket(self, figure: Figure) -> tuple[str, ...]:
        opening = figure.clause.span.start - 1
        text = self.context.reading.plain
        for link in self._projects(Span(max(0, opening - 60), opening)):
            if re.fullmatch(r"(?:项目|工程|建设)?", text[link.span.end : opening]):
                return (link.entity,)
        return ()

    def _after(self, figure: Figure) -> tuple[str, ...]:
        end = figure.quantity.span.end
        near = Span(end, figure.clause.span.end)
        money = figure.quantity.measure is Measure.MONEY
        for link in [
            k for k in self.context.links(near) if k.kind is Kind.PROJECT or (money and k.kind in BUILT)
        ]:
            between = self._without_owner(Span(end, link.span.start))
            return (link.entity,) if len(between) <= 8 and not re.search(r"[、等]", between) else ()
        return ()

    def _without_owner(self, span: Span) -> str:
        """Words before a project's name, without the firm that builds it: 投资12亿元的|远山重工|吊装基地."""
        text = self.context.reading.plain[span.start : span.end]
        for link in self.context.links(span):
            if link.kind is Kind.ENTERPRISE:
                text = text.replace(self.context.reading.plain[link.span.start : link.span.end], "")
        return text

    def _listed_before(self, figure: Figure, figures: Sequence[Figure]) -> tuple[str, ...]:
        later = [f for f in figures if f.clause == figure.clause and f.start > figure.start]
        if any(f.quantity.measure is Measure.COUNT for f in later):
            return ()
        return self.listed(figure.quantity.span.start, figure.clause.span.start)

    def _is_sum(self, figure: Figure, figures: Sequence[Figure]) -> bool:
        """总投资462亿元 after 项目86个 is the sum of all; so is 合计409.3亿元."""
        if re.search(rf"(?:{alternatives(LIST, 'of many')})(?:投资)?(?:达|约|为)?$", figure.left):
            return True
        start = figure.quantity.span.start
        counts = [
            f
            for f in figures
            if f.quantity.span.start < start and f.quantity.measure is Measure.COUNT and _of_projects(f)
        ]
        if not counts:
            return False
        since = self._projects(Span(counts[-1].quantity.span.end, start))
        return not since


def in_a_name(context: Context, figure: Figure) -> bool:
    """年产3万吨 in the name of a project of that output."""
    core = figure.quantity.core
    near = context.links(Span(max(0, core.start - LONGEST_NAME), core.end + LONGEST_NAME))
    return any(link.span.touches(core) for link in near)


def _of_projects(figure: Figure) -> bool:
    around = figure.left[-8:] + figure.right[:16]
    return bool(re.search(r"项目|工程|产业|载体|事项|签约|开工", around))
