"""RDF terms as small strings of our own, so that a million triples are made and sorted without a library."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

XSD = "http://www.w3.org/2001/XMLSchema#"


class Iri(str):
    """An absolute IRI."""

    __slots__ = ()


class Literal(NamedTuple):
    """A literal; `datatype` is the full IRI, "" for a plain string or one with a language."""

    value: str
    datatype: str = ""
    language: str = ""


Term = Iri | Literal
Triple = tuple[Iri, Iri, Term]


def chinese(words: str) -> Literal:
    """Words in Chinese."""
    return Literal(words, language="zh")


def text(words: str) -> Literal:
    """A plain string."""
    return Literal(words)


def boolean(value: bool) -> Literal:  # noqa: FBT001 - the value is the point
    """True or false."""
    return Literal("true" if value else "false", XSD + "boolean")


def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), XSD + "integer")


def decimal(value: float) -> Literal:
    """A number that `float` reads back unchanged, without an exponent: 0.93, 1.0, 0.0000001."""
    digits = format(Decimal(repr(float(value))), "f")
    return Literal(digits if "." in digits else f"{digits}.0", XSD + "decimal")


def number(value: float) -> Literal:
    """A quantity: an integer where it is whole (8000000000), else a decimal (33333.33)."""
    return integer(int(value)) if float(value).is_integer() else decimal(value)


def date(told: str) -> Literal:
    """A date as precise as told: 2022 a gYear, 2022-07 a gYearMonth, 2022-07-30 a date; else plain text."""
    for pattern, datatype in _DATES:
        if pattern.fullmatch(told):
            return Literal(told, XSD + datatype)
    return Literal(told)


_MONTH = r"(?:0[1-9]|1[0-2])"
_DATES = (
    (re.compile(r"[12]\d{3}", re.ASCII), "gYear"),
    (re.compile(rf"[12]\d{{3}}-{_MONTH}", re.ASCII), "gYearMonth"),
    (re.compile(rf"[12]\d{{3}}-{_MONTH}-(?:0[1-9]|[12]\d|3[01])", re.ASCII), "date"),
)
