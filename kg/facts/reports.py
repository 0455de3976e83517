"""A page as its reporters filed it: an article falls into reports where “本报讯” or a reporter's line begins one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts.context import Context
from kg.model import Sentence, Span

DATELINE = re.compile(r"^(?:本报|又|[一-鿿]{1,4}报|新华社|据)?[^，。]{0,12}?讯\s?[（(]?|^本报[^，。]{0,6}讯")
BYLINE = re.compile(r"^(?:本报|见习|驻)*(?:记者|通讯员)[^，。！？；：]*$")
CREDIT = re.compile(r"(?:摄|图片?|文)$|^责编|^编辑")
TITLE_LENGTH = 48
"""A headline line in characters at most."""
END_MARKS = "。！？；：…”）)"


@dataclass(frozen=True, slots=True)
class Report:
    """The headlines and the sentences of one report; `titles` stand in it or directly above it."""

    article: int
    titles: tuple[Sentence, ...]
    body: tuple[Sentence, ...]

    @property
    def span(self) -> Span:
        """From its first to its last sentence (clean)."""
        every = (*self.titles, *self.body)
        return Span(min(s.span.start for s in every), max(s.span.end for s in every))


def reports(context: Context) -> Iterator[Report]:
    """The reports of a page in order."""
    titles: list[Sentence] = []
    body: list[Sentence] = []
    article = -1
    for sentence in context.sentences():
        begins = sentence.article != article or DATELINE.match(sentence.text) or BYLINE.match(sentence.text)
        if begins and (titles or body) and (sentence.article != article or body):
            yield Report(article, tuple(titles), tuple(body))
            titles, body = [], []
        article = sentence.article
        if BYLINE.match(sentence.text) or CREDIT.search(sentence.text):
            continue
        (titles if is_title(sentence) else body).append(sentence)
    if titles or body:
        yield Report(article, tuple(titles), tuple(body))


def is_title(sentence: Sentence) -> bool:
    """Whether a line stands by itself: a headline, a caption, a section's title."""
    text = sentence.text.strip()
    return len(text) <= TITLE_LENGTH and text[-1:] not in END_MARKS and not text.endswith("，")
