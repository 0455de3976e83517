"""Page → Reading: the stages of this package, a line each."""

from __future__ import annotations

from kg.corpus.articles import articles
from kg.corpus.columns import in_reading_order
from kg.corpus.lines import blocks
from kg.corpus.pieces import pieces
from kg.corpus.repair import repair
from kg.corpus.script import simplified
from kg.corpus.setting import set_page
from kg.model import Page, Reading


def read(page: Page) -> Reading:
    """A page as a person reads it: repaired, in order, cut into articles and sentences. Never fails."""
    repaired = repair(page.raw)
    ordered = in_reading_order(tuple(pieces(blocks(simplified(repaired.text)))))
    return set_page(page, repaired, tuple(articles(ordered)))
