"""Turtle and TriG that a person can read from the top: sections, subjects sorted, types first; equal knowledge, equal bytes.

Written straight from our own triples; a library would need a graph of its own and some fifty times as long.
"""

from __future__ import annotations

import gc
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.graph.iris import DEFAULT_BASE
from kg.graph.pages import by_page
from kg.graph.terms import XSD, Iri, Literal, Term, Triple
from kg.graph.triples import triples
from kg.graph.vocab import KG, NAMESPACES, OA, PREFIXES, PROV, RDF, RDFS, SCHEMA, SKOS, VOID
from kg.model import Knowledge
from kg.publish.files import write_whole

SECTIONS: tuple[tuple[str, tuple[Iri, ...]], ...] = (
    ("数据集 · data set", (VOID.Dataset, PROV.Activity, PROV.SoftwareAgent)),
    ("报纸与版面 · newspapers and pages", (KG.Newspaper, KG.Document)),
    ("人物 · people", (KG.Official, KG.Person)),
    ("机构 · agencies, enterprises, institutions", (KG.Agency, KG.Enterprise, KG.Institution)),
    ("项目 · projects", (KG.Project,)),
    ("园区与地点 · parks and places", (KG.Park, KG.Place)),
    ("产业 · industries", (KG.Industry,)),
    ("职务与任职 · posts and tenures", (KG.Post, KG.Tenure, KG.Interval, KG.PostObservation)),
    ("活动 · events", (KG.Event,)),
    ("项目事实 · facts of projects", (SCHEMA.MonetaryAmount, SCHEMA.QuantitativeValue, KG.StageObservation)),
    ("指标 · indicators", (KG.Indicator,)),
    ("陈述 · assertions", (KG.Assertion,)),
    ("出处 · evidence", (KG.Evidence, OA.TextPositionSelector)),
    ("数据集的计数 · what the data set counts", ()),
)
"""Heading and classes, in the order of the file; a class has its place in its section; the last is for all others."""

_PLACE = {cls: (i, j) for i, (_, classes) in enumerate(SECTIONS) for j, cls in enumerate(classes)}
_LAST = (len(SECTIONS) - 1, 0)
_TERMS = {
    iri: f"{prefix}:{name}" for prefix, space in NAMESPACES.items() for name, iri in space.terms.items()
}
_NEXT = " ;\n    "
_ONE_A_LINE = ",\n        "
_WIDTH = 80
_FIRST_PREDICATES = (RDF.type, SKOS.prefLabel, RDFS.label, SKOS.altLabel)
_LOCAL = re.compile(r"[^-.%·~/#?](?:[^~/#?%]|%[0-9A-F]{2})*")
_SHORT = {XSD + "integer", XSD + "decimal", XSD + "boolean"}
_ESCAPES = {**{i: f"\\u{i:04X}" for i in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF)}}
_ESCAPES |= {ord(c): f"\\{e}" for c, e in (("\\", "\\"), ('"', '"'), ("\n", "n"), ("\r", "r"), ("\t", "t"))}
# Marks that turn the direction of the text would show a reader other words than the file holds.
_ESCAPES |= {
    i: f"\\u{i:04X}" for i in (*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}


def write_turtle(knowledge: Knowledge, path: Path | str, base: str = DEFAULT_BASE) -> Path:
    """Write graph.ttl; `OutputError` where that cannot be, and then nothing is left behind."""
    with _undisturbed():
        return write_whole(path, turtle(triples(knowledge, base), base))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the search for cycles, which goes through all triples again and again, finds none, and takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def turtle(stated: Iterable[Triple], base: str = DEFAULT_BASE) -> str:
    """Triples as Turtle; their order does not matter."""
    return "".join((*_head(base), *_body(stated, base)))


def trig(stated: Iterable[Triple], base: str = DEFAULT_BASE) -> str:
    """Triples as TriG: a graph for each page, named by its document, with all that the page says.

    What several pages say stands in each of their graphs; the description of the data set in the default graph.
    """
    told = by_page(stated)
    lines = [*_head(base), *_body(told.pop(None, []), base)]
    for page in sorted(filter(None, told)):
        lines += [f"\n{_Written(base).iri(page)} {{\n", *_body(told[page], base), "}\n"]
    return "".join(lines)


def _head(base: str) -> Iterator[str]:
    for prefix, iri in sorted({**PREFIXES, "id": base}.items()):
        yield f"@prefix {prefix}: <{iri}> .\n"


def _body(stated: Iterable[Triple], base: str) -> Iterator[str]:
    written = _Written(base)
    described: dict[Iri, list[tuple[Iri, Term]]] = defaultdict(list)
    for subject, predicate, term in stated:
        described[subject].append((predicate, term))
    heading = -1
    for (section, _), subject in sorted((_place(said), subject) for subject, said in described.items()):
        if section != heading:
            heading = section
            yield f"\n# ── {SECTIONS[section][0]} ──\n"
        yield "\n" + written.description(subject, described[subject])


def _place(said: list[tuple[Iri, Term]]) -> tuple[int, int]:
    """Section and rank of a subject, by its class; a node of two classes stands at the earlier place."""
    return min((_PLACE.get(term, _LAST) for predicate, term in said if predicate == RDF.type), default=_LAST)  # type: ignore[arg-type]


class _Written:
    """Terms as Turtle writes them under one base."""

    def __init__(self, base: str) -> None:
        self._base = base

    def description(self, subject: Iri, said: list[tuple[Iri, Term]]) -> str:
        by_predicate: dict[Iri, list[str]] = defaultdict(list)
        for predicate, term in said:
            by_predicate[predicate].append(self.iri(term) if isinstance(term, Iri) else _literal(term))
        statements = []
        for predicate in sorted(by_predicate, key=_predicate_order):
            verb = "a" if predicate == RDF.type else self.iri(predicate)
            terms = sorted(by_predicate[predicate])
            between = ", " if sum(map(len, terms)) < _WIDTH else _ONE_A_LINE
            statements.append(f"{verb} {between.join(terms)}")
        return f"{self.iri(subject)} {_NEXT.join(statements)} .\n"

    def iri(self, iri: Iri) -> str:
        if iri in _TERMS:
            return _TERMS[iri]
        local = iri.removeprefix(self._base)
        return f"id:{local}" if local != iri and _LOCAL.fullmatch(local) else f"<{iri}>"


def _predicate_order(predicate: Iri) -> tuple[int, str]:
    if predicate in _FIRST_PREDICATES:
        return _FIRST_PREDICATES.index(predicate), ""
    return len(_FIRST_PREDICATES), _TERMS.get(predicate, predicate)


def _literal(literal: Literal) -> str:
    if literal.datatype in _SHORT:
        return literal.value
    quoted = f'"{literal.value.translate(_ESCAPES)}"'
    if literal.language:
        return f"{quoted}@{literal.language}"
    return f"{quoted}^^xsd:{literal.datatype.removeprefix(XSD)}" if literal.datatype else quoted
