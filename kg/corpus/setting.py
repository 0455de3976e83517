"""Articles as paragraphs → the clean text: a paragraph a line, with offsets, sentences and the way back to raw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from kg.corpus.articles import ABOVE, Draft
from kg.corpus.paragraphs import Paragraph
from kg.corpus.roles import Role
from kg.corpus.sentences import sentences
from kg.corpus.traced import Traced
from kg.model import Article, Page, Reading, Sentence, Span


def set_page(page: Page, repaired: Traced, drafts: Sequence[Draft]) -> Reading:
    """The reading whose articles are these drafts, in this order."""
    paragraphs = [paragraph for draft in drafts for _, paragraph in draft.parts]
    lengths = [len(paragraph.text) for paragraph in paragraphs]
    starts = accumulate((length + 1 for length in lengths), initial=0)
    spans = iter([Span(start, start + length) for start, length in zip(starts, lengths, strict=False)])
    placed = [[(role, next(spans)) for role, _ in draft.parts] for draft in drafts]
    text = "\n".join(_as_printed(repaired, paragraph) for paragraph in paragraphs)
    plain = "\n".join(paragraph.text for paragraph in paragraphs)
    return Reading(
        page=page,
        text=text,
        plain=text if plain == text else plain,
        origin=tuple(_origin(repaired, paragraphs)),
        articles=tuple(_article(parts) for parts in placed),
        sentences=tuple(
            sentence
            for index, parts in enumerate(placed)
            for _, span in parts
            for sentence in _cut(text, span, index)
        ),
    )


def _as_printed(repaired: Traced, paragraph: Paragraph) -> str:
    """A paragraph in the page's own script; its own lines are in simplified script."""
    return "".join([repaired.text[line.start : line.end] for line in paragraph.lines])


def _article(parts: Sequence[tuple[Role, Span]]) -> Article:
    first = dict(reversed(parts))
    return Article(
        Span(parts[0][1].start, parts[-1][1].end),
        headline=first.get(Role.HEADLINE) if parts[0][0] in ABOVE else None,
        byline=first.get(Role.BYLINE),
        head=first.get(Role.HEAD),
    )


def _cut(text: str, span: Span, article: int) -> Iterator[Sentence]:
    for start, end in sentences(text[span.start : span.end]):
        found = Span(span.start + start, span.start + end)
        yield Sentence(found, text[found.start : found.end], article)


def _origin(repaired: Traced, paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The raw place of each clean character.

    The line break after a paragraph comes from the one after its last line. The page's last line may lack it:
    then it takes that of the paragraph set last, which needs none.
    """
    if not paragraphs:
        return
    final = paragraphs[-1].lines[-1].end
    for paragraph in paragraphs:
        for line in paragraph.lines:
            yield from repaired.origin[line.start : line.end]
        if paragraph is not paragraphs[-1]:
            end = paragraph.lines[-1].end
            yield repaired.origin[end if end < len(repaired.text) else final]
