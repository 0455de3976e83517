"""Firms by short names without a legal ending: a word of their own and a trade, financiers, a city's own builders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.corpus.words import is_word
from kg.entities.endings import Endings, cut_short, is_description
from kg.entities.line import Line
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("enterprise_words")
TRADE = Endings(_WORDS["trade"])
BRAND = Endings(_WORDS["brand"])


def traded(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
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


def said_of(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
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


def backers(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """A financier behind what he is called: 战略投资方|某市某某资本."""
    for place in places:
        start, end = place.span.start - line.start, place.span.end - line.start
        hit = CAPITAL.match(line.text, end)
        if hit and BACKER.search(line.text, max(0, start - 8), start) and not is_description(line, end, hit.end()):
            yield _mention(line, start, hit.end(), "backer", 0.75)


CITY_FIRM = re.compile(r"(?<=[市县区])(?:城投|城建投|交投|国投|水投|产投|旅投|文旅投|城发|交发)(?:集团|公司)?(?![\u4e00-\u9fff]?(?:办|债|集团|公司|建设|控股))")


def city_firms(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """What a city's own builders and investors are called: 市|城投."""
    ends = {m.span.end - line.start: m.span.start - line.start for m in places}
    for hit in CITY_FIRM.finditer(line.text):
        level = hit.start() - 1
        start = ends.get(hit.start(), level)
        if start < level or level in line.cuts:
            yield _mention(line, start, hit.end(), "city_firm", 0.85)


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
