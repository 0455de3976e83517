"""The small page of one node: what is said of it, with the words that say it, and its RDF."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.graph import sparql
from kg.graph.terms import Iri, Term, Triple
from kg.graph.vocab import KG, OA, PROV, RDF, RDFS, SKOS
from kg.publish.serve.labels import Labels, short, terms, value

MOST = 200
"""Values that a page shows of one property."""
_DEPTH = 2
_SHOWN_OTHERWISE = {RDFS.label, SKOS.prefLabel, RDF.type}


@dataclass(frozen=True)
class Shown:
    """A value: words, perhaps with a link, perhaps with statements of its own, or a quote with its page."""

    words: str
    href: str = ""
    quoted: bool = False
    said: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Said:
    """A property and its values; `more` of them are not shown."""

    zh: str
    en: str
    values: tuple[Shown, ...]
    more: int = 0


@dataclass(frozen=True)
class Page:
    """What the template of a node's page needs."""

    iri: str
    label: str
    kinds: tuple[tuple[str, str], ...]
    said: tuple[Said, ...]
    said_by_others: tuple[Said, ...]


class Describer:
    """Makes the pages of one graph's nodes."""

    def __init__(self, store: ox.Store, labels: Labels) -> None:
        self._store, self._labels = store, labels

    def page(self, iri: str) -> Page | None:
        """The page of a node; None where the graph says nothing of it."""
        own = list(sparql.matching(self._store, iri))
        if not own:
            return None
        return Page(
            iri=iri,
            label=self._labels[iri],
            kinds=tuple(sorted(_names(value(term)) for _, predicate, term in own if predicate == RDF.type)),
            said=tuple(self._statements(Iri(iri), frozenset({iri}), _DEPTH)),
            said_by_others=tuple(self._incoming(Iri(iri))),
        )

    def knows(self, iri: str) -> bool:
        """Whether the graph says anything of a node."""
        return next(sparql.matching(self._store, iri), None) is not None

    def description(self, iri: str) -> list[Triple]:
        """What the graph says of a node and of the statements about it, with their quotes."""
        incoming = list(sparql.matching(self._store, target=iri))
        found = dict.fromkeys(incoming)
        fresh: set[str] = {iri, *(subject for subject, _, _ in incoming if subject not in self._labels)}
        done: set[str] = set()
        while fresh:
            done |= fresh
            said = [triple for node in fresh for triple in sparql.matching(self._store, node)]
            found.update(dict.fromkeys(said))
            told = {str(term) for _, _, term in said if isinstance(term, Iri) and self._is_statement(term)}
            fresh = told - done
        return list(found)

    def _is_statement(self, node: str) -> bool:
        """Whether a node is nothing by itself, but a part of what is said of others."""
        return node.startswith(self._labels.base) and node not in self._labels

    def _statements(self, node: Iri, above: frozenset[str], depth: int) -> Iterator[Said]:
        values: dict[Iri, list[Term]] = defaultdict(list)
        for _, predicate, term in sparql.matching(self._store, node):
            if predicate not in _SHOWN_OTHERWISE and term not in above:
                values[predicate].append(term)
        for predicate in sorted(values, key=_order):
            yield self._said(_names(predicate), values[predicate], above, depth)

    def _incoming(self, node: Iri) -> Iterator[Said]:
        """Who points here, by property: entities as links, statements spelt out."""
        subjects: dict[Iri, list[Term]] = defaultdict(list)
        for subject, predicate, _ in sparql.matching(self._store, target=node):
            subjects[predicate].append(subject)
        for predicate in sorted(subjects, key=_order):
            zh, en = _names(predicate)
            yield self._said((f"← {zh}", f"← {en}"), subjects[predicate], frozenset({node}), _DEPTH)

    def _said(self, names: tuple[str, str], found: list[Term], above: frozenset[str], depth: int) -> Said:
        ordered = sorted(found, key=lambda term: (self._labels[value(term)], value(term)))
        shown = sorted((self._shown(term, above, depth) for term in ordered[:MOST]), key=_place)
        return Said(*names, tuple(shown), len(ordered) - len(shown))

    def _shown(self, term: Term, above: frozenset[str], depth: int) -> Shown:
        if not isinstance(term, Iri):
            return Shown(term.value)
        if term in terms():
            return Shown(_names(term)[0], term)
        if self._is_statement(term):
            spelt_out = self._quote(term) or (self._spelt_out(term, above, depth) if depth else None)
            if spelt_out:
                return spelt_out
        return Shown(self._labels[term] if term in self._labels else short(term), self._labels.href(term))

    def _spelt_out(self, node: Iri, above: frozenset[str], depth: int) -> Shown:
        kinds = sorted(_names(kind)[0] for kind in self._all(node, RDF.type))
        said = tuple(self._statements(node, above | {node}, depth - 1))
        return Shown(" ".join(kinds) or short(node), self._labels.href(node), said=said)

    def _quote(self, node: Iri) -> Shown | None:
        """Evidence as its words and its page; None for any other node."""
        for selector in self._all(node, OA.hasSelector):
            exact, start, end = (" ".join(self._all(selector, name)) for name in (OA.exact, OA.start, OA.end))
            sources = self._all(node, OA.hasSource)
            pages = tuple(
                Shown(f"{self._labels[page]} {start}-{end}", self._labels.href(page)) for page in sources
            )
            return Shown(exact, self._labels.href(node), quoted=True, said=(Said("", "", pages),))
        return None

    def _all(self, node: str, predicate: str) -> list[str]:
        return sorted(value(term) for _, _, term in sparql.matching(self._store, node, predicate))


def _names(iri: str) -> tuple[str, str]:
    """A term's label in Chinese and in English; a foreign one by its prefixed name."""
    said = terms().get(iri, {})
    return said.get("zh", short(iri)), said.get("en", short(iri))


def _place(shown: Shown) -> tuple[str, int]:
    """Quotes in the order of their pages; anything else stays as it is sorted."""
    if not shown.quoted:
        return "", 0
    where = shown.said[0].values[0].words if shown.said and shown.said[0].values else ""
    page, _, position = where.rpartition(" ")
    start = position.partition("-")[0]
    return page, int(start) if start.isdecimal() else 0


def _order(predicate: Iri) -> tuple[int, str]:
    """Other names first, then what is said, then what it rests on."""
    return _PLACES.get(predicate, 0), predicate


_PLACES = {SKOS.altLabel: -1, KG.mention: 1, PROV.wasDerivedFrom: 2, KG.confidence: 3, KG.rule: 4}
