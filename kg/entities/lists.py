"""What the items of a list are: told by its head noun, by the verb that governs it, or by what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.corpus.words import is_word
from kg.entities.begins import is_own
from kg.entities.brands import TRADE, trade_name
from kg.entities.endings import is_description
from kg.entities.enumeration import HEADS, HOLDERS, STATUS, Enumeration, enumerations
from kg.entities.items import Item
from kg.entities.judged import GROUP, STRONG_OR_WORK, judged
from kg.entities.line import Line
from kg.entities.patterns import any_of
from kg.entities.progress import TIME
from kg.model import Kind, Mention
from kg.resources import sections

_PROJECT = sections("project_words")
KINDS = {
    "project": Kind.PROJECT,
    "enterprise": Kind.ENTERPRISE,
    "park": Kind.PARK,
    "institution": Kind.INSTITUTION,
}
BEGUN = frozenset(sections("list_words")["begun"])
ZONES_WON = re.compile(
    r"(?:争创|创建|获批|获评|入选|升格).{0,8}(?:载体|孵化器|园区|开发区|众创空间|加速器|高新区)"
)
FIRM_ENDS = ("集团", "公司", "银行", "股份", "控股")
SERVICES = ("服务中心", "分中心", "工作站", "窗口", "指导中心")
WAY = re.compile(
    rf"(?:{any_of([*_PROJECT['road'], *_PROJECT['site'], '段', '境'])}|[A-Z\d]+号?线)(?:（[^）]+）)?$"
)
PRODUCES = re.compile(rf"{TIME}{{0,2}}(?:达产|投产|竣工|开工|封顶|试生产|量产|动工|奠基)")
"""Only undertakings do this: 甲、乙|年内达产."""
LONGEST_FIRM, LONGEST_ENDING = 12, 9


def listed(line: Line) -> Iterator[Mention]:
    """The items of every list of which it is told what they are."""
    for found in enumerations(line):
        kind = _kind(line, found)
        if kind is not None:
            for item in found.items:
                yield from judged(line, item, kind, found)


def _kind(line: Line, found: Enumeration) -> Kind | None:
    """By the head noun; else by the items and what is said of them."""
    for name, heads in HEADS.items():
        if found.head in heads:
            return KINDS[name]
    several = len(found.items) > 1
    if several and _are_called_projects(line, found):
        return Kind.PROJECT
    if several and ZONES_WON.match(found.after):
        return Kind.PARK
    if _are_undertakings(line, found):
        return Kind.PROJECT
    if several and HOLDERS.match(found.after.removeprefix("等")) and _are_firms(line, found.items):
        return Kind.ENTERPRISE
    return None


def _are_called_projects(line: Line, found: Enumeration) -> bool:
    """Each item is a 某某项目; the head of the last one may stand behind it."""
    *firsts, last = (_text(line, item) for item in found.items)
    return all(text.endswith("项目") for text in firsts) and "项目" in (last + found.after[:2])[-4:]


def _are_undertakings(line: Line, found: Enumeration) -> bool:
    """A verb of building governs the list or something is said of its progress, and enough items look so."""
    texts = [_text(line, item) for item in found.items]
    proper = [is_own(line, item.start, item.end) for item in found.items]
    if any(is_description(line, item.start, item.end) for item in found.items):
        return False
    if found.after.startswith(("项目", "工程")) and all(proper):
        return len(texts) > 1 and not any(GROUP.search(text) for text in texts)
    if all(proper) and PRODUCES.match(found.after):
        return len(texts) > 1
    sure = sum(map(_is_work, texts))
    if found.verb in BEGUN:
        return sure >= 1
    told = found.verb or (found.after and not found.after.startswith("等")) or STATUS.match(found.after[1:])
    return bool(told) and any(proper) and sure * 2 >= len(texts)


def _is_work(text: str) -> bool:
    """A way, a phase, a building work, a building or a park by its ending."""
    if len(text) < 3 or text.endswith(SERVICES):
        return False
    return bool(WAY.search(text)) or any(
        text[-length:] in STRONG_OR_WORK for length in range(2, min(LONGEST_ENDING, len(text) - 1))
    )


def _are_firms(line: Line, items: tuple[Item, ...]) -> bool:
    """One item at least is called like a firm, the others are short and no descriptions."""
    if any(is_description(line, i.start, i.end) or i.end - i.start > LONGEST_FIRM for i in items):
        return False
    return any(
        trade_name(line, i.start, i.end)
        or _text(line, i).endswith(FIRM_ENDS)
        or _ends_in_trade(_text(line, i))
        for i in items
    )


def _ends_in_trade(text: str) -> bool:
    """A trade behind what no dictionary has: 升某|健康."""
    hits = (at for at, stop, _ in TRADE.hits(text) if stop == len(text))
    return any(at > 1 and not is_word(text[:at]) for at in hits)


def _text(line: Line, item: Item) -> str:
    return line.text[item.start : item.end]
