"""Which names of one page are forms of one name: short and full firms, zones, projects.

Each function maps every name given to (canonical, label); a short form is joined only where just one full
form on the page explains it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from kg.entities.brands import TRADE
from kg.entities.coined import COINED
from kg.entities.enterprises import FULL
from kg.entities.identity import BRACKETS, firm_core, project_core
from kg.entities.park_candidate import ALONE
from kg.entities.whereabouts import leading_place
from kg.resources import sections

ZONE_KINDS = (
    "开发区",
    "高新技术产业园区",
    "保税区",
    "保税港区",
    "试验区",
    "经济区",
    "合作区",
    "度假区",
    "港区",
    "高新区",
    "新区",
    "园",
)
"""Ends of the full names that a kind of zone alone may stand for; a 核心区 is only a part of one."""
PLACE_INSIDE = re.compile(r"（([\u4e00-\u9fff]{2,4})）")
GROUP = "集团"
FIRM_AT_HEAD = re.compile(r"[^的]{2,24}?(?:有限责任公司|有限公司|公司|集团)(?=[^的].)")
SEAT = "总部"
"""A firm builds one of them: 某某电动工具全球总部 is 某某工具总部."""
PHASES = tuple(sections("project_words")["phase"])


LINE_NUMBER = re.compile(r"(?:地铁|轨道交通|城轨|[\u4e00-\u9fff]{2}(?=[A-Z]))?([A-Z]\d{1,2}线|[A-Z]?\d{1,2}号线)")
"""A page that speaks of one line of a number means it by every form: 地铁9号线 is its 轨道交通9号线一期."""


def _joined(names: Sequence[str], explains: Callable[[str, str], bool]) -> dict[str, str]:
    """Each name to the one longer name that explains it, else to itself; chains are followed to the end."""
    found = {}
    for name in names:
        full = [other for other in names if len(other) > len(name) and explains(other, name)]
        longest = [o for o in full if all(o == other or explains(o, other) for other in full)]
        found[name] = longest[0] if longest else name
    return found


def zones(names: Sequence[str]) -> dict[str, str]:
    """Park names to their fullest form on the page: 港区 → 某某港经济技术开发区."""
    return _joined(names, _zone_explains)


def _zone_explains(full: str, short: str) -> bool:
    """By a place, level or owner in front (某镇|某某产业园), a short kind (某某|经开区), a coined name (某药园)."""
    core = short[1:] if short[0] in "市县区" and short not in ALONE else short
    if short.endswith("开发区") and not short.endswith("高新技术产业开发区") and "高新" in full:
        return False  # where a city has both, the 开发区 is the economic one
    if full.endswith(core):
        owner = full[: -len(core)]
        if owner == leading_place(full) or len(owner) == 1 or (core not in ALONE and len(owner) <= 3):
            return True
    return is_short_kind(full, short) or is_coined(full, short)


def is_short_kind(full: str, short: str) -> bool:
    """The same begin, then a kind of zone written short: 经开区 for 经济技术开发区, 港区 for 港经济技术开发区."""
    if (
        not full.endswith(ZONE_KINDS)
        or full[-1] != short[-1]
        or ("园区" in full and not full.endswith("高新技术产业园区"))
        or ("保税" in full and "保" not in short)
    ):
        return False
    cut = next((i for i in range(len(short) - 1) if short[i:] in ALONE), None)
    if cut is None:
        return False
    place = leading_place(full)
    begins = full.startswith(short[:cut]) or full.removeprefix(place).startswith(short[:cut]) or place.endswith(short[:cut])
    return begins and _is_subsequence(short[cut:], full[cut:])


def is_coined(full: str, short: str) -> bool:
    """Three characters of the full name: 某创园 of 某某创新产业园; or two begins: 甲乙园区 of 甲某-乙某工业园区."""
    if len(short) == 4 and short.endswith("园区") and full.endswith("园区") and short[0] == full[0]:
        return any(mark + short[1] in full for mark in "-—－")
    return len(short) == 3 and short[-1] in COINED and full[-1] == short[-1] and _is_subsequence(short, full)


def _is_subsequence(short: str, full: str) -> bool:
    rest = iter(full)
    return all(c in rest for c in short)


def firms(names: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Firms: a short name that stands in one full name on the page is that firm's.

    Two firms of one own word, 苏州某某有限公司 and 沈阳某某有限公司, keep their places in their keys.
    """
    joined = _joined(names, _firm_explains)
    sharing: dict[str, set[str]] = defaultdict(set)
    for full in joined.values():
        sharing[firm_key(full)].add(firm_core(full))
    return {
        name: (firm_core(full) if len(sharing[firm_key(full)]) > 1 and full.endswith(FULL) else firm_key(full), full)
        for name, full in joined.items()
    }


