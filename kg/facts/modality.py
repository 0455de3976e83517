"""Whether a number is hoped for or reached: the words that say so, and how far each of them holds.

力争 holds to the end of its sentence, over ；and ：too, unless 已, 目前 or a past date comes between. Where no
word says it, a clause that opens with what is to be done (加快, 实施, 完成) is a hope if the page speaks of plans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.facts.clauses import Figure, spoken_dates
from kg.facts.context import Context, per_page
from kg.facts.dates import When
from kg.facts.lexicon import anywhere, leading
from kg.facts.periods import is_future, is_past
from kg.facts.units import Measure
from kg.model import Sentence, Span

LIST = "facts_modality"
NEAR = 6
"""Characters: a name that begins so near the beginning of a clause is what it speaks of."""
BULLETS = tuple("●■◆▲★•·△○◎□")
"""Before an item of a list: what one item hopes for is not hoped for in the next."""
AIM = re.compile(r"^的?(?:目标|计划|任务)(?!\S{0,2}投资)")
SET = re.compile(r"(?:定下?的?|设的|跑赢|赢|超出|超过|低于|高于|完成)$")
"""A number that was aimed at, told beside what was reached: 比年初定的90亿元目标多出一截."""
GOES_ON = "；：;:"
"""A sentence that ends so is continued by the next one."""


class Modality(StrEnum):
    """The two values of `Indicator.modality`."""

    TARGET = "target"
    ACTUAL = "actual"


class Mood(StrEnum):
    """What the sentences of an article tell, until one of them turns."""

    UNKNOWN = "unknown"
    PLAN = "plan"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or date that says whether what follows is hoped for."""

    span: Span
    says: Modality
    dated: bool = False
    """Dates hold to the next ；, words of hope over it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with the cues that hold in it, those of the sentences it continues included.

    `mood`: whether the sentences around it tell what is to be done or what was. `chain` counts the sentences of an
    article that do not continue another; `dates` are those of the whole chain so far.
    """

    sentence: Sentence
    cues: tuple[Cue, ...]
    dates: tuple[When, ...]
    mood: Mood
    chain: int


@per_page
def scenes(context: Context) -> Iterator[Scene]:
    """The sentences of a page in order, each with what it inherits from those before."""
    cues: tuple[Cue, ...] = ()
    told: tuple[When, ...] = ()
    mood, chain, article, continues, year, listed = Mood.UNKNOWN, 0, -1, False, 0, False
    review, over_all = 0, cues
    for printed in context.sentences():
        sentence = replace(printed, text=context.reading.plain[printed.span.start : printed.span.end])
        if sentence.article != article:
            article, mood, continues, year, review = sentence.article, Mood.UNKNOWN, False, 0, 0
        found = spoken_dates(sentence, context.published, year, review)
        review = _review(sentence, found, review)
        year = next((int(w.iso[:4]) for w in reversed(found) if w.of_year), year)
        if continues and bulleted(context, sentence):
            cues, listed = over_all, True
        elif continues:
            cues = tuple(c for c in cues if not c.dated and not _turns(context, sentence, listed=listed))
            listed = listed or "：" in sentence.text
        else:
            cues, told, chain, listed = (), (), chain + 1, "：" in sentence.text
            mood = _mood(context, sentence, found, mood)
        told = (*told, *found)
        cues = tuple(sorted((*cues, *_cues(sentence, found, context.published)), key=lambda c: c.span))
        yield Scene(sentence, cues, told, mood, chain)
        continues = sentence.text.rstrip().endswith(tuple(GOES_ON))
        if sentence.text.rstrip().endswith(("：", ":")):
            over_all = cues


