"""Which entities of which pages a reference means; where it means none, what is nearest."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property

from kg.graph.decide.entries import Reference
from kg.model import Knowledge

Atom = tuple[int, str]
"""An entity of one page: the index of the page and the id that the entity has there."""
Layer = Mapping[Atom, Collection[str]]
"""Ids by which atoms are known at some time: after the rules, before them, in an earlier build."""
NEAR = 3


class NoMatchError(Exception):
    """Why a reference means nothing, or more than one thing."""


class Index:
    """The entities of all pages, found by id – in the first layer that has it – or by name and page."""

    def __init__(self, pages: Sequence[Knowledge], layers: Sequence[Layer]) -> None:
        self.entities = {(i, entity.id): entity for i, page in enumerate(pages) for entity in page.entities}
        self._pages = [page.documents[0].identifier if page.documents else "" for page in pages]
        self._layers = layers

    @cached_property
    def _names(self) -> dict[str, set[Atom]]:
        found: dict[str, set[Atom]] = defaultdict(set)
        for atom, entity in self.entities.items():
            for name in {entity.label, *entity.names}:
                found[folded(name)].add(atom)
        return found

    @cached_property
    def _ids(self) -> list[dict[str, set[Atom]]]:
        return [_inverted(layer) for layer in self._layers]

    def document(self, atom: Atom) -> str:
        """The page of an atom."""
        return self._pages[atom[0]]

    def known(self, atom: Atom) -> set[str]:
        """All ids by which an atom is found."""
        return {one for layer in self._layers for one in layer.get(atom, ())}

    def now(self, atoms: Iterable[Atom]) -> list[str]:
        """The ids of atoms in the first layer, sorted."""
        return sorted({one for atom in atoms for one in self._layers[0][atom]})

    def whole(self, atoms: Iterable[Atom]) -> set[Atom]:
        """The atoms and all others that are one with them."""
        return {atom for one in self.now(atoms) for atom in self._ids[0][one]}

    def find(self, reference: Reference) -> set[Atom]:
        """What the reference says, no more: of an id all atoms, of a name those of its pages. `NoMatchError` if none."""
        return self._by_id(reference.id) if reference.id else self._by_name(reference)

    def one(self, reference: Reference) -> str:
        """The one id that the reference means in the first layer; `NoMatchError` where there is none or several."""
        ids = self.now(self.find(reference))
        if len(ids) > 1:
            raise NoMatchError(f"{reference} is more than one: {', '.join(ids)}; name one of them")
        return ids[0]

    def _by_id(self, wanted: str) -> set[Atom]:
        for layer in self._ids:
            if found := layer.get(wanted):
                return set(found)
        raise NoMatchError(
            f"nothing has the id {wanted}{self._near(wanted.partition('-')[2] or wanted, wanted)}"
        )

    def _by_name(self, reference: Reference) -> set[Atom]:
        for page in reference.pages:
            if page not in self._pages:
                near = get_close_matches(page, self._pages, n=1, cutoff=0.3)
                raise NoMatchError(
                    f"there is no page {page}" + (f": the nearest is {near[0]}" if near else "")
                )
        atoms = {
            atom
            for atom in self._names.get(folded(reference.name), ())
            if reference.kind in ("", self.entities[atom].kind)
        }
        if not reference.pages:
            return self._only(reference, atoms)
        found: set[Atom] = set()
        for page in reference.pages:
            on_page = {atom for atom in atoms if self.document(atom) == page}
            found |= self._only(Reference(name=reference.name, pages=(page,)), on_page)
        return found

    def _only(self, reference: Reference, atoms: set[Atom]) -> set[Atom]:
        ids = self.now(atoms)
        if len(ids) > 1:
            raise NoMatchError(f"{reference} may be {' or '.join(ids)}: give the type or the id")
        if not ids:
            elsewhere = sorted({self.document(atom) for atom in self._names.get(folded(reference.name), ())})
            if reference.pages and elsewhere and not set(elsewhere) & set(reference.pages):
                raise NoMatchError(f"{reference} is not named there, but on {'、'.join(elsewhere[:NEAR])}")
            raise NoMatchError(f"no page names {reference}{self._near(reference.name, '', reference.pages)}")
        return atoms

    def _near(self, name: str, wanted: str, pages: Collection[str] = ()) -> str:
        """The entities whose names or ids are nearest, with their ids."""
        here = {
            name: kept
            for name, atoms in self._names.items()
            if (kept := [a for a in atoms if not pages or self.document(a) in pages])
        }
        names = (
            [folded(name)]
            if folded(name) in here
            else get_close_matches(folded(name), here, n=NEAR, cutoff=0.5)
        )
        ids = {one: None for near in names for one in self.now(here[near])}
        if not ids and wanted:
            ids = dict.fromkeys(get_close_matches(wanted, sorted(self._ids[0]), n=NEAR))
        return f": the nearest is {', '.join(list(ids)[:NEAR])}" if ids else ""


def folded(name: str) -> str:
    """A name as it is compared: without white space, and full-width letters and brackets as half-width ones."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def _inverted(layer: Layer) -> dict[str, set[Atom]]:
    found: dict[str, set[Atom]] = defaultdict(set)
    for atom, ids in layer.items():
        for one in ids:
            found[one].add(atom)
    return dict(found)
