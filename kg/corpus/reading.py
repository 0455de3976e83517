"""Page → Reading: the stages of this package, a line each."""

from __future__ import annotations

from kg.corpus.articles import articles
from kg.corpus.lines import blocks
from kg.corpus.paragraphs import paragraphs, rejoined
from kg.corpus.repair import repair
from kg.corpus.setting import set_page
from kg.model import Page, Reading


def read(page: Page) -> Reading:
    """A page as a person reads it: repaired, in order, cut into articles and sentences. Never fails."""
    repaired = repair(page.raw)
    found = (paragraph for block in blocks(repaired.text) for paragraph in paragraphs(block))
    return set_page(page, repaired, tuple(articles(rejoined(found))))
