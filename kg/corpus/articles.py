"""Paragraphs in reading order → articles: headline, byline, a speaker's head line, body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from kg.corpus.paragraphs import Paragraph


class Role(Enum):
    """What a paragraph is to its article."""

    HEADLINE = auto()
    BYLINE = auto()
    HEAD = auto()
    LEAD = auto()
    BODY = auto()
    CAPTION = auto()


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as paragraphs with their roles, before it has offsets."""

    parts: tuple[tuple[Role, Paragraph], ...]


BYLINE = re.compile(r"(?:本报|特约|见习|实习|首席|驻.{2,4})*(?:记者|通讯员|评论员)|文[/／:：]|.{0,12}(?:整理|报道)$")
CAPTION = re.compile(r".*(?:记者|通讯员).{2,8} ?摄$|.*（.{2,8}(?:供图|摄)）$")
LEAD = re.compile(r"(?:本报|[\u4e00-\u9fff]{1,4}报)讯|又讯|编者按")
PROSE = re.compile("[。；！？]|，.*，")
OFFICE = re.compile(r"(?:书记|主任|局长|市长|县长|区长|镇长|主席|部长|院长|检察长|秘书长|董事长|总经理|经理|会长|行长|校长|科长|处长|所长|站长|乡长|村长|理事长|厅长|总裁|组长|委员|常委) ?[\u4e00-\u9fff·]{2,5}$")


def role(paragraph: Paragraph) -> Role:
    """What a paragraph looks like by itself."""
    text = paragraph.text
    if LEAD.match(text):
        return Role.LEAD
    if len(text) <= 60 and BYLINE.match(text) and not PROSE.search(text):
        return Role.BYLINE
    if len(text) <= 60 and OFFICE.search(text) and not PROSE.search(text):
        return Role.HEAD
    if len(text) <= 300 and CAPTION.match(text):
        return Role.CAPTION
    if PROSE.search(text) or len(text) > 60:
        return Role.BODY
    return Role.HEADLINE


def articles(paragraphs: Iterable[Paragraph]) -> Iterator[Draft]:
    """The articles of a page, in order; no paragraph is lost."""
    parts: list[tuple[Role, Paragraph]] = []
    for paragraph in paragraphs:
        what = role(paragraph)
        if parts and _begins(what, [r for r, _ in parts]):
            yield Draft(tuple(parts))
            parts = []
        parts.append((what, paragraph))
    if parts:
        yield Draft(tuple(parts))


def _begins(what: Role, before: list[Role]) -> bool:
    """Whether a paragraph of this role begins an article after paragraphs of those."""
    above = {Role.HEADLINE, Role.BYLINE}
    if what is Role.HEAD or what is Role.LEAD:
        return not set(before) <= above
    if what is Role.HEADLINE:
        return not set(before) <= above
    return False
