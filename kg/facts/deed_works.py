"""Works told as events: a building opens, ground is broken, a bridge closes; and which of it is only a stage."""

from __future__ import annotations

import re

from kg.facts.deed import GOES_ON, Deed, relabelled
from kg.facts.tellings import ORGANISED, Telling
from kg.model import Kind, Link, Span

OF_MANY = re.compile(r"等\s?\d*[个家只]?$|的$|等\d+(?:余)?[个家只]")
DETAIL = re.compile(r"等\d+(?:余|多)?[个家只][^，]{0,6}(?:当[天日]|同[步时])")
"""百家企业中的 8 家当天开业: a detail of the event told before."""
FOR_THE_WORKS = re.compile(r"为(?:该|本|这)?(?:工程|项目)$")
"""张三、李四为工程奠基: who did it; the event is told where the works are named."""
FOR_IT = re.compile(r"为(?!期)([^，。为]{3,40})$")
TOGETHER = re.compile(r"(?:共建|合建|联办|合办|共同建设|合作建设|联合建设|联合打造)的")
"""Between those who set up what opens and its name."""
FIRM = re.compile(r"(?:公司|集团|厂)$")
ADVERB = 4
"""Characters that may stand between who opens and the verb: 今天正式."""


def opening(deed: Deed) -> Telling | None:
    """某中心揭牌, 某公司鸣锣开业; 为某中心揭牌"""
    if GOES_ON.match(deed.after) or len(deed.after) > 16 or DETAIL.search(deed.before + deed.verb.group()):
        return None
    if match := FOR_IT.search(deed.before):
        return deed.telling(
            "opening", "opening", words=Span(deed.verb.start() - len(match[1]), deed.verb.end())
        )
    links = deed.links()
    if (
        OF_MANY.search(deed.before)
        or not (links or deed.line.title)
        or any(x.kind is Kind.PERSON for x in links)
    ):
        return None
    who = tuple((x.entity, "hosted") for x in links if x.kind is Kind.ENTERPRISE and _opens_itself(deed, x))
    who = (*who, *((x.entity, "hosted") for x in _founders(deed)))
    told = deed.telling("opening", "opening", who, words=Span(deed.subject.start, deed.verb.end()))
    if match := re.search(
        r"^(.{4,}?)[与和]([^与和]+)(?=同[步时]$)", deed.line.text[deed.subject.start : deed.subject.end]
    ):
        return relabelled(told, match[1] + deed.verb.group())
    return told


def _founders(deed: Deed) -> tuple[Link, ...]:
    """某校与某公司共建的|某中心揭牌: those who set it up together"""
    built = TOGETHER.search(deed.before)
    if built is None:
        return ()
    links = deed.line.links(deed.stretch.start, deed.stretch.start + built.start())
    return tuple(x for x in links if x.kind in ORGANISED)


def _opens_itself(deed: Deed, firm: Link) -> bool:
    """Whether a firm opens, or a part of it: 某公司鸣锣开业, 某某有限公司一期厂房投产."""
    name = deed.line.context.reading.plain[firm.span.start : firm.span.end]
    whole = firm.span.end >= deed.line.span(0, deed.verb.start()).end - ADVERB
    return whole or (deed.line.at(firm.span.start) == deed.subject.start and FIRM.search(name) is not None)


def site_opening(deed: Deed) -> Telling | None:
    """某项目在港区投产, as a headline, a caption or the news of the day; elsewhere that is a stage of the project"""
    return opening(deed) if deed.line.title or deed.dated() else None


def groundbreaking(deed: Deed) -> Telling | None:
    """某项目破土动工, 28个项目集中开工、签约; 为某项目奠基"""
    tail = re.match(r"(?:[、和]?(?:开工|开业|签约|竣工|投产))*", deed.line.text[deed.verb.end() :])
    end = deed.verb.end() + (tail.end() if tail else 0)
    if FOR_THE_WORKS.search(deed.before) or GOES_ON.match(deed.line.text[end:]):
        return None
    if DETAIL.search(deed.before + deed.verb.group()):
        return None
    if match := FOR_IT.search(deed.before):
        return deed.telling(
            "groundbreaking", "groundbreaking", words=Span(deed.verb.start() - len(match[1]), deed.verb.end())
        )
    links = deed.links()
    if "宣布" in deed.before or not (links or deed.line.title or re.search(r"项目|工程", deed.before)):
        return None
    return deed.telling("groundbreaking", "groundbreaking", words=Span(deed.subject.start, end))


def plain_groundbreaking(deed: Deed) -> Telling | None:
    """某项目开工: a headline, or news under a headline that tells of 开工; elsewhere a stage of the project"""
    headed = any(re.search(r"开工|动工|开建|破土", s.text) for s in deed.line.report.titles)
    news = headed or deed.dated()
    if not deed.line.title and (deed.after or not news or OF_MANY.search(deed.before)):
        return None
    return groundbreaking(deed)


def milestone(deed: Deed) -> Telling | None:
    """某大桥昨日合龙, as a headline or the news of the day; elsewhere that is a stage of the project"""
    if not deed.line.title and not deed.dated():
        return None
    if GOES_ON.match(deed.after) or OF_MANY.search(deed.before):
        return None
    return deed.telling("other", "milestone", words=Span(deed.subject.start, deed.verb.end()))
