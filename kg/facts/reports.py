"""A page as its reporters filed it: an article falls into reports where “本报讯” or a reporter's line begins one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.facts.context import Context, per_page
from kg.model import Link, Sentence, Span

DATELINE = re.compile(
    r"^(?:本报|又|[一-鿿]{1,4}报|新华社|据)?[^，。]{0,12}?讯\s?[（(]|^本报[^，。]{0,6}讯|^又讯"
)
BYLINE = re.compile(r"^(?:本报|见习|驻)*(?:记者|通讯员)[^，。！？；：]*$")
CREDIT = re.compile(r"摄$|[图文]$|^(?:责编|编辑|本版)|供图）$")
CAPTION = re.compile(r"^(.{6,}?)\s?(?:本报|通讯员|记者|\s)*[一-鿿]{2,4}\s?摄$")
BULLETS = "▲△◆◇▶★※●○◎"
QUOTES = str.maketrans("「」『』", "“”‘’")
TITLE_LENGTH = 80
"""A headline or caption in characters at most."""
END_MARKS = "。！？；：…，”）)"


@dataclass(frozen=True, slots=True)
class Report:
    """The headlines and the sentences of one report; `titles` stand in it or directly above it."""

    index: int
    titles: tuple[Sentence, ...]
    body: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a report; `text` is in simplified script, and positions in it count from its start."""

    context: Context
    report: Report
    sentence: Sentence
    text: str

    @property
    def title(self) -> bool:
        """Whether it is a headline or a caption."""
        return self.sentence in self.report.titles

    @property
    def leads(self) -> bool:
        """Whether it tells the news: a headline, or the first sentence of the report."""
        return self.title or self.sentence in self.report.body[:1]

    def span(self, start: int, end: int) -> Span:
        """The clean span of a range of the text."""
        return Span(self.sentence.span.start + start, self.sentence.span.start + end)

    def links(self, start: int, end: int) -> tuple[Link, ...]:
        """The entity links of a range of the text."""
        return self.context.links(self.span(start, end))

    def at(self, position: int) -> int:
        """A clean position as one of the text."""
        return position - self.sentence.span.start


@per_page
def reports(context: Context) -> Iterator[Report]:
    """The reports of a page in order."""
    titles: list[Sentence] = []
    body: list[Sentence] = []
    article, index = -1, 0
    for sentence in context.sentences():
        begins = sentence.article != article or _begins(context, sentence)
        if begins and (body or (titles and sentence.article != article)):
            yield Report(index, tuple(titles), tuple(body))
            titles, body, index = [], [], index + 1
        article = sentence.article
        told = _without_credit(sentence)
        if told is not None:
            (titles if is_title(told) else body).append(told)
    if titles or body:
        yield Report(index, tuple(titles), tuple(body))


def _begins(context: Context, sentence: Sentence) -> bool:
    """Whether a line begins a report inside an article: 本报讯, a reporter's line, an item of news in brief."""
    if DATELINE.match(sentence.text) or BYLINE.match(sentence.text):
        return True
    raw, mark = context.reading.page.raw, context.reading.origin[sentence.span.start] - 1
    while mark >= 0 and raw[mark].isspace():
        mark -= 1
    return mark >= 0 and raw[mark] in BULLETS and not is_title(sentence)


def _without_credit(sentence: Sentence) -> Sentence | None:
    """A caption without its photographer; None for a line that only names reporters."""
    if BYLINE.match(sentence.text):
        return None
    if caption := CAPTION.match(sentence.text):
        start = sentence.span.start
        return replace(sentence, span=Span(start, start + caption.end(1)), text=caption[1])
    return None if CREDIT.search(sentence.text) else sentence


def lines(context: Context, report: Report) -> Iterator[Line]:
    """The headlines of a report, then its sentences."""
    for sentence in (*report.titles, *report.body):
        text = context.reading.plain[sentence.span.start : sentence.span.end].translate(QUOTES)
        yield Line(context, report, sentence, text)


def is_title(sentence: Sentence) -> bool:
    """Whether a line stands by itself: a headline, a caption, a section's title."""
    text = sentence.text.strip()
    return len(text) <= TITLE_LENGTH and text[-1:] not in END_MARKS
