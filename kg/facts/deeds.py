"""Events told by their verb: 某项目奠基, 甲与乙签约, 某馆开馆, 某镇获评某称号."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.facts.actors import bodies
from kg.facts.context import Context
from kg.facts.lexicon import anywhere
from kg.facts.reports import Report
from kg.facts.tellings import LIST, Telling, date_of, hoped, place_of, stretches, tidy
from kg.model import Kind, Sentence, Span

LONGEST = 60
LEAD = re.compile(
    r"^(?:.{0,8}讯\s?[（(][^）)]*[）)]|[—\s·●]+|[0-9一二三四五六七八九十]+[、.]|(?:会|仪式|活动|现场|论坛|大会|当天|据悉|其中|同时|此外|此前|正是)上?，|又有|还有|还|已|也|有)+"
)
FORMER = re.compile(r"(?:的|后|以来|时|之前|前|率|制|费|额|部|机制|服务|仪式|活动|典礼|会|式|方|权|书|单)")



@dataclass(frozen=True, slots=True)
class Deed:
    """One verb in its stretch: what stands before and after it there, and the sentence around."""

    context: Context
    report: Report
    index: int
    sentence: Sentence
    stretch: Span
    verb: re.Match[str]

    @property
    def title(self) -> bool:
        return self.sentence in self.report.titles

    @property
    def before(self) -> str:
        return self.text[self.stretch.start : self.verb.start()]

    @property
    def after(self) -> str:
        return self.text[self.verb.end() : self.stretch.end]

    @property
    def text(self) -> str:
        return self.context.reading.plain[self.sentence.span.start : self.sentence.span.end]

    @property
    def leads(self) -> bool:
        """Whether the sentence opens its report or is a headline: what is told there is the news."""
        return self.title or self.sentence in self.report.body[:1]

    def span(self, start: int, end: int) -> Span:
        return Span(self.sentence.span.start + start, self.sentence.span.start + end)

    @property
    def subject(self) -> Span:
        """The words before the verb, without what leads into the sentence."""
        start = self.stretch.start
        whens = [w.end() for w in re.finditer(_TIME, self.before)]
        if whens:
            start += max(whens)
        while match := LEAD.match(self.text[start : self.verb.start()]):
            start += match.end()
        return Span(start, self.verb.start())

    def telling(self, kind: str, rule: str, participants: tuple[tuple[str, str], ...], *, confidence: float, end: int = -1) -> Telling | None:
        """The telling whose label runs from the subject to the end of the stretch."""
        subject = self.subject
        stop = end if end >= 0 else self.stretch.end
        span = self.span(subject.start, stop)
        label = tidy(self.context.reading.text[span.start : span.end])
        if len(subject) < 2 or len(label) > LONGEST:
            return None
        return Telling(
            span=span,
            label=label,
            kind=kind,
            report=self.index,
            rule=rule,
            date=date_of(self.context, self.sentence, span),
            place=place_of(self.context, span),
            participants=participants,
            title=self.title,
            confidence=confidence,
        )


_TIME = r"(?:昨[日天]|今[日天]|前天|日前|近日|当[天日]|同日|去年|今年|\d{4}年|\d{1,2}月|\d{1,2}日)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:上午|下午|晚)?(?=[^年月日])[，,]?"


def deeds(context: Context, report: Report, index: int) -> Iterator[Telling]:
    """The tellings of a report by verb."""
    for sentence in (*report.titles, *report.body):
        text = context.reading.plain[sentence.span.start : sentence.span.end]
        for part in stretches(text):
            for section, rule in RULES:
                for verb in anywhere(LIST, section).finditer(text, part.start, part.end):
                    deed = Deed(context, report, index, sentence, part, verb)
                    if _idle(deed):
                        continue
                    told = rule(deed)
                    if told is not None:
                        yield told
                        break


def _idle(deed: Deed) -> bool:
    """Whether the verb is hoped for, counted up, quoted, or only qualifies something."""
    said = deed.text[: deed.verb.start()]
    inside = said.count("“") > said.count("”")
    return (
        inside
        or hoped(_same_sentence(deed))
        or bool(anywhere(LIST, "statistics").search(deed.before))
        or (not deed.title and _planning(deed))
    )


def _same_sentence(deed: Deed) -> str:
    return deed.text[max(0, deed.verb.start() - 40) : deed.verb.start()]


def _planning(deed: Deed) -> bool:
    """A section in which somebody says what is to be done speaks of plans where no date or 了 says else."""
    return deed.context.article(deed.sentence).head is not None and not re.search(
        r"20\d\d年|去年|昨|日", deed.text[: deed.verb.end()]
    )


def award(deed: Deed) -> Telling | None:
    """某镇获评国家级…, 某园区位列…10强"""
    if len(deed.after) < 3 or re.match(r"^[的后]", deed.after) or re.search(r"项目(?:主体)?建设$", deed.after):
        return None
    subject = deed.span(deed.subject.start, deed.verb.start())
    if re.search(r"\d+个项目|\d+家企业|代表$|本次|人员$|成员$", deed.before) or re.match(r"^本次|^总决赛", deed.after):
        return None
    honoured = [x for x in deed.context.links(subject) if x.kind is not Kind.PERSON]
    if not honoured and "“" not in deed.before and not deed.title and deed.before[:2] not in ("我市", "我县", "我区", "全市"):
        return None
    who = tuple((x.entity, "attended") for x in honoured[-1:] if x.kind is not Kind.PROJECT)
    return deed.telling("award", "award", who, confidence=0.85)


def opening(deed: Deed) -> Telling | None:
    """某中心揭牌, 某公司鸣锣开业; 为某中心揭牌"""
    if FORMER.match(deed.after) or len(deed.after) > 16:
        return None
    if match := re.search(r"为(?!期)([^，。为]{3,30})$", deed.before):
        verb_end = deed.verb.end()
        span = deed.span(deed.verb.start() - len(match[1]), verb_end)
        return Telling(
            span=span,
            label=tidy(deed.context.reading.text[span.start : span.end]),
            kind="opening",
            report=deed.index,
            rule="opening",
            date=date_of(deed.context, deed.sentence, span),
            confidence=0.85,
        )
    subject = deed.span(deed.subject.start, deed.verb.start())
    inside = deed.context.links(subject)
    if not inside and not deed.title:
        return None
    if re.search(r"的$|等\d*[个家]?$", deed.before):
        return None
    who = tuple((x.entity, "hosted") for x in inside if x.kind is Kind.ENTERPRISE)
    return deed.telling("opening", "opening", who, confidence=0.85, end=deed.verb.end())


def groundbreaking(deed: Deed) -> Telling | None:
    """某项目破土动工, 28个项目集中开工、签约"""
    following = deed.text[deed.verb.end() : deed.verb.end() + 4]
    if FORMER.match(following):
        return None
    if match := re.search(r"为(?!期)([^，。为]{3,40})$", deed.before):
        span = deed.span(deed.verb.start() - len(match[1]), deed.verb.end())
        return Telling(
            span=span,
            label=tidy(deed.context.reading.text[span.start : span.end]),
            kind="groundbreaking",
            report=deed.index,
            rule="groundbreaking",
            date=date_of(deed.context, deed.sentence, span),
            confidence=0.85,
        )
    links = deed.context.links(deed.span(deed.subject.start, deed.verb.start()))
    if not links and not deed.title and not re.search(r"项目|工程", deed.before):
        return None
    end = deed.verb.end()
    if tail := re.match(r"(?:[、和]?(?:开工|开业|签约|竣工|投产))+", deed.text[end:]):
        end += tail.end()
    who = tuple((x.entity, "hosted") for x in links if x.kind is Kind.ENTERPRISE and len(links) == 1)
    return deed.telling("groundbreaking", "groundbreaking", who, confidence=0.85, end=end)


def signing(deed: Deed) -> Telling | None:
    """甲与乙签约, 现场签约项目12个, 两地部门签署备忘录"""
    if re.match(r"^(?:的|率|活动|仪式|会|地|额|方|外资(?!利润)|协议的|合同的)", deed.after) or re.search(r"(?:已|完成\S{0,4}|搬迁|促成|在谈|待|拟|近)$", deed.before):
        return None
    counted = re.search(r"\d+(?:余|多)?个?(?:[一-鿿]{0,6}项目|批次)|项目\d+[个只]", deed.text[deed.stretch.start : deed.stretch.end])
    parties = bodies(deed.context, deed.span(deed.stretch.start, deed.stretch.end), places=True)
    joined = re.search(r"[与和同]", deed.before)
    if len(parties) >= 2 and joined:
        who = tuple(dict.fromkeys((x.entity, "signed") for x in parties if x.span.end <= deed.sentence.span.start + deed.verb.start()))
        return deed.telling("signing", "signing", who, confidence=0.9)
    if deed.verb.group() in ("签署", "签订", "签下") and deed.before:
        before = bodies(deed.context, deed.span(deed.stretch.start, deed.verb.start()), places=True)
        who = tuple((x.entity, "signed") for x in before)
        if who or re.search(r"部门|双方|两地|两市|三方", deed.before):
            return deed.telling("signing", "signing", who, confidence=0.85)
        return None
    if counted and (deed.leads or _on_the_spot(deed)):
        return deed.telling("signing", "signing_of_many", (), confidence=0.85)
    return None


def _on_the_spot(deed: Deed) -> bool:
    return bool(re.search(r"(?:会|仪式|活动|论坛|现场)上?，|现场|集中|当天|昨[天日]", deed.text[: deed.verb.end()]))


def other(deed: Deed) -> Telling | None:
    """千亩稻田开镰, 上级部门复函同意某事"""
    if FORMER.match(deed.after) or not (deed.context.links(deed.span(deed.stretch.start, deed.verb.start())) or deed.title):
        return None
    who = tuple((x.entity, "hosted") for x in bodies(deed.context, deed.span(deed.subject.start, deed.verb.start()))[:1])
    return deed.telling("other", "deed", who, confidence=0.75)


Rule = Callable[[Deed], Telling | None]
RULES: tuple[tuple[str, Rule], ...] = (
    ("award verbs", award),
    ("groundbreaking verbs", groundbreaking),
    ("signing verbs", signing),
    ("opening verbs", opening),
    ("other verbs", other),
)
"""A family of verbs each, and what tells an event of it from other uses of the verb."""
