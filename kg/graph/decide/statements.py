"""What is wrong, what is missing and what has another name: the knowledge of all pages, before more is derived."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from kg.facts.officials import with_officials
from kg.graph.combine import combine
from kg.graph.decide.entries import Decision, Reference
from kg.graph.decide.facts import MAIN, about, brief, made, says
from kg.graph.decide.fitting import misfits
from kg.graph.decide.index import Index, NoMatchError, folded
from kg.graph.decide.outcomes import Record
from kg.graph.decide.quotes import nearest_quote, places
from kg.graph.identity import identity
from kg.model import Document, Event, Evidence, Fact, Kind, Knowledge

NEAR = 3


def named(knowledge: Knowledge, entries: Iterable[Decision], index: Index, record: Record) -> Knowledge:
    """Entities with the label that a person gives; the old one stays among the names, and the id stays."""
    labels: dict[str, dict[str, Decision]] = defaultdict(dict)
    for entry in entries:
        try:
            labels[index.one(entry.reference("entity"))][entry.text("name")] = entry
        except NoMatchError as error:
            record.warn(entry, str(error))
    given: dict[str, str] = {}
    for entity, told in labels.items():
        for name, entry in told.items():
            if len(told) > 1:
                record.warn(entry, f"{entity} is given {len(told)} names, {'、'.join(told)}: keep one")
            else:
                given[entity] = name
                record.did(entry, f"{entity} is called {name}")
    entities = (
        replace(e, label=given[e.id], names=tuple(sorted({given[e.id], *e.names}))) if e.id in given else e
        for e in knowledge.entities
    )
    return replace(knowledge, entities=tuple(entities))


def without_wrong(
    knowledge: Knowledge, entries: Iterable[Decision], index: Index, record: Record
) -> Knowledge:
    """Without the facts that are wrong; of one that is wrong on a page, without that page's words."""
    by_id: dict[str, list[Fact]] = defaultdict(list)
    for fact in knowledge.facts:
        for one in about(fact):
            by_id[one].append(fact)
    left: dict[Fact, Fact | None] = {}
    for entry in entries:
        try:
            ids = _ids(entry, index, knowledge)
        except NoMatchError as error:
            record.warn(entry, str(error))
            continue
        near = by_id[ids[MAIN[entry.about]]]
        found = [fact for fact in near if says(fact, entry, ids) and _on(fact, entry.text("page"))]
        if not found:
            record.warn(entry, f"no page says so{_nearest(entry, near)}")
            continue
        for fact in found:
            left[fact] = _without_page(left.get(fact, fact), entry.text("page"))
        record.did(entry, f"taken out: {'; '.join(map(brief, found))}")
    facts = (left.get(fact, fact) for fact in knowledge.facts)
    return replace(knowledge, facts=tuple(fact for fact in facts if fact is not None))


def with_added(
    knowledge: Knowledge, entries: Iterable[Decision], index: Index, texts: Mapping[str, str], record: Record
) -> Knowledge:
    """With the facts that a person has found on a page, each with the words there that say it."""
    kinds = {entity.id: entity.kind for entity in knowledge.entities}
    documents = {document.identifier: document for document in knowledge.documents}
    known = {identity(fact) for fact in knowledge.facts}
    facts: list[Fact] = []
    for entry in entries:
        try:
            quotes = _quotes(entry, documents, texts)
            fact = made(entry, _ids(entry, index, knowledge), quotes, documents[entry.text("page")].published)
            _check(fact, kinds)
        except NoMatchError as error:
            record.warn(entry, str(error))
            continue
        facts.append(fact)
        there = identity(fact) in known
        record.did(
            entry, f"{'said by rules already, now with these words' if there else 'added'}: {brief(fact)}"
        )
    return combine([knowledge, Knowledge(facts=tuple(facts))]) if facts else knowledge


def officials_again(knowledge: Knowledge) -> Knowledge:
    """Who is an official, as the tenures tell that are left."""
    people = (replace(e, official=False) if e.kind is Kind.PERSON else e for e in knowledge.entities)
    return replace(knowledge, entities=with_officials(people, knowledge.facts))


def _ids(entry: Decision, index: Index, knowledge: Knowledge) -> dict[str, str]:
    """The ids in an entry's fields; `NoMatchError` where one means nothing."""
    references = {name: value for name, value in entry.fields.items() if isinstance(value, Reference)}
    return {
        name: _event(value, knowledge.facts) if name == "event" else index.one(value)
        for name, value in references.items()
    }


def _event(reference: Reference, facts: Iterable[Fact]) -> str:
    """The id of an event, which is a fact and stands in no index of entities."""
    events = [fact for fact in facts if isinstance(fact, Event)]
    pages = set(reference.pages)
    here = [e for e in events if not pages or pages & {quote.document for quote in e.evidence}]
    found = sorted(
        {
            e.id
            for e in here
            if reference.id == e.id or (reference.name and folded(e.label) == folded(reference.name))
        }
    )
    if len(found) == 1:
        return found[0]
    if found:
        raise NoMatchError(f"{reference} may be {' or '.join(found)}: give the id")
    near = get_close_matches(
        reference.name or reference.id, [e.label for e in here] + [e.id for e in here], n=NEAR
    )
    raise NoMatchError(
        f"there is no event {reference}" + (f": the nearest is {', '.join(near)}" if near else "")
    )


def _on(fact: Fact, page: str) -> bool:
    return not page or any(quote.document == page for quote in fact.evidence)


def _without_page(fact: Fact | None, page: str) -> Fact | None:
    if fact is None or not page:
        return None
    kept = tuple(quote for quote in fact.evidence if quote.document != page)
    return replace(fact, evidence=kept) if kept else None


def _nearest(entry: Decision, facts: Sequence[Fact]) -> str:
    """What is said instead of what an entry calls wrong."""
    near = [brief(fact) for fact in facts if _family(fact) == entry.about][:NEAR]
    return f": the nearest is {'; '.join(near)}" if near else ""


def _family(fact: Fact) -> str:
    name = type(fact).__name__.lower()
    return name if name in MAIN else "amount"


def _quotes(
    entry: Decision, documents: Mapping[str, Document], texts: Mapping[str, str]
) -> tuple[Evidence, ...]:
    """The words on the page, once; `NoMatchError` where they do not stand there."""
    page, words = entry.text("page"), entry.text("quote")
    if page not in documents or page not in texts:
        near = get_close_matches(page, sorted(documents), n=1, cutoff=0.3)
        raise NoMatchError(f"there is no page {page}" + (f": the nearest is {near[0]}" if near else ""))
    for start, end in places(texts[page], words):
        return (Evidence(page, start, end, texts[page][start:end]),)
    near_words = nearest_quote(texts[page], words)
    raise NoMatchError(
        f"not added, since “{words}” does not stand on {page}"
        + (f": of this it has “{near_words}”" if near_words else "")
    )


def _check(fact: Fact, kinds: Mapping[str, Kind]) -> None:
    if wrong := misfits(fact, kinds):
        raise NoMatchError(f"not added: {'; '.join(wrong)}")
    if len(set(about(fact))) == 1 and getattr(fact, "subject", "") == getattr(fact, "object", None):
        raise NoMatchError("not added: both ends are one entity")
