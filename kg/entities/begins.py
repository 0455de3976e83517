"""Where the name of a site or an undertaking begins: nouns of action belong to it, what governs it does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.corpus.words import is_word
from kg.entities.endings import Ended, Endings, cut_short
from kg.entities.fronts import trimmed
from kg.entities.line import STRONG, Line
from kg.entities.patterns import any_of
from kg.resources import sections

_WORDS = sections("begin_words")
ACTION = any_of(sections("project_words")["activity"])
ACTIONS = re.compile(rf"(?:{ACTION}[及和与]?)+")
ACTIONS_BEFORE = re.compile(rf"(?:{ACTION}[及和与]?)+$")
INDUSTRY = re.compile(any_of(sections("generic_words")["industry"]))
INDUSTRY_BEFORE = re.compile(INDUSTRY.pattern + "$")
ATTACHED = ("配套", "附属", "相关")
"""Behind 及 these go with what stands before."""
JOINTS = frozenset("与和及")
LOCATIVES = frozenset("上下前后里外大小")
WAY_CHARS = frozenset("路街桥河湖港")
REGION = re.compile("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁新][东南西北中]")
NO_ADVERBS = frozenset("都应当便乃系即")
BUILDING = ("建设", "新建", "兴建", "投建", "开发", "打造", "筹建")
HAN = re.compile(r"[\u4e00-\u9fff]")
WAY_END = re.compile(r"[段路线桥道]")
ORDINAL = re.compile(r"第[一二三四五六七八九十\d]+$")
ORDERED = re.compile(any_of(_WORDS["ordered"]))
NEW = re.compile(any_of(_WORDS["new"]))
NOMINAL = re.compile(any_of(_WORDS["nominal"]))
LONGEST_ACTIONS, LONGEST_WAY = 16, 4


def ended(line: Line, endings: Endings) -> Iterator[Ended]:
    """The endings in a line that no longer word swallows; `start` is that of the ending, the name's is `begin`'s."""
    for start, end, ending in endings.hits(line.text):
        if not cut_short(line, start, end):
            yield Ended(start, start, end, ending)


def begin(line: Line, end: int, *, actions: bool = True) -> int:
    """Where a name that goes on at `end` begins; `end` itself where nothing stands before it.

    With `actions` a noun of action right before `end` belongs to the name (某某研发|中心, but 服务|高新区).
    """
    at = line.reach_left(end)
    while (inner := _inner(line, at, end, actions=actions)) < at:
        further = line.reach_left(inner)
        if further == inner and ACTIONS.fullmatch(line.text, inner, at):
            break  # nothing before the noun of action: it is the verb that governs the name (推进|研发中心)
        at = further
    return trimmed(line, at, end, rest=0)


def _inner(line: Line, at: int, end: int, *, actions: bool) -> int:
    """Where the words before `at` begin that stopped the reach but belong to the name; `at` where there are none."""
    for rule in INNER:
        if (found := rule(line, at, end)) < at:
            return found
    return action(line, at, end) if actions else at


def new(line: Line, at: int, end: int) -> int:
    """新|材料产业园, 某市新|机场."""
    return at - 1 if line.text[at - 1 : at] == "新" and (at == end or NEW.match(line.text, at)) else at


def use(line: Line, at: int, _end: int) -> int:
    """半导体生产用|镀膜设备, 医疗用|材料."""
    if at < 2 or line.text[at - 1] != "用":
        return at
    before = ACTIONS_BEFORE.search(line.text[max(0, at - LONGEST_ACTIONS) : at - 1])
    if before:
        return at - 1 - len(before[0])
    return at - 1 if line.word_at(at - 2).pos.startswith("n") else at


def region(line: Line, at: int, _end: int) -> int:
    """A part of a province by its short name: 黔中|某某产业园, 苏南|某某基地."""
    return at - 2 if REGION.fullmatch(line.text, max(0, at - 2), at) and at - 2 in line.cuts else at


def attached(line: Line, at: int, _end: int) -> int:
    """某某水厂及|配套管网."""
    return at - 1 if line.text[at - 1 : at] == "及" and line.text.startswith(ATTACHED, at) else at


def locative(line: Line, at: int, _end: int) -> int:
    """Behind a place these characters begin the next one's name: 某市|下某港."""
    follows_place = at > 2 and line.word_at(at - 2).pos == "ns"
    return at - 1 if line.text[at - 1 : at] in LOCATIVES and follows_place else at


def ordinal(line: Line, at: int, _end: int) -> int:
    """市第一|人民医院, 第三|水厂."""
    number = ORDINAL.search(line.text[max(0, at - 4) : at])
    return at - len(number[0]) if number and ORDERED.match(line.text, at) else at


def way(line: Line, at: int, _end: int) -> int:
    """No name begins with 路: what stands before belongs to it, though it looks like a stop word (某都|路)."""
    text = line.text
    if text[at : at + 1] not in WAY_CHARS or not HAN.match(text, at - 1) or text[max(0, at - 2) : at - 1].isdigit():
        return at
    word = line.word_at(at).text
    return at - 1 if len(word) == 1 or (not is_word(word) and text[at - 1] not in STRONG) else at


def governed(line: Line, at: int, _end: int) -> int:
    """Behind a verb of building these are no adverbs but begin a name: 建设|都某山度假区."""
    return at - 1 if line.text[at - 1 : at] in NO_ADVERBS and line.text.endswith(BUILDING, 0, at - 1) else at


def adjective(line: Line, at: int, _end: int) -> int:
    """A verb made an adjective: 支撑|性电源, 引领|型项目."""
    return line.word_at(at - 1).start if at > 1 and line.text[at] in "性型式" else at


def from_to(line: Line, at: int, end: int) -> int:
    """The 至 of a way: 甲地至|乙地公路."""
    return (
        at - 1 if line.text[at - 1 : at] == "至" and WAY_END.search(line.text[at : end + LONGEST_WAY]) else at
    )


def joint(line: Line, at: int, _end: int) -> int:
    """Two branches of industry in one name: 医药与|器械产业园."""
    text = line.text
    joined = text[at - 1 : at] in JOINTS and INDUSTRY.match(text, at)
    return at - 1 if joined and INDUSTRY_BEFORE.search(text[max(0, at - 7) : at - 1]) else at


INNER: tuple[Callable[[Line, int, int], int], ...] = (
    new,
    region,
    use,
    locative,
    ordinal,
    way,
    governed,
    from_to,
    joint,
    attached,
    adjective,
)
"""Each says where the words before `at` begin, or `at` where it sees nothing; the first that sees something counts."""


def action(line: Line, at: int, end: int) -> int:
    """Nouns of action before an ending or a noun: 研发及产业化|基地, 制造|产业园."""
    text = line.text
    if not (at == end or NOMINAL.match(text, at) or ACTIONS.fullmatch(text, at, end)):
        return at
    before = ACTIONS_BEFORE.search(text[max(0, at - LONGEST_ACTIONS) : at])
    return at - len(before[0]) if before else at


def is_own(line: Line, start: int, end: int) -> bool:
    """Whether a name of its own stands there: a proper word, or a longer word that no dictionary has."""
    if start >= end or line.is_proper(start, end):
        return start < end
    inside = line.words[line.word_of[start] : line.word_of[end - 1] + 1]
    return any(len(word.text) > 1 and word.text.isalpha() and not is_word(word.text) for word in inside)
