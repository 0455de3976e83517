"""What differs by decision and was made one by the rules: which part keeps the id, and the ids of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.entities.identity import short_hash
from kg.graph.decide.index import Atom


class Side(NamedTuple):
    """The atoms of an entity that differs from others, and what its id is to be told apart by."""

    atoms: frozenset[Atom]
    mark: str


def cut(
    sides: Sequence[Side], ids: Mapping[Atom, str], groups: Mapping[str, frozenset[Atom]]
) -> dict[Atom, str]:
    """New ids for what leaves the id that it has in common with another side; `groups` are the atoms of each of `ids`.

    The side that has the others inside keeps the id, else the one whose own name the id is, else the one
    named first; whatever no side names stays with it. Sides that name the same atoms cannot be taken apart.
    """
    moved: dict[Atom, str] = {}
    for group in sorted({ids[atom] for side in sides for atom in side.atoms}):
        parts = [
            side._replace(atoms=side.atoms & groups[group]) for side in sides if side.atoms & groups[group]
        ]
        first = min(range(len(parts)), key=lambda i: (*_claim(parts[i], parts, group), i))
        keeper = parts.pop(first)
        for part in parts:
            if part.atoms < keeper.atoms or not part.atoms & keeper.atoms:
                moved |= {atom: _own_id(atom, part.mark, group, groups) for atom in part.atoms}
    return moved


def _claim(part: Side, parts: Iterable[Side], group: str) -> tuple[bool, bool]:
    return not any(part.atoms > other.atoms for other in parts), all(own != group for _, own in part.atoms)


def _own_id(atom: Atom, mark: str, group: str, groups: Mapping[str, frozenset[Atom]]) -> str:
    """The id that the atom has on its own page, where that is free; else one with what tells it apart."""
    own = atom[1]
    if own not in (group, *groups):
        return own
    return f"{own}-{short_hash(f'apart {mark}')}"


def groups_of(ids: Mapping[Atom, str]) -> dict[str, frozenset[Atom]]:
    """The atoms of each id."""
    found: dict[str, set[Atom]] = defaultdict(set)
    for atom, one in ids.items():
        found[one].add(atom)
    return {one: frozenset(atoms) for one, atoms in found.items()}
