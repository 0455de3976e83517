"""A deed: a verb that may tell of an event, with the words before and after it in its stretch of the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.facts.lexicon import anywhere
from kg.facts.reports import Line
from kg.facts.tellings import LIST, ORGANISED, Telling, date_of, hoped, place_of, quoted, stretches, tidy
from kg.model import Kind, Link, Span

LONGEST = 90
"""A label in characters at most."""
LEAD = re.compile(
    r"(?:^.{0,12}讯\s?[（(][^）)]*[）)]|[—\s·●]+|[0-9一二三四五六七八九十]+[、.]|"
    r"(?:会|仪式|活动|现场|论坛|大会|当天|据悉|其中|同时|此外|此前|正是)上?，|标志着|又有|还有|还|已|也|有|调研[^，：]{0,6}是：)+"
)
TIME = re.compile(
    r"(?:于|在|自)?(?:昨[日天]|今[日天]|前天|日前|近日|近期|当[天日]|同日|去年|今年|前年|\d{4}年|\d{1,2}月(?=\d{1,2}日|份|$)|\d{1,2}日)"
    r"(?:\d{1,2}月份?)?(?:\d{1,2}日)?(?:上午|下午|晚上?)?[，,]?"
)
DAY = re.compile(
    r"(?:于|在)?(?:昨[日天]|今[日天]|前天|日前|近日|近期|当[天日]|同日|(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日|\d{4}年\d{1,2}月份?)"
    r"(?:上午|下午|晚上?)?[，,]?"
)
"""Words for a day, which are no part of a label: the event has its date."""
GOES_ON = re.compile(
    r"(?:的|后|以来|时|之前|前|率|制|费|额|部|机制|服务|仪式|活动|典礼|会|式|方|权|书|单|建设|地|手续|审批|许可|(?:、(?:开工|竣工|开业|投产|签约))*(?:项目|企业))"
)
"""What follows a verb that is part of a noun, or only sets the time for something else."""
THIS_ONE = re.compile(r"^(?:这里|该(?:公司|企业|园|镇|村|区|中心|项目)|公司|企业|其|它|后者)?$")
NEAR = 6
"""A sentence that names a person among its first characters speaks of him."""
LOOK_BACK = 40
"""Characters before the verb in which a word of hope governs it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One verb in a stretch; all positions are relative to the line's text."""

    line: Line
    stretch: Span
    verb: re.Match[str]

    @property
    def before(self) -> str:
        return self.line.text[self.stretch.start : self.verb.start()]

    @property
    def after(self) -> str:
        return self.line.text[self.verb.end() : self.stretch.end]

    @property
    def subject(self) -> Span:
        """The words before the verb, without what leads into the sentence, a date at the head, a modifier."""
        start = self.stretch.start
        colon = self.line.text.rfind("：", start, self.verb.start())
        if colon >= 0 and not quoted(self.line.text, colon):
            start = colon + 1
        while match := LEAD.match(self.line.text, start, self.verb.start()) or TIME.match(
            self.line.text, start, self.verb.start()
        ):
            start = match.end()
        modified = [
            self.line.at(x.span.start)
            for x in self.line.links(start, self.verb.start())
            if self.line.text[self.line.at(x.span.start) - 1] == "的"
            and not quoted(self.line.text, self.line.at(x.span.start))
        ]
        return Span(modified[-1] if modified else start, self.verb.start())

    def links(self) -> tuple[Link, ...]:
        """The entities in the subject."""
        return self.line.links(self.subject.start, self.subject.end)

    def antecedent(self) -> Link | None:
        """Whom 这里 or 该公司 means: the body, firm or zone named last in the sentence before."""
        said = TIME.sub("", self.line.text[self.subject.start : self.subject.end])
        if not THIS_ONE.match(said):
            return None
        earlier = self.line.links(0, self.stretch.start)
        if earlier and earlier[0].kind is Kind.PERSON and self.line.at(earlier[0].span.start) <= NEAR:
            return earlier[0]  # 如今的某某，是市工商联副主席，去年还被授予…
        organised = [x for x in earlier if x.kind in ORGANISED] or [
            x for x in earlier if x.kind is Kind.PLACE
        ]
        return organised[-1] if organised else None

    def dated(self) -> bool:
        """Whether the day is told beside the verb, so that it is news: 某路昨日通车."""
        return (
            re.search(r"昨[日天]|今[日天]|同日|\d日|日前|近日", self.line.text[: self.verb.end()]) is not None
        )

    def idle(self) -> bool:
        """Whether the verb is hoped for, counted up, quoted, or said in a plan."""
        text = self.line.text
        return (
            quoted(text, self.verb.start())
            or hoped(text[max(0, self.verb.start() - LOOK_BACK) : self.verb.start()])
            or bool(anywhere(LIST, "statistics").search(self.before))
            or (not self.line.title and self._planned())
        )

    def _planned(self) -> bool:
        """In a section in which somebody says what is to be done, 获评省级… without a subject is a plan."""
        article = self.line.context.article(self.line.sentence)
        told = re.search(r"20\d\d年|去年|昨|日", self.line.text[: self.verb.end()])
        return article.head is not None and not told and len(self.subject) < 2

    def previous(self) -> Span | None:
        """The stretch before this one."""
        return next((p for p in reversed(stretches(self.line.text)) if p.end <= self.stretch.start), None)

    def telling(
        self,
        kind: str,
        rule: str,
        participants: tuple[tuple[str, str], ...] = (),
        *,
        words: Span | None = None,
        confidence: float = 0.85,
    ) -> Telling | None:
        """The telling whose label is `words`, by default from the subject to the end of the stretch, without dates."""
        words = words or Span(self.subject.start, self.stretch.end)
        span = self.line.span(words.start, words.end)
        label = tidy(DAY.sub("", self.line.context.reading.text[span.start : span.end]))
        if len(label) > LONGEST:
            return None
        return Telling(
            span=span,
            core=self.line.span(self.verb.start(), self.verb.end()),
            label=label,
            kind=kind,
            report=self.line.report.index,
            sentence=self.line.sentence.span.start,
            rule=rule,
            word=self.verb.group(),
            date=date_of(self.line, span),
            place=place_of(self.line, span),
            participants=participants,
            title=self.line.title,
            confidence=confidence,
        )


def relabelled(told: Telling | None, label: str) -> Telling | None:
    """The telling with another label."""
    return told and replace(told, label=tidy(label))
