"""What 市, 县, 区, 镇 and 省 mean at a place of the page: whose 市委 that is."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Kind, Mention, Reading
from kg.resources import words as word_list
from kg.resources.divisions import Division, Level, divisions, expand, named, stem

TOWN = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:街道|[镇乡])|[\u4e00-\u9fff]{1,6}?村")
GOVERNED = re.compile(r"(?:市|县|区|省)?(?:委|人民政府|政府|人大|政协|纪委|[副代常]|[市县区省镇乡]长|方面|一方|党政代表团|代表团|领导)")
TOWN_LEVEL = re.compile("镇|乡|街道")
NO_TOWN = re.compile(r"^[省市县区]|城乡|农村|乡村|城镇")
AMBIGUOUS = frozenset(word_list("ambiguous_stems"))


NAMED_BY_PLACES = frozenset({Kind.INSTITUTION, Kind.ENTERPRISE, Kind.PROJECT, Kind.PARK})
"""What tells by its name which county an article is about: 某县人民医院启用，副县长张三致辞."""


@dataclass(frozen=True)
class Whereabouts:
    """The page's own place, and every place named with its position, by which levels are resolved."""

    reading: Reading
    home: str
    anchors: tuple[tuple[int, str], ...]
    """Positions and full names of places that govern what follows them (某市|委书记, 某市|党政代表团)."""
    towns: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, reading: Reading, mentions: tuple[Mention, ...]) -> Whereabouts:
        home = full_name(reading.page.place) if reading.page.place else ""
        anchors = []
        towns = []
        for mention in mentions:
            if mention.kind is Kind.PLACE:
                name = full_name(mention.text, home)
                if GOVERNED.match(reading.plain, mention.span.end):
                    anchors.append((mention.span.start, name))
                if name.endswith(("县", "区", "镇", "乡", "街道", "旗")):
                    towns.append((mention.span.start, name))
            elif mention.kind in NAMED_BY_PLACES and named(place := leading_place(mention.text)):
                towns.append((mention.span.start, full_name(place, home)))
            elif mention.kind is Kind.AGENCY and (place := leading_place(mention.text)):
                name = full_name(place, home)
                if GOVERNED.match(mention.text.removeprefix("中共"), len(place)):
                    anchors.append((mention.span.start, name))
                if name.endswith(("县", "区", "镇", "乡", "街道", "旗")):
                    towns.append((mention.span.start, name))
        return cls(reading, home, tuple(sorted(set(anchors))), tuple(sorted(set(towns))))

    def level(self, level: str, position: int) -> str:
        """The full name of the place that a bare level (市, 县, 区, 镇, 省, 国家) means at a clean position, or ""."""
        if level == "省":
            return self._carried(position, ("省",)) or province_of(self.home)
        if level in ("市", "州"):
            own = self.home if self.home.endswith(level) else prefecture_of(self.home)
            return self._carried(position, (level,)) or own
        if level in ("县", "区", "旗", "镇", "乡"):
            near = self._nearest_town(position, level)
            return near or (self.home if self.home.endswith(level) else "")
        return ""

    def _carried(self, position: int, endings: tuple[str, ...]) -> str:
        """The last governing place of that level before the position in the same sentence."""
        sentence = self.reading.sentence_at(position)
        if sentence is None:
            return ""
        last = bisect_right(self.anchors, (position, "\uffff"))
        for start, name in reversed(self.anchors[:last]):
            if start < sentence.span.start:
                break
            if name.endswith(endings) and start < position:
                return name
        return ""

    def _nearest_town(self, position: int, level: str) -> str:
        sentence = self.reading.sentence_at(position)
        if sentence is None:
            return ""
        begin = self.reading.articles[sentence.article].span.start
        before = [name for start, name in self.towns if begin <= start < position and name.endswith(level)]
        if before:
            return before[-1]
        anywhere = {name for _, name in self.towns if name.endswith(level)}
        return anywhere.pop() if len(anywhere) == 1 else ""


@lru_cache(maxsize=100_000)
def leading_place(name: str) -> str:
    """The division or town that a name begins with, as written: 某市, 某市某区, 某镇; "" where it begins otherwise."""
    bare = name.removeprefix("中共")
    found = _first_place(bare)
    while found and (further := _first_division(bare[len(found) :])):
        found += further
    town = TOWN.match(bare, len(found)) if named(found) else None
    return found + town[0] if town and len(town[0]) > 2 and not NO_TOWN.search(town[0]) else found


def _first_place(bare: str) -> str:
    if division := _first_division(bare):
        return division
    for length in range(min(6, len(bare) - 1), 1, -1):
        head = bare[:length]
        if expand(head) and head not in AMBIGUOUS:
            if (town := TOWN_LEVEL.match(bare, length)) and not named(head):
                return bare[: town.end()]  # a town may bear the name of a district far away: 曲某|镇
            level = bare[length : length + 1] in ("市", "县", "州") and not bare.startswith("市", length + 1)
            return bare[: length + 1] if level else head
    town = TOWN.match(bare)
    return town[0] if town and len(town[0]) > 2 and not NO_TOWN.search(town[0]) else ""


def _first_division(bare: str) -> str:
    """A division by its full name, the longest first."""
    return next((bare[:n] for n in range(min(11, len(bare) - 1), 1, -1) if named(bare[:n])), "")


def last_place(place: str) -> str:
    """Of 某市某区 the inner one."""
    inner = place
    while (first := _first_division(inner + " ")) and first != inner:
        inner = inner[len(first) :]
    return inner or place


def full_name(place: str, home: str = "") -> str:
    """A place's full name: 某某 → 某某市; of several divisions of one stem the one nearest to home, else the highest."""
    place = last_place(place)
    if named(place):
        return place
    if home and place == stem(home):
        return home  # the page knows better than the list whether its place is a county or a city by now
    candidates = expand(place)
    if not candidates:
        return place
    return max(candidates, key=lambda d: (_kinship(d, home), -d.level)).name


def _kinship(division: Division, home: str) -> int:
    own = named(home)
    if not own:
        return 0
    if division.name == home:
        return 3
    return 2 if own[0].parent in (division.adcode, division.parent) else int(division.adcode[:2] == own[0].adcode[:2])


def prefecture_of(place: str) -> str:
    """The city that a district or county lies in: on a page of 某区, 市委 is that of the city above it; "" where unknown."""
    above = {divisions()[d.parent].name for d in named(place) if d.parent and d.level is Level.COUNTY}
    return above.pop() if len(above) == 1 else ""


def province_of(place: str) -> str:
    """The province a place lies in, "" where unknown."""
    for division in named(place):
        above = divisions().get(division.adcode[:2].ljust(12, "0"))
        if above is not None and above.level is Level.PROVINCE:
            return above.name
    return ""

