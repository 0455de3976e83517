"""What an investment is told of: 总投资80亿元的|某某电池, and the firms whose project is told: 某某科技|的电池项目."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.begins import begin, is_own
from kg.entities.endings import is_description
from kg.entities.headed import is_group
from kg.entities.line import Line
from kg.entities.patterns import AMOUNT, HAN
from kg.entities.progress import AFTER, TIME

_NAME = rf"(?:[A-Za-z0-9.“”（）]|{HAN}){{3,24}}?"
AMOUNT_BEFORE = re.compile(rf"总?投资额?{AMOUNT}(?:左右)?(?:的|建设|兴建|新建)")
NAME_AHEAD = re.compile(
    rf"{_NAME}(?=等|项目|[，。；、]|{TIME}*{AFTER}|\d{{1,2}}月[\d初底份末上中下]|[今明后]?年[底初内]|正在|已经?|将|由|位于|占地|目前|$)"
)
AMOUNT_BEHIND = re.compile(
    rf"(?:签约|落户|引进|开工|投资|投资建设|投资兴建|兴建|新建|建设|合作)的(?P<name>{_NAME})(?:项目)?(?:（[^）]*）)?，"
    rf"(?:项目|后者|该项目)?(?:计划|预计)?(?:总?投资|占地|用地|总建筑面积)[额均约]*{AMOUNT}"
)
FIRM_BEFORE = re.compile(r"[^，。；、]{2,}公司")
NO_PROJECT = re.compile(r"(?:公司|集团|企业|基金|银行|的.*|[个项家].*|项目)$")
OWNED = re.compile(rf"的(?:[A-Za-z0-9]|{HAN}){{2,16}}?(?:项目|生产线|研发中心)(?=[，、（分落签开正，。]|$)")
NO_OWNER = re.compile(
    r"(?:[市县区镇乡村园港城局委厅办部会院校年月日期家个项类型级性内外上下中元亩里的”方国省]|(?<!机器)人)$"
)
SHORTEST, LONGEST_OWNER = 4, 12


def invested(line: Line) -> Iterator[tuple[int, int]]:
    """Undertakings whose investment is told in front of or behind them."""
    for hit in AMOUNT_BEFORE.finditer(line.text):
        if name := NAME_AHEAD.match(line.text, hit.end()):
            yield from _named(line, name.start(), name.end())
    for hit in AMOUNT_BEHIND.finditer(line.text):
        yield from _named(line, hit.start("name"), hit.end("name"))


def owners(line: Line) -> Iterator[tuple[int, int]]:
    """Firms that have a project."""
    for hit in OWNED.finditer(line.text):
        start, end = begin(line, hit.start(), actions=False), hit.start()
        short = 2 <= end - start <= LONGEST_OWNER
        if short and is_own(line, start, end) and not NO_OWNER.search(line.text, start, end):
            inside = line.words[line.word_of[start] : line.word_of[end - 1] + 1]
            if any(word.pos != "ns" for word in inside):
                yield start, end


def _named(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Behind the firm that stands in front; no group, no firm, no description."""
    if firm := FIRM_BEFORE.match(line.text, start, end - SHORTEST):
        start = firm.end()
    name = line.text[start:end]
    named = len(name) >= SHORTEST and not is_group(name) and not NO_PROJECT.search(name)
    if named and not is_description(line, start, end):
        yield start, end
