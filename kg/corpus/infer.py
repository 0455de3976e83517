"""Date, place and paper of a page that pages.toml does not know, from the page's own text."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.corpus.placing import place_of
from kg.corpus.repair import repair
from kg.corpus.script import simplified
from kg.model import Page

PARTIAL_DATE = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def is_partial_date(text: str) -> bool:
    """Whether a text is a date as precise as known: 2023, 2023-06 or 2023-06-21."""
    return PARTIAL_DATE.fullmatch(text) is not None


def inferred(page: Page) -> Page:
    """The page with what its text tells of the fields still empty, each so found named in `inferred`."""
    if page.newspaper and page.place and page.published:
        return page
    text = simplified(repair(page.raw).text)
    found = {"place": place_of(text)}
    told = {field: value for field, value in found.items() if value and not getattr(page, field)}
    return replace(page, inferred=frozenset(told), **told)
