"""Party and state organs: a place or level, a matter or a fixed name, and the organs' parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.entities.endings import Endings
from kg.entities.line import STOPS, Line
from kg.entities.patterns import any_of
from kg.model import Kind, Mention
from kg.resources import sections

_WORDS = sections("agency_words")


_MATTER = any_of(_WORDS["matter"])
_ENDING = any_of(_WORDS["ending"])
MATTER = re.compile(rf"{_MATTER}(?:[和与]?{_MATTER})*{_ENDING}")
FULL = re.compile(rf"(?:(?:第?[一二三四五六七八九十\d]+届)?{any_of(_WORDS['full'])})")
PRESIDIUM = re.compile(r"(?:第?[一二三四五六七八九十\d]+届)?(?:人大|人民代表大会|政协)第?[一二三四五六七八九十\d]+次会议主席团")
RESIDENT = re.compile(r"驻[\u4e00-\u9fff]{1,6}?(?:办事处|联络处|代表处|招商处|办(?![公事理好学]))")
HOLDS_OFFICE = re.compile(r"[副代]?[省市县区镇乡]长|书记|主任|局长|部长")
HEADED = re.compile(r"(?:常务)?副?(?:书记|主任|主席|院长|检察长|部长|秘书长)")
"""纪委|书记 in a chain: an organ that needs no place of its own before its head."""
VILLAGE = ("村委会", "居委会")
YOUTH_LEAGUE = re.compile(r"团(?=[省市县区州]委)[省市县区州]委")
COMMITTEE = re.compile(r"(?<=[省市县区州盟旗地镇乡])委(?![员会托派培办内外身以属]|党校(?:研究生|函授|大学|在职))")
ZONE = re.compile(any_of(_WORDS["zone"]))
SUB = re.compile(rf"[\u4e00-\u9fff]{{2,12}}?{any_of(_WORDS['sub'])}(?![长员技研学教目])")
NATIONAL = re.compile(
    r"(?:国家税务总局[\u4e00-\u9fff]{2,9}?税务局|党中央|中共中央|国务院|全国人大常委会|全国人大|全国政协|中央纪委|中央军委|最高人民法院|最高人民检察院|"
    r"(?:国家|中国)[\u4e00-\u9fff]{2,10}?(?:委员会|总局|改革委|发改委|卫健委|总署|局|部|委)(?![队门长署员])|"
    r"(?<![\u4e00-\u9fff])(?:商务|铁道|卫生|建设|国土资源|环境保护|信息产业|外交|财政|教育|科技|工信|公安|民政|司法|生态环境|住建|交通运输|水利|农业农村|文化和旅游|自然资源|国防|工业和信息化|人社|国家安全|住房和城乡建设)部(?![长门队]))"
)
MINISTRY_ABROAD = re.compile(r"(?:联邦|合众国)[\u4e00-\u9fff]{2,14}?部(?![长门])")
LED = Endings(_WORDS["led"])
INSIDE = frozenset(sections("inside_names")["agency"])
BARE_ORGANS = frozenset({"管委会", "管理委员会", "党工委", "工委", "纪工委", "党委", "党组", *VILLAGE})
LEVELS = "省市县区州盟旗镇乡"
WITHOUT_PLACE = re.compile(r"(?:.{2,}[局厅部]|.{2,}委(?:员会)?|.{2,}办(?:公室)?)$")
NOT_AGENCIES = re.compile(
    r"^(?:[各本该两]|有关|相关|全[市县区省]|基层|农村|镇村|村级|社区|企业|机关|学校|高校|国有|新|所在|当地|联合|流动|区镇|两新|各级|所有|组建|成立)*"
    r"(?:党委|党组|党总支|党支部|村委会|居委会|工会|管委会|政府|人大|政协|法院|检察院|委员会|办公室|领导小组|指挥部|人民政府|专班|工作组|主席团|总部|招商局|分局)$"
)


def agencies(line: Line, bodies: tuple[Mention, ...]) -> Iterator[Mention]:
    """Organs of every level; `bodies` are the line's places, parks and organisations that an organ may belong to."""
    ends = {m.span.end - line.start: m.span.start - line.start for m in sorted(bodies, key=lambda m: -m.span.start)}
    found = list(_organs(line, ends))
    found += _led(line, bodies)
    yield from found
    yield from _parts(line, found)


def _organs(line: Line, ends: dict[int, int]) -> Iterator[Mention]:
    text = line.text
    owners = dict(ends)
    for hit in NATIONAL.finditer(text):
        yield _mention(line, hit.start(), hit.end(), "national_organ", 0.95)
    for hit in MINISTRY_ABROAD.finditer(text):
        yield _mention(line, ends.get(hit.start(), hit.start()), hit.end(), "ministry_abroad", 0.9)
    for pattern, rule in ((PRESIDIUM, "presidium"), (YOUTH_LEAGUE, "youth_league"), (RESIDENT, "resident_office"), (MATTER, "matter_organ"), (FULL, "full_organ"), (COMMITTEE, "committee")):
        for hit in pattern.finditer(text):
            for organ in _governed(line, hit.start(), hit.end(), rule, ends):
                owners.setdefault(organ.span.end - line.start, organ.span.start - line.start)
                yield organ
    for hit in ZONE.finditer(text):
        yield from _zone_organ(line, hit.start(), hit.end(), owners)


