"""Where the name of a site or an undertaking begins: nouns of action belong to it, what governs it does not."""

from __future__ import annotations

import re

from kg.corpus.words import is_word
from kg.entities.endings import GENERIC
from kg.entities.line import STOPS, Line
from kg.resources import sections

_PROJECT = sections("project_words")
_LIST = sections("list_words")


def any_of(words: object) -> str:
    """A regular expression for one of the words, the longest first."""
    listed = sorted(map(str, words), key=lambda w: (-len(w), w))  # type: ignore[call-overload]
    return "(?:" + "|".join(map(re.escape, listed)) + ")"


ACTION = any_of(_PROJECT["activity"])
ACTIONS = re.compile(rf"(?:{ACTION}[及和与]?)+")
ACTIONS_BEFORE = re.compile(rf"(?:{ACTION}[及和与]?)+$")
LOCATIVES = frozenset("上下前后里外大小")
"""Behind a place these begin the next one's name: 某市|下某港."""
ORDINAL = re.compile(r"第[一二三四五六七八九十\d]+$")
ORDERED = re.compile("人民|中医|中心|小学|中学|高级|医院|幼儿园|水厂|自来水|污水|实验|附属|职业|大桥|通道|机场|热电|变电")
"""What bears a number in its name: 第一|人民医院, 第三|水厂."""
WAY_CHARS = frozenset("路街桥河湖港")
"""With these no name begins: what stands before is part of it, though it looks like a stop word (某都|路)."""
NEW = re.compile("材料|能源|装备|一代|型|制造|媒体|基建|消费|零售|农业|兴产业")
WAY_END = re.compile(r"[段路线桥道]")
NOMINAL = re.compile(r"[用线型]|技术|产业|业|装备|设备|平台|系统|服务|中心|基地|园")
"""What follows a noun of action and not a verb: 生产|用设备, 制造|产业园."""
AMOUNT = r"(?:近|约|超|达|逾)?[\d.]+[多余]?[亿万千百]*(?:元|美元|欧元|港元|日元|英镑|人民币|亩|平方米|平方公里|公里)"
GRADE = (
    r"(?:\d{2,4}年度?|今年|去年|本年度?)?[\u4e00-\u9fff]{0,3}(?:重大|重点)(?:产业|建设|基础设施|民生|实施)?(?:项目|工程)"
    r"(?:——|—|-|：|“(?=[^”]*$))?"
)
FRONT = re.compile(
    rf"{GRADE}|(?:总投资|计划投资|投资|占地|总建筑面积)?{AMOUNT}(?:以上)?的?|(?:东|南|西|北|中)部(?=.{{2}})|"
    r"[\u4e00-\u9fff]{2,3}(?:首[家个座条]|第[一二三四五六七八九十]+[家个座条])|\d{4}年|以来|[一二三四五六七八九十]是|[中外德日美法英韩]方|"
    r"(?<=[\u4e00-\u9fff])和(?=县)|(?<=[的，。；])有(?![色研])|(?:已经?|正在?|先后|相继|陆续|成功|均|共|新)?(?:入驻|落户|引进|引入|集聚|汇聚)了?"
)
GOVERN = re.compile(rf"(?:{any_of(w for w in _LIST['govern'] if len(w) > 1)})(?![路街巷银集局村镇乡委])")
QUOTED_VERB = re.compile(r"“([\u4e00-\u9fff]{1,4})”")
FIRM_KIND = re.compile(any_of(_LIST["firm_kind"]))
LOOSE = frozenset("vdcpru")
"""Parts of speech with which no name begins: verbs, adverbs, conjunctions, prepositions, pronouns, particles."""
TIME = re.compile(r"(?!未来).*[年月日来前后初末底期]")