def _firm_explains(full: str, short: str) -> bool:
    if not full.endswith((*FULL, "公司", "集团")):
        return False
    same = firm_core(full) == firm_core(short)
    if short.endswith(GROUP) and not same and (GROUP not in full or full.startswith(short)):
        return False  # 某某集团 is neither its daughter 某某特钢有限公司 nor its branch 某某集团华北公司
    core = firm_core(short)
    if short in full or core in BRACKETS.sub("", full):
        return True
    if is_shortened(firm_core(full), core):
        return True
    place = next((p for p in PLACE_INSIDE.findall(full) if p in core), "")
    own = core.replace(place, "") if place else ""
    return len(own) >= 2 and full.startswith(own)


def is_shortened(full: str, short: str) -> bool:
    """The own word behind the place, then some of the rest in its order: 甲远科技 of 某省甲远新材料科技."""
    own = full[len(leading_place(full)) :]
    return len(short) >= 4 and own[:2] == short[:2] and _is_subsequence(short, own)


def firm_at_head(project: str) -> str:
    """The firm that a project's name begins with, with its legal ending: 某某有限公司|二期; "" where none does."""
    found = FIRM_AT_HEAD.match(project)
    return found[0] if found else ""


def firm_key(name: str) -> str:
    """What stays the same between a firm's full and short name: its own word and its first trade."""
    core = firm_core(name)
    place = leading_place(core)
    if (
        place
        and len(core) - len(place) >= 3
        and name.endswith(FULL)
        and not core.startswith("港", len(place))
    ):
        core = core[len(place) :].removeprefix("市")
    while True:
        trades = [start for start, end, _ in TRADE.hits(core) if end == len(core)]
        if not trades or trades[-1] < 4:
            return core
        core = core[: trades[-1]]


def projects(names: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Projects: with or without 项目 and 工程; a short form that begins one longer name of the same phase."""
    cores = sorted({project_core(n) for n in names})
    joined = _joined(cores, _project_explains)
    longest: dict[str, str] = {}
    for name in sorted(names, key=lambda n: (len(n), n)):
        longest[joined[project_core(name)]] = name
    return {n: (joined[project_core(n)], longest[joined[project_core(n)]]) for n in names}


def _project_explains(full: str, short: str) -> bool:
    """A short form begins the full one (behind its place, before its one phase), ends it, or lacks a character of it."""
    if len(short) < 3:
        return False
    if number := LINE_NUMBER.fullmatch(short):
        return bool(re.search(rf"(?<!\d){number[1]}", full)) and not LINE_NUMBER.fullmatch(full.replace(short, "", 1) or "#")
    if full == short + _phase(full) or f"（{short}）" in full:
        return True
    if _phase(full) != _phase(short):
        return False
    if full.startswith(short) or full.removeprefix(leading_place(full)).startswith(short):
        return True
    if len(short) >= 6 and full.endswith(short):
        return True
    if full[:3] == short[:3] and full.endswith(SEAT) and short.endswith(SEAT):
        return True
    alike = full[:3] == short[:3] and full[-2:] == short[-2:] and len(full) - len(short) <= 2
    return alike and len(short) >= 6 and _is_subsequence(short, full)


def _phase(name: str) -> str:
    return next((p for p in PHASES if name.endswith(p)), "")
