"""Knowledge ↔ the bytes of a file: JSON, since a folder may come from somebody else and a pickle would run his code.

Facts of one type stand together in runs, each under the name of its type, in the order in which the page gave them.
"""

from __future__ import annotations

import hashlib
from itertools import groupby
from typing import Any, Union

import msgspec

from kg import model
from kg.model import Document, Entity, Fact, Knowledge, Unplaced

RUNS: dict[type[Fact], Any] = {
    kind: msgspec.defstruct(
        f"{name}Run",
        [("facts", tuple[kind, ...])],  # type: ignore[valid-type]  # each of the model's types of facts
        tag=name,
        tag_field="type",
        frozen=True,
        forbid_unknown_fields=True,
    )
    for name, kind in sorted(vars(model).items())
    if isinstance(kind, type) and issubclass(kind, Fact) and kind is not Fact
}
"""Type of fact → a run of such facts."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`Knowledge` with its facts in runs."""

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Union[tuple(RUNS.values())], ...]  # type: ignore[valid-type]  # noqa: UP007 - known when it runs
    unplaced: tuple[Unplaced, ...]


class Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in a file: `seal` is the digest of the key and the knowledge's bytes."""

    seal: str
    knowledge: msgspec.Raw


_sealed = msgspec.json.Decoder(Sealed)
_entry = msgspec.json.Decoder(Entry)


def encode(key: str, knowledge: Knowledge) -> bytes:
    """The file of a page's knowledge; ValueError where JSON cannot hold it (half of a surrogate pair)."""
    runs = [RUNS[kind](facts=tuple(run)) for kind, run in groupby(knowledge.facts, type)]
    entry = Entry(knowledge.documents, knowledge.entities, tuple(runs), knowledge.unplaced)
    content = msgspec.json.encode(entry)
    return msgspec.json.encode(Sealed(_seal(key, content), msgspec.Raw(content)))


def decode(key: str, data: bytes) -> Knowledge | None:
    """The knowledge in a file's bytes; None where they are not what `encode` made for this key."""
    try:
        sealed = _sealed.decode(data)
        if sealed.seal != _seal(key, sealed.knowledge):
            return None
        entry = _entry.decode(sealed.knowledge)
    except (ValueError, RecursionError):
        return None
    facts = tuple(fact for run in entry.facts for fact in run.facts)
    return Knowledge(entry.documents, entry.entities, facts, entry.unplaced)


def _seal(key: str, content: bytes | msgspec.Raw) -> str:
    return hashlib.sha256(key.encode() + b"\n" + bytes(content)).hexdigest()
