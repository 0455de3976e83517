"""Persons: holders of an office, names in lists of leaders, speakers, and whoever is introduced by a noun for people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.line import Line
from kg.entities.names import Name, name_at
from kg.entities.offices import PARENTHESES, Chain, is_company
from kg.model import Kind, Mention, OfficePhrase
from kg.resources import words as word_list

Known = frozenset[str]

SPACE = re.compile(r"(?:\s|（兼）|（兼|：|:|——|同志|的)*")
COUNTED = re.compile(r"(?:共|有|共有|为)?[一二三四五六七八九十两\d]*[人位名]?[：:]")
LEADERS = re.compile(rf"(?:{'|'.join(sorted(word_list('leaders'), key=len, reverse=True))})(?:还有|有|为|：|:)?")
LED_LIST = re.compile(r"等(?:[省市县区镇州]|有关|在家|部分|老)*(?:领导|同志|人(?!口|才|员|数|次|大|民)|先生|院士|专家)")
AND_OTHERS = re.compile(r"(?<=[\u4e00-\u9fff])(?:及|以及|，以及|，还有)(?=[\u4e00-\u9fff]{2,4}、)")
NOUN = re.compile(
    rf"(?:{'|'.join(sorted(word_list('person_nouns'), key=len, reverse=True))})(?=[\u4e00-\u9fff])"
)
BYLINE = re.compile(r"(?:记者|通讯员|见习记者|实习生|责编|编辑|校对|摄影|总编|美编|版式|值班总编|特约记者|本版责编|整理|摄)[\s：:]*")
SPEECH = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:表示|说|介绍说|介绍|认为|指出|强调|告诉记者|坦言|透露|回忆|感慨|致辞|要求|希望|提到|谈到)(?=[，：:。“]|道)"
)
APPOINTED = re.compile(
    r"(?:（[男女]）)?(?:同志)?(?:因[\u4e00-\u9fff]{2,12}?)?(?:分别)?(?:获任|被任命为|当选为?|任|为|兼任|不再担任|不再任|辞去|的[^，。；]{2,30}?(?:职务|一职)|接任|担任|出任|履新|(?:还|也|又|既|正|就)?是|现任|曾任|历任|时任)"
)
ABOUT = re.compile(r"[\u4e00-\u9fff·]{2,12}?(?P<verb>先生|女士|同志[，：]|[，：]\s?[男女][，、]|(?:是|，)[^。]{0,30}(?:创办|创立|创始|毕业|出生|人才|博士|教授|党员|代表|企业家)|创办|创立|出生于|来自|毕业于)")
AGED = re.compile(r"\d{1,3}岁的?")
CAUSES = re.compile(r"(?:提请|的|为|兼任|任|辞去|主持|提名|同志|代表|、)")
ITEM = re.compile(r"[、，,和及与]|以及|及")


def holders(line: Line, chain: Chain, known: Known, taken: frozenset[int] = frozenset()) -> list[Name]:
    """Who follows a chain of offices: one name, or names joined by 、 for an office that several may hold.

    `taken` are the local positions where other names begin: no person in a list begins there (、某某镇镇长).
    """
    at = _skip(line, chain.end - line.start)
    first = _list_after_count(line, chain)
    if first is not None:
        return list(names_in_list(line, first, known))
    name = name_at(line, at, known, behind_office=True)
    if name is None or name.sure < 0.25 or (line.text.endswith("的", 0, at) and (name.sure < 0.9 or _is_common(line, name))):
        return []
    found = [name]
    while line.text.startswith("、", found[-1].end):
        following = name_at(line, found[-1].end + 1, known)
        if following is None or following.sure < 0.9 or following.start in taken:
            break
        found.append(following)
    return found


def _list_after_count(line: Line, chain: Chain) -> int | None:
    """“常务主席共六位：甲、乙” → where the list begins."""
    counted = COUNTED.match(line.text, chain.end - line.start)
    return counted.end() if counted and len(counted[0]) > 1 else None


def _skip(line: Line, at: int) -> int:
    while True:
        if space := SPACE.match(line.text, at):
            moved = space.end()
        if bracket := PARENTHESES.match(line.text, moved):
            moved = bracket.end()
        if moved == at:
            return at
        at = moved


def names_in_list(line: Line, start: int, known: Known, *, behind_office: bool = False) -> Iterator[Name]:
    """Names from `start` on, joined by 、 or 和, until something else comes."""
    at = start
    while at < len(line.text):
        name = name_at(line, at, known, behind_office=behind_office)
        if name is None or name.sure < 0.5:
            return
        yield name
        joint = ITEM.match(line.text, name.end)
        if joint is None:
            return
        at = joint.end()


def names_before(line: Line, end: int, known: Known) -> list[Name]:
    """Names joined by 、 that end at `end` (甲、乙、丙|等市领导), in order."""
    found: list[Name] = []
    at = end
    while at > 0:
        name = _name_ending(line, at, known)
        if name is None:
            break
        found.append(name)
        before = line.text[name.start - 1 : name.start]
        if before not in ("、", "和", "及", "与") or not before:
            break
        at = name.start - 1
    return found[::-1]


def _name_ending(line: Line, end: int, known: Known) -> Name | None:
    """The name that ends at `end`, begun at a mark or joint; the longest that is a name."""
    for length in (4, 3, 2):
        start = end - length
        if start < 0 or (start and line.text[start - 1] not in "、，,：:（。；和及与有是“" and start not in line.cuts):
            continue
        name = name_at(line, start, known)
        if name is not None and name.end == end and name.sure >= 0.5:
            return name
    return None


def leaders(line: Line, known: Known) -> Iterator[Name]:
    """市领导甲、乙、丙 and 甲、乙、丙等市领导: officials without a post."""
    for hit in LEADERS.finditer(line.text):
        yield from names_in_list(line, hit.end(), known)
    for hit in AND_OTHERS.finditer(line.text):
        others = list(names_in_list(line, hit.end(), known))
        if len(others) > 1 and all(name.sure >= 0.85 for name in others):
            yield from others
    for hit in LED_LIST.finditer(line.text):
        yield from names_before(line, hit.start(), known)


def introduced(line: Line, known: Known) -> Iterator[Name]:
    """客商张三, 村民李四."""
    for hit in (*NOUN.finditer(line.text), *AGED.finditer(line.text)):
        name = name_at(line, hit.end(), known)
        if name is not None and name.sure >= 0.6 and not _is_common(line, name):
            yield name


def bylines(line: Line, known: Known) -> Iterator[Name]:
    """记者 张三 李四, （王五）at the end of an article."""
    for hit in BYLINE.finditer(line.text):
        at = hit.end()
        while name := name_at(line, at, known):
            if name.sure < 0.9:
                break
            yield name
            at = SPACE.match(line.text, name.end).end()  # type: ignore[union-attr]
            if at == name.end and not line.text.startswith(("、", "/"), at):
                break
            at += line.text.startswith(("、", "/"), at)
    if closing := re.search(r"（([\u4e00-\u9fff]{2,4})）$", line.text):
        name = name_at(line, closing.start(1), known)
        if name is not None and name.end == closing.end(1):
            yield name


def speakers(line: Line, known: Known) -> Iterator[Name]:
    """A sentence or clause that begins with a name and goes on with a verb of speech: 张三表示，…"""
    for hit in SPEECH.finditer(line.text):
        name = _name_ending(line, hit.start(), known)
        if name is not None and name.start in _clause_starts(line) and not _is_common(line, name):
            yield name


def titled(line: Line, phrases: tuple[OfficePhrase, ...], known: Known) -> Iterator[Name]:
    """A name with its title right behind: 张三|总书记, 李四|市长, or in brackets: 王五（某局局长）."""
    for phrase in phrases:
        start = phrase.span.start - line.start
        bracket = line.text.endswith("（", 0, start)
        if bracket or (phrase.body is None and not is_company(phrase.title)):
            name = _name_ending(line, start - bracket, known)
            if name is not None and not _is_common(line, name):
                yield name


def founders(line: Line, known: Known) -> Iterator[Name]:
    """A sentence about somebody: 张三是某地人才，创办了…; 李四出生于…"""
    if (hit := ABOUT.match(line.text)) and (name := name_at(line, 0, known)):
        if name.end == hit.start("verb") and not _is_common(line, name):
            yield name


def appointed(line: Line, phrases: tuple[OfficePhrase, ...], known: Known) -> Iterator[Name]:
    """张三任某局局长, 免去李四的某局局长职务, 由王五提请: a name before a verb of appointment and an office."""
    if not phrases:
        return
    for start in _clause_starts(line):
        listed = list(names_in_list(line, start, known, behind_office=True))
        if listed and (verb := APPOINTED.match(line.text, listed[-1].end)):
            reach = verb.end()
            if any(-len(verb[0]) <= p.span.start - line.start - reach <= 12 for p in phrases) or "该职" in line.text[reach : reach + 3]:
                yield from listed


def caused(line: Line, known: Known, taken: frozenset[int]) -> Iterator[Name]:
    """由张三提请, 免去李四…职务, 任命王五为…"""
    for hit in re.finditer(r"(?:由|依|经|免去|任命|接受|提名|补选|选举|推选|增补|同意)(?=[\u4e00-\u9fff])", line.text):
        name = name_at(line, hit.end(), known)
        if name is None or name.sure < 0.5 or _is_common(line, name):
            continue
        if CAUSES.match(line.text, name.end) or (hit[0] == "免去" and name.end in taken):
            yield name
            if hit[0] == "免去":
                yield from _further_removed(line, name.end, known)


def _further_removed(line: Line, start: int, known: Known) -> Iterator[Name]:
    """免去张三的甲局局长、|李四|的乙局局长职务."""
    stop = line.text.find("职务", start)
    for joint in re.finditer("、", line.text[start : max(start, stop)]):
        name = name_at(line, start + joint.end(), known)
        if name is not None and line.text.startswith("的", name.end):
            yield name


def _clause_starts(line: Line) -> tuple[int, ...]:
    return (0, *(m.end() for m in re.finditer(r"[，。；：:、！？“（\s]|同意|决定|宣布|日|会议", line.text)))


def _is_common(line: Line, name: Name) -> bool:
    """A word of the dictionary that is no name there (高兴, 成功)."""
    word = line.word_at(name.start)
    return word.start == name.start and word.end >= name.end and not word.pos.startswith("nr")


def person(line: Line, name: Name, rule: str) -> Mention:
    return Mention(line.span(name.start, name.end), name.text, Kind.PERSON, rule, round(name.sure, 2))
