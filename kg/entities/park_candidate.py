"""An ending of zones in a line with the words before it, and what can be told of these."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from kg.corpus.words import is_word
from kg.entities.begins import is_own
from kg.entities.endings import is_description
from kg.entities.line import STOPS, Line
from kg.entities.patterns import NUMERAL, any_of
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("park_words")
ALONE = frozenset(_WORDS["alone"])
ZONES = tuple(sorted(ALONE))
OWNERS = _WORDS["owner"]
LEVELS = ("市", "县", "省", "区", "镇", "乡")
SINGLE_VERBS = frozenset(["要用", *"里要用好会让把被在"])
GROUP_BEFORE = re.compile(
    rf"(?:[各多两批类些级型]|{NUMERAL}[个家座]|一批|以上|所有|相关|有关)(?:的|优质|特色|重点)?$"
)
PRAISE = re.compile(rf"(?:{any_of(_WORDS['praise'])}|(?<!文)化|[+＋])(?![工学园])")
LONGEST_OWNER = 6


@dataclass(frozen=True)
class Candidate:
    """An ending in a line and the words before it that may be its name; offsets are local."""

    line: Line
    first: int
    start: int
    end: int
    ending: str

    @property
    def leading(self) -> str:
        return self.line.text[self.first : self.start]

    @cached_property
    def described(self) -> bool:
        """Only general words stand in front."""
        return is_description(self.line, self.first, self.start)

    @cached_property
    def proper(self) -> bool:
        """A name stands in front, or a zone of which this is a part (自贸区|某市联动创新区)."""
        leading = self.leading
        return (
            is_own(self.line, self.first, self.start) or leading.startswith(ZONES) or leading.endswith(OWNERS)
        )

    @cached_property
    def grouped(self) -> bool:
        """Many are meant: 各, 一批, 6家."""
        return bool(GROUP_BEFORE.search(self.line.text, max(0, self.first - 8), self.first))

    @cached_property
    def has_verb(self) -> bool:
        """Words that no name holds stand in front: 只是, 利用, 里要."""
        inside = self.line.words[self.line.word_of[self.first] : self.line.word_of[self.start - 1] + 1]
        return any(
            w.text in SINGLE_VERBS
            or (len(w.text) > 1 and (w.text in STOPS or (w.pos[:1] in "cdp" and is_word(w.text))))
            for w in inside
        )

    @cached_property
    def owned(self) -> bool:
        """What stands before a zone's kind is its own name: 某市|高新区, 市|经济开发区; not “…”最强音|港区."""
        leading = self.leading
        if not leading or "“" in leading or self.has_verb:
            return False
        if len(leading) > LONGEST_OWNER:
            return self.proper
        return not self.described or leading in LEVELS or leading.startswith(ZONES)

    @property
    def praised(self) -> bool:
        """Words of praise stand in front: 百亿级, 特色化, “互联网+”."""
        return bool(PRAISE.search(self.leading))

    def mention(self, rule: str, confidence: float, first: int | None = None) -> Mention:
        start = self.first if first is None else first
        span = self.line.span(start, self.end)
        return Mention(span, self.line.text[start : self.end], Kind.PARK, rule, confidence)
