"""Changed facts, and facts whose grounds changed, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.graph.changes import Changes, FactChange, GroundsChange, grade
from kg.model import Event, Evidence, Fact
from kg.publish.changes.facts import Told, differences, told
from kg.publish.changes.line import Line, Scene, both_places, quotes


class Words(NamedTuple):
    """The kind of a change, and the words of its line."""

    kind: str
    words: str


def fact_lines(changes: Changes, old: Scene, new: Scene) -> Iterator[Line]:
    """A line for each question that the graphs answer otherwise."""
    for change in changes.facts:
        lost, gained = quotes(change.old), quotes(change.new)
        scene, facts = (new, change.new) if change.new else (old, change.old)
        main = told(facts[0], scene.labels)
        kind, words = _changed_words(change, old, new)
        yield Line(
            group=main.group,
            kind=kind,
            subject=main.subject,
            words=words,
            places=both_places(old, lost, new, gained),
            before=change.old,
            after=change.new,
            lost=lost,
            gained=gained,
            weight=scene.weight(main.about),
            rank=main.rank,
        )


def grounds_lines(changes: Changes, old: Scene, new: Scene) -> Iterator[Line]:
    """A line for each statement that merely has more or fewer quotes, or is held for more or less sure."""
    for change in changes.grounds:
        main = told(change.new[0], new.labels)
        kind, difference = _grounds_words(change)
        yield Line(
            group="confidence" if kind == "regraded" else "evidence",
            kind=kind,
            subject=main.subject,
            words=f"{statement([main])}：{difference}",
            places=both_places(old, change.lost, new, change.gained),
            before=change.old,
            after=change.new,
            lost=change.lost,
            gained=change.gained,
            weight=(0, *new.weight(main.about)),
            rank=main.rank,
        )


def statement(same: Sequence[Told]) -> str:
    """Facts that answer one question, as a sentence: 某项目 总投资 80亿元."""
    first = same[0]
    verb = "见于" if first.seen else ""
    gap = "" if answers(same).startswith("（") else " "
    return " ".join(part for part in (first.matter, verb) if part) + gap * bool(answers(same)) + answers(same)


def answers(same: Iterable[Told]) -> str:
    return "、".join(dict.fromkeys(each.answer for each in same))


def more_or_fewer(what: str, gained: Sequence[Evidence], lost: Sequence[Evidence]) -> str:
    """提及 +3 -1."""
    counts = ((f"+{len(gained)}" if gained else ""), (f"-{len(lost)}" if lost else ""))
    return " ".join((what, *filter(None, counts)))


def _changed_words(change: FactChange, old: Scene, new: Scene) -> Words:
    events = _events((*change.old, *change.stays_old)), _events((*change.new, *change.stays_new))
    if all(events):
        return _event_words(*events, old, new)
    before = [told(fact, old.labels) for fact in change.old]
    after = [told(fact, new.labels) for fact in change.new]
    if change.reread:
        return Words("reread", f"同一处原文，原读作：{_each(before)}；今读作：{_each(after)}")
    if before and after:
        return _answered_otherwise(change, before, after, new)
    if after:
        stays = [told(fact, old.labels) for fact in change.stays_old]
        return _one_more(after, stays) if stays else Words("added", statement(after) + _around(change, old))
    stays = [told(fact, new.labels) for fact in change.stays_new]
    return _one_less(before, stays) if stays else Words("removed", statement(before) + _around(change, new))


def _answered_otherwise(
    change: FactChange, before: Sequence[Told], after: Sequence[Told], new: Scene
) -> Words:
    stays = answers(told(fact, new.labels) for fact in change.stays_new)
    main = after[0]
    verb = "见于 " if main.seen else ""
    rest = f"（仍有 {stays}）" if stays else ""
    return Words("changed", f"{main.matter} {verb}{answers(before)} → {answers(after)}{rest}")


def _one_more(after: Sequence[Told], stays: Sequence[Told]) -> Words:
    verb, rest = ("又见于", "已见于") if after[0].seen else ("又作", "已作")
    return Words("again", f"{after[0].matter} {verb} {answers(after)}（{rest} {answers(stays)}）")


def _one_less(before: Sequence[Told], stays: Sequence[Told]) -> Words:
    verb, rest = ("不再见于", "仍见于") if before[0].seen else ("不再作", "仍作")
    return Words("fewer", f"{before[0].matter} {verb} {answers(before)}（{rest} {answers(stays)}）")


def _around(change: FactChange, other: Scene) -> str:
    """What the other graph has in the same matter: who else was seen in the post, the stages before."""
    name = "旧" if change.new else "新"
    seen: dict[str, list[Told]] = {}
    for fact in change.around_old if change.new else change.around_new:
        each = told(fact, other.labels)
        seen.setdefault(each.subject if each.group == "posts" else each.matter, []).append(each)
    if not seen:
        return ""
    if next(iter(seen.values()))[0].group == "posts":
        return f"（{name}图谱中任此职：{'；'.join(f'{who} {answers(same)}' for who, same in seen.items())}）"
    said = (f"{what.removeprefix(same[0].subject).strip()} {answers(same)}" for what, same in seen.items())
    return f"（{name}图谱：{'；'.join(said)}）"


def _each(facts: Iterable[Told]) -> str:
    matters: dict[str, list[Told]] = {}
    for fact in facts:
        matters.setdefault(fact.matter, []).append(fact)
    return "；".join(statement(same) for same in matters.values())


def _events(facts: Iterable[Fact]) -> list[Event]:
    return [fact for fact in facts if isinstance(fact, Event)]


def _event_words(before: Sequence[Event], after: Sequence[Event], old: Scene, new: Scene) -> Words:
    """An event that both graphs know: told otherwise, or one made of several, or several of one."""
    if len(before) == len(after) == 1:
        told_otherwise = differences(before[0], after[0], old.labels, new.labels)
        return Words("changed", f"{after[0].label}：{told_otherwise}")
    was, is_ = ("、".join(sorted(event.label for event in side)) for side in (before, after))
    if len(after) == 1:
        return Words("merged", f"{was} 合为 {is_}")
    return Words("split" if len(before) == 1 else "regrouped", f"{was} 分为 {is_}")


def _grounds_words(change: GroundsChange) -> Words:
    if change.gained or change.lost:
        kind = "gained" if change.gained else "lost"
        return Words(kind, more_or_fewer("证据", change.gained, change.lost))
    (sure, rule), (sure_now, rule_now) = grade(change.old), grade(change.new)
    said = [f"可信度 {sure:g} → {sure_now:g}"] if sure != sure_now else []
    said += [f"规则 {rule or '无'} → {rule_now or '无'}"] if rule != rule_now else []
    return Words("regraded", "，".join(said))