def _governed(line: Line, start: int, end: int, rule: str, ends: dict[int, int]) -> Iterator[Mention]:
    """An organ behind its place or level (某市|发改委, 市|委), or bare where nothing else can be meant (科技局)."""
    first = _with_place(line, start, ends)
    name = line.text[first:end]
    headed = rule == "full_organ" and first == start and HEADED.match(line.text, end) is not None
    if (NOT_AGENCIES.match(name) and not headed) or _goes_on(line, end):
        return
    if first < start or (rule in ("youth_league", "resident_office") and _boundary(line, start)):
        yield _mention(line, first, end, rule, 0.95)
    elif headed and _boundary(line, first):
        yield _mention(line, first, end, "bare_organ", 0.75)
    elif rule == "matter_organ" and len(name) >= 3 and WITHOUT_PLACE.match(name) and _boundary(line, first):
        yield _mention(line, first, end, "bare_organ", 0.75)


def _with_place(line: Line, start: int, ends: dict[int, int]) -> int:
    """Where the organ's place begins: over its level (市), its place, zone or town, and 中共."""
    at = start
    for _ in range(4):
        if at in ends:
            at = ends[at]
        elif at and line.text[at - 1] in LEVELS and (_boundary(line, at - 1) or (at - 1) in ends):
            at -= 1
        elif line.text[at - 1 : at] == "）" and (opened := line.text.rfind("（", max(0, at - 8), at)) > 0:
            if opened not in ends and opened + 1 not in ends.values():
                break
            at = opened
        elif line.text.endswith("中共", 0, at):
            at -= 2
        elif line.text.endswith("共青团", 0, at):
            at -= 3
        elif line.text.endswith("自治区", 0, at):
            at -= 3
        else:
            break
    return at


def _boundary(line: Line, at: int) -> bool:
    """Whether a name may begin here: at a word's start, after a mark or a stop word, not inside another word."""
    if at == 0 or not "\u4e00" <= line.text[at - 1] <= "\u9fff":
        return True
    before = line.word_at(at - 1)
    return before.end == at or before.text in STOPS or line.text[before.start : at] in STOPS


def _goes_on(line: Line, end: int) -> bool:
    """Whether the characters after it make it another word: 市政府|采购, 公安局|长, 政协|委员."""
    return line.text.startswith(("门", "采购", "代表", "性", "引导", "网站", "补贴", "投资", "服务热线", "工作报告", "研究生", "函授", "学历", "本科"), end)


ZONE_BEFORE = re.compile(r"(?:产业|工业|经济|高新|科技|服务业)(?:集聚|集中|示范|试验|合作|功能|发展|产业)区$")
"""产业集聚区|管委会 is of that zone, and of no 区."""


def _zone_organ(line: Line, start: int, end: int, ends: dict[int, int]) -> Iterator[Mention]:
    """党工委, 管委会, 党委 … of what stands before it: a zone, a town, a firm, or a name unknown so far."""
    text = line.text
    zone = ZONE_BEFORE.search(text, max(0, start - 8), start)
    first = _with_place(line, start, ends) if zone is None or start in ends else zone.start()
    if first == start and (left := line.reach_left(start, INSIDE)) < start:
        first = left
    name = text[first:end]
    if first < start and not NOT_AGENCIES.match(name) and not HOLDS_OFFICE.search(name):
        yield _mention(line, first, end, "zone_organ", 0.93)
    elif name in BARE_ORGANS and not text.startswith("会", end) and _boundary(line, start):
        yield _mention(line, start, end, "bare_zone_organ", 0.6)


TWO_LEVELS = re.compile("[省市县区州][和与及](?=[省市县区州])")
"""甲市和|州某局: the dictionary may join the three characters."""


def _led(line: Line, bodies: tuple[Mention, ...]) -> Iterator[Mention]:
    """A longer organ told by its ending alone: 某某建设协调办公室, 推进某某领导小组办公室, 某某检查分局."""
    begins = {m.span.start - line.start for m in bodies if m.kind is Kind.PLACE}
    for found in LED.find(line, bodies, INSIDE):
        joined = TWO_LEVELS.search(line.text, found.start, found.ending_start)
        first = joined.end() if joined else found.start
        name = line.text[first : found.end]
        if found.ending in ("局", "办公室", "海关") and not _is_bureau(first, name, begins):
            continue
        if found.ending_start - first >= 2 and not NOT_AGENCIES.match(name):
            yield _mention(line, first, found.end, "led_organ", 0.8)


def _is_bureau(start: int, name: str, begins: set[int]) -> bool:
    """局 by itself ends many words: only behind a place or a level, and not 格局, 布局, 开局."""
    return (start in begins or name[0] in LEVELS) and not NO_BUREAU.search(name)


NO_BUREAU = re.compile(r"(?:格|布|结|全|大|开|棋|僵|破|时|战|变|政|危|乱|邮|书|饭|赌|骗|入|出|定|终|新|董事)局$")


def _parts(line: Line, organs: list[Mention]) -> Iterator[Mention]:
    """An organ's part behind it: 市发改委|综合科, 省药监局|某地检查分局."""
    for organ in organs:
        at = organ.span.end - line.start
        if not (hit := SUB.match(line.text, at)):
            continue
        part = hit[0]
        if any(word in part for word in ("主任", "书记", "局长", "部长", "会议", "召开")):
            continue
        if part[0] in "和与及、" or not _part_ends(line, hit.end()):
            continue
        middle = line.words[line.word_of[at] : line.word_of[hit.end() - 1] + 1]
        if any(w.text in STOPS and w.text not in ("和", "与", "服务", "管理", "组织", "指导", "检查", "审议", "发展") for w in middle):
            continue
        yield _mention(line, organ.span.start - line.start, hit.end(), "organ_part", 0.88)


def _part_ends(line: Line, end: int) -> bool:
    """Whether the part's name can end there: before a mark or an office, or with a word."""
    return end >= len(line.text) or end in line.cuts or line.text[end] in "科处室股副主局部书站所队"


def _mention(line: Line, start: int, end: int, rule: str, confidence: float) -> Mention:
    return Mention(line.span(start, end), line.text[start:end], Kind.AGENCY, rule, confidence)
