"""The table of contents: how pages become knowledge, a line for each stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.cache import Cache
from kg.corpus.pages import find_pages, read_page
from kg.corpus.reading import read
from kg.entities.link import link
from kg.entities.recognize import Recognition, bylines, recognize
from kg.errors import InputError
from kg.facts.extract import extract
from kg.facts.namesakes import apart
from kg.facts.officials import with_officials
from kg.graph.combine import combine
from kg.graph.decide import Decided, Outcome, read_decisions
from kg.graph.derive import derive
from kg.graph.resolve import Judgement, resolve
from kg.model import Document, Knowledge, Page, Reading

Progress = Callable[[int, int], None]
"""Called after each page with how many pages are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made of the pages (raw) that did not fail; what it judged one, and what became of each decision."""

    knowledge: Knowledge
    pages: tuple[Page, ...]
    failed: tuple[tuple[str, str], ...] = ()
    judgements: tuple[Judgement, ...] = ()
    outcomes: tuple[Outcome, ...] = ()


def build(
    inputs: Iterable[Path | str],
    *,
    decisions: Path | str | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> Built:
    """Read pages or folders of pages and return what they say together, and what a person decided of it.

    The order of `inputs` does not matter. A page that cannot be read is listed in `failed` and the others
    are built; `InputError` where there is no page at all, or none that can be read. `decisions` is a file or
    a folder of them; `DecisionError` where it is not what docs/decisions.md asks for. A page that `cache` knows
    is not extracted again, which changes nothing in the result.
    """
    told = read_decisions(decisions) if decisions is not None else ()
    pages: list[Page] = []
    failed: list[tuple[str, str]] = []
    for path in find_pages(inputs):
        try:
            pages.append(read_page(path))
        except InputError as error:
            failed.append((path.name, str(error)))
    if not pages:
        raise InputError("; ".join(reason for _, reason in failed))
    decided = Decided(told, {page.identifier: page.raw for page in pages})
    known, judgements = resolve(decided.entities(list(_each(pages, progress, cache))), decided.identity)
    knowledge = decided.derived(derive(decided.statements(combine(known))))
    return Built(knowledge, tuple(pages), tuple(failed), judgements, decided.outcomes)


def _each(pages: Sequence[Page], progress: Progress | None, cache: Cache | None) -> Iterator[Knowledge]:
    for done, page in enumerate(pages, 1):
        yield understand(page) if cache is None else cache.knowledge(page, understand)
        if progress is not None:
            progress(done, len(pages))


def understand(page: Page) -> Knowledge:
    """One page alone: corpus → entities → facts."""
    reading = read(page)
    recognition = recognize(reading)
    entities = apart(reading, link(reading, recognition))
    facts, unplaced = extract(reading, entities)
    return Knowledge((document(reading, recognition),), with_officials(entities.entities, facts), facts, unplaced)


def document(reading: Reading, recognition: Recognition) -> Document:
    """The page as the graph speaks of it; its authors are whoever a byline names."""
    page = reading.page
    return Document(
        identifier=page.identifier,
        sha256=page.sha256,
        newspaper=page.newspaper,
        place=page.place,
        published=page.published,
        inferred=tuple(sorted(page.inferred)),
        authors=bylines(recognition),
    )
