"""Names of events in a sentence: a noun of [meeting], [forum] … and the words before it that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.corpus.words import words
from kg.facts.dates import dates
from kg.facts.lexicon import alternatives, anywhere
from kg.facts.tellings import LIST, stretches, tidy
from kg.model import Span

NOUN_SECTIONS = ("meeting", "forum", "competition", "ceremony", "festival", "activity")
MORE = re.compile(r"[^，。；、：的]{0,24}")
SHORT_QUOTE = 2
"""Characters between a quote and its noun that are too few for a name: 第四次重点项目“云签约”."""
NUMBERED = re.compile(r"第?[一二三四五六七八九十\d]+[届次]")
SHORT_NAME = 6
"""Characters of a name that may be a common noun with a modifier."""
REACH = 120
"""Characters before its noun in which a name is looked for."""
PREPOSITIONS = frozenset("在于由将了是从把被以对为向")
DATELINE = re.compile(
    r"^.{0,4}(?:讯|电)?\s*[（(][^（）()]{0,40}(?:记者|通讯员)[^（）()]*[）)]|^(?:本报|又|[一-鿿]{1,2}报)讯\s?"
)
DAYTIME = re.compile(
    r"^(?:(?:上午|下午|晚上|晚间|晚|一早|当地时间|北京时间|起|\d{1,2}[时点](?:\d+分)?|[，、\s])+)"
)
CUES = (
    ("competition", re.compile(r"大赛|竞赛|比赛|联赛|决赛|锦标赛|邀请赛|挑战赛|运动会|大比武|马拉松")),
    ("signing", re.compile(r"(?:签约|签字)(?:[^，]{0,4}(?:仪式|会|活动)|”?$)")),
    ("groundbreaking", re.compile(r"(?:开工|奠基|动工|破土)[^，]{0,6}(?:仪式|活动|会|典礼)")),
    (
        "opening",
        re.compile(
            r"(?:揭牌|揭幕|开业|启用|落成|开馆|开园|投产|通车|首航|开仓|竣工)[^，]{0,4}(?:仪式|活动|典礼)"
        ),
    ),
    (
        "forum",
        re.compile(
            r"论坛|峰会|推介会|研讨会|说明会|对接会|洽谈会|博览会|交易会|展会|沙龙|路演|招商(?:大会|会)|讲坛|对话会|职教大会"
        ),
    ),
    ("award", re.compile(r"(?:颁奖|授牌|颁证)[^，]{0,4}(?:仪式|典礼)")),
    ("meeting", re.compile(r"(?:会议?|全会|大会|审议|党课|集体学习)$")),
)


@dataclass(frozen=True, slots=True)
class Name:
    """An event's name at its place in the sentence (relative), and the noun that ends it."""

    span: Span
    label: str
    noun: str

    @property
    def bare(self) -> bool:
        """Whether it is only a common noun: 会议, 签约仪式, 第三次会议."""
        return bool(re.fullmatch(alternatives(LIST, "bare"), self.label)) or self.label == self.noun

    @property
    def short(self) -> bool:
        """Whether it is so general that it takes the name of who holds it: 专题询问会."""
        general = len(self.label) <= SHORT_NAME and not self.definite and self.label.endswith("会")
        return self.bare or general or NUMBERED.match(self.label) is not None

    @property
    def definite(self) -> bool:
        """Whether it names a body or an ordinal, so that it is one certain event: 市委工作会议."""
        return bool(anywhere(LIST, "definite body").search(self.label))


def event_names(text: str, published: str) -> Iterator[Name]:
    """The names of a sentence in simplified script, in order."""
    cuts = [w.span for w in dates(text, published) if _cuts(w.text, text[w.span.end :])]
    for part in stretches(text):
        nouns = list(_noun().finditer(text, part.start, part.end))
        for i, match in enumerate(nouns):
            following = nouns[i + 1] if i + 1 < len(nouns) else None
            if following and _goes_on(text, match.end(), following, cuts):
                continue
            start = _start(text, part, match.start(), cuts)
            label = tidy(text[start : match.end()] + _closing(text, start, match.end()))
            if label:
                yield Name(Span(start, match.end()), label, match.group())


