"""Who holds an office: the name right behind a chain of offices, or the list of names behind it."""

from __future__ import annotations

import re

from kg.entities.line import Line
from kg.entities.names import Name, is_common, name_at
from kg.entities.offices import PARENTHESES, Chain
from kg.entities.rosters import Known, names_in_list

SPACE = re.compile(r"(?:\s|（兼）|（兼|：|:|——|同志|的)*")
COUNTED = re.compile(r"(?:共|有|共有|为)?[一二三四五六七八九十两\d]*[人位名]?[：:]")


def holders(line: Line, chain: Chain, known: Known, taken: frozenset[int] = frozenset()) -> list[Name]:
    """Who follows a chain of offices: one name, or names joined by 、 for an office that several may hold.

    `taken` are the local positions where other names begin: no person in a list begins there (、某某镇镇长).
    """
    at = _skip(line, chain.end - line.start)
    first = _list_after_count(line, chain)
    if first is not None:
        return list(names_in_list(line, first, known))
    name = name_at(line, at, known, behind_office=True)
    if name is None or name.sure < 0.25 or (line.text.endswith("的", 0, at) and (name.sure < 0.9 or is_common(line, name))):
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
