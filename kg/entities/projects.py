"""Projects: works on ways and places, phases, buildings that are being built, and whatever is called 项目 or 工程."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.begins import begin, is_own
from kg.entities.endings import Endings, is_description
from kg.entities.enterprises import FULL
from kg.entities.line import Line
from kg.entities.patterns import AMOUNT, any_of
from kg.entities.ways import ways
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("project_words")
PHASES = Endings(_WORDS["phase"])
HEADS = Endings(_WORDS["head"])
WORKS = Endings(_WORDS["work"])
BUILDINGS = Endings(_WORDS["building"])
INNER_ENDINGS = frozenset(w for name in ("work", "building", "phase", "activity") for w in _WORDS[name])
_BEFORE = any_of(_WORDS["verb_before"])
_AFTER = any_of(_WORDS["verb_after"])
_TIME = r"(?:今年|明年|年内|[上下]半年|\d{1,2}月(?:\d{1,2}日|[底初])?|\d{4}年|昨天|昨日|日前|即将|已|正|全面|正式|顺利|如期|预计|计划|有望|主体|全线|加快|基本|同步|集中|尽快|早日|抓紧|全部|率先)"
GOVERNED = re.compile(rf"{_BEFORE}了?(?:(?:总投资|投资|占地|全长|总建筑面积)?{AMOUNT}(?:以上)?的|位于[\u4e00-\u9fff]{{2,8}}的)?(?:[一二三四五六]期——)?[“（]?$")
TOLD = re.compile(rf"[”）]?(?:{_TIME}{{0,2}}{_AFTER}|（[^）]*{AMOUNT}[^）]*）)")
INVESTED_BEFORE = re.compile(rf"总?投资(?:额)?{AMOUNT}(?:左右)?的")
NAME_AHEAD = re.compile(rf"[A-Za-z0-9.“”（）\u4e00-\u9fff]{{3,24}}?(?=等|项目|[，。；、]|{_TIME}*{_AFTER}|正在|已经?|将|由|位于|占地|目前|$)")
INVESTED_BEHIND = re.compile(
    rf"(?:签约|落户|引进|开工|投资|投资建设|投资兴建|兴建|新建|建设|合作)的(?P<name>[A-Za-z0-9“”（）\u4e00-\u9fff]{{3,24}}?)(?:项目)?(?:（[^）]*）)?，(?:项目|后者|该项目)?(?:计划|预计)?(?:总?投资|占地|用地|总建筑面积)[额均约]*{AMOUNT}"
)
FIRM_BEFORE = re.compile(r"[^，。；、]{2,}公司")
FIRM_END = re.compile(r"(?:公司|集团|企业|基金|银行|的.*|[个项家].*|项目)$")
OWNED = re.compile(r"的[A-Za-z0-9\u4e00-\u9fff]{2,16}?(?:项目|生产线|研发中心)(?=[，、（分落签开正，。]|$)")
NO_OWNER = re.compile(r"[市县区镇乡村园港城局委厅办部会院校年月日期家个项类型级性内外上下中元亩里的”人]$|方$|国$|省$")
VISITED = re.compile(rf"{any_of(_WORDS['verb_visit'])}了?(?:位于)?(?:[\u4e00-\u9fff]{{2,8}}的)?$")
GENERAL = frozenset(_WORDS["general"])
WORKSHOPS = frozenset(_WORDS["workshop"])
SITED = re.compile("[在于][^，。；、]{2,14}(?:投资)?(?:建设|新建|兴建|建|设立|布局|投建)$")
"""A building is a definite one where its site is told: 在某某物流园建设|国际快件处理中心."""
BUILT_ANEW = ("新建", "扩建", "改建", "技改")
BEGUN = re.compile(rf"{any_of(sections('list_words')['begun'])}了?$")
NOT_HEADED = re.compile(any_of(_WORDS["not_project"]))
COUNTED = re.compile(r"[约近共超]?[\d一二两三四五六七八九十]+[余多]?[个项只件]")
LIST_HEAD = re.compile(r"(?:等|[各多两]|[\d一二三四五六七八九十]+[余多]?[个项只大件]|一批|一些|这些|此类)(?:的)?$")
NUMBER = re.compile(r"[\d一二三四五六七八九十百]+[余多]?[个项只大件]")
CARRIED_OUT = re.compile("(?:实施|开展|深化|启动|推动|推进|落实|抓好|深入实施)$")
CAMPAIGN = re.compile(rf"{any_of(_WORDS['campaign'])}$")
ACTIVITIES = frozenset(_WORDS["activity"])
GROUP = re.compile(rf"(?:{any_of(_WORDS['group'])}|[级类型批些各])$")
SINGLE = re.compile(r"[，,（、：]|总投资|占地|正式|建设|在|已|自|由|是|落户|签约|开工|竣工|投产|位于|力争|加快|全面|计划|预计|现场|施工|工地|负责人|启动|奠基|动工|封顶|完工|通线|正在|投用|已于|将|今年|明年|日前|昨日")
HALLS = re.compile("标准厂房|厂房|车间|生产线|厂区")
PERIODICAL = re.compile("课程|培训|学员|班|刊|招聘|活动|讲座|工作|治疗|临床")


def projects(line: Line, names: tuple[Mention, ...]) -> Iterator[Mention]:
    """Candidates of every form; `names` are the line's firms, parks and institutions, on which phases may follow."""
    yield from _ways(line)
    yield from _phases(line, names)
    yield from _works(line)
    yield from _headed(line, names)
    yield from _buildings(line)
    yield from _invested(line)
    yield from _owners(line)


