"""Projects: works on ways and places, phases, buildings that are being built, and whatever is called 项目 or 工程."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.endings import Endings, cut_short, is_description
from kg.entities.line import Line
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("project_words")


def _any(*names: str) -> str:
    listed = {w for name in names for w in _WORDS[name]}
    return "|".join(sorted(map(re.escape, listed), key=lambda w: (-len(w), w)))


WAY_WORK = re.compile(
    rf"(?:[\dA-Z]{{1,4}})?[\u4e00-\u9fff]{{0,8}}?(?:{_any('road')})(?:（[^）]{{2,16}}）)?"
    rf"(?:[\u4e00-\u9fff]{{1,8}}?[段境])?(?:[、\u4e00-\u9fff]{{0,10}}?)?(?:{_any('work')})(?:工程)?"
)
CONNECTED = re.compile(rf"[\u4e00-\u9fff]{{1,6}}(?:{_any('road')})(?:对接|接|至|连接)[\u4e00-\u9fff]{{2,10}}?(?:{_any('road')})(?:工程)?")
RAIL = re.compile(
    r"[\u4e00-\u9fff]{1,10}?(?:城际铁路|市域铁路|客运专线|疏港铁路|铁路专用线|铁路|高铁|轨道交通\d*号?线?|疏港高速|高速公路|高速)"
    r"(?:客运专线)?(?:（[^）]{2,12}）)?(?:[一二三四五]期|[\u4e00-\u9fff]{2,12}?段)?(?:工程)?"
)
PHASES = Endings(_WORDS["phase"])
HEADS = Endings(_WORDS["head"])
WORKS = Endings(_WORDS["work"])
BUILDINGS = Endings(_WORDS["building"])
BUILT = re.compile(
    r"开工|开建|建设|动工|破土|奠基|竣工|建成|投用|投产|启用|封顶|通车|完工|推进|加快|启动|规划|签约|落户|落地|改造|开仓|"
    r"在建|兴建|新建|扩建|洽谈|引进|提速|投资|打造|选址|运营|开业|开园|揭牌|施工|进驻|试运行|设立|筹建|布局"
)
NOT_HEADED = re.compile(r"^(?:部|组|方|化|量|制|总|经理|负责|名单|库|申报|审批|引建|建设的|信息|清单|招引|招商|源|征迁|为王)")
NOT_PROJECTS = re.compile(
    r"(?:^|的)(?:[一二三四五六七八九十\d]+[个项只批]|[大小]?(?:这|该|本|此|各|每|单)个?)?"
    r"(?:国家重点|省重大|市重点|省重点|苏州市重点|[省市]级重点|重点|重大|产业|新建|续建|签约|开工|在建|储备|人才|科研|合作)*(?:项目|工程)$"
)


def projects(line: Line, places: tuple[Mention, ...], names: tuple[Mention, ...]) -> Iterator[Mention]:
    """Candidates of every form; `names` are the line's firms, parks and institutions, on which phases may follow."""
    built = bool(BUILT.search(line.text))
    yield from _ways(line, built)
    yield from _phases(line, names)
    yield from _works(line)
    yield from _headed(line)
    if built:
        yield from _buildings(line, places)


def _ways(line: Line, built: bool) -> Iterator[Mention]:
    for pattern, rule in ((CONNECTED, "way_to_way"), (WAY_WORK, "way_work"), (RAIL, "rail")):
        for hit in pattern.finditer(line.text):
            way = re.search(_WAY_HEAD, hit[0])
            head = hit.start() + (way.start() if way else 0)
            start = max(hit.start(), line.reach_left(head)) if head > hit.start() else hit.start()
            name = line.text[start : hit.end()]
            if len(name) < 3 or head <= start or (rule == "rail" and not (built and not name.startswith(("该", "与", "中国")))):
                continue
            if is_description(line, start, head) or cut_short(line, head, hit.end()):
                continue
            yield _mention(line, start, hit.end(), rule, 0.85)


_WAY_HEAD = re.compile(rf"(?<=[\u4e00-\u9fff\d])(?:{_any('road')})")


def _phases(line: Line, names: tuple[Mention, ...]) -> Iterator[Mention]:
    for found in PHASES.find(line):
        start = found.start
        for name in names:
            if name.span.end - line.start == found.ending_start:
                start = min(start, name.span.start - line.start)
        if start < found.ending_start and not is_description(line, start, found.ending_start):
            yield _mention(line, start, found.end, "phase", 0.85)


def _works(line: Line) -> Iterator[Mention]:
    """A building work on something proper that is no way: 某某广场1号楼改造, 某某闸断面整治提升工程."""
    for found in WORKS.find(line):
        if found.ending_start - found.start < 3 or is_description(line, found.start, found.ending_start):
            continue
        if not line.is_proper(found.start, found.ending_start):
            continue
        end = found.end + 2 if line.text.startswith("工程", found.end) else found.end
        if re.match(r"(?:工程|项目|[、，。；等]|$|加快|已|进入|启动|完成|开工|竣工|建设)", line.text[found.end :]):
            yield _mention(line, found.start, end, "work", 0.7)


def _headed(line: Line) -> Iterator[Mention]:
    """某某项目, 某某工程: proper words, or a plain description that stands for one thing (合作的某某制造项目)."""
    for found in HEADS.find(line):
        if NOT_HEADED.match(line.text, found.end) or found.start == found.ending_start:
            continue
        name = line.text[found.start : found.end]
        if NOT_PROJECTS.search(name) or is_description(line, found.start, found.ending_start):
            continue
        proper = line.is_proper(found.start, found.ending_start)
        single = line.text[max(0, found.start - 1) : found.start] == "的" and re.match("[，,（、：]|正式|建设|在", line.text[found.end :])
        if found.ending_start - found.start < 2 or not (proper or single):
            continue
        yield _mention(line, found.start, found.end, "headed", 0.8 if proper else 0.6)


def _buildings(line: Line, places: tuple[Mention, ...]) -> Iterator[Mention]:
    """Something proper that is built in this sentence: 某某供应链创新中心竣工投产."""
    for found in BUILDINGS.find(line, ()):
        if found.ending_start - found.start < 2 or is_description(line, found.start, found.ending_start):
            continue
        clause = _clause(line, found.start, found.end)
        if line.is_proper(found.start, found.ending_start) and BUILT.search(clause):
            yield _mention(line, found.start, found.end, "building", 0.6)


def _clause(line: Line, start: int, end: int) -> str:
    """The words around a range up to the next comma or stop on either side."""
    first = max((line.text.rfind(mark, 0, start) for mark in "，。；"), default=-1) + 1
    last = min((at for mark in "，。；" if (at := line.text.find(mark, end)) >= 0), default=len(line.text))
    return line.text[first:start] + line.text[end:last]


def _mention(line: Line, start: int, end: int, rule: str, confidence: float) -> Mention:
    return Mention(line.span(start, end), line.text[start:end], Kind.PROJECT, rule, confidence)
