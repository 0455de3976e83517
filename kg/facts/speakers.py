"""Who spoke at a meeting whose speeches the page reprints: each stands above what he said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.facts.actors import persons
from kg.facts.context import Context
from kg.facts.reports import is_title
from kg.facts.tellings import office_words
from kg.facts.told_events import Told
from kg.model import Link, Sentence, Span


def add_speakers(context: Context, told: Sequence[Told]) -> None:
    """Everybody under whose name the page reprints a speech has spoken at the meeting it names."""
    meeting = next((e for e in told if any(t.speeches for t in e.tellings)), None)
    if meeting is None:
        return
    for above, speaker in _speakers(context):
        meeting.present.append((speaker.entity, "spoke"))
        meeting.spans.append(above)


def _speakers(context: Context) -> Iterator[tuple[Span, Link]]:
    """The heads of articles with the persons in them, then the headlines that begin with who speaks."""
    for article in context.reading.articles:
        if article.head is not None:
            yield from ((article.head, link) for link in persons(context, article.head))
    for sentence in context.sentences():
        if is_title(sentence):
            yield from ((sentence.span, link) for link in _before_colon(context, sentence))


def _before_colon(context: Context, sentence: Sentence) -> Iterator[Link]:
    """某县县委书记 张三：怎样打造升级版: the person behind an office and before the speech's own title."""
    for link in persons(context, sentence.span)[:1]:
        plain = context.reading.plain
        office = plain[sentence.span.start : link.span.start].rstrip()
        if office.endswith(office_words()) and plain.startswith(("：", ":"), link.span.end):
            yield link
