"""Lists: what the noun behind a list is called, all its items are (甲、乙、丙等30个项目; 甲、乙等企业)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.entities.endings import is_description
from kg.entities.line import Line
from kg.model import Kind, Mention

HEADS = (
    (re.compile(r"项目|工程|道路|快速路|高速公路"), Kind.PROJECT),
    (re.compile(r"企业|公司|央企|德企|外企|国企|民企|品牌|车企|药企|银行|集团|产业基金|厂商|巨头|家(?=[，。；、]|$)"), Kind.ENTERPRISE),
    (re.compile(r"园区|开发区|产业园|功能区|众创空间|孵化器"), Kind.PARK),
    (re.compile(r"高校|院校|大学|研究院所|科研院所|协会|商会|医院|学校|机构"), Kind.INSTITUTION),
    (re.compile(r"部门|机关|单位"), Kind.AGENCY),
    (re.compile(r"国家|城市|地区|县市|镇|街道|乡镇|村"), Kind.PLACE),
)
TAIL = re.compile(
    r"等(?:(?:共|约|近)?[\d一二三四五六七八九十百余多]+[余多]?[个家只项座条批名所])?(?P<words>[^，。；：、！？等“”（）]{0,16}?)"
    r"(?P<head>项目|工程|道路|快速路|企业|公司|央企|德企|外企|国企|民企|品牌|药企|车企|银行|产业基金|巨头|园区|开发区|高校|院校|机构|"
    r"(?<=\d)家|部门|载体|重点功能区)(?!部|组|家)"
)
GOVERNING = re.compile(r"建设|开工|竣工|投产|前期|报批|改造|加快|推进|实施|启动|落地|在建|征迁")
BARE_TAIL = re.compile(r"等(?:(?:[\d一二三四五六七八九十]+[个家只项座条])|建设|前期工作|项目|工程|$|[，。；、])")
VERB_LIST = re.compile(
    r"(?:开工建设|启动建设|加快推进|加快建设|推进建设|加速推进|全力推进|重点推进|新开工建设|竣工投用|投用|建设|推进|加快|加速|提速|启动|实施|依托|洽谈|招引|引进|抓好|推动)"
    r"(?P<list>[^，。；：！？]{2,90}?)(?:等)?(?:项目|工程)?(?:的)?(?:建设|前期工作|报批|开工|征迁|落地|规划|批复|竣工|投产|取得|加快|$|[，。；])"
)
JOINTS = re.compile(r"、|以及|(?<=[^总平])和(?=[^谐平])|及(?!时|其)|与(?!会)")
AMOUNT_BEFORE = re.compile(r"^(?:(?:总|计划|拟)?投资)?(?:[近约超达]?[\d.]+(?:多|余)?[亿万千百]*(?:元|美元|欧元|港元|人民币))(?:以上)?的")
ITEM_TAIL = re.compile(r"(?:等|这[两几三]个.*|两个.*|项目$|建设$|（[\d.]+[亿万]元）$)")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, local range."""

    start: int
    end: int


def listed(line: Line) -> Iterator[Mention]:
    """The items of every list whose head noun says what they are."""
    for tail in TAIL.finditer(line.text):
        kind = _kind(tail["head"])
        if kind is None or kind in (Kind.AGENCY, Kind.PLACE):
            continue
        for item in items_before(line, tail.start()):
            if _fits(line, item, kind):
                yield Mention(line.span(item.start, item.end), line.text[item.start : item.end], kind, "listed", 0.85)


def _kind(head: str) -> Kind | None:
    return next((kind for pattern, kind in HEADS if pattern.fullmatch(head) or pattern.search(head)), None)


def items_before(line: Line, end: int) -> list[Item]:
    """The items joined by 、 (和, 及, 与) that end at `end`, the first one cut at its governing word."""
    begin = max((line.text.rfind(mark, 0, end) for mark in "，。；：！？"), default=-1) + 1
    found: list[Item] = []
    at = end
    for joint in reversed([*JOINTS.finditer(line.text, begin, end)]):
        if _in_brackets(line.text, begin, joint.start()):
            continue
        found.append(_trimmed(line, joint.end(), at))
        at = joint.start()
        if joint[0] != "、" and "、" not in line.text[begin:at]:
            break
    first = max(begin, line.reach_left(at))
    found.append(_trimmed(line, first, at))
    return [item for item in reversed(found) if item.end - item.start >= 2]


def _in_brackets(text: str, begin: int, at: int) -> bool:
    return text.count("（", begin, at) > text.count("）", begin, at) or text.count("“", begin, at) > text.count("”", begin, at)


def _trimmed(line: Line, start: int, end: int) -> Item:
    """Without the amount in front (80亿元的) and the bracket or 项目 behind."""
    if amount := AMOUNT_BEFORE.match(line.text[start:end]):
        start += amount.end()
    inner = line.reach_left(end)
    if inner > start:
        start = inner if inner < end else start
    if tail := re.search(r"（[^）]*）$", line.text[start:end]):
        if re.search(r"[\d.]+[亿万]", tail[0]):
            end = start + tail.start()
    return Item(start, end)


def _fits(line: Line, item: Item, kind: Kind) -> bool:
    """Names, not descriptions: proper words, or for projects also two and more common words."""
    text = line.text[item.start : item.end]
    if is_description(line, item.start, item.end) or len(text) > 30 or text.endswith(("等", "的")):
        return False
    if re.search(r"[，。；：！？]", text) or re.match(r"^[\d.]+$", text):
        return False
    if kind is Kind.PROJECT:
        return True
    return line.is_proper(item.start, item.end) or line.word_at(item.start).text != text
