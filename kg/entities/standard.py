"""One canonical name for every way in which a page writes an agency, a park, a place or an institution."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.entities.agencies import FULL, MATTER
from kg.entities.identity import organ
from kg.entities.park_candidate import ALONE
from kg.entities.parks import STRONG
from kg.entities.patterns import any_of
from kg.entities.whereabouts import Whereabouts, full_name, leading_place, province_of
from kg.model import Span
from kg.resources import sections
from kg.resources.divisions import named

SESSION = re.compile(r"^第?[一二三四五六七八九十\d]+届")
LEVELS = "省市县区州旗镇乡"
REGION = "自治区"
PARK_TAIL = re.compile(any_of(STRONG | ALONE) + "$")
ZONE_HEADS = tuple(sorted(sections("agency_words")["zone"], key=lambda w: (-len(w), w)))
CENTRAL = frozenset({"党中央", "中共中央", "中央委员会", "中共中央委员会"})
LEAGUE = re.compile(r"共青团|团(?=[省市县区州]委)")
BODY_TAIL = re.compile(r"(?:党委|党组|党总支|党支部|工会|团委|纪委)$")
ORGANISED = ("公司", "集团", "银行", "分行", "支行", "大学", "学院", "医院", "学校", "中学", "小学", "银行", "厂", "研究院", "协会", "商会")
PARTY = frozenset(sections("agency_words")["party"])
LEVEL_IN_WORD = re.compile(r"区域|区块|区间|市场|市民|市政|市区|县域|省际")
"""Words in which 区 or 市 is no level: 区域检测中心 is not of a 区."""
SCHOOL = re.compile(r"([一二三四五六七八九十]{1,2})([中小])$")
"""市|一中 is 市第一中学."""
RUN_ZONES = frozenset({"管委会", "管理委员会", "党工委"})
ZONE_BY_ORGAN = re.compile(r".{2,}(?:基地|示范区|景区|风景区|风景名胜区|度假区|管理区|流域|新镇|湖区|港)$")
"""What only a 管委会 of its own shows to be a zone: 某东基地|管委会."""
TOWN_TAIL = re.compile(r"(?:街道|[镇乡村])$")


@dataclass(frozen=True, slots=True)
class Standard:
    """`canonical` makes the id, `label` is what people read; `owner` is the length of the part that names the owner."""

    canonical: str
    label: str
    place: str = ""


def agency(name: str, span: Span, where: Whereabouts, zones: dict[str, str]) -> Standard:
    """An agency by place and organ: 市发改委 → 某某市发展和改革委员会. `zones`: park names of the page → their label."""
    found = _agency(name, span, where, zones)
    organ_name = found.label.removeprefix(found.place)
    if found.place and organ_name in PARTY:
        whole = f"{found.place}委{organ_name}"
        return Standard(found.place + "委" + organ(organ_name), whole, found.place)
    return found


def _agency(name: str, span: Span, where: Whereabouts, zones: dict[str, str]) -> Standard:
    if name in CENTRAL:
        return Standard("中共中央", name)
    bare = name.removeprefix("中共")
    if league := LEAGUE.match(bare):
        place = leading_place(bare[league.end() :])
        full = full_name(place, where.home) if place else where.level(bare[1], span.start)
        return Standard(f"{full}团委", bare, full)
    if BODY_TAIL.search(bare) and (of := BODY_TAIL.sub("", bare)).endswith(ORGANISED):
        return Standard(of + organ(bare[len(of) :]), bare)
    for zone, full in zones.items():
        if bare.startswith(zone) and len(bare) > len(zone):
            owner = park(full, where)
            return Standard(owner.canonical + organ(bare[len(zone) :]), owner.label + bare[len(zone) :])
    if place := leading_place(bare):
        full = full_name(place, where.home)
        rest = SESSION.sub("", bare[len(place) :])
        if not full.startswith(place) or place == full or _is_organ(rest):
            return Standard(full + organ(rest), full + rest, full)
        return Standard(bare, bare, full)
    if bare[0] in LEVELS and (full := where.level(bare[0], span.start)):
        rest = SESSION.sub("", bare[1:])
        return Standard(full + organ(rest), full + rest, full)
    if bare.startswith(REGION) and (full := province_of(where.home)).endswith(REGION):
        rest = bare.removeprefix(REGION)
        return Standard(full + organ(rest), full + rest, full)
    if bare.endswith("部") and bare not in PARTY:
        return Standard(bare, bare)  # a ministry: bureaus of a city are 局
    if where.home and (MATTER.fullmatch(bare) or FULL.fullmatch(bare)) and not bare.startswith(("国家", "中国")):
        full = where.level(where.home[-1], span.start) or where.home
        return Standard(full + organ(bare), full + bare, full)
    rest = bare[:1] + SESSION.sub("", bare[1:]) if bare[0] in LEVELS else bare
    return Standard(organ(rest), rest)


def _is_organ(rest: str) -> bool:
    """Whether an organ begins there, so that the place before it may be written out (某地|海事局, not 某地|医学院)."""
    return rest[:1] in ("委", "市", "县", "区", "省") or bool(MATTER.match(rest) or FULL.match(rest))


def park(name: str, where: Whereabouts) -> Standard:
    """A zone; one that is named by its kind alone (高新区) is that of the page's city."""
    if name in ALONE and where.home:
        return Standard(where.home + name, where.home + name, where.home)
    place = leading_place(name)
    if place and name[len(place) :] in ALONE:
        full = full_name(place, where.home)
        return Standard(full + name[len(place) :], name, full)
    if name.startswith("市") and where.home:
        return Standard(where.home + name[1:], where.home + name[1:], where.home)
    return Standard(name, name, full_name(place, where.home) if place else "")


