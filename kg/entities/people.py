"""Persons without a list: introduced by a noun, speaking, appointed or removed, named in a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.line import Line
from kg.entities.names import Name, is_common, name_at
from kg.entities.offices import is_company
from kg.entities.patterns import any_of
from kg.entities.rosters import Known, name_ending, names_in_list
from kg.model import ORGANISATIONS, Mention, OfficePhrase
from kg.resources import words as word_list

NOUN = re.compile(
    rf"{any_of(word_list('person_nouns'))}(?=[\u4e00-\u9fff])"
)
AGED = re.compile(r"\d{1,3}岁的?")
BYLINE = re.compile(r"(?:记者|通讯员|见习记者|实习生|责编|编辑|校对|摄影|总编|美编|版式|值班总编|特约记者|本版责编|整理|摄)[\s：:]*")
BYLINE_JOINT = re.compile(r"\s*[、/]\s*|\s+")
SPEECH = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:表示|说|介绍说|介绍|认为|指出|强调|告诉记者|坦言|透露|回忆|感慨|致辞|要求|希望|提到|谈到)(?=[，：:。“]|道)"
)
APPOINTED = re.compile(
    r"(?:（[男女]）)?(?:同志)?(?:因[\u4e00-\u9fff]{2,12}?)?(?:分别)?(?:获任|被任命为|当选为?|任|为|兼任|不再担任|不再任|辞去|的[^，。；]{2,30}?(?:职务|一职)|接任|担任|出任|履新|(?:还|也|又|既|正|就)?是|现任|曾任|历任|时任)"
)
ABOUT = re.compile(r"[\u4e00-\u9fff·]{2,12}?(?P<verb>先生|女士|同志[，：]|[，：]\s?(?:[男女][，、]|拟任|现任|原任)|(?:是|，)[^。]{0,30}(?:创办|创立|创始|毕业|出生|人才|博士|教授|党员|代表|企业家)|创办|创立|出生于|来自|毕业于)")
ELECTED = frozenset({"选举", "补选", "推选", "增补", "任命"})
SCHOLAR = re.compile(r"(?:名誉|客座|首席)?(?:教授|副教授|研究员|副研究员|院士|博士|研究员级高工|老师|先生|女士)(?!生|后|级|楼|站|工作|[团点们等])")
SCHOLAR_BEHIND = ("由", "为", "是", "聘请", "邀请", "聘任", "请", "与", "和", "、", "：", "跟", "向", "对")
FOUNDS = re.compile("创办|创立|创建|兴办|开办")
BEFORE_FOUNDING = re.compile(
    r"(?:于?(?:\d{4}|[今去前])年(?:\d{1,2}月|年?[初底])?|于)?(?:一手|共同|出资|牵头|带头|合伙|独资|回乡|返乡)?$"
)
"""What stands between a founder and what he did: 2015年|创办."""
DECISION = re.compile(r"(?:由|依|经|免去|任命|接受|提名|补选|选举|推选|增补|同意)(?=[\u4e00-\u9fff])")
CLAUSE = re.compile(r"[，。；：:、！？“（\s]|同意|决定|宣布|日|会议")
DECIDED = frozenset({"免去", "接受"})
"""Behind these a rare surname is as likely as behind an office: 接受|问某某|辞去."""
HONOURED = re.compile("表彰|授予|荣获|获评|当选|评为|榜上有名|先进|劳模|标兵|十佳|入选")
CAUSES = re.compile(r"(?:提请|因[\u4e00-\u9fff]{2,10}辞去|辞去|的|为|兼任|任|辞去|主持|提名|同志|代表|、)")


SURE = 0.8
"""How sure a name must be that only its surroundings give away."""


def introduced(line: Line, known: Known) -> Iterator[Name]:
    """客商张三, 村民李四."""
    for hit in (*NOUN.finditer(line.text), *AGED.finditer(line.text)):
        name = name_at(line, hit.end(), known)
        if name is not None and name.sure >= 0.6 and not is_common(line, name):
            yield name


def bylines(line: Line, known: Known) -> Iterator[Name]:
    """记者 张三 李四, （王五）at the end of an article."""
    for hit in BYLINE.finditer(line.text):
        at = hit.end()
        while name := name_at(line, at, known):
            if name.sure < 0.9:
                break
            yield name
            joint = BYLINE_JOINT.match(line.text, name.end)
            if joint is None:
                break
            at = joint.end()
    if closing := re.search(r"（([\u4e00-\u9fff]{2,4})）$", line.text):
        name = name_at(line, closing.start(1), known)
        if name is not None and name.end == closing.end(1):
            yield name


def speakers(line: Line, known: Known) -> Iterator[Name]:
    """A sentence or clause that begins with a name and goes on with a verb of speech: 张三表示，…"""
    for hit in SPEECH.finditer(line.text):
        name = name_ending(line, hit.start(), known)
        if name is not None and name.start in _clause_starts(line) and not is_common(line, name):
            yield name


def titled(line: Line, phrases: tuple[OfficePhrase, ...], known: Known) -> Iterator[Name]:
    """A name with its title right behind: 张三|总书记, 李四|市长, or in brackets: 王五（某局局长）."""
    for phrase in phrases:
        start = phrase.span.start - line.start
        bracket = line.text.endswith("（", 0, start)
        if bracket or (phrase.body is None and not is_company(phrase.title)):
            name = name_ending(line, start - bracket, known)
            if name is not None and not is_common(line, name):
                yield name


def founders(line: Line, known: Known) -> Iterator[Name]:
    """A sentence about somebody: 张三是某地人才，创办了…; 李四出生于…"""
    for start in _clause_starts(line):
        hit, name = ABOUT.match(line.text, start), name_at(line, start, known)
        if hit and name and name.end == hit.start("verb") and not is_common(line, name):
            yield name


def scholars(line: Line, known: Known) -> Iterator[Name]:
    """A name between a verb or preposition and a title: 由张三|教授领衔, 院长为李四|研究员."""
    for hit in SCHOLAR.finditer(line.text):
        name = _name_behind(line, hit.start(), known) or name_ending(line, hit.start(), known)
        if name is None or name.sure < SURE or is_common(line, name):
            continue
        if line.text.endswith(SCHOLAR_BEHIND, 0, name.start) or line.word_at(name.start).pos.startswith("nr"):
            yield name


def _name_behind(line: Line, end: int, known: Known) -> Name | None:
    """A name that ends at `end` right behind 由 or 为, though the dictionary glues its first character to that."""
    for length in (4, 3):
        start = end - length
        if start > 0 and line.text[start - 1] in "由为" and (name := name_at(line, start, known)) and name.end == end:
            return name
    return None


def honoured(line: Line, bodies: tuple[Mention, ...], known: Known) -> Iterator[Name]:
    """A roll of honour: 某某医院|张三、某某中学|李四等当选."""
    if not HONOURED.search(line.text):
        return
    for end in sorted({m.span.end - line.start for m in bodies if m.kind in ORGANISATIONS}):
        name = name_at(line, end, known)
        if name is not None and name.sure >= SURE and line.text.startswith(("、", "等"), name.end) and not is_common(line, name):
            yield name


def natives(line: Line, known: Known) -> Iterator[Name]:
    """Somebody of a place who founded something: 某省人|张三|2015年创办的."""
    for hit in FOUNDS.finditer(line.text):
        before = BEFORE_FOUNDING.search(line.text, max(0, hit.start() - 12), hit.start())
        end = before.start() if before else hit.start()
        name = _name_behind(line, end, known) or name_ending(line, end, known)
        if name is None or name.sure < SURE or is_common(line, name):
            continue
        if line.text.endswith("由", 0, name.start) or _is_native(line, name.start):
            yield name


def _is_native(line: Line, at: int) -> bool:
    """Whether 人 of a place stands before it: 某省人|, 某市人|."""
    if not line.text.endswith("人", 0, at) or at < 3:
        return False
    word = line.word_at(at - 1)
    return (word.text == "人" and line.word_at(at - 2).pos == "ns") or (len(word.text) > 2 and word.pos in ("ns", "nz"))


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
    for hit in DECISION.finditer(line.text):
        name = name_at(line, hit.end(), known, behind_office=hit[0] in DECIDED)
        if name is None or name.sure < 0.5 or is_common(line, name):
            continue
        if hit[0] in ELECTED:
            yield from names_in_list(line, hit.end(), known)
        elif CAUSES.match(line.text, name.end) or (hit[0] == "免去" and name.end in taken):
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
    return (0, *(m.end() for m in CLAUSE.finditer(line.text)))
