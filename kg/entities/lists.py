"""What the items of a list are: told by its head noun, by the verb that governs it, or by what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.corpus.words import is_word
from kg.entities.endings import is_description
from kg.entities.enterprises import TRADE, trade_name
from kg.entities.enumeration import HEADS, HOLDERS, Enumeration, enumerations
from kg.entities.fronts import FIRM_KIND
from kg.entities.items import Item
from kg.entities.line import Line
from kg.entities.parks import PLAIN, STRONG
from kg.entities.patterns import any_of
from kg.model import Kind, Mention
from kg.resources import sections

_LIST = sections("list_words")
_PROJECT = sections("project_words")
KINDS = {
    "project": Kind.PROJECT,
    "enterprise": Kind.ENTERPRISE,
    "park": Kind.PARK,
    "institution": Kind.INSTITUTION,
}
BEGUN = frozenset(_LIST["begun"])
ZONES_WON = re.compile(
    r"(?:争创|创建|获批|获评|入选|升格).{0,8}(?:载体|孵化器|园区|开发区|众创空间|加速器|高新区)"
)
FIRM_ENDS = ("集团", "公司", "银行", "股份", "控股")
INSTITUTIONS = re.compile(r"(?:研究院|研究所|大学|学院|协会|商会|医院|学会|产研院|联盟|实验室)$")
NOT_ITEMS = re.compile(
    r"(?:行动|活动|训练营|计划|大赛|论坛|政策|制度|机制|服务|领域|行业|方面|产业|工作|问题|措施|会议|培训|比赛|节|周|赛|任务|要素|资金|人才|环境|平台|能力)$|"
    r"^[\d.]+(?:$|[户人万个家名])|^“?[两三四五六七八九十]+[个大]|^[一二三四五六]期$|(?:会长|董事长|经理|主任|总裁|书记|[市县局院校区镇]长|教授|院士)[\u4e00-\u9fff]{0,4}$|[，。；：！？]|^(?:全|各|本|该|这|那)|等$|的$|了"
)
GROUP = re.compile(rf"(?:{any_of(_PROJECT['group'])}|级)(?:项目|工程|工作)$|[级型类]$")
ENDINGS_OF_WORKS = frozenset(w for name in ("work", "building", "phase", "head") for w in _PROJECT[name])
CAMPAIGN = re.compile(rf"{any_of(_PROJECT['campaign'])}工程$")
OWNER = re.compile(r"[^，、]{4,}公司(?!新建|扩建|技改)(?=.{4})")
PARK_ENDS = tuple(sorted(STRONG - ENDINGS_OF_WORKS))
PLAIN_PARKS = tuple(sorted(PLAIN))
PRODUCERS = re.compile("等[^，。；]{0,6}(?:上下游|产业链|配套|相关|生产|制造|领域)")
WAY = re.compile(rf"(?:{any_of([*_PROJECT['road'], *_PROJECT['site']])}|[A-Z\d]+号?线)(?:（[^）]+）)?$")


def listed(line: Line) -> Iterator[Mention]:
    """The items of every list of which it is told what they are."""
    for found in enumerations(line):
        kind = _kind(line, found)
        if kind is None:
            continue
        for item in found.items:
            yield from _mention(line, item, kind, found)


def _kind(line: Line, found: Enumeration) -> Kind | None:
    """By the head noun; else undertakings under a verb of building, or firms that hold or do something."""
    for name, heads in HEADS.items():
        if found.head in heads:
            return KINDS[name]
    last = _text(line, found.items[-1]) + found.after[:2]
    if len(found.items) > 1 and all(
        "项目" in text for text in (*(_text(line, i)[-2:] for i in found.items[:-1]), last[-4:])
    ):
        return Kind.PROJECT
    if len(found.items) > 1 and ZONES_WON.match(found.after):
        return Kind.PARK
    if _are_undertakings(line, found):
        return Kind.PROJECT
    if (
        len(found.items) > 1
        and HOLDERS.match(found.after.removeprefix("等"))
        and _are_firms(line, found.items)
    ):
        return Kind.ENTERPRISE
    return None


def _are_undertakings(line: Line, found: Enumeration) -> bool:
    """A verb of building governs the list or something is said of its progress, and one item at least looks so."""
    texts = [_text(line, item) for item in found.items]
    if any(is_description(line, item.start, item.end) for item in found.items):
        return False
    if found.verb not in BEGUN and not any(line.is_proper(item.start, item.end) for item in found.items):
        return False
    sure = sum(bool(_is_work(text)) for text in texts)
    if found.after.startswith(("项目", "工程")) and all(line.is_proper(i.start, i.end) for i in found.items):
        return len(texts) > 1 and not any(GROUP.search(text) for text in texts)
    built = found.verb or (found.after and not found.after.startswith("等"))
    return bool(built) and sure * 2 >= len(texts) if found.verb not in BEGUN else sure >= 1


def _is_work(text: str) -> bool:
    """A way, a phase, a building work or a building by its ending."""
    if text.endswith(SERVICES):
        return False
    if (WAY.search(text) or text[-1] in "段境") and len(text) > 2:
        return True
    return any(text[-n:] in ENDINGS_OF_WORKS or text[-n:] in STRONG for n in range(2, min(9, len(text) - 1)))


SERVICES = ("服务中心", "分中心", "工作站", "窗口", "指导中心")


def _are_firms(line: Line, items: tuple[Item, ...]) -> bool:
    """One item at least is an unknown word with a trade, the others are short and no descriptions."""
    if any(is_description(line, i.start, i.end) or i.end - i.start > 12 for i in items):
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


def _mention(line: Line, item: Item, kind: Kind, found: Enumeration) -> Iterator[Mention]:
    start, end = item.start, item.end
    if firm := FIRM_KIND.match(line.text, start, end):
        start, kind = firm.end(), Kind.ENTERPRISE
    if kind is Kind.PROJECT and (owner := OWNER.match(line.text, start, end)):
        start = owner.end()
    text = line.text[start:end]
    if (
        NOT_ITEMS.search(text)
        or CAMPAIGN.search(text)
        or GROUP.search(text)
        or is_description(line, start, end)
    ):
        return
    if kind is Kind.ENTERPRISE and text.endswith(("企业", "商户", "机构")):
        return
    if kind is Kind.ENTERPRISE and INSTITUTIONS.search(text):
        kind = Kind.INSTITUTION
    if kind is Kind.PROJECT and text.endswith(PARK_ENDS):
        kind = Kind.PARK
    if not _fits(line, start, end, kind, found):
        return
    yield Mention(line.span(start, end), text, kind, "listed", 0.85)


def _fits(line: Line, start: int, end: int, kind: Kind, found: Enumeration) -> bool:
    """Whether an item can be of the kind: zones and schools are proper words, firms no products (光学膜材等上下游企业)."""
    text = line.text[start:end]
    if kind is Kind.PARK:
        return line.is_proper(start, end) or text.endswith(PLAIN_PARKS)
    if kind is Kind.INSTITUTION:
        return line.is_proper(start, end)
    product = bool(PRODUCERS.match(found.after))
    if kind is Kind.ENTERPRISE and (not found.head or product):
        return _is_firm_like(line, start, end, product=product)
    return True


def _is_firm_like(line: Line, start: int, end: int, *, product: bool = False) -> bool:
    """A trade behind an unknown word, a proper word, or (where no product is meant) a word the dictionary lacks."""
    if trade_name(line, start, end) or line.is_proper(start, end):
        return True
    return not product and not is_word(line.text[start:end])


def _text(line: Line, item: Item) -> str:
    return line.text[item.start : item.end]