def bulleted(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence stands behind the sign of an item, which the clean text has no more: ●某某项目，…"""
    reading = context.reading
    start = reading.origin[sentence.span.start]
    return reading.page.raw[:start].rstrip(" \u3000\t").endswith(BULLETS) or sentence.text.startswith(BULLETS)


def _review(sentence: Sentence, found: tuple[When, ...], before: int) -> int:
    """The year that an article goes through: 2017年，某镇…; the next year that opens a sentence takes its place."""
    opens = found[:1] and found[0].rule == "year_alone" and found[0].span.start == sentence.span.start
    named = opens and found[0].of_year and sentence.text.startswith("，", len(found[0].span))
    return int(found[0].iso[:4]) if named else before


def modality(figure: Figure, name: str, scene: Scene) -> Modality:
    """Target or actual; `name` is what the number is said to count."""
    if figure.quantity.measure is not Measure.SHARE and anywhere(LIST, "prospective").search(name):
        return Modality.TARGET
    if AIM.match(figure.right) and SET.search(figure.left):
        return Modality.TARGET
    if _is_there(figure):
        return Modality.ACTUAL
    start = figure.quantity.span.start
    before = [c for c in scene.cues if c.span.start < start]
    end = start + len(figure.quantity.text) + len(re.split(r"[、，]", figure.right)[0])
    after = [c for c in scene.cues if start <= c.span.start < end and c.says is Modality.TARGET]
    if after:
        return Modality.TARGET
    if before:
        return before[-1].says
    return Modality.TARGET if scene.mood is Mood.PLAN and _opens_with_a_plan(figure) else Modality.ACTUAL


def _turns(context: Context, sentence: Sentence, *, listed: bool) -> bool:
    """Whether after ；another body is spoken of, to which no hope was tied: 甲计划年底投产；乙增资2亿美元."""
    links = context.links(sentence.span)
    return not listed and bool(links) and links[0].span.start - sentence.span.start <= NEAR


def _cues(sentence: Sentence, dates: tuple[When, ...], published: str) -> Iterator[Cue]:
    start = sentence.span.start
    for says in Modality:
        for match in anywhere(LIST, says).finditer(sentence.text):
            yield Cue(Span(start + match.start(), start + match.end()), says)
    for match in anywhere(LIST, "soon").finditer(sentence.text):
        yield Cue(Span(start + match.start(), start + match.end()), Modality.TARGET, dated=True)
    for when in dates:
        if is_future(when.iso, published):
            yield Cue(when.span, Modality.TARGET, dated=True)
        elif is_past(when.iso, published):
            yield Cue(when.span, Modality.ACTUAL, dated=True)


def _mood(context: Context, sentence: Sentence, found: tuple[When, ...], before: Mood) -> Mood:
    text = sentence.text
    plans = anywhere(LIST, "plan mood").search(text)
    if anywhere(LIST, "report mood").search(text) or _reports(context, sentence):
        return Mood.REPORT
    if plans or any(is_future(w.iso, context.published) for w in found):
        return Mood.PLAN
    if any(is_past(w.iso, context.published) for w in found):
        return Mood.REPORT
    imperative = before is Mood.UNKNOWN and leading(LIST, "plan verbs").match(text)
    return Mood.PLAN if imperative else before


def _reports(context: Context, sentence: Sentence) -> bool:
    """园区新引进…: an entity that has done something, and no word of hope between."""
    text, start = context.reading.plain, sentence.span.start
    return any(
        (link.span.start == start or text[link.span.start - 1] in "，：；")
        and leading("facts_names", "achieving verbs").match(text[link.span.end : sentence.span.end])
        for link in context.links(sentence.span)
    )


def _is_there(figure: Figure) -> bool:
    """在谈, 已排定的, 推进…建设: the things counted exist, whatever is to become of them."""
    existing = anywhere(LIST, "existing")
    before = figure.clause.text[: figure.quantity.span.start - figure.clause.span.start]
    if re.search(r"(?:推进|提速)[^，；]*等$", before) and re.fullmatch(
        r"[^，；]*?(?:项目|工程|园区|载体)(?:建设)?", figure.right
    ):
        return True  # 加快推进甲、乙等11个重大项目建设
    return bool(existing.search(figure.left[-12:]) or existing.search(figure.right[:10]))


def _opens_with_a_plan(figure: Figure) -> bool:
    text = figure.clause.text.lstrip()
    return bool(
        leading(LIST, "plan verbs").match(text) or leading("facts_names", "achieving verbs").match(text)
    )