def _ways(line: Line) -> Iterator[Mention]:
    """A way with a work or stretch; a bare one only where it is being built or opened."""
    for start, end, told in ways(line):
        if told or (_is_built(line, start, end) and _is_definite_way(line, start, end)):
            yield _mention(line, start, end, "way_work" if told else "way_built", 0.85 if told else 0.75)


def _is_definite_way(line: Line, start: int, end: int) -> bool:
    """A named way, and not the place where something else is built (在|某某路|建设)."""
    return line.is_proper(start, end - 1) and line.text[start - 1 : start] not in ("在", "于", "沿", "至", "到", "以")


def _phases(line: Line, names: tuple[Mention, ...]) -> Iterator[Mention]:
    for found in PHASES.find(line):
        if PERIODICAL.match(line.text, found.end):
            continue
        before = found.ending_start - 2 if line.text.endswith(("项目", "工程"), 0, found.ending_start) else found.ending_start
        start = begin(line, _inner_ending(line, before))
        for name in names:
            if name.span.end - line.start == found.ending_start:
                start = min(start, name.span.start - line.start)
        if start < found.ending_start and not is_description(line, start, found.ending_start):
            halls = HALLS.match(line.text, found.end)
            yield _mention(line, start, halls.end() if halls else found.end, "phase", 0.85)


def _works(line: Line) -> Iterator[Mention]:
    """A building work on something proper that is no way: 某某广场1号楼改造, 某某闸断面整治提升工程."""
    for found in WORKS.find(line):
        start = begin(line, found.ending_start)
        if found.ending_start - start < 3 or is_description(line, start, found.ending_start):
            continue
        end = found.end + 2 if line.text.startswith("工程", found.end) else found.end
        if line.is_proper(start, found.ending_start) and (_closes(line, end) or end > found.end):
            yield _mention(line, start, end, "work", 0.7)


def _closes(line: Line, end: int) -> bool:
    return end == len(line.text) or line.text[end] in "，。；、）” " or bool(TOLD.match(line.text, end))


def _headed(line: Line, names: tuple[Mention, ...]) -> Iterator[Mention]:
    """某某项目, 某某工程: proper words, or a plain description that stands for one thing (合作的某某制造项目)."""
    for found in HEADS.find(line):
        if NOT_HEADED.match(line.text, found.end) or COUNTED.match(line.text, found.end):
            continue
        inner = _inner_ending(line, found.ending_start)
        start = _with_firm(line, begin(line, inner), found.ending_start, names)
        name = line.text[start : found.ending_start]
        if len(name) < 2 or GROUP.search(name) or LIST_HEAD.search(line.text, 0, start) or NUMBER.match(name) or is_description(line, start, found.ending_start):
            continue
        if found.ending == "工程" and not _is_building_work(line, start, inner, found.ending_start):
            continue
        proper = line.is_proper(start, found.ending_start)
        if proper or (len(name) > 3 and SINGLE.match(line.text, found.end)):
            yield _mention(line, start, found.end, "headed", 0.8 if proper else 0.6)


