"""The words around a number, freed of those that only link them, and cut to the noun or the verb that matters."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.corpus.words import words
from kg.facts.dates import dates
from kg.facts.lexicon import alternatives, leading, trailing, whole

LIST = "facts_names"
EDGE = " ，、；：。“”‘’（）()《》—-·\n"
FROM_TO = re.compile(
    r"^\s?(?:[增减升降提扩壮发缩拓改][一-鿿]{0,3}|调整)[至到为](?=\d|[一二三四五六七八九十]|$)"
)
"""Between the numbers of 由11人增至430人."""


@lru_cache(maxsize=20_000)
def core(text: str) -> str:
    """Words before a number, freed of time, hope and copula: 今年力争实现文化产业营收 → 文化产业营收."""
    previous = None
    while previous != text:
        previous = text
        text = without_time(text.strip(EDGE))
        text = leading(LIST, "light verbs").sub("", text)
        text = _without_particles(trailing(LIST, "copulas").sub("", text).strip(EDGE))
    return text


def _without_particles(text: str) -> str:
    """将 of 将新建学校 is cut off, 有 of 有效专利 is not: it is no word there."""
    while (tagged := words(text)) and whole(LIST, "particles before").match(tagged[0].text):
        text = text[tagged[0].end :].strip(EDGE)
    while (tagged := words(text)) and whole(LIST, "particles after").match(tagged[-1].text):
        text = text[: tagged[-1].start].strip(EDGE)
    return text


def without_time(text: str) -> str:
    """去年 of 去年全市营收 is cut off."""
    first = next(iter(dates(text, "")), None)
    return text[first.span.end :].lstrip("，的") if first and first.span.start == 0 else text


def noun_counted(right: str, *, shared: bool = False) -> str:
    """项目 of 项目挂图作战、逐个会诊; a short verb after it is kept: 年度重点项目全部开工.

    `shared` words lead to another number, and only the noun is this one's.
    """
    text = right.strip(EDGE).removeprefix("的").partition("。")[0]
    head = re.match(rf"^.{{0,14}}?(?:{alternatives(LIST, 'things')})+", text)
    if head is None:
        return text if len(text) <= 14 else before_verb(text)
    rest = without_time(text[head.end() :])
    if shared or (len(rest) > 4 and whole(LIST, "people").search(head.group())):
        return head.group()
    done = re.sub(r"^(?:正在?|已经?|都|均|还|也|将|则|更|仍)+", "", rest)
    if done != rest or rest.startswith("率"):
        return head.group() if head.end() > 2 or len(done) > 8 else head.group() + done
    listed = "、" in rest
    short = len(rest) <= (10 if listed else 16) if head.end() <= 2 else len(rest) <= 8 and not listed
    return head.group() + rest if short else head.group()


def before_verb(text: str) -> str:
    """人才项目 of 人才项目入围本次路演."""
    tagged = words(text)
    for i, word in enumerate(tagged):
        if i and word.pos.startswith("v") and word.pos != "vn":
            return text[: word.start]
    return text


def achieving(text: str) -> str:
    """The achieving verb that words end in: 新增 of 计划新增, "" where they end in none."""
    tail = re.search(rf"(?:{alternatives(LIST, 'achieving verbs')})(?:了|到)?$", text)
    return re.sub(r"[了到]$", "", tail.group()) if tail else ""


def first_achieving(text: str) -> str:
    """The first achieving verb in some words, "" where there is none."""
    verb = re.search(alternatives(LIST, "achieving verbs"), text)
    return verb.group() if verb else ""


def last_verb(text: str) -> str:
    """拿出 of 县里拿出, "" where the last word is no verb."""
    tagged = words(text)
    return tagged[-1].text if tagged and tagged[-1].pos.startswith("v") else ""


def measure_noun(text: str) -> str:
    """The noun of a measure that words end in: 建筑面积 of 在滨河路建设建筑面积, "" where they end in none."""
    measured = re.search(
        r"(?:总|计划|规划|设计|年|日|建筑|占地|用地|营业|展示|注册|招商|种植|租用){0,3}(?:面积|投资|产能|产值|收入|资本|规模|长度)$",
        text,
    )
    return measured.group() if measured else ""


def last_noun(text: str) -> str:
    """规模 of 牵头组建规模, 建筑面积 of 在滨河路建设建筑面积: the last word, with what belongs to its name."""
    tagged = words(text)
    return measure_noun(text) or (tagged[-1].text if tagged else "")
