"""Date, place and paper of a page that pages.toml does not know, from the page's own text."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.corpus.dating import date_of
from kg.corpus.placing import place_of
from kg.corpus.repair import repair
from kg.corpus.script import simplified
from kg.model import Page

NEWSPAPER = re.compile(
    r"([\u4e00-\u9fff]{2,4}(?:日报|晚报|时报|晨报|早报|商报))(?:社出版|社主办|社编印| ?国内统一)|来源[：:] ?([\u4e00-\u9fff]{2,4}(?:日报|晚报|时报|晨报|早报|商报))"
)
PARTIAL_DATE = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def is_partial_date(text: str) -> bool:
    """Whether a text is a date as precise as known: 2023, 2023-06 or 2023-06-21."""
    return PARTIAL_DATE.fullmatch(text) is not None


def inferred(page: Page) -> Page:
    """The page with what its text tells of the fields still empty, each so found named in `inferred`."""
    if page.newspaper and page.place and page.published:
        return page
    text = simplified(repair(page.raw).text)
    found = {"place": place_of(text), "published": date_of(text), "newspaper": _newspaper(text)}
    told = {field: value for field, value in found.items() if value and not getattr(page, field)}
    return replace(page, inferred=frozenset(told), **told)


def _newspaper(text: str) -> str:
    """The paper that says it prints the page, or from which the page was taken."""
    found = NEWSPAPER.search(text)
    return next(filter(None, found.groups()), "") if found else ""
