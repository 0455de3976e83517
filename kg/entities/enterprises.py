"""Enterprises by the form of their names: legal endings, banks and funds, trades behind an unknown word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.corpus.words import is_word
from kg.entities.endings import Ended, Endings, cut_short, is_description
from kg.entities.line import Line
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("enterprise_words")
LEGAL = Endings(_WORDS["legal"])
BANK = Endings(_WORDS["bank"])
TRADE = Endings(_WORDS["trade"])
BRAND = Endings(_WORDS["brand"])
INSIDE = frozenset(sections("inside_names")["enterprise"])
FULL = ("有限公司", "有限责任公司", "股份公司", "株式会社")
NOT_FIRMS = re.compile(
    r"^(?:[该本母子总分各某原我其两]|上市|保险|物业|房地产|地产|电力|自来水|燃气|外资|内资|国有|民营|贸易|投资|央企|外贸|跨国|家|挂牌)*"
    r"(?:公司|集团|银行|保险|基金|事务所|合作社|分公司|子公司|证券)$|.*(?:控股|全资|参股|所属|旗下)(?:子|分)?公司$|.*(?:工|水|电|新|老|全|办|建|进|出|本|该|名|家|灯塔|处理|标准)厂$|.*\d[亿万]?元|^(?:国有|地方|储备|中央|直属)*(?:粮库|煤矿)$"
)
KNOWN_BANKS = frozenset({"国开行", "建行", "工行", "农行", "中行", "交行", "招行", "农发行"})
AFTER_LEGAL = re.compile(r"(?:[\u4e00-\u9fff]{2,6}(?:分公司|支行|分行)|（[^）]{2,12}）)")


def enterprises(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """Candidates of all three forms, full names first."""
    yield from _legal(line, places)
    yield from _banks(line, places)
    yield from _builders(line)
    yield from _traded(line, places)
    yield from _after_kind(line, places)
    yield from _backers(line, places)
    yield from _city_firms(line, places)


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


def _traded(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """A firm's short name that stands free: an unknown word and a trade (某苗|生物|创新产品…, 某能|电子（某地）)."""
    for found in BRAND.find(line, places):
        own = _own_word(line, found.start, found.ending_start, places)
        if not 2 <= found.ending_start - own <= 4 or not _is_own(line, own, found.ending_start):
            continue
        if not _ends_name(line, found.end):
            continue
        end = found.end
        if branch := PLACE_BRACKET.match(line.text, end):
            end = branch.end()
        yield _mention(line, found.start, end, "own_word_and_trade", 0.65)


SITES = ("区", "县", "市", "镇", "园", "港", "省")
"""Ends of zones and places: 某某高新区|锂电 is no firm."""
PLACE_BRACKET = re.compile(r"（[\u4e00-\u9fff]{2,4}）")
TRADE_GOES_ON = re.compile(
    r"产业|行业|领域|园|城|港|谷|技术|项目|企业|公司|集团|产品|集群|板块|市场|基地|中心|研究|学院|大学|局|部|类|链|制造|研发|生产|"
    r"专业|有限|股份|实验|服务|业务|工程|系统|设备|人才|平台|消费|经济|企|界|化|型|级|业|学|的(?:产|研)|"
    r"检测|检验|交易|加工|回收|配送|采购|工厂|厂房|车间|仓|终端|家居|展|家电|子公司|服装|家纺"
)


def _own_word(line: Line, start: int, end: int, places: tuple[Mention, ...]) -> int:
    """Where a firm's own word begins: behind its place (某市|博泽|汽车部件)."""
    ends = [p.span.end - line.start for p in places if p.span.start - line.start >= start and p.span.end - line.start < end]
    return max(ends, default=start)


def _is_own(line: Line, start: int, end: int) -> bool:
    """A word of the firm's own: single characters that the dictionary could not join, or a foreign name in characters."""
    pieces = line.words[line.word_of[start] : line.word_of[end - 1] + 1]
    if any(w.pos in ("ns", "nt", "s", "f", "t") for w in pieces) or line.text.endswith(SITES, start, end):
        return False
    return any(not is_word(w.text) or w.pos in ("nr", "nrt", "nrfg", "nz") for w in pieces) or (
        len(pieces) >= 2 and all(len(w.text) == 1 for w in pieces)
    )


def _ends_name(line: Line, end: int) -> bool:
    """Whether nothing follows that makes it a trade and no firm (某某生物|产业)."""
    return not TRADE_GOES_ON.match(line.text, end)