def institution(name: str, span: Span, where: Whereabouts) -> Standard:
    """An institution; 市 and 省 in front are written out."""
    if (school := SCHOOL.search(name)) and (named(name[: school.start()]) or name[: school.start()] in LEVELS):
        name = f"{name[:school.start()]}第{school[1]}{'中学' if school[2] == '中' else '小学'}"
    if name[0] in "市省县区" and not LEVEL_IN_WORD.match(name) and (full := where.level(name[0], span.start)):
        return Standard(full + name[1:], full + name[1:], full)
    place = leading_place(name)
    return Standard(name, name, full_name(place, where.home) if place else "")


def parent_length(name: str) -> int:
    """How many characters of an agency's name are the name of the organ it is part of; 0 where it is part of none."""
    bare_at = 2 if name.startswith("中共") else 0
    bare = name[bare_at:]
    place = leading_place(bare)
    at = len(place) if place else 1 if bare[:1] in LEVELS else 0
    rest = bare[at:]
    if rest.startswith("委") and len(rest) > 1 and not rest.startswith(("委员", "委会")) and at:
        part = next((n for n in range(len(rest) - 1, 2, -1) if rest[1:n] in PARTY), 1)
        return bare_at + at + part
    for pattern in (FULL, MATTER):
        hit = pattern.match(rest)
        if hit and 2 <= hit.end() < len(rest) and not rest.startswith(("委", "办公室"), 0) and not _same_organ(rest, hit.end()):
            return bare_at + at + hit.end()
    return 0


def _same_organ(rest: str, end: int) -> bool:
    """政府办公室 and 人大常委会办公室 are parts; 监督局|管理委员会 is a bad cut."""
    return rest[end:].startswith(("会", "局", "厅", "院", "管理局", "监督局"))


def zone_part(name: str) -> int:
    """How many characters of a zone organ's name are the zone or town: 高新区|党工委 → 3; 0 where there is none."""
    for head in ZONE_HEADS:
        if name.endswith(head) and len(name) > len(head):
            zone = name[: -len(head)]
            if PARK_TAIL.search(zone) or TOWN_TAIL.search(zone) or (head in RUN_ZONES and ZONE_BY_ORGAN.search(zone)):
                return len(zone)
    for pattern in (MATTER,):
        for hit in pattern.finditer(name):
            zone = name[: hit.start()]
            if len(zone) >= 2 and PARK_TAIL.search(zone):
                return len(zone)
    return 0
