"""Parks and zones by the form of their names; some name a definite zone by themselves on a page of its city."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.corpus.words import is_word
from kg.entities.begins import begin, is_own
from kg.entities.endings import Endings, anchored, cut_short, is_description
from kg.entities.line import STOPS, Line
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("park_words")
PLAIN = frozenset(_WORDS["plain"])
VAGUE = frozenset(_WORDS["vague"])
STRONG = frozenset(_WORDS["strong"]) | VAGUE | PLAIN
ALONE = frozenset(_WORDS["alone"])
PLACES_OF_ZONES = ("新城", "科技城", "科学城", "大学城", "开发区", "新区", "高新区")
SCHOOLS = ("大学", "学院", "校区")
LEVELS = ("市", "县", "省", "区", "镇", "乡")
SINGLE_VERBS = frozenset(["要用", *"里要用好会能让把被在"])
ZONES = tuple(sorted(ALONE))
COINED = frozenset(_WORDS["coined"])
INDUSTRIES = frozenset(sections("generic_words")["industry"])
BRANCHES = frozenset(industry + last for industry in INDUSTRIES for last in COINED)
"""A branch of industry and 园, 谷 or 港: 机器人谷, 医药港."""
ENDINGS = Endings({*BRANCHES, *(w for name in ("strong", "vague", "plain", "alone", "weak") for w in _WORDS[name])})
DIRECTIONS = frozenset(_WORDS["direction"])
GROUP_BEFORE = re.compile(r"(?:[各多两]|[\d一二三四五六七八九十]+[余多]?[个家座]|一批|[批类些级型]|以上|所有|相关|有关)(?:的|优质|特色|重点)?$")
GROUP_BEHIND = re.compile(r"[\d一二三四五六七八九十]+[余多]?[个家座]|化(?![工学])|负责人们|内外")
PRAISE = re.compile(r"(?:级|性|型|(?<!文)化|一流|领先|知名|特色|现代|[+＋])(?![工学园])|特色|综合性")
"""Words of praise in a name make it a wish: 百亿级|产业基地, 特色化|产业园, “互联网+…”特色|产业基地."""
WISHED = re.compile(r"(?:打造|形成|成为|建成|建设成?|争创|创建|培育|构建|变成|升级为)(?:为|了)?(?:[^，。；、]{0,10}的|一批|一个)?$")
BOUNDARY = re.compile(r"(?:建设|管委会|党工委|[一二三四]期|[、，。；”）和与及等的]|$|内)")
ALREADY_WORDS = re.compile(r"[公花校家田果庄菜茶乐游梨桃]园|幼儿园|植物园|动物园|[海渔避山峡河]港|香港|[山河峡低]谷")


def parks(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """Strong endings behind a proper word, bare zone names that stand alone, weak endings behind a proper word."""
    begins = sorted(m.span.start - line.start for m in places if len(m.text) > 1)
    for start, end, ending in ENDINGS.hits(line.text):
        if (cut_short(line, start, end) and line.word_at(end).end < end + 2) or GROUP_BEHIND.match(line.text, end):
            continue
        first = _anchored(line, begin(line, start, actions=ending not in ALONE), start, begins)
        if found := _judged(line, first, start, end, ending):
            yield found
    yield from _coined(line)


def _anchored(line: Line, first: int, start: int, begins: list[int]) -> int:
    """At a place inside what was reached, unless a single character before it belongs to the name (天|某湖)."""
    slogan = line.text.rfind("”", first, start) + 1
    if slogan and line.text[first] != "“" and is_own(line, slogan, start):
        first = slogan  # 打造“某某样板”某市经济区: the quotation belongs to what comes before
    at = anchored(line, first, start, begins)
    if line.text[first:at].endswith(ZONES):
        return first
    if first < at and len(line.word_at(at - 1).text) == 1 and line.text[at - 1] not in STOPS:
        return first
    return at


def _judged(line: Line, first: int, start: int, end: int, ending: str) -> Mention | None:
    """The park that is named there, if one is."""
    text = line.text
    leading = text[first:start]
    described = is_description(line, first, start)
    proper = is_own(line, first, start) or leading.startswith(ZONES) or leading.endswith(PLACES_OF_ZONES)
    grouped = bool(GROUP_BEFORE.search(text, max(0, first - 8), first))
    if ending in ALONE and not _is_owner(line, first, start, proper, described):
        return _alone(line, start, end, leading, described, grouped)
    if ending in ALONE and leading in LEVELS:
        return _mention(line, first, end, "zone_of_level", 0.85)
    if leading.endswith(SCHOOLS) and ending.endswith("园区"):
        return None
    if not leading and ending in BRANCHES and not grouped and BOUNDARY.match(text, end):
        return _mention(line, start, end, "branch_and_park", 0.6)
    if leading in DIRECTIONS and ending in STRONG and not grouped:
        return _mention(line, first, end, "park_of_direction", 0.75)
    if not leading or grouped or PRAISE.search(leading):
        return None
    if proper and (not described or leading.startswith(ZONES)):
        if ending in STRONG or ending in BRANCHES:
            return _mention(line, first, end, "park_ending", 0.92)
        return _mention(line, first, end, "weak_park_ending", 0.65) if end - first >= 5 else None
    if text[first] in LEVELS and first in line.cuts and len(ending) > 2 and ending in STRONG and not _has_verb(line, first, start):
        return _mention(line, first, end, "park_of_level", 0.8)
    if not described and ending in STRONG - VAGUE - PLAIN:
        return _mention(line, first, end, "unknown_before_park", 0.75)
    if ending in PLAIN and not WISHED.search(text, max(0, first - 24), first) and _of_industry(leading, described):
        return _mention(line, first, end, "park_of_industry", 0.75)
    return None


def _is_owner(line: Line, first: int, start: int, proper: bool, described: bool) -> bool:
    """Whether the words before a zone's kind are its own name: 某市|高新区, 市|经济开发区; not “…”最强音|港区."""
    leading = line.text[first:start]
    if not leading or "“" in leading:
        return False
    if _has_verb(line, first, start):
        return False
    if len(leading) > 6:
        return proper
    return not described or leading in LEVELS or leading.startswith(ZONES)