def begin(line: Line, end: int, *, actions: bool = True) -> int:
    """Where a name that goes on at `end` begins; `end` itself where nothing stands before it.

    With `actions` a noun of action right before `end` belongs to the name (某某研发|中心, but 服务|高新区).
    """
    at = line.reach_left(end)
    while (inner := _inner(line, at, end, actions)) < at:
        further = line.reach_left(inner)
        if further == inner and _is_action(line.text[inner:at]):
            break
        at = further
    return trimmed(line, at, end, rest=0)


def _inner(line: Line, at: int, end: int, actions: bool) -> int:
    """Where the words before `at` begin that stopped the reach but belong to the name; `at` where there are none.

    Nouns of action (研发及产业化|基地), the 用 of 生产用设备, adjectives made of verbs (支撑|性电源), 新 in 新材料, the 至 of a way (甲地至|乙地公路).
    """
    text = line.text
    if text[at - 1 : at] == "新" and (at == end or NEW.match(text, at)):
        return at - 1
    if text[at - 1 : at] == "用" and (use := ACTIONS_BEFORE.search(text[max(0, at - 8) : at - 1])):
        return at - 1 - len(use[0])
    if text[at - 1 : at] in LOCATIVES and at > 2 and line.word_at(at - 2).pos == "ns":
        return at - 1
    if ORDERED.match(text, at) and (ordinal := ORDINAL.search(text[max(0, at - 4) : at])):
        return at - len(ordinal[0])
    if text[at : at + 1] in WAY_CHARS and len(line.word_at(at).text) == 1 and text[at - 2 : at].isalpha():
        return at - 1
    if actions and (at == end or NOMINAL.match(text, at) or ACTIONS.fullmatch(text, at, end)):
        before = ACTIONS_BEFORE.search(text[max(0, at - 16) : at])
        return at - len(before[0]) if before else at
    if text[at] in "性型式" and at > 1:
        return line.word_at(at - 1).start
    if text[at - 1 : at] == "至" and WAY_END.search(text[at : end + 2]):
        return at - 1
    return at


def _is_action(words: str) -> bool:
    """Nouns of action with nothing before them are a verb: 推进|研发中心."""
    return bool(ACTIONS.fullmatch(words))


def is_own(line: Line, start: int, end: int) -> bool:
    """Whether a name of its own stands there: a proper word, or a word of two and more characters no dictionary has."""
    if line.is_proper(start, end):
        return True
    inside = line.words[line.word_of[start] : line.word_of[end - 1] + 1] if start < end else ()
    return any(len(word.text) > 1 and word.text.isalpha() and not is_word(word.text) for word in inside)


def trimmed(line: Line, start: int, end: int, *, loose: bool = True, rest: int = 2) -> int:
    """Past what stands in front of a name: grades, amounts, quoted verbs; with `loose` also verbs, adverbs, times.

    `rest` is how many characters at least stay.
    """
    dash = line.text.rfind("——", start, end)
    at = dash + 2 if dash >= 0 else start
    while at < end:
        further = _past_front(line, at, end)
        if further == at and loose:
            further = _past_loose(line, at, end)
        if further == at or further > end - rest:
            break
        at = further
    return at


def _past_front(line: Line, at: int, end: int) -> int:
    text = line.text
    for pattern in (FRONT, GOVERN, FIRM_KIND):
        if hit := pattern.match(text, at, end):
            return hit.end()
    if (quoted := QUOTED_VERB.match(text, at, end)) and quoted[1] in STOPS:
        return quoted.end()
    return at


def _past_loose(line: Line, at: int, end: int) -> int:
    word = line.word_at(at)
    if word.start == at and word.end <= end and len(word.text) > 1 and _is_loose(word.text, word.pos):
        return word.end
    return at


def _is_loose(word: str, pos: str) -> bool:
    """A dictionary word that opens no name: 近年来, 紧紧围绕, 轮到, 充分利用."""
    if len(word) == 4 and (word[2:] in STOPS):
        return True
    if pos == "t":
        return bool(TIME.fullmatch(word))
    return pos[:1] in LOOSE and pos != "vn" and is_word(word) and word not in GENERIC and not ACTIONS.fullmatch(word)
