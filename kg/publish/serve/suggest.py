"""What the query page offers to complete: terms of the vocabulary, and names of the graph."""

from __future__ import annotations

from kg.graph.vocab import NAMESPACES
from kg.publish.serve.labels import Labels, terms

MOST = 20


class Suggestions:
    """Finds terms and names by a part of them; each is (what to insert, what it is called)."""

    def __init__(self, labels: Labels) -> None:
        self._terms = [
            _term(f"{p}:{n}", iri) for p, space in NAMESPACES.items() for n, iri in space.terms.items()
        ]
        self._names = [(f"<{iri}>", label) for iri, label in labels.items() if iri.startswith(labels.base)]

    def matching(self, words: str) -> list[dict[str, str]]:
        """At most MOST suggestions: what begins with the words before what holds them, terms before names, short before long."""
        words = words.strip().lower()
        if not words:
            return []
        ranked = sorted(
            (
                not insert.lower().startswith(words) and not label.lower().startswith(words),
                place,
                len(insert),
                insert,
                label,
            )
            for place, group in enumerate((self._terms, self._names))
            for insert, label in group
            if words in label.lower() or (place == 0 and words in insert.lower())
        )
        return [{"insert": insert, "label": label} for *_, insert, label in ranked[:MOST]]


def _term(prefixed: str, iri: str) -> tuple[str, str]:
    said = terms().get(iri, {})
    return prefixed, " · ".join(said[language] for language in ("zh", "en") if language in said)