def _is_building_work(line: Line, start: int, inner: int, end: int) -> bool:
    """Not a campaign (超百|工程, 素质提升|工程): a work, a building, a place, or a quoted name that is no measure's."""
    if CAMPAIGN.search(line.text, start, end):
        return False
    if line.text[start] == "“":
        return not CARRIED_OUT.search(line.text, 0, start)
    if inner < end and line.text[inner:end] not in ACTIVITIES:
        return True
    return any(word.pos == "ns" for word in line.words[line.word_of[start] : line.word_of[end - 1] + 1])


def _inner_ending(line: Line, end: int) -> int:
    """Where the ending before a head begins (某某产业化|基地|项目), so that its noun of action is no verb."""
    for length in range(min(8, end - 2), 1, -1):
        if line.text[end - length : end] in INNER_ENDINGS:
            return end - length
    return end


def _with_firm(line: Line, start: int, end: int, names: tuple[Mention, ...]) -> int:
    """From the firm on that builds it where little else names it: 某某公司|新建|项目, but 新建|某某镀膜设备项目 by itself."""
    new = start - 2 if line.text[start - 2 : start] in BUILT_ANEW else start
    for name in names:
        first, last = name.span.start - line.start, name.span.end - line.start
        if name.kind is Kind.ENTERPRISE and last in (start, new):
            return first if end - start < 4 else new
        if name.kind is Kind.ENTERPRISE and first == start and name.text.endswith(FULL) and end - last >= 6:
            return last
    return start


def _buildings(line: Line) -> Iterator[Mention]:
    """A building that a verb of building governs, or of which is said how far it has come."""
    for found in BUILDINGS.find(line):
        start = begin(line, found.ending_start)
        if found.ending_start - start < 2 or is_description(line, start, found.ending_start):
            continue
        word = line.word_at(found.ending_start)
        if word.start < found.ending_start and word.end == found.end:
            continue
        if not _is_built(line, start, found.end) and not (found.ending in WORKSHOPS and _is_visited(line, start)):
            continue
        if is_own(line, start, found.ending_start):
            yield _mention(line, start, found.end, "building", 0.75)
        elif SITED.search(line.text, 0, start) or (
            found.ending not in GENERAL and (BEGUN.search(line.text, 0, start) or TOLD.match(line.text, found.end))
        ):
            yield _mention(line, start, found.end, "plain_building", 0.6)


def _invested(line: Line) -> Iterator[Mention]:
    """What an investment is told of: 总投资80亿元的|某某电池, 签约的|某某马达，总投资20亿元."""
    for hit in INVESTED_BEFORE.finditer(line.text):
        yield from _whole(line, hit.end(), hit.end())
    for hit in INVESTED_BEHIND.finditer(line.text):
        yield from _whole(line, hit.start("name"), hit.end("name"))


def _owners(line: Line) -> Iterator[Mention]:
    """Firms whose project is told: 某某氢动|的储氢瓶项目."""
    for hit in OWNED.finditer(line.text):
        start, end = begin(line, hit.start(), actions=False), hit.start()
        name = line.text[start:end]
        if 2 <= len(name) <= 12 and is_own(line, start, end) and not NO_OWNER.search(name) and not _is_place(line, start, end):
            yield Mention(line.span(start, end), name, Kind.ENTERPRISE, "owner_of_project", 0.6)


def _is_place(line: Line, start: int, end: int) -> bool:
    return all(word.pos == "ns" for word in line.words[line.word_of[start] : line.word_of[end - 1] + 1])


def _whole(line: Line, start: int, end: int) -> Iterator[Mention]:
    if end == start:
        name = NAME_AHEAD.match(line.text, start)
        end = name.end() if name else start
    if firm := FIRM_BEFORE.match(line.text, start, end - 4):
        start = firm.end()
    name_text = line.text[start:end]
    if len(name_text) >= 4 and not GROUP.search(name_text) and not is_description(line, start, end) and not FIRM_END.search(name_text):
        yield _mention(line, start, end, "invested", 0.65)


def _is_visited(line: Line, start: int) -> bool:
    """A site that officials come to see: 来到港区的|某某物流中心."""
    return bool(VISITED.search(line.text, max(0, start - 24), start))


def _is_built(line: Line, start: int, end: int) -> bool:
    """A verb of building right before the name, or its progress told right behind it."""
    if TOLD.match(line.text, end):
        return True
    return line.text[end : end + 1] != "的" and bool(GOVERNED.search(line.text, max(0, start - 30), start))


def _mention(line: Line, start: int, end: int, rule: str, confidence: float) -> Mention:
    return Mention(line.span(start, end), line.text[start:end], Kind.PROJECT, rule, confidence)