AFTER_KIND = Endings(_WORDS["after_kind"])
SAID_OF_FIRMS = re.compile(
    r"(?:集团|公司)?(?:[，的]?(?:公司)?(?:董事长|总经理|总裁|副总|创始人|负责人|厂长|职工|员工)|等\d+家(?:企业|公司)|"
    r"获评|过会|上市|挂牌|中标|承建|竞得|[一二三]期|与[^，。；]{2,12}(?:签约|合作|签订)|(?:从|把|将|已|在|向|投资|计划|今年|去年|昨)(?!上))"
)
KIND_OF_FIRM = re.compile(r"(?:^|[，。；：、“”！？\s]|企业|在|由|与|和|察看了?|走进|来到|走访了?|向|会见)$")
SHORTEST_OWN, LONGEST_OWN_WORD = 2, 3


def _after_kind(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """A word of no dictionary with a broad trade, of which is said what firms do: 某楚|新能源|董事长, 在某亚|机械，董事长."""
    for found in AFTER_KIND.find(line, places):
        start, end = found.start, found.end
        word = line.text[start : found.ending_start]
        if not SHORTEST_OWN <= len(word) <= LONGEST_OWN_WORD or not word.isalpha() or is_word(word) or word.isascii():
            continue
        inside = line.words[line.word_of[start] : line.word_of[found.ending_start - 1] + 1]
        if any(len(w.text) > 1 and w.pos in ("ns", "nt", "s", "f", "t") for w in inside) or any(m.span.touches(line.span(start, end)) for m in places):
            continue
        if KIND_OF_FIRM.search(line.text[max(0, start - 4) : start]) and SAID_OF_FIRMS.match(line.text, end):
            yield _mention(line, start, end, "said_of_firm", 0.65)


BACKER = re.compile(r"(?:投资方|投资人|投资者|股东|投资机构|领投方?|跟投方?|基金管理人)(?:是|为|、|——)?$")
CAPITAL = re.compile(r"[\u4e00-\u9fff]{2,4}(?:资本|创投|投资)(?![\u4e00-\u9fff]{0,1}(?:市场|金|额|运作|公司|集团|基金|控股|管理|有限))")


def _backers(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """A financier behind what he is called: 战略投资方|某市某某资本."""
    for place in places:
        start, end = place.span.start - line.start, place.span.end - line.start
        hit = CAPITAL.match(line.text, end)
        if hit and BACKER.search(line.text, max(0, start - 8), start) and not is_description(line, end, hit.end()):
            yield _mention(line, start, hit.end(), "backer", 0.75)


CITY_FIRM = re.compile(r"(?<=[市县区])(?:城投|城建投|交投|国投|水投|产投|旅投|文旅投|城发|交发)(?:集团|公司)?(?![\u4e00-\u9fff]?(?:办|债|集团|公司|建设|控股))")


def _city_firms(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """What a city's own builders and investors are called: 市|城投."""
    ends = {m.span.end - line.start: m.span.start - line.start for m in places}
    for hit in CITY_FIRM.finditer(line.text):
        level = hit.start() - 1
        start = ends.get(hit.start(), level)
        if start < level or level in line.cuts:
            yield _mention(line, start, hit.end(), "city_firm", 0.85)


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


def ends_in_trade(name: str) -> bool:
    """Whether a name of unknown words ends like a firm's short name: 某苗|药业, 某楚|新能源."""
    hits = (at for endings in (TRADE, AFTER_KIND) for at, stop, _ in endings.hits(name) if stop == len(name))
    return any(at >= 2 and not is_word(name[:at]) for at in hits)


def trade_name(line: Line, start: int, end: int) -> bool:
    """Whether the range reads like a firm's short name: an unknown word and a trade (某铂|晶体), or Latin letters."""
    text = line.text[start:end]
    for at, stop, _ in TRADE.hits(text):
        if stop == len(text) and at >= 2 and not cut_short(line, start + at, start + stop):
            return not is_description(line, start, start + at) and _is_unknown(line, start, start + at)
    return False


def _is_unknown(line: Line, start: int, end: int) -> bool:
    return line.is_proper(start, end) or line.word_at(start).text != line.text[start:end]


def _mention(line: Line, start: int, end: int, rule: str, confidence: float) -> Mention:
    return Mention(line.span(start, end), line.text[start:end], Kind.ENTERPRISE, rule, confidence)
