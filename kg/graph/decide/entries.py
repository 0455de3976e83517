"""What a person may decide: the kinds of entries, their fields, and an entry as it is applied."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """An entity as a person names it: by its id, or by one of its names and the pages that use it."""

    id: str = ""
    name: str = ""
    pages: tuple[str, ...] = ()
    kind: str = ""

    def __str__(self) -> str:
        """As it stands in a message: park-某某, or “港区” (001.txt)."""
        return self.id or f"“{self.name}”" + (f" ({'、'.join(self.pages)})" if self.pages else "")

    @property
    def plain(self) -> str | dict[str, object]:
        """As it stands in the file and in the report."""
        if self.id:
            return self.id
        told = {"name": self.name, "page": list(self.pages), "type": self.kind}
        if len(self.pages) == 1:
            told["page"] = self.pages[0]
        return {key: value for key, value in told.items() if value}


Value = str | float | bool | Reference | tuple[Reference, ...]


class Form(NamedTuple):
    """A kind of entry: the table it stands in, what it is about, the fields it needs and those it may have."""

    verb: str
    about: str
    needs: tuple[str, ...]
    may: tuple[str, ...] = ()


FORMS = (
    Form("same", "entities", ("entities",)),
    Form("different", "entities", ("entities",), ("apart",)),
    Form("drop", "entity", ("entity",), ("page",)),
    Form("type", "entity", ("entity", "type")),
    Form("name", "entity", ("entity", "name")),
    Form("wrong", "relation", ("subject", "predicate", "object"), ("page",)),
    Form("wrong", "tenure", ("person", "organization"), ("title", "observed", "page")),
    Form("wrong", "stage", ("project", "stage"), ("observed", "page")),
    Form("wrong", "amount", ("project", "property"), ("value", "page")),
    Form("wrong", "indicator", ("subject", "indicator"), ("value", "period", "page")),
    Form("wrong", "event", ("event",), ("page",)),
    Form("add", "relation", ("subject", "predicate", "object", "page", "quote")),
    Form(
        "add",
        "tenure",
        ("person", "organization", "title", "page", "quote"),
        ("observed", "former", "change"),
    ),
    Form("add", "stage", ("project", "stage", "page", "quote"), ("observed", "planned")),
    Form("add", "amount", ("project", "property", "value", "page", "quote"), ("planned", "comparator")),
    Form("add", "entity", ("name", "type", "page")),
)
"""Of a verb with several forms, the fields of an entry tell which one is meant."""
VERBS = tuple(dict.fromkeys(form.verb for form in FORMS))
EVERYWHERE = ("reason", "by", "on")
"""Fields of every entry; a reason is needed."""


@dataclass(frozen=True, slots=True, eq=False)
class Decision:
    """One entry, checked. `where` is its file and line, for messages only."""

    verb: str
    about: str
    fields: Mapping[str, Value]
    reason: str
    by: str = ""
    on: str = ""
    where: str = ""

    def reference(self, name: str) -> Reference:
        """The entity in a field."""
        value = self.fields[name]
        if not isinstance(value, Reference):
            raise TypeError(f"{self.where}: {name} holds no entity")
        return value

    @property
    def entities(self) -> tuple[Reference, ...]:
        """The entities that are the same or differ."""
        value = self.fields["entities"]
        return value if isinstance(value, tuple) else ()

    def text(self, name: str) -> str:
        """The text in a field, "" where the entry has none."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> float | None:
        """The number in a field, None where the entry has none."""
        value = self.fields.get(name)
        return float(value) if isinstance(value, int | float) else None

    def flag(self, name: str) -> bool:
        """Whether a field says true."""
        return self.fields.get(name) is True

    def __str__(self) -> str:
        """As other entries speak of it: wherever it stands, [[same]] of A and B."""
        return f"[[{self.verb}]] of {' and '.join(map(str, self.entities))}"

    @property
    def plain(self) -> dict[str, object]:
        """The entry as the report tells it."""
        told = {name: _plain(value) for name, value in sorted(self.fields.items())}
        signed = {name: value for name, value in (("by", self.by), ("on", self.on)) if value}
        return {"decision": self.verb, "about": self.about, **told, "reason": self.reason, **signed}

    @property
    def order(self) -> str:
        """Sort key made of the content alone: neither the file nor the place in it matters."""
        return json.dumps(self.plain, ensure_ascii=False)


def _plain(value: Value) -> object:
    if isinstance(value, Reference):
        return value.plain
    return [one.plain for one in value] if isinstance(value, tuple) else value
