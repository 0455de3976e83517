"""The knowledge of a page with ids replaced, in its entities and in every fact that names one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from kg.model import Event, Fact, Knowledge, Relation

HOLD_IDS = frozenset({"person", "organization", "subject", "object", "project", "place"})
"""The fields of facts that hold an entity's id."""


def rewrite(page: Knowledge, ids: Mapping[str, str]) -> Knowledge:
    """`page` with each id in `ids` replaced. A relation whose two ends have become one says nothing and goes."""
    if not ids:
        return page
    entities = (replace(e, id=ids[e.id]) if e.id in ids else e for e in page.entities)
    facts = ((fact, _rewritten(fact, ids)) for fact in page.facts)
    return replace(
        page,
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        facts=tuple(new for old, new in facts if _is_loop(old) or not _is_loop(new)),
    )


def _rewritten(fact: Fact, ids: Mapping[str, str]) -> Fact:
    names = [f.name for f in fields(fact) if f.name in HOLD_IDS]
    changed: dict[str, Any] = {name: ids[old] for name in names if (old := getattr(fact, name)) in ids}
    if isinstance(fact, Event):
        changed["id"] = ids.get(fact.id, fact.id)
        changed["participants"] = tuple((ids.get(who, who), did) for who, did in fact.participants)
    return replace(fact, **changed) if changed else fact


def _is_loop(fact: Fact) -> bool:
    return isinstance(fact, Relation) and fact.subject == fact.object
