"""SPARQL over our triples: the only door to pyoxigraph and rdflib."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import rdflib

from kg.errors import InputError, QueryError
from kg.graph.iris import DEFAULT_BASE, check_base
from kg.graph.ntriples import ntriples
from kg.graph.terms import XSD, Iri, Literal, Triple
from kg.graph.vocab import PREFIXES, VOID

Value = str | int | float | bool | None
"""What a cell holds: an IRI or words as str, numbers and truth as Python's own; None where a variable is unbound."""

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

_NUMBERS: dict[str, type[int | float]] = {
    XSD + "integer": int,
    XSD + "decimal": float,
    XSD + "double": float,
    XSD + "float": float,
}


@dataclass(frozen=True)
class Rows:
    """A query's answer: the names of its columns, and a dict a row. `for row in rows`, `pandas.DataFrame(rows)`."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, Value], ...]

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: int) -> dict[str, Value]:
        return self.rows[index]


@contextmanager
def _reading(path: Path | str) -> Iterator[None]:
    try:
        yield
    except SyntaxError as error:
        raise InputError(f"{path} is no Turtle: {_first_line(error)}: build the graph again") from error
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else error.strerror or error
        raise InputError(f"cannot read {path}: {reason}; give the graph.ttl of a build") from error


def parse(path: Path | str) -> list[Triple]:
    """The triples of a Turtle file, literals as written; `InputError` for a file that is missing or no Turtle.

    Triples with blank nodes, which we never write, are left out.
    """
    with _reading(path):
        quads = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)
        return [triple for quad in quads for triple in _triple(quad)]


def load(path: Path | str) -> ox.Store:
    """A store with everything in a Turtle file; `InputError` as for `parse`."""
    held = ox.Store()
    with _reading(path):
        held.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
    return held


def store(stated: Iterable[Triple]) -> ox.Store:
    """A store with these triples in its default graph."""
    made = ox.Store()
    made.bulk_load(ntriples(stated).encode("utf-8"), ox.RdfFormat.N_TRIPLES)
    return made


def matching(held: ox.Store, subject: str = "", predicate: str = "", target: str = "") -> Iterator[Triple]:
    """The triples of a store with this subject, predicate and object, all IRIs; "" stands for any."""
    s, p, o = (ox.NamedNode(iri) if iri else None for iri in (subject, predicate, target))
    for quad in held.quads_for_pattern(s, p, o, ox.DefaultGraph()):
        yield from _triple(quad)


def _triple(quad: ox.Quad) -> Iterator[Triple]:
    if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
        yield Iri(quad.subject.value), Iri(quad.predicate.value), _term(quad.object)


def _term(term: ox.NamedNode | ox.Literal) -> Iri | Literal:
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    datatype = term.datatype.value
    plain = term.language is not None or datatype == XSD + "string"
    return Literal(term.value, "" if plain else datatype, term.language or "")


def base(stated: Iterable[Triple]) -> str:
    """The base that a file names as its data set's void:uriSpace; the default one where it names none.

    `InputError` for one that cannot be a base.
    """
    spaces = (o.value for _, p, o in stated if p == VOID.uriSpace and isinstance(o, Literal))
    return check_base(min(spaces, default=DEFAULT_BASE))


def engine_triples(stated: Iterable[Triple]) -> Iterator[ox.Triple]:
    """Our triples as the engine's own, to be written by it."""
    for subject, predicate, term in stated:
        yield ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), _engine_term(term))


def _engine_term(term: Iri | Literal) -> ox.NamedNode | ox.Literal:
    if isinstance(term, Iri):
        return ox.NamedNode(term)
    if term.language:
        return ox.Literal(term.value, language=term.language)
    return ox.Literal(term.value, datatype=ox.NamedNode(term.datatype or XSD + "string"))


def query(held: ox.Store, text: str, base_iri: str = DEFAULT_BASE) -> Rows:
    """Answer a query; prefixes of ours need no declaration. `QueryError` where it cannot be parsed or run."""
    result = evaluate(held, text, base_iri)
    if isinstance(result, ox.QueryBoolean):
        return Rows(("answer",), ({"answer": bool(result)},))
    try:
        if isinstance(result, ox.QueryTriples):
            columns: tuple[str, ...] = ("subject", "predicate", "object")
            found: Iterable[Iterable[object]] = ((t.subject, t.predicate, t.object) for t in result)
        else:
            columns = tuple(variable.value for variable in result.variables)
            found = result
        return Rows(columns, tuple(dict(zip(columns, map(plain, row), strict=True)) for row in found))
    except OSError as error:
        raise QueryError(f"the query failed while it ran: {error}") from error


def evaluate(held: ox.Store, text: str, base_iri: str) -> Answer:
    """The engine's own answer; `QueryError` for what cannot be parsed and for SERVICE, which would reach out."""
    if _asks_elsewhere(text):
        raise QueryError("the query has a SERVICE: this program asks no other server; remove it")
    try:
        return held.query(text, prefixes={**PREFIXES, "id": base_iri})
    except SyntaxError as error:
        raise QueryError(f"the query cannot be parsed: {_first_line(error)}") from error
    except OSError as error:
        raise QueryError(f"the query cannot be run: {error}") from error


def plain(term: object) -> Value:
    """A term as Python's own value."""
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value
        if datatype in _NUMBERS:
            return _NUMBERS[datatype](term.value)
        return term.value == "true" if datatype == XSD + "boolean" else term.value
    return term.value if isinstance(term, ox.NamedNode | ox.BlankNode) else str(term)


def to_rdflib(stated: Iterable[Triple], base_iri: str = DEFAULT_BASE) -> rdflib.Graph:
    """The triples as an rdflib.Graph with our prefixes bound."""
    graph = rdflib.Graph()
    for prefix, iri in {**PREFIXES, "id": base_iri}.items():
        graph.bind(prefix, iri, replace=True)
    return graph.parse(data=ntriples(stated), format="nt")


_NO_KEYWORDS = re.compile(
    r'"""(?:[^\\]|\\.)*?"""'
    r"|'''(?:[^\\]|\\.)*?'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>|#[^\n]*',
    re.DOTALL,
)
_SERVICE = re.compile(r"(?<![?$:\w-])SERVICE(?![\w:-])", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def _asks_elsewhere(text: str) -> bool:
    """Whether SERVICE stands outside strings, comments and IRIs, as written or with its escapes resolved."""
    resolved = _ESCAPE.sub(lambda found: _character(found[1] or found[2]), text)
    return any(_SERVICE.search(_NO_KEYWORDS.sub(" ", form)) for form in (text, resolved))


def _character(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= sys.maxunicode else ""


def _first_line(error: Exception) -> str:
    """A parser's complaint without its list of everything it would have liked instead."""
    return str(error).split(", ['", maxsplit=1)[0].split("\n", maxsplit=1)[0]
