"""Lists as one: the entities that 、 and 和 join, with the noun that closes them (甲、乙等23个新建项目)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.facts.context import Context
from kg.model import Kind, Link, Span

MARKS = re.compile(r"[，；。：！？!?\n]|——")
NAMED = frozenset({Kind.PROJECT, Kind.PARK, Kind.INSTITUTION, Kind.ENTERPRISE})
_BEHIND = r"(?:项目|工程|公司|校区|园区|企业)?[”’》]?(?:（[^（）]{0,30}）)?"
_UNKNOWN = r"(?:(?:、|和|及|与)[^、，。；：的和及与]{2,18})"
"""An item of a list that nobody recognised: the list goes on behind it."""
_COUNT = r"(?:等|这|两|三|四|共)[^，。；、的]{0,4}?(?:[\d一二两三四五六七八九十百]+(?:余|多)?[个家只项座条处批](?:重点)?|一批)"
_NOUN = r"(?:项目|工程|企业|公司|载体|道路|铁路|高校|院所|机构|园区)(?!部|总)"
JOINT = re.compile(
    rf"^{_BEHIND}{_UNKNOWN}{{0,2}}(?:、|和|及|以及|与|或)[“‘]?"
    r"(?:[^、，。；“”（）]{0,12}(?:元|亩|平方米|平方公里|公里|[镇乡村县区市园]|街道)的|(?:全[省国市]|[^、，。；]{2,4}?)首家|[\u4e00-\u9fff]{1,3})?$"
)
TAIL = re.compile(
    rf"^{_BEHIND}(?:{_UNKNOWN}{{0,3}}(?:{_COUNT}|等)[^，。；：、的]{{0,14}}?{_NOUN})?(?:（[^（）]{{0,30}}）)?"
    rf"(?:等(?:一批)?|两处项目)?"
)
OWNING = re.compile(r"(?:(?:计划|拟|总|将)*投资[^，。；、的]{1,12})?的?(?:“|新建|扩建)?")
"""Between an item's investor and the item: 乙公司|投资8亿元的|某某项目."""


@dataclass(frozen=True, slots=True)
class Group:
    """Entities spoken of in one breath. `span` reaches from the first name to the end of the closing noun."""

    links: tuple[Link, ...]
    span: Span
    tail: str

    @property
    def entities(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(link.entity for link in self.links))

    def of_projects(self) -> bool:
        """Whether the names are projects, or the closing noun says that they are: 甲、乙等30个项目."""
        return all(link.kind is Kind.PROJECT for link in self.links) or bool(
            re.search("项目|工程|载体", self.tail)
        )


def pieces(context: Context, span: Span) -> list[Span]:
    """A span cut at its marks of punctuation, not within brackets, quotation marks and names."""
    text = context.reading.plain
    names = [link.span for link in context.links(span)]
    found = []
    start = span.start
    for mark in MARKS.finditer(text, span.start, span.end):
        inside = any(n.start <= mark.start() < n.end for n in names)
        if inside or _open(text, start, mark.start()):
            continue
        found.append(Span(start, mark.start()))
        start = mark.end()
    found.append(Span(start, span.end))
    return [piece for piece in found if text[piece.start : piece.end].strip()]


def _open(text: str, start: int, end: int) -> bool:
    return text.rfind("（", start, end) > text.rfind("）", start, end)


def _owns(text: str, firm: Link, following: Link | None, before: Link) -> bool:
    """甲公司的某某项目、|乙公司投资8亿元的|某某项目: the firm is no item, but tells whose the next one is."""
    if firm.kind is not Kind.ENTERPRISE or before.kind is not Kind.PROJECT or following is None:
        return False
    between = text[firm.span.end : following.span.start]
    return following.kind is Kind.PROJECT and OWNING.fullmatch(between) is not None


def groups(context: Context, span: Span, kinds: frozenset[Kind] = NAMED) -> list[Group]:
    """The lists of a clause in order; a name that stands alone is a list of one."""
    text = context.reading.plain
    runs: list[list[Link]] = []
    links = [link for link in context.links(span) if link.kind in kinds]
    owner: Link | None = None
    for link, following in zip(links, [*links[1:], None], strict=False):
        begin = owner.span.start if owner else link.span.start
        joined = bool(runs) and JOINT.match(text[runs[-1][-1].span.end : begin]) is not None
        owner = link if joined and _owns(text, link, following, runs[-1][-1]) else None
        if owner:
            continue
        if joined:
            runs[-1].append(link)
        else:
            runs.append([link])
    found = []
    for i, run in enumerate(runs):
        start, end = run[0].span.start, run[-1].span.end
        limit = runs[i + 1][0].span.start if i + 1 < len(runs) else span.end
        tail = TAIL.match(text[end:limit])
        length = tail.end() if tail else 0
        found.append(Group(tuple(run), Span(start, end + length), text[end : end + length]))
    return found