def _has_verb(line: Line, first: int, start: int) -> bool:
    """Whether dictionary words that no name holds stand there: 只是, 利用, 里要."""
    inside = line.words[line.word_of[first] : line.word_of[start - 1] + 1]
    return any(
        w.text in SINGLE_VERBS or (len(w.text) > 1 and (w.text in STOPS or (w.pos[:1] in "cdp" and is_word(w.text))))
        for w in inside
    )


def _alone(line: Line, start: int, end: int, leading: str, described: bool, grouped: bool) -> Mention | None:
    """港区, 高新区 by themselves; not 国家级|开发区, 各|园区, 现代|港城."""
    if (grouped and not leading) or PRAISE.search(leading) or line.text.endswith(("级", "各", "个", "类", "型", "业", "家", "域"), 0, start):
        return None
    if leading and described and not leading.endswith(("建设", "发展")):
        return None
    return _mention(line, start, end, "zone_alone", 0.85)


def _of_industry(leading: str, described: bool) -> bool:
    """A branch of industry, or a word that is no general one, in front: 新材料|产业园, 电竞|产业园."""
    return not described or any(industry in leading for industry in INDUSTRIES)


def _coined(line: Line) -> Iterator[Mention]:
    """Coined short names, which the dictionary does not have: 某药|园, 某创|园."""
    for at, word in enumerate(line.words):
        if word.text not in COINED or at == 0 or not BOUNDARY.match(line.text, word.end):
            continue
        first = word.start - 2
        if first < 0 or first not in line.cuts or ALREADY_WORDS.search(line.text[first : word.end]):
            continue
        if line.text[first : word.start] in STOPS or not line.text[first : word.start].isalpha():
            continue
        before = line.word_at(first - 1) if first else None
        if before is None or before.text in STOPS or not before.text.isalnum():
            yield _mention(line, first, word.end, "coined", 0.6)


def _mention(line: Line, start: int, end: int, rule: str, confidence: float) -> Mention:
    return Mention(line.span(start, end), line.text[start:end], Kind.PARK, rule, confidence)
