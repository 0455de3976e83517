"""Which pages of two graphs are one page, and when two quotes are one quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.graph.changes.model import PageChange
from kg.model import Document, Evidence

Key = tuple[str, int, int, str]
"""What equal quotes of two graphs have in common: page, start, end and words; on a page that changed, the words alone."""

NOWHERE = -1
"""Start and end of a quote on a page that changed: its words may have moved."""


@dataclass(frozen=True)
class Side:
    """The pages of one graph: identifier → the name that both graphs' pages share, and which of them changed."""

    names: Mapping[str, str]
    changed: frozenset[str]
    common: frozenset[str]

    def key(self, quote: Evidence) -> Key:
        name = self.names.get(quote.document, f"= {quote.document}")
        if quote.document in self.changed:
            return name, NOWHERE, NOWHERE, "".join(quote.exact.split())
        return name, quote.start, quote.end, quote.exact

    def keys(self, quotes: Iterable[Evidence]) -> dict[Key, Evidence]:
        """The quotes by what they have in common with the other graph's; of equal ones the first."""
        found: dict[Key, Evidence] = {}
        for quote in quotes:
            found.setdefault(self.key(quote), quote)
        return found

    def is_common(self, key: Key) -> bool:
        """Whether the other graph has read this page as well."""
        return key[0] in self.common


def sides(old: Sequence[Document], new: Sequence[Document]) -> tuple[Side, Side, tuple[PageChange, ...]]:
    """Both sides, and the pages that differ."""
    pairs = sorted(_pairs(old, new), key=lambda pair: sorted(d.identifier for d in pair if d))
    names_old, names_new = {}, {}
    changed_old, changed_new, common = set(), set(), set()
    for number, (before, after) in enumerate(pairs):
        name = str(number)
        if before:
            names_old[before.identifier] = name
        if after:
            names_new[after.identifier] = name
        if before and after:
            common.add(name)
            if before.sha256 != after.sha256:
                changed_old.add(before.identifier)
                changed_new.add(after.identifier)
    return (
        Side(names_old, frozenset(changed_old), frozenset(common)),
        Side(names_new, frozenset(changed_new), frozenset(common)),
        tuple(PageChange(before, after) for before, after in pairs if before != after),
    )


def _pairs(
    old: Sequence[Document], new: Sequence[Document]
) -> Iterator[tuple[Document | None, Document | None]]:
    """Pages of the same name and words, then of the same words, then of the same name; the rest has no partner."""
    before, after = list(old), list(new)
    for same in _SAME:
        left, right = _grouped(before, same), _grouped(after, same)
        met = [
            pair for name in left.keys() & right.keys() for pair in zip(left[name], right[name], strict=False)
        ]
        yield from met
        done_before, done_after = {d.identifier for d, _ in met}, {d.identifier for _, d in met}
        before = [d for d in before if d.identifier not in done_before]
        after = [d for d in after if d.identifier not in done_after]
    yield from ((page, None) for page in before)
    yield from ((None, page) for page in after)


_SAME: tuple[Callable[[Document], object], ...] = (
    lambda page: (page.identifier, page.sha256),
    lambda page: page.sha256,
    lambda page: page.identifier,
)


def _grouped(pages: Iterable[Document], same: Callable[[Document], object]) -> dict[object, list[Document]]:
    groups: dict[object, list[Document]] = defaultdict(list)
    for page in sorted(pages, key=lambda d: d.identifier):
        groups[same(page)].append(page)
    return groups
