"""Entries that change what the pages name, applied to all pages: what was overlooked, other types, no entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.graph.decide.entities import retyped, typed_id, with_entity, without
from kg.graph.decide.entries import Decision
from kg.graph.decide.index import Atom, Index, NoMatchError
from kg.graph.decide.outcomes import Record
from kg.model import Kind, Knowledge

Former = dict[Atom, set[str]]
"""All ids by which an entity of a page was known before types were changed."""


def with_overlooked(
    pages: Sequence[Knowledge], entries: Iterable[Decision], texts: Mapping[str, str], record: Record
) -> list[Knowledge]:
    """The pages with the entities that a person saw there."""
    known = list(pages)
    numbers = {document.identifier: i for i, page in enumerate(pages) for document in page.documents}
    for entry in entries:
        page, name = entry.text("page"), entry.text("name")
        if page not in numbers:
            record.warn(entry, f"there is no page {page}")
            continue
        number = numbers[page]
        found = with_entity(known[number], texts.get(page, ""), name, Kind(entry.text("type")))
        if isinstance(found, str):
            record.warn(entry, found)
        else:
            known[number] = found
            record.did(entry, f"{name} is an entity of {page}")
    return known


def with_types(
    pages: Sequence[Knowledge], entries: Iterable[Decision], index: Index, record: Record
) -> tuple[list[Knowledge], Former]:
    """The pages with entities of the types that a person says, and the ids that all had before."""
    known = list(pages)
    told: dict[Atom, dict[Kind, Decision]] = defaultdict(dict)
    for entry in entries:
        for atom in _meant(entry, index, record):
            told[atom][Kind(entry.text("type"))] = entry
    lost: dict[str, int] = defaultdict(int)
    made: dict[str, tuple[Decision, str]] = {}
    former: Former = {atom: {*index.known(atom)} for atom in index.entities}
    for atom, kinds in sorted(told.items()):
        number, own = atom
        for kind, entry in kinds.items():
            if len(kinds) > 1:
                record.warn(entry, f"{own} is said to be {' and '.join(sorted(kinds))}: keep one")
                continue
            whole = index.whole([atom]) <= told.keys()  # what was one under several names stays one
            new = typed_id(index.now([atom])[0] if whole else own, kind)
            known[number], gone = retyped(known[number], own, new, kind)
            lost[entry.order] += gone
            made[entry.order] = entry, new
            former[number, new] = former.get((number, new), set()) | former.pop(atom)
    for order, (entry, new) in made.items():
        misfits = f"; {_counted(lost[order], 'statement')} that it cannot have went" if lost[order] else ""
        record.did(entry, f"it is {new} now{misfits}")
    return known, former


def without_dropped(
    pages: Sequence[Knowledge], entries: Iterable[Decision], index: Index, record: Record
) -> list[Knowledge]:
    """The pages without what is no entity, and without all that is said of it."""
    known = list(pages)
    for entry in entries:
        by_page: dict[int, set[str]] = defaultdict(set)
        for number, own in _meant(entry, index, record):
            by_page[number].add(own)
        lost = 0
        for number, gone in by_page.items():
            known[number], facts = without(known[number], gone)
            lost += facts
        if by_page:
            names = sorted({own for gone in by_page.values() for own in gone})
            record.did(
                entry,
                f"{', '.join(names)} is gone from {_counted(len(by_page), 'page')} and {_without(lost)}",
            )
    return known


def _meant(entry: Decision, index: Index, record: Record) -> list[Atom]:
    """What an entry is about: an entity with all its pages, or on one page where the entry says so."""
    reference, page = entry.reference("entity"), entry.text("page")
    try:
        found = index.find(reference)
        if reference.name:
            found = index.whole(found)
    except NoMatchError as error:
        record.warn(entry, str(error))
        return []
    here = [atom for atom in found if page in ("", index.document(atom))]
    if not here:
        record.warn(entry, f"{reference} is not named on {page}")
    return sorted(here)


def _without(facts: int) -> str:
    return f"took {_counted(facts, 'statement')} along" if facts else "took no statement along"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
