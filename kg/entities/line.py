"""A sentence as the recognisers see it: its characters, its words, and how far a name may reach to the left."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.corpus.words import Word, is_word, words
from kg.model import Reading, Sentence, Span
from kg.resources import words as word_list

STOPS = frozenset(word_list("name_stops"))
CLOSERS = {"）": "（", "”": "“", "》": "《"}
INNER = frozenset("·—-－&＋+/#.")
"""Punctuation that stands inside names: 甲—乙工业园区, SMS·集团, 3.0示范工厂."""
LONGEST_NAME = 34
COUNTRY = frozenset("德美英法日韩俄欧意瑞荷加澳奥新以")
NOT_IN_NAMES = re.compile(r"[\s，。；：！？]|记者|通讯员|简称|下转|供图|摄）")
FRONT = re.compile(
    r"(?:全[球国省市县区]|国内|省内|市内)?(?:首|第[一二三四五六七八九十\d]+)[家个座批条届]?(?:专业类)?(?=.{3})|"
    r"(?:国家|省|市|县|区|世界|百亿|千亿)级(?:及以上)?(?=.{3})|[\d一二两三四五六七八九十百]+[多余]?[家个座条名所批](?=.{2})|"
    r"(?:\d{1,2}月(?:[底初末]|[上中下]旬|\d{1,2}日)?|“(?:重头戏|大块头|压舱石|领头羊|巨无霸|排头兵|风向标|头雁|链主)”|年内|年底|年初|月底|近年来?|今年|去年|明年|以来|其中|还有|还|以及|[中德美日韩英法我对][方]|“[^”]{1,8}”企业|[日德美韩台外港中]资企业|民营企业|国有企业|上市公司|龙头企业|央企|国企|民企|外企|德企|台企|日企|此后|随后|之后|如|即|由于|以|而)(?=.{2})"
)


STRONG = frozenset("以从在与由对将把为被及据等任兼受占到赴率")
NAME_ENDS = ("中心", "公司", "集团", "大学", "学院", "医院", "协会", "商会", "园", "港", "局", "委", "办", "政府", "市", "县", "区", "镇")


def _last_strong(piece: str) -> int:
    """Behind the last character of a word unknown to the dictionary that no name holds (以高|企, 据市), 0 for none."""
    return max((i + 1 for i, c in enumerate(piece) if c in STRONG), default=0)


@dataclass(frozen=True)
class Line:
    """One sentence; all offsets of its methods are local to `text`, `span` gives back clean ones.

    `text` is the simplified form (Reading.plain), `cuts` the positions between two words.
    """

    text: str
    start: int
    article: int
    words: tuple[Word, ...]
    cuts: frozenset[int]
    word_of: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, reading: Reading, sentence: Sentence) -> Line:
        span = sentence.span
        text = reading.plain[span.start : span.end]
        found = words(text)
        cuts = frozenset(w.start for w in found) | {len(text)}
        word_of = tuple(i for i, w in enumerate(found) for _ in range(w.end - w.start))
        return cls(text, span.start, sentence.article, found, cuts, word_of)

    def span(self, start: int, end: int) -> Span:
        return Span(self.start + start, self.start + end)

    def word_at(self, position: int) -> Word:
        """The word that covers a position."""
        return self.words[self.word_of[position]]

    def reach_left(self, end: int, inside: frozenset[str] = frozenset()) -> int:
        """Where a name that goes on at `end` may begin at the earliest: after the last stop word or mark.

        Brackets and quotes are taken whole (海港国际（某市）创新港), counts in front of a name are left out.
        `inside` are stop words that may stand inside names of this kind (某某环境|发展|有限公司), not at their front.
        """
        at = end
        while at > 0 and end - at < LONGEST_NAME:
            before = self.text[at - 1]
            if before in CLOSERS:
                opened = self.text.rfind(CLOSERS[before], max(0, at - 14), at - 1)
                if opened < 0 or NOT_IN_NAMES.search(self.text, opened, at):
                    break
                at = opened
                continue
            if self.text.endswith("——", 0, at):
                break
            if before in INNER or (before.isascii() and before.isalnum()):
                at -= 1
                continue
            if not "\u4e00" <= before <= "\u9fff":
                break
            word = self.word_at(at - 1)
            piece = self.text[word.start : at]
            if piece in STOPS and piece not in inside and not self._begins_name(word.start, at, end):
                break
            if piece in ("和", "与") and not self._joins(word.start, at):
                break
            if len(piece) > 1 and not is_word(word.text) and (cut := _last_strong(piece)):
                at = word.start + cut
                break
            at = word.start
        return self._without_front(at, end, inside)

    def _is_cut(self, at: int) -> bool:
        """Whether a word ends there: a count before 公司 does, one that begins a longer word (a town called 三家某) does not."""
        return at in self.cuts or not is_word(self.word_at(at).text)

    def _joins(self, start: int, at: int) -> bool:
        """Whether 和 or 与 stands inside a name (发展和改革) and not between two (某中心|和|某中心, 某地|与|某国组织)."""
        return not self.text.endswith(NAME_ENDS, 0, start) and self.word_at(at).pos != "ns" and self.text[at] not in "市省县区我"

    def _begins_name(self, start: int, at: int, end: int) -> bool:
        """A character that is mostly a stop word but begins a name here: 中德, 对德, 推动|中化学…有限公司."""
        piece = self.text[start:at]
        if at >= end or len(piece) > 1:
            return False
        if piece in "中对" and self.text[at] in COUNTRY:
            return True
        if piece != "中":
            return False
        return start == 0 or not "\u4e00" <= self.text[start - 1] <= "\u9fff" or self.word_at(start - 1).text in STOPS

    def _without_front(self, at: int, end: int, inside: frozenset[str]) -> int:
        """Drop what no name begins with: joints, counts (首家, 30个), time words, a verb that was allowed inside."""
        while at < end:
            if self.text[at] in INNER or self.text[at] in "”）":
                at += 1
            elif (front := FRONT.match(self.text, at, end)) and self._is_cut(front.end()):
                at = front.end()
            elif (word := self.word_at(at)).start == at and word.end < end and word.text in inside:
                at = word.end
            else:
                break
        return at

    def has_unknown(self, start: int, end: int) -> bool:
        """Whether a word of two and more characters stands there that the dictionary does not have (某创|电子)."""
        inside = self.words[self.word_of[start] : self.word_of[end - 1] + 1] if start < end else ()
        return any(len(w.text) > 1 and "\u4e00" <= w.text[0] <= "\u9fff" and not is_word(w.text) for w in inside)

    def is_proper(self, start: int, end: int) -> bool:
        """Whether the characters hold something that common words do not explain.

        A place or another name, Latin letters, a quotation, or a run of single characters that the
        dictionary could not join (海|铂|晶体).
        """
        run = 0
        for word in self.words[self.word_of[start] : self.word_of[end - 1] + 1] if start < end else ():
            if word.pos in PROPER_TAGS or word.text in "“”" or (word.text.isascii() and word.text.isalpha()):
                return True
            run = run + 1 if len(word.text) == 1 and "\u4e00" <= word.text <= "\u9fff" else 0
            if run >= 2:
                return True
        return False


PROPER_TAGS = frozenset({"ns", "nr", "nz", "nrt", "nrfg", "nt", "eng", "j", "x"}) - {"x"}
