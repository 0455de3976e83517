"""Pages and entities that came, went, met or parted, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.graph.changes import Changes, EntityChange, PageChange
from kg.model import Document, Entity, Evidence, Kind
from kg.publish.changes.chinese import word
from kg.publish.changes.fact_lines import Words, more_or_fewer
from kg.publish.changes.line import Line, Scene, both_places, day

_KINDS = ("Official", *Kind)
_PAGE_FIELDS = {
    "identifier": "文件名",
    "newspaper": "报纸",
    "place": "地方",
    "published": "日期",
    "inferred": "推断的项目",
    "authors": "作者",
}


def page_lines(changes: Changes) -> Iterator[Line]:
    """A line for each page that came, went or is another."""
    for change in changes.pages:
        page = change.new or change.old
        if page is not None:
            kind, words = _page_words(change, page)
            before, after = ((each,) if each else () for each in (change.old, change.new))
            yield Line("pages", kind, page.identifier, words, "", before, after)


def _page_words(change: PageChange, page: Document) -> Words:
    if change.old is None or change.new is None:
        parts = (page.identifier, page.newspaper, day(page))
        return Words("added" if change.new else "removed", " ".join(part for part in parts if part))
    said = ["正文有改动"] if change.old.sha256 != change.new.sha256 else []
    for name, chinese in _PAGE_FIELDS.items():
        was, is_ = (_field(getattr(each, name)) for each in (change.old, change.new))
        said += [f"{chinese} {was} → {is_}"] if was != is_ else []
    return Words("changed", f"{page.identifier}：{'；'.join(said)}")


def _field(value: str | tuple[str, ...]) -> str:
    return (value if isinstance(value, str) else "、".join(value)) or "无"


def entity_lines(changes: Changes, old: Scene, new: Scene) -> Iterator[Line]:
    """A line for each entity that came or went or is called, classed or put together otherwise."""
    for change in changes.entities:
        scene, main = (new, change.new) if change.new else (old, change.old)
        group, (kind, words) = _entity_words(change)
        lost, gained = _quotes(change)
        yield Line(
            group=group,
            kind=kind,
            subject=main[0].label,
            words=words,
            places=both_places(old, lost, new, gained),
            before=change.old,
            after=change.new,
            lost=lost,
            gained=gained,
            weight=(
                1 + _KINDS.index(_kind(main[0])),
                *scene.weight(main[0].id),
            ),
        )


def _quotes(change: EntityChange) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """The mentions of who joined or left, or else those that came or went; of what is only called otherwise, all."""
    if len(change.old) + len(change.new) > 2:
        ids = {e.id for e in change.old} & {e.id for e in change.new}
        was, is_ = ([e for e in side if e.id not in ids] for side in (change.old, change.new))
        return _mentions(was), _mentions(is_)
    if change.gained or change.lost:
        return change.lost, change.gained
    return (() if change.new else _mentions(change.old)), _mentions(change.new)


def moved_lines(changes: Changes, new: Scene) -> Iterator[Line]:
    """A line for each pair of entities one of which has mentions that were the other's."""
    for change in changes.moved:
        was, is_ = _apart([change.old], [change.new])
        yield Line(
            group="identity",
            kind="moved",
            subject=change.new.label,
            words=f"{len(change.mentions)} 处提及由 {was} 改归 {is_}",
            places=new.places(change.mentions),
            before=(change.old,),
            after=(change.new,),
            gained=change.mentions,
            weight=(0, *new.weight(change.new.id)),
        )


def _entity_words(change: EntityChange) -> tuple[str, Words]:
    """The group and the words of a line."""
    if not change.old or not change.new:
        (entity,) = change.old or change.new
        return "entities", Words(
            "added" if change.new else "removed", f"{_kind_word(entity)} {_named(entity)}"
        )
    if len(change.old) + len(change.new) > 2:
        return "identity", _regrouped(change)
    (was,), (is_,) = change.old, change.new
    said = _differences(was, is_)
    if was.label != is_.label:
        return "identity", Words("renamed", "；".join([f"{was.label} 改称 {is_.label}", *said]))
    if was.id != is_.id and not said:
        said = [f"编号 {was.id} → {is_.id}"]
    if said:
        return "entities", Words("changed", f"{is_.label}：{'；'.join(said)}")
    kind = "gained" if change.gained else "lost"
    words = f"{_kind_word(is_)} {is_.label}：{more_or_fewer('提及', change.gained, change.lost)}"
    return "evidence", Words(kind, words)


def _differences(was: Entity, is_: Entity) -> list[str]:
    """What is said otherwise of one entity, its label apart."""
    said = [f"类型 {_kind_word(was)} → {_kind_word(is_)}"] if _kind(was) != _kind(is_) else []
    more = sorted({*is_.names} - {*was.names, was.label, is_.label})
    fewer = sorted({*was.names} - {*is_.names, was.label, is_.label})
    said += [f"又称 {'、'.join(more)}"] if more else []
    said += [f"不再称 {'、'.join(fewer)}"] if fewer else []
    return said


def _regrouped(change: EntityChange) -> Words:
    """Entities that became one, or one that became several; who keeps an id is the one that others join or leave."""
    old_ids, new_ids = {e.id for e in change.old}, {e.id for e in change.new}
    was, is_ = _apart(change.old, change.new)
    if len(change.new) == 1 and new_ids <= old_ids:
        joined, _ = _apart([e for e in change.old if e.id not in new_ids], change.new)
        return Words("merged", f"{joined} 并入 {is_}")
    if len(change.old) == 1 and old_ids <= new_ids:
        _, parted = _apart(change.old, [e for e in change.new if e.id not in old_ids])
        return Words("split", f"{was} 拆出 {parted}")
    if len(change.new) == 1:
        return Words("merged", f"{was} 合并为 {is_}")
    return Words("split" if len(change.old) == 1 else "regrouped", f"{was} 拆分为 {is_}")


def _apart(old: Sequence[Entity], new: Sequence[Entity]) -> tuple[str, str]:
    """The labels of both sides; namesakes with their ids, since nothing else tells them apart."""
    labels = Counter(entity.label for entity in {e.id: e for e in (*old, *new)}.values())
    was, is_ = (
        "、".join(f"{e.label}〔{e.id}〕" if labels[e.label] > 1 else e.label for e in side)
        for side in (old, new)
    )
    return was, is_


def _mentions(entities: Iterable[Entity]) -> tuple[Evidence, ...]:
    return tuple(sorted({quote for entity in entities for quote in entity.mentions}))


def _named(entity: Entity) -> str:
    others = "、".join(name for name in entity.names if name != entity.label)
    return f"{entity.label}（又称 {others}）" if others else entity.label


def _kind(entity: Entity) -> str:
    return "Official" if entity.official and entity.kind is Kind.PERSON else entity.kind.value


def _kind_word(entity: Entity) -> str:
    return word("kind", _kind(entity))
