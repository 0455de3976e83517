"""What the page carries: knowledge as plain data, with numbers instead of ids.

Nodes are numbered in order of importance, so that a node's number is its rank. Every fact and mention points
into one table of quotes; a quote is [document, start, end], and carries its words only where the page's
text is not in the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from kg.errors import InputError
from kg.graph.derive.histories import irregularities
from kg.graph.derive.outcomes import Outcome, outcomes
from kg.graph.derive.verdicts import Verdict
from kg.model import Document, Entity, Event, Evidence, Fact, Kind, Knowledge, Relation, Tenure
from kg.publish.explorer import weight
from kg.publish.explorer.spelling import search_keys

Quote = list[int | str]

REFERENCES = frozenset({"person", "organization", "subject", "object", "project", "place"})
"""Fields of facts that hold the id of an entity; `Event.place` may be empty."""

SYMMETRIC = frozenset({"cooperatesWith"})
"""Relations that are told in both directions and drawn once."""

USUAL = {"confidence": 1.0, "currency": "CNY", "comparator": "=", "modality": "actual"}
"""What the page assumes where a fact does not say otherwise."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A node to be: an entity, or an event, which ties its participants together."""

    id: str
    group: str
    label: str
    names: tuple[str, ...]
    mentions: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge to be: what one pair of nodes has in one kind of relation, with the numbers of the facts that say it."""

    source: int
    target: int
    kind: str
    facts: tuple[int, ...]


class Quotes:
    """The table of quotes: each once, in order of first use."""

    def __init__(self, documents: Sequence[Document], pages: Mapping[str, str]) -> None:
        self.documents = {document.identifier: number for number, document in enumerate(documents)}
        self.embedded = frozenset(pages)
        self.numbers: dict[Evidence, int] = {}
        self.rows: list[Quote] = []

    def number(self, evidence: Evidence) -> int:
        if evidence not in self.numbers:
            self.numbers[evidence] = len(self.rows)
            self.rows.append(self.row(evidence))
        return self.numbers[evidence]

    def row(self, evidence: Evidence) -> Quote:
        if evidence.document not in self.documents:
            raise InputError(f"a quote comes from {evidence.document!r}, which is not among the documents")
        place: Quote = [self.documents[evidence.document], evidence.start, evidence.end]
        return place if evidence.document in self.embedded else [*place, evidence.exact]


def things(knowledge: Knowledge) -> list[Thing]:
    """Entities and events, the most important first; equal ones by id."""
    found = [thing_of_entity(entity) for entity in knowledge.entities]
    found += [thing_of_event(fact) for fact in knowledge.facts if isinstance(fact, Event)]
    numbers = {thing.id: number for number, thing in enumerate(found)}
    pairs = [(tie.source, tie.target) for tie in ties(knowledge.facts, numbers)]
    around = weight.neighbours(len(found), pairs)
    weights = weight.importance([len(thing.mentions) for thing in found], around)
    order = sorted(range(len(found)), key=lambda i: (-weights[i], found[i].id))
    return [found[i] for i in order]


def thing_of_entity(entity: Entity) -> Thing:
    group = "Official" if entity.kind is Kind.PERSON and entity.official else str(entity.kind)
    names = tuple(name for name in entity.names if name != entity.label)
    return Thing(entity.id, group, entity.label, names, entity.mentions)


def thing_of_event(event: Event) -> Thing:
    return Thing(event.id, "Event", event.label, (), event.evidence)


def ties(facts: Sequence[Fact], numbers: Mapping[str, int]) -> list[Tie]:
    """One tie for each pair and kind of relation, sorted."""
    told: dict[tuple[int, int, str], list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        for source, target, kind in ends(fact):
            a, b = node(source, numbers, fact), node(target, numbers, fact)
            if kind in SYMMETRIC:
                a, b = min(a, b), max(a, b)
            told[a, b, kind].append(number)
    return [Tie(a, b, kind, tuple(numbers)) for (a, b, kind), numbers in sorted(told.items())]


def ends(fact: Fact) -> Iterable[tuple[str, str, str]]:
    """The (source, target, kind) pairs that a fact draws: none for amounts, stages and indicators."""
    match fact:
        case Tenure():
            yield fact.person, fact.organization, "tenure"
        case Relation():
            yield fact.subject, fact.object, fact.predicate
        case Event():
            for participant in sorted({who for who, _ in fact.participants}):
                yield participant, fact.id, "participant"
            if fact.place:
                yield fact.id, fact.place, "place"


def node(entity: str, numbers: Mapping[str, int], fact: Fact) -> int:
    if entity not in numbers:
        raise InputError(f"a {type(fact).__name__} speaks of {entity!r}, which is not among the entities")
    return numbers[entity]


def fact_as_data(fact: Fact, numbers: Mapping[str, int], quotes: Quotes) -> dict[str, Any]:
    """A fact with numbers for entities and quotes; what is empty, false or certain is left out."""
    data: dict[str, Any] = {"is": type(fact).__name__}
    for field in fields(fact):
        value = getattr(fact, field.name)
        if field.name == "evidence":
            data["evidence"] = [quotes.number(quote) for quote in value]
        elif field.name == "participants":
            data["participants"] = [[node(who, numbers, fact), role] for who, role in value]
        elif field.name == "id":
            data["node"] = numbers[value]
        elif value and field.name in REFERENCES:
            data[field.name] = node(value, numbers, fact)
        elif value or (value == 0 and not isinstance(value, bool)):
            data[field.name] = value
    return {name: value for name, value in data.items() if USUAL.get(name) != value}


def marks(knowledge: Knowledge) -> dict[Fact, dict[str, Any]]:
    """What follows from other facts: the flag of a stage, the outcome of a target and the number of the fact that decided it."""
    came = outcomes(knowledge)
    deciding = {outcome.by for outcome in came}
    numbers = (
        {fact: number for number, fact in enumerate(knowledge.facts) if fact in deciding} if came else {}
    )
    found: dict[Fact, dict[str, Any]] = {
        stage: {"flag": flag} for stage, (flag, _) in irregularities(knowledge).items()
    }
    for outcome in came:
        found[outcome.target] = {"outcome": outcome_word(outcome)}
        if outcome.by is not None:
            found[outcome.target]["by"] = numbers[outcome.by]
    return found


def outcome_word(outcome: Outcome) -> str:
    """The verdict; of a revised target whether it was raised or lowered, where one number tells that."""
    by, target = outcome.by, outcome.target
    if (
        outcome.verdict is not Verdict.REVISED
        or by is None
        or by.unit != target.unit
        or by.value == target.value
    ):
        return outcome.verdict.value
    return "raised" if by.value > target.value else "lowered"


def document_as_data(document: Document, pages: Mapping[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {"id": document.identifier}
    for name in ("newspaper", "place", "published"):
        if getattr(document, name):
            data[name] = getattr(document, name)
    if document.inferred:
        data["inferred"] = list(document.inferred)
    if document.identifier in pages:
        data["text"] = pages[document.identifier]
    return data


def thing_as_data(thing: Thing, number: int, quotes: Quotes) -> dict[str, Any]:
    """What a node says for itself; shape, size and position are the drawing's."""
    data: dict[str, Any] = {"id": number, "key": thing.id, "label": thing.label, "group": thing.group}
    if thing.names:
        data["names"] = list(thing.names)
    keys = dict.fromkeys(key for name in (thing.label, *thing.names) for key in search_keys(name))
    if keys:
        data["keys"] = list(keys)
    data["mentions"] = [quotes.number(mention) for mention in thing.mentions]
    return data
