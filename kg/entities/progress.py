"""Signs of building around a name: a verb that governs it, its progress told behind it, officials who come to see it."""

from __future__ import annotations

import re

from kg.entities.line import STOPS, Line
from kg.entities.patterns import AMOUNT, HAN, any_of
from kg.resources import sections

_WORDS = sections("project_words")
TIME = rf"(?:{any_of(_WORDS['time'])}|\d{{1,2}}月(?:\d{{1,2}}日|[份底初末]|[上中下]旬)?前?|\d{{4}}年[底初]?前?)"
AFTER = any_of(_WORDS["verb_after"])
_SIZED = rf"(?:(?:总投资|投资|占地|全长|总建筑面积)?{AMOUNT}(?:以上)?的|位于{HAN}{{2,8}}的)?"
GOVERNED = re.compile(rf"(?:{any_of(_WORDS['verb_before'])}了?{_SIZED}(?:[一二三四五六]期——)?|(?:投资|出资){AMOUNT}(?:兴建|建设|新建|修建|投建)的)[“（]?$")
SIZE = rf"(?:计划|概算|估算)?(?:总投资|投资|概算|估算|占地|用地|全长|总长|建筑面积)[额约达为]*{AMOUNT}"
DONE_BY = rf"由{HAN}{{2,24}}?(?:施工|承建|代建|负责建设)"
TOLD = re.compile(
    rf"[”）]?(?:{TIME}{{0,3}}(?:在{HAN}{{2,8}}(?:[镇村乡区县市园]))?{AFTER}|（[^）]*{AMOUNT}[^）]*）|，?{SIZE}|{DONE_BY}|的(?:开工|竣工|投产|通车)(?:时间|日期))"
)
STOP = r"(?:[首末]|第[一二三四五六七八九十])站(?:是|为|来到|就是|便是|选在|，)"
"""Of a round of visits: 第一站是|某某工地."""
VISITED = re.compile(rf"(?:{any_of(_WORDS['verb_visit'])}了?(?:位于)?|{STOP})(?:{HAN}{{2,8}}的)?$")
SEEN = re.compile(rf"(?:{any_of(_WORDS['verb_visit'])}了?[^，。；]*|{STOP}(?:{HAN}{{2,8}}的)?)$")
BEGUN = re.compile(rf"{any_of(sections('list_words')['begun'])}了?$")
SITED = re.compile(
    "[在于][^，。；、]{2,14}(?:投资)?(?:建设|新建|兴建|建|设立|布局|投建)$"
    rf"|(?:投资|出资){AMOUNT}(?:兴建|建设|新建|修建|投建)的$"
    f"|{HAN}{{2}}(?:路|街|大道|镇|乡|桥|湖)(?:[两东南西北]侧|沿线|附近|旁|以[东南西北])?的$"
)
WINDOW = 30
"""How far before a name its verb may stand, with an amount and a site between them."""


def is_built(line: Line, start: int, end: int) -> bool:
    """A verb of building right before the whole name, or its progress told right behind it."""
    return is_told(line, end) or (
        _ends(line, end) and bool(GOVERNED.search(line.text, max(0, start - WINDOW), start))
    )


def _ends(line: Line, end: int) -> bool:
    """No noun goes on (启动钟楼广场|地下空间开发), and it is not the owner of what is meant (打造某某中心|的承载区)."""
    follows = line.text[end : end + 1]
    if follows == "的" or not "\u4e00" <= follows <= "\u9fff":
        return follows != "的"
    return line.word_at(end).text in STOPS or line.word_at(end).pos[:1] not in "nsb"


def is_told(line: Line, end: int) -> bool:
    """Its progress or its amount follows: 某某大厦|年内封顶, 某某大桥|（1.1亿元）."""
    return bool(TOLD.match(line.text, end))


def is_begun(line: Line, start: int) -> bool:
    """A verb that says the building has come so far: 开工建设|某某社区."""
    return bool(BEGUN.search(line.text, max(0, start - WINDOW), start))


def is_sited(line: Line, start: int) -> bool:
    """Its site is told, so it is a definite one: 在某某物流园建设|某某处理中心."""
    return bool(SITED.search(line.text, max(0, start - WINDOW), start))


def is_seen(line: Line, start: int) -> bool:
    """Officials come to see it and other things: 察看了标准厂房和|垃圾焚烧发电项目."""
    return bool(SEEN.search(line.text, 0, start))


def is_visited(line: Line, start: int) -> bool:
    """A site that officials come to see: 来到港区的|某某物流中心."""
    return bool(VISITED.search(line.text, max(0, start - WINDOW), start))
