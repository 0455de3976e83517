"""Parks and zones by the form of their names; some name a definite zone by themselves on a page of its city."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from kg.corpus.words import is_word
from kg.entities.begins import begin, is_own
from kg.entities.coined import BOUNDARY, COINED, coined
from kg.entities.endings import Endings, anchored, cut_short, is_description
from kg.entities.line import STOPS, Line
from kg.entities.patterns import NUMERAL, any_of
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("park_words")
PLAIN = frozenset(_WORDS["plain"])
VAGUE = frozenset(_WORDS["vague"])
STRONG = frozenset(_WORDS["strong"]) | VAGUE | PLAIN
ALONE = frozenset(_WORDS["alone"])
DIRECTIONS = frozenset(_WORDS["direction"])
INDUSTRIES = sections("generic_words")["industry"]
BRANCHES = frozenset(industry + last for industry in INDUSTRIES for last in COINED)
"""A branch of industry and 园, 谷 or 港: 机器人谷, 医药港."""
ENDINGS = Endings({*STRONG, *ALONE, *BRANCHES, *_WORDS["weak"]})
ZONES = tuple(sorted(ALONE))
OWNERS = _WORDS["owner"]
SCHOOLS = ("大学", "学院", "校区")
LEVELS = ("市", "县", "省", "区", "镇", "乡")
SINGLE_VERBS = frozenset(["要用", *"里要用好会让把被在"])
GROUP_BEFORE = re.compile(
    rf"(?:[各多两批类些级型]|{NUMERAL}[个家座]|一批|以上|所有|相关|有关)(?:的|优质|特色|重点)?$"
)
GROUP_BEHIND = re.compile(rf"{NUMERAL}[个家座]|化(?![工学])|内外")
PRAISE = re.compile(rf"(?:{any_of(_WORDS['praise'])}|(?<!文)化|[+＋])(?![工学园])")
WISHED = re.compile(rf"{any_of(_WORDS['wish'])}[为了]?(?:[^，。；、]{{0,10}}的|一[批个])?$")
KINDS_BEFORE = ("级", "各", "个", "类", "型", "业", "家", "域")
SHORTEST_WEAK, LONGEST_OWNER, WINDOW = 5, 6, 24


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

    def mention(self, rule: str, confidence: float, first: int | None = None) -> Mention:
        start = self.first if first is None else first
        span = self.line.span(start, self.end)
        return Mention(span, self.line.text[start : self.end], Kind.PARK, rule, confidence)


def parks(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """The zones of a line; `places` are its places, where names may begin."""
    spans = sorted((m.span.start - line.start, m.span.end - line.start) for m in places if len(m.text) > 1)
    for start, end, ending in ENDINGS.hits(line.text):
        inside_word = cut_short(line, start, end) and line.word_at(end).end < end + 2
        if inside_word or GROUP_BEHIND.match(line.text, end):
            continue
        first = _anchored(line, begin(line, start, actions=ending not in ALONE), start, spans)
        candidate = Candidate(line, first, start, end, ending)
        found = (mention for rule in RULES if (mention := rule(candidate)))
        yield from islice(found, 1)
    yield from coined(line)


def _anchored(line: Line, first: int, start: int, places: list[tuple[int, int]]) -> int:
    """At a place inside what was reached, unless what stands before it belongs to the name (天|某湖, 自贸区|某市)."""
    first = min((begins for begins, ends in places if begins < first < ends), default=first)
    slogan = line.text.rfind("”", first, start) + 1
    if slogan and line.text[first] != "“" and is_own(line, slogan, start):
        first = slogan  # 打造“某某样板”某市经济区: the quotation belongs to what comes before
    at = anchored(line, first, start, [begins for begins, _ in places])
    one_character = first < at and len(line.word_at(at - 1).text) == 1 and line.text[at - 1] not in STOPS
    return first if one_character or line.text[first:at].endswith(ZONES) else at


# ── rules ───────────────────────────────────────────────────────────────────────────────────────────────


def zone_alone(c: Candidate) -> Mention | None:
    """港区, 高新区 by themselves; not 国家级|开发区, 各|园区, 现代|港城."""
    if c.ending not in ALONE or c.owned or (c.grouped and not c.leading) or PRAISE.search(c.leading):
        return None
    if c.line.text.endswith(KINDS_BEFORE, 0, c.start):
        return None
    if c.leading and c.described and not c.leading.endswith(("建设", "发展")):
        return None
    return c.mention("zone_alone", 0.85, c.start)


def zone_of_level(c: Candidate) -> Mention | None:
    """市|高新区, 县|经济开发区, 镇|工业集中区, 市|科技创新园."""
    if c.ending in ALONE:
        return c.mention("zone_of_level", 0.85) if c.leading in LEVELS else None
    if not c.leading.startswith(LEVELS) or c.ending not in STRONG or len(c.ending) <= len("园区"):
        return None
    definite = c.first in c.line.cuts and not c.grouped and not PRAISE.search(c.leading) and not c.has_verb
    return c.mention("park_of_level", 0.8) if definite and not c.proper else None


def branch(c: Candidate) -> Mention | None:
    """机器人谷 without any word in front."""
    bare = not c.leading and c.ending in BRANCHES and not c.grouped
    return c.mention("branch_and_park", 0.6, c.start) if bare and BOUNDARY.match(c.line.text, c.end) else None


def of_direction(c: Candidate) -> Mention | None:
    """东部|新城, 临港|工业园."""
    fits = c.leading in DIRECTIONS and c.ending in STRONG and not c.grouped
    return c.mention("park_of_direction", 0.75) if fits else None


def of_name(c: Candidate) -> Mention | None:
    """Behind a proper word: 某某|产业园, 某某新城科教创新|核心区; not 百亿级|产业基地."""
    if not _is_single(c) or not c.proper or (c.described and not c.leading.startswith(ZONES)):
        return None
    if c.ending in STRONG or c.ending in BRANCHES or c.ending in ALONE:
        return c.mention("park_ending", 0.92)
    return c.mention("weak_park_ending", 0.65) if c.end - c.first >= SHORTEST_WEAK else None


def of_unknown(c: Candidate) -> Mention | None:
    """A word that is no general one before an ending that only zones have: 某湾|新城."""
    fits = _is_single(c) and not c.described and c.ending in STRONG - VAGUE - PLAIN
    return c.mention("unknown_before_park", 0.75) if fits else None


def of_industry(c: Candidate) -> Mention | None:
    """A branch of industry before an ending of single parks: 新材料|产业园; not 打造|文化产业园."""
    named = not c.described or any(industry in c.leading for industry in INDUSTRIES)
    wished = WISHED.search(c.line.text, max(0, c.first - WINDOW), c.first)
    return (
        c.mention("park_of_industry", 0.75)
        if _is_single(c) and c.ending in PLAIN and named and not wished
        else None
    )


RULES: tuple[Callable[[Candidate], Mention | None], ...] = (
    zone_alone,
    zone_of_level,
    branch,
    of_direction,
    of_name,
    of_unknown,
    of_industry,
)
"""The first that sees a park in a candidate says so."""


def _is_single(c: Candidate) -> bool:
    """Something stands in front, and it is no group, no wish and no school (某某大学|园区)."""
    if not c.leading or c.grouped or PRAISE.search(c.leading) or (c.ending in ALONE and not c.owned):
        return False
    return not (c.leading.endswith(SCHOOLS) and c.ending.endswith("园区"))