def kind_of(label: str) -> str:
    """The kind that an event's own name tells."""
    return next((kind for kind, cue in CUES if cue.search(label)), "other")


def noun_in(text: str) -> str:
    """The first noun of an event in a text, "" where there is none."""
    match = _noun().search(text)
    return match.group() if match else ""


@cache
def _noun() -> re.Pattern[str]:
    nouns = "|".join(alternatives(LIST, section) for section in NOUN_SECTIONS)
    return re.compile(rf"(?:{nouns})(?!{alternatives(LIST, 'no event behind')})")


def _cuts(when: str, behind: str) -> bool:
    """Whether a date is no part of a name: 昨天, 6月20日, 去年8月, but 2023 in 2023数字大会 is one."""
    return not re.fullmatch(
        r"\d{4}年?度?|(?:\d{4}年度?)?第?[一二三四]季度|[上下]半年|五一|十一|国庆|元旦|“[^”]*”[^”]*", when
    ) or behind.startswith("，")


def _goes_on(text: str, end: int, noun: re.Match[str], cuts: list[Span]) -> bool:
    """Whether the name does not end at a noun: 大会 in 人民代表大会第四次会议, 启动仪式暨…推进会."""
    gap = text[end : noun.start()]
    if any(end <= cut.start < noun.start() for cut in cuts) or not MORE.fullmatch(gap):
        return False
    if gap.startswith("暨"):
        return True
    return not anywhere(LIST, "held").search(gap) and not re.search(
        r"[上中期间指强要和与及并后前]|开了?", gap
    )


def _start(text: str, part: Span, noun: int, cuts: list[Span]) -> int:
    """Where a name begins: behind the last mark, date, verb or preposition before its noun."""
    start = part.start
    if match := DATELINE.match(text[start:noun]):
        start += match.end()
    start = _opening(text, max(start, noun - REACH), noun)
    start = max([start, *(c.end for c in cuts if start <= c.start and c.end <= noun)])
    for match in anywhere(LIST, "cut before name").finditer(text, start, noun):
        if not _quoted(text, start, match.start()):
            start = match.end()
    for word in words(text[start:noun]):
        if word.text in PREPOSITIONS and not _quoted(text, start, start + word.start):
            start += word.end
            break
    if text[start] in PREPOSITIONS:
        start += 1
    start = _behind_list(text, start, noun)
    if match := DAYTIME.match(text[start:noun]):
        start += match.end()
    while match := re.match(
        rf"(?:{alternatives(LIST, 'this one')}|[，、\s—■□●·：:]|和|与|及|暨|还|又|也|同时|现场|共同|隆重|正式)",
        text[start:noun],
    ):
        start += match.end()
    return start


def _opening(text: str, start: int, noun: int) -> int:
    """Behind the last open quote, blank or dash, outside closed quotes."""
    depth, i = 0, noun
    while i > start:
        c = text[i - 1]
        if c in "”）)’》":
            depth += 1
        elif c in "“（(‘《":
            if depth == 0 and noun - i > SHORT_QUOTE:
                return i
            depth -= 1
        elif depth == 0 and (c in "：: ■□●" or text[i - 2 : i] == "——"):
            return i
        i -= 1
    return start


def _behind_list(text: str, start: int, noun: int) -> int:
    """Behind the 、 or 和 of a list whose items before are events or bodies of their own: 省委、市委工作会议."""
    found = start
    for match in re.finditer(r"[、和与及]", text[start:noun]):
        before = text[found : start + match.start()]
        if _quoted(text, start, start + match.start()):
            continue
        bodies = match.group() == "、" and re.search(r"(?:[省市县区]委|政府)$", before)
        if bodies or re.search(rf"(?:{_noun().pattern}|[节周赛展])$", before):
            found = start + match.end()
    return found


def _quoted(text: str, start: int, position: int) -> bool:
    inside = text[start:position]
    return inside.count("“") > inside.count("”") or inside.count("（") > inside.count("）")


def _closing(text: str, start: int, end: int) -> str:
    """The closing quote or bracket that a name opened itself."""
    inside = text[start:end]
    return (
        text[end] if end < len(text) and text[end] in "”）" and inside.count("“") > inside.count("”") else ""
    )
