"""Enterprises by the form of their names: legal endings, banks and funds, trades behind an unknown word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.brands import backers, city_firms, said_of, traded
from kg.entities.endings import Ended, Endings, is_description
from kg.entities.line import Line
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("enterprise_words")
LEGAL = Endings(_WORDS["legal"])
BANK = Endings(_WORDS["bank"])
INSIDE = frozenset(sections("inside_names")["enterprise"])
FULL = ("有限公司", "有限责任公司", "股份公司", "株式会社")
NOT_FIRMS = re.compile(
    r"^(?:[该本母子总分各某原我其两]|上市|保险|物业|房地产|地产|电力|自来水|燃气|外资|内资|国有|民营|贸易|投资|央企|外贸|跨国|家|挂牌)*"
    r"(?:公司|集团|银行|保险|基金|事务所|合作社|分公司|子公司|证券)$|.*(?:控股|全资|参股|所属|旗下)(?:子|分)?公司$|.*(?:工|水|电|新|老|全|办|建|进|出|本|该|名|家|灯塔|处理|标准)厂$|.*\d[亿万]?元|^(?:国有|地方|储备|中央|直属)*(?:粮库|煤矿)$"
)
STATE_FIRM = re.compile("|".join(sections("identity_words")["state_firm"]))
"""In the names of firms that a city owns, whose heads are officials."""
KNOWN_BANKS = frozenset({"国开行", "建行", "工行", "农行", "中行", "交行", "招行", "农发行"})
AFTER_LEGAL = re.compile(r"(?:[\u4e00-\u9fff]{2,6}(?:分公司|支行|分行)|（[^）]{2,12}）)")


def enterprises(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """Candidates of all three forms, full names first."""
    yield from _legal(line, places)
    yield from _banks(line, places)
    yield from _builders(line)
    yield from traded(line, places)
    yield from said_of(line, places)
    yield from backers(line, places)
    yield from city_firms(line, places)


def _legal(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    for found in LEGAL.find(line, places, INSIDE):
        full = found.ending.endswith(FULL)
        start = _registered_place(line, found, places) if full else found.start
        start = _behind_town(line, start, found.ending_start, places)
        name = line.text[start : found.end]
        if start >= found.ending_start or NOT_FIRMS.match(name) or _is_place(start, found.ending_start, line, places):
            continue
        if found.ending == "厂" and (line.text.startswith("房", found.end) or not _makes_something(line, start, found.ending_start)):
            continue
        if is_description(line, start, found.ending_start) and name[0] not in "省市县区":
            continue
        proper = line.is_proper(start, found.ending_start)
        of_level = name[0] in "市县区" and UTILITY.fullmatch(name, 1) is not None
        if not full and not proper and not of_level and found.ending_start - start < 4:
            continue
        end = found.end
        if branch := AFTER_LEGAL.match(line.text, end):
            if branch[0].endswith(("分公司", "支行", "分行")):
                end = branch.end()
        confidence = 0.98 if full else 0.9 if proper else 0.75
        yield Mention(line.span(start, end), line.text[start:end], Kind.ENTERPRISE, "legal_ending", confidence)


UTILITY = re.compile(r"(?:供电|电力|供水|自来水|水务|燃气|热力|供热|地铁|轨道|机场|港口|公交|交运|烟草|盐业|石油|粮油|城投|交投|国投|文旅|移动|电信|联通)(?:集团|公司|分公司|总公司|集团公司)")
"""What a city or county has one of: 县|自来水公司."""


def _registered_place(line: Line, found: Ended, places: tuple[Mention, ...]) -> int:
    """A registered name begins with its place, whatever stands behind that (某市|为某生物有限公司, 某市|桃里农业…).

    Of the places before the ending the last one outside brackets, with those that touch it on the left; none where
    a word between shows that the name began later (某地的某某有限公司).
    """
    begin = max((line.text.rfind(mark, 0, found.ending_start) for mark in "，。；：、！？“”《》 "), default=-1) + 1
    before = [p for p in places if begin <= p.span.start - line.start and p.span.end - line.start <= found.ending_start - 2]
    outside = [
        p
        for p in before
        if not line.text.endswith("（", 0, p.span.start - line.start)
        and not is_description(line, p.span.end - line.start, found.ending_start)
    ]
    if not outside:
        return found.start
    start, end = outside[-1].span.start - line.start, outside[-1].span.end - line.start
    if found.ending_start - end > LONGEST_OWN or NOT_IN_FIRM.search(line.text, end, found.ending_start):
        return found.start
    for place in reversed(outside[:-1]):
        if place.span.end - line.start == start:
            start = place.span.start - line.start
    return start


LONGEST_OWN = 16
"""Characters between a firm's place and its legal ending."""
NOT_IN_FIRM = re.compile(r"[的由与和]|来到|走进|位于|落户|客商|老总|商人|领导|企业(?!管理|发展|服务)")


def _makes_something(line: Line, start: int, end: int) -> bool:
    """A plant is named by its own word and what it makes (某埭|胶鞋|厂), not 验|厂 or 一|厂."""
    return end - start >= SHORTEST_PLANT and line.word_at(end - 1).pos.startswith("n") and end - line.word_at(end - 1).start > 1


SHORTEST_PLANT = 4


def _behind_town(line: Line, start: int, end: int, places: tuple[Mention, ...]) -> int:
    """某山镇|河东铸管公司: a town before a firm tells where it is, and is seldom a part of its name."""
    for place in places:
        last = place.span.end - line.start
        if place.span.start - line.start == start and TOWN.search(place.text) and end - last >= SHORTEST_PLANT:
            return last
    return start


TOWN = re.compile(r"(?:街道|[镇乡村])$")


def _is_place(start: int, end: int, line: Line, places: tuple[Mention, ...]) -> bool:
    """Only a place before the ending names no firm: 上海|分公司."""
    span = line.span(start, end)
    return any(place.span == span for place in places)


def _banks(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    for found in BANK.find(line, places):
        name = line.text[found.start : found.end]
        if found.ending in KNOWN_BANKS:
            yield _mention(line, found.ending_start, found.end, "known_bank", 0.9)
        elif found.start < found.ending_start and not NOT_FIRMS.match(name) and (
            line.is_proper(found.start, found.ending_start) or name.startswith(("中国", "中"))
        ):
            yield _mention(line, found.start, found.end, "bank_or_fund", 0.85)


BUILDER = re.compile(
    r"中(?:铁|建|交|水|冶|核|化|电建|铁建|国铁建|国中铁|国电建|国水电|能建)(?:第?[一二三四五六七八九十]{1,3}(?:工程)?|隧道|电气化|大桥|安装|装饰|路桥|轨道)局"
    r"|中建[一二三四五六七八]局|中交[一二三四]航局|中[铁交][一二三四]公局"
)
"""The numbered bureaus of the state's builders, which are firms: 中铁某局, 中交某航局."""


def _builders(line: Line) -> Iterator[Mention]:
    for hit in BUILDER.finditer(line.text):
        if line.text[hit.end() : hit.end() + 2] not in ("集团", "有限"):
            yield _mention(line, hit.start(), hit.end(), "state_builder", 0.95)


def _mention(line: Line, start: int, end: int, rule: str, confidence: float) -> Mention:
    return Mention(line.span(start, end), line.text[start:end], Kind.ENTERPRISE, rule, confidence)
