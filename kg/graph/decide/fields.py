"""What may stand in each field of an entry: a value as TOML gives it in, the value checked out."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from urllib.parse import unquote

from kg.corpus.infer import is_partial_date
from kg.facts.relating import OBJECTS
from kg.graph.decide.entries import Reference, Value
from kg.model import STAGES, Kind

AMOUNTS = ("totalInvestment", "annualRevenue", "annualTax")
PROPERTIES = (*AMOUNTS, "landArea", "completion")
PREDICATES = tuple(OBJECTS)
TYPES = tuple(kind.value for kind in Kind if kind is not Kind.OFFICE)
REFERENCE = ("name", "page", "type")
PERIOD = re.compile(r"[12]\d{3}-(H[12]|Q[1-4])")
"""Half a year or a quarter, as which a completion may be told."""
PREFIX = re.compile(r"<?(?:[a-z][a-z0-9+.-]*://.*[/#]|id:)", re.IGNORECASE)
"""What stands before an id where it was copied as an IRI or out of Turtle."""


class WrongValueError(ValueError):
    """What is wrong with a value, as the end of a sentence that names the field."""


def check(name: str, value: object) -> Value:
    """The value of a field; `WrongValueError` where it is none for this field."""
    return CHECKS[name](value)


def nearest(word: str, known: Sequence[str]) -> str:
    """“: did you mean …?” where something is near, else a list of what there is."""
    near = get_close_matches(word, known, n=1)
    return f": did you mean {near[0]}?" if near else f": there are {', '.join(known)}"


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise WrongValueError(f"must be text in quotation marks, not {_shown(value)}")
    if not value.strip():
        raise WrongValueError("is empty")
    return value


def _reference(value: object) -> Reference:
    if isinstance(value, str):
        return Reference(id=_id(_text(value)))
    if not isinstance(value, Mapping):
        raise WrongValueError(
            f'must be an id ("park-…") or a name with its page ({{ name = "…", page = "…" }}), not {_shown(value)}'
        )
    for key in value:
        if key not in REFERENCE:
            raise WrongValueError(f"has {key!r}{nearest(key, REFERENCE)}")
    if "name" not in value:
        raise WrongValueError('has no name: write { name = "…", page = "…" }')
    told = value.get("page", [])
    pages = told if isinstance(told, list) else [told]
    kind = _choice(TYPES)(value["type"]) if "type" in value else ""
    return Reference(
        name=_text(value["name"]), pages=tuple(sorted({_text(page) for page in pages})), kind=kind
    )


def _id(text: str) -> str:
    """An id as it is, or the id in an IRI that was copied from the explorer or from graph.ttl."""
    bare = PREFIX.sub("", text.strip())
    return unquote(bare.removesuffix(">")) if bare != text else text


def _references(value: object) -> tuple[Reference, ...]:
    if not isinstance(value, list) or len(value) < 2:
        raise WrongValueError("must be a list of two or more: [ …, … ]")
    found = tuple(_reference(one) for one in value)
    if len(set(found)) < len(found):
        raise WrongValueError("names one of them twice")
    return found


def _choice(words: Sequence[str]) -> Callable[[object], str]:
    def one_of(value: object) -> str:
        text = _text(value)
        if text == "Official":
            raise WrongValueError(
                'is "Official": write "Person"; an official is a person with a post, which [[add]] can tell'
            )
        if text not in words:
            raise WrongValueError(f"is {_shown(text)}{nearest(text, words)}")
        return text

    return one_of


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise WrongValueError(f"must be true or false, not {_shown(value)}")
    return value


def _value(value: object) -> str | float:
    """A number; of a completion, the date."""
    if isinstance(value, str) and PERIOD.fullmatch(value):
        return value
    if isinstance(value, str | dt.date):
        return _day(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise WrongValueError(f"must be a number in plain units like 8000000000, not {_shown(value)}")
    return float(value)


def _day(value: object) -> str:
    text = value.isoformat()[:10] if isinstance(value, dt.date) else value
    if not isinstance(text, str) or not is_partial_date(text):
        raise WrongValueError(f"is {_shown(value)}, not a date like 2023-06-21, 2023-06 or 2023")
    return text


def _signed(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else _text(value)


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"


CHECKS: dict[str, Callable[[object], Value]] = {
    "entities": _references,
    **dict.fromkeys(
        ("entity", "subject", "object", "person", "organization", "project", "event"), _reference
    ),
    **dict.fromkeys(
        ("name", "title", "indicator", "period", "page", "quote", "apart", "reason", "by"), _text
    ),
    "predicate": _choice(PREDICATES),
    "property": _choice(PROPERTIES),
    "stage": _choice(STAGES),
    "type": _choice(TYPES),
    "change": _choice(("appointed", "removed")),
    "comparator": _choice(("=", ">=", ">", "<=", "<", "~")),
    "value": _value,
    "observed": _day,
    "on": _signed,
    "former": _flag,
    "planned": _flag,
}
