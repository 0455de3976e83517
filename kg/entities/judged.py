"""Whether an item of a list names a thing of the list's kind, a thing of another kind, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.corpus.words import is_word
from kg.entities.brands import trade_name
from kg.entities.endings import is_description
from kg.entities.enumeration import Enumeration
from kg.entities.fronts import FIRM_KIND
from kg.entities.items import Item
from kg.entities.line import Line
from kg.entities.parks import PLAIN, STRONG
from kg.entities.patterns import HAN, any_of
from kg.model import Kind, Mention
from kg.resources import sections
from kg.resources.divisions import is_division

_LIST = sections("list_words")
_PROJECT = sections("project_words")
ENDINGS_OF_WORKS = frozenset(w for name in ("work", "building", "phase", "head") for w in _PROJECT[name])
STRONG_OR_WORK = ENDINGS_OF_WORKS | STRONG
PARK_ENDS = tuple(sorted(STRONG - ENDINGS_OF_WORKS))
PLAIN_PARKS = tuple(sorted(PLAIN))
GROUP = re.compile(rf"(?:{any_of(_PROJECT['group'])}|级)(?:项目|工程|工作)$|[级型类]$")
CAMPAIGN = re.compile(rf"{any_of(_PROJECT['campaign'])}工程$|(?<!改造|整治|扩能)(?:提升|培养|培训|培育)$")
NOT_NAMED = re.compile(
    rf"{any_of(_LIST['not_item'])}$|^[\d.]+(?:$|[户人万个家名])|^“?[两三四五六七八九十]+[个大]|"
    rf"^[一二三四五六]期$|{any_of(_LIST['office'])}{HAN}{{0,4}}$|[，。；：！？了]|^[全各本该这那]"
)
GROUP_OF_FIRMS = ("企业", "商户", "机构")
INSTITUTIONS = re.compile(r"(?:研究院|研究所|大学|学院|协会|商会|医院|学会|产研院|联盟|实验室)$")
CENTRES = re.compile(r"(?:中心|研究院)$")
OWNER = re.compile(r"[^，、]{4,}公司(?!新建|扩建|技改)(?=.{4})")
LONGEST_PLACE = 4
PRODUCERS = re.compile("等[^，。；]{0,6}(?:上下游|产业链|配套|相关|生产|制造|领域)")


def judged(line: Line, item: Item, kind: Kind, found: Enumeration) -> Iterator[Mention]:
    """The mention that an item of a list of things of that kind makes, if it makes one."""
    start = item.start
    if firm := FIRM_KIND.match(line.text, start, item.end):
        start, kind = firm.end(), Kind.ENTERPRISE
    elif kind is Kind.PROJECT and (owner := OWNER.match(line.text, start, item.end)):
        start = owner.end()
    text = line.text[start : item.end]
    kind = _own_kind(text, kind)
    nothing = NOT_NAMED.search(text) or GROUP.search(text) or CAMPAIGN.search(text)
    if (
        not nothing
        and not is_description(line, start, item.end)
        and _fits(line, start, item.end, kind, found)
    ):
        yield Mention(line.span(start, item.end), text, kind, "listed", 0.85)


def _own_kind(text: str, kind: Kind) -> Kind:
    """The kind that the item's own ending tells: 某某研究院 among firms, 某某产业园 among projects."""
    if kind is Kind.ENTERPRISE and INSTITUTIONS.search(text):
        return Kind.INSTITUTION
    if kind is Kind.PROJECT and text.endswith(PARK_ENDS):
        return Kind.PARK
    if kind is Kind.PARK and CENTRES.search(text):
        return Kind.INSTITUTION
    return kind


def _fits(line: Line, start: int, end: int, kind: Kind, found: Enumeration) -> bool:
    """Zones and schools are proper words, firms no groups and no products (光学膜材等上下游企业)."""
    text = line.text[start:end]
    if kind is Kind.PARK:
        return line.is_proper(start, end) or text.endswith(PLAIN_PARKS)
    if kind is Kind.INSTITUTION:
        return line.is_proper(start, end)
    if kind is not Kind.ENTERPRISE:
        return not is_division(text) and not (len(text) <= LONGEST_PLACE and text[-1] in "省市县区镇乡")
    product = bool(PRODUCERS.match(found.after))
    if text.endswith(GROUP_OF_FIRMS):
        return False
    return bool(found.head and not product) or _is_firm_like(line, start, end, product=product)


def _is_firm_like(line: Line, start: int, end: int, *, product: bool) -> bool:
    """A trade behind an unknown word, a proper word, or (where no product is meant) a word the dictionary lacks."""
    if trade_name(line, start, end) or line.is_proper(start, end):
        return True
    return not product and not is_word(line.text[start:end])
