"""Solutions as JSON, XML, CSV or TSV, triples as Turtle, N-Triples or JSON-LD; no more than the limits allow."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kg.graph.terms import XSD

Term = Any
"""A pyoxigraph term; None where a variable is unbound."""
Row = Sequence[Term]

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv"
TSV = "text/tab-separated-values"


class TooMuchError(Exception):
    """An answer beyond the limits; the message says which, and what to do."""


def limited(found: Iterable[Term], most: int) -> list[Term]:
    """All of an answer; `TooMuchError` where it has more than `most` rows."""
    rows = list(islice(found, most + 1))
    if len(rows) > most:
        raise TooMuchError(f"the answer has more than {most} rows: add a LIMIT, or ask more narrowly")
    return rows


def _json(variables: Sequence[str], rows: Iterable[Row]) -> str:
    bindings = [
        {n: _json_term(t) for n, t in zip(variables, row, strict=True) if t is not None} for row in rows
    ]
    return json.dumps(
        {"head": {"vars": list(variables)}, "results": {"bindings": bindings}}, ensure_ascii=False
    )


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    said = {"type": "literal", "value": term.value}
    if term.language:
        return {**said, "xml:lang": term.language}
    return said if term.datatype.value == XSD + "string" else {**said, "datatype": term.datatype.value}


def _xml(variables: Sequence[str], rows: Iterable[Row]) -> str:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in variables)
    results = "".join(f"<result>{''.join(_xml_bindings(variables, row))}</result>\n" for row in rows)
    return f"{_XML_OPEN}<head>{head}</head>\n<results>\n{results}</results>\n</sparql>\n"


def _xml_bindings(variables: Sequence[str], row: Row) -> Iterator[str]:
    for name, term in zip(variables, row, strict=True):
        if term is not None:
            yield f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"


def _xml_term(term: Term) -> str:
    # XML has no way to write most control characters, not even as references.
    value = escape(_NOT_IN_XML.sub("\ufffd", term.value))
    if isinstance(term, ox.NamedNode):
        return f"<uri>{value}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{value}</bnode>"
    if term.language:
        return f"<literal xml:lang={quoteattr(term.language)}>{value}</literal>"
    if term.datatype.value == XSD + "string":
        return f"<literal>{value}</literal>"
    return f"<literal datatype={quoteattr(term.datatype.value)}>{value}</literal>"


_XML_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'
)
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _csv(variables: Sequence[str], rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(variables)
    writer.writerows(["" if term is None else _csv_term(term) for term in row] for row in rows)
    return out.getvalue()


def _csv_term(term: Term) -> str:
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else str(term.value)


def _tsv(variables: Sequence[str], rows: Iterable[Row]) -> str:
    head = "\t".join(f"?{name}" for name in variables)
    lines = (
        "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) for row in rows
    )
    return "".join(f"{line}\n" for line in (head, *lines))


SOLUTIONS: Mapping[str, Callable[[Sequence[str], Iterable[Row]], str]] = {
    JSON: _json,
    XML: _xml,
    CSV: _csv,
    TSV: _tsv,
}
"""Media type → how solutions are written in it; `application/json` and `application/xml` mean the same."""

TRUTHS: Mapping[str, Callable[[bool], str]] = {  # one truth value is all that an ASK has to say
    JSON: lambda answer: json.dumps({"head": {}, "boolean": answer}),
    XML: lambda answer: f"{_XML_OPEN}<head/>\n<boolean>{str(answer).lower()}</boolean>\n</sparql>\n",
}

TRIPLES: Mapping[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}

ALIASES = {
    "application/json": JSON,
    "application/xml": XML,
    "text/xml": XML,
    "text/plain": "application/n-triples",
}
"""What older clients ask for → what they get."""


def triples(found: Iterable[ox.Triple], media_type: str, prefixes: Mapping[str, str]) -> bytes:
    """Triples in one of TRIPLES' forms, sorted."""
    ordered = sorted(found, key=str)
    data = ox.serialize(ordered, format=TRIPLES[media_type], prefixes=dict(prefixes))
    return data if isinstance(data, bytes) else b""
