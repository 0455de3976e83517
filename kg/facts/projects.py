"""Which project a number belongs to: the one it stands at, each of a list, or the one the sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.facts.clauses import Figure, Role
from kg.facts.context import Context
from kg.facts.lexicon import alternatives, leading
from kg.facts.modality import Scene
from kg.facts.units import Measure
from kg.model import Kind, Link, Span

LIST = "facts_amounts"
_GLUE = re.compile(r"^(?:项目|工程)?(?:（[^）]*）)?\s*(?:、|和|及|与|以及|，)\s*(?:[^、，。]{0,12}的)?$")
_LIST_END = re.compile(r"^(?:项目|工程)?(?:（[^）]*）)?(?:等|这\S{1,3}个|两个)?\S{0,6}$")


class Topics:
    """The projects of a page as its sentences speak of them, read in order."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.article = -1
        self.chain = -1
        self.last = ""
        """The project spoken of last in the article."""
        self.opened = 0
        """Where the present chain of sentences begins."""

    def enter(self, scene: Scene) -> None:
        """Go on to a sentence; what the one before spoke of last is remembered."""
        if scene.sentence.article != self.article:
            self.last = ""
        elif scene.chain != self.chain and (before := self._projects(Span(self.opened, scene.sentence.span.start))):
            self.last = before[-1].entity
        if scene.chain != self.chain or scene.sentence.article != self.article:
            self.opened = scene.sentence.span.start
        self.article, self.chain = scene.sentence.article, scene.chain

    def owners(self, figure: Figure, figures: Sequence[Figure]) -> tuple[str, ...]:
        """The projects a figure of this sentence is said of, none where it is a sum or of something else."""
        if figure.clause.bracketed:
            return self._before_bracket(figure)
        if figure.role is Role.OWNED:
            return self._after(figure)
        if figure.role is Role.QUALIFYING:
            return self._listed_before(figure, figures)
        if self._is_sum(figure, figures):
            return ()
        return self.topic(figure.clause.span, figure.quantity.span.start)

    def topic(self, clause: Span, position: int) -> tuple[str, ...]:
        """The project that the words before a position speak of."""
        said = self._projects(Span(self.opened, position))
        if said:
            return (said[-1].entity,)
        text = self.context.reading.text[self.opened : clause.end]
        spoken = re.split(r"[，：]", text)
        named = any(leading(LIST, "pronouns").match(part.strip()) for part in (spoken[0], self.context.reading.text[clause.start:clause.end]))
        return (self.last,) if self.last and named else ()

    def listed(self, position: int, start: int) -> tuple[str, ...]:
        """The projects of the list that ends before a position: 甲、乙上半年投用."""
        found: list[Link] = []
        end = position
        for link in reversed(self._projects(Span(start, position))):
            between = self.context.reading.text[link.span.end : end]
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

    def _before_bracket(self, figure: Figure) -> tuple[str, ...]:
        opening = figure.clause.span.start - 1
        text = self.context.reading.text
        for link in self._projects(Span(max(0, opening - 60), opening)):
            if re.fullmatch(r"(?:项目|工程|建设)?", text[link.span.end : opening]):
                return (link.entity,)
        return ()

    def _after(self, figure: Figure) -> tuple[str, ...]:
        end = figure.quantity.span.end
        text = self.context.reading.text
        for link in self._projects(Span(end, figure.clause.span.end)):
            between = text[end : link.span.start]
            return (link.entity,) if len(between) <= 8 and not re.search(r"[、等]", between) else ()
        return ()

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
            f for f in figures if f.quantity.span.start < start and f.quantity.measure is Measure.COUNT and _of_projects(f)
        ]
        if not counts:
            return False
        since = self._projects(Span(counts[-1].quantity.span.end, start))
        return not since


def _of_projects(figure: Figure) -> bool:
    around = figure.left[-8:] + figure.right[:16]
    return bool(re.search(r"项目|工程|产业|载体|企业|事项|签约|开工", around))
