"""N-Triples: one line a triple, sorted; the form in which our triples reach every library."""

from __future__ import annotations

from collections.abc import Iterable

from kg.graph.terms import Iri, Term, Triple

_ESCAPES = {i: f"\\u{i:04X}" for i in (*range(0x20), 0x7F)}
_ESCAPES |= {ord(c): f"\\{e}" for c, e in (("\\", "\\"), ('"', '"'), ("\n", "n"), ("\r", "r"), ("\t", "t"))}


def ntriples(stated: Iterable[Triple]) -> str:
    """Triples as sorted N-Triples; equal triples, equal bytes."""
    return "".join(sorted(f"<{s}> <{p}> {_term(o)} .\n" for s, p, o in stated))


def _term(term: Term) -> str:
    if isinstance(term, Iri):
        return f"<{term}>"
    quoted = f'"{term.value.translate(_ESCAPES)}"'
    if term.language:
        return f"{quoted}@{term.language}"
    return f"{quoted}^^<{term.datatype}>" if term.datatype else quoted
