"""The Chinese words of predicates, stages, kinds and units: those of the explorer, and numbers as its readers write them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib import resources

_WORDS = resources.files("kg.publish") / "templates" / "explorer" / "words.json"
_SIGNS = {"=": "", ">=": "≥", ">": "超", "<=": "≤", "<": "不足", "~": "约"}
_AS_DIGITS = 10**5
"""Counts below are written out: 33,333.33 and not 3.333333万."""
_HUNDRED_MILLION, _TEN_THOUSAND = Decimal(10**8), Decimal(10**4)


@cache
def _words() -> Mapping[str, str]:
    words: dict[str, str] = json.loads(_WORDS.read_text(encoding="utf-8"))["zh"]
    return words


def word(family: str, name: str) -> str:
    """A name out of the data (a predicate, a stage) in Chinese; the name as it is where the explorer has none either."""
    return _words().get(f"{family}.{name}", name)


def planned(words: str, *, hoped: bool) -> str:
    """投产, 拟投产."""
    return _words()["planned"] + words if hoped else words


def money(value: float, currency: str, comparator: str = "=") -> str:
    """8000000000 CNY → 80亿元."""
    return sign(comparator) + _scaled(value) + ("元" if currency == "CNY" else word("currency", currency))


def quantity(value: float, unit: str, comparator: str = "=") -> str:
    """A number with the unit it was printed with."""
    if unit in ("CNY", "USD"):
        return money(value, unit, comparator)
    if unit == "m2":
        unit = "平方米"
    return sign(comparator) + (_plain(_exact(value)) if abs(value) < _AS_DIGITS else _scaled(value)) + unit


def sign(comparator: str) -> str:
    """≥, 超, 约 …; nothing for an exact number."""
    return _SIGNS.get(comparator, comparator)


def _scaled(value: float) -> str:
    exact = _exact(value)
    if abs(exact) >= _HUNDRED_MILLION:
        return _plain(exact / _HUNDRED_MILLION) + "亿"
    return _plain(exact / _TEN_THOUSAND) + "万" if abs(exact) >= _TEN_THOUSAND else _plain(exact)


def _exact(value: float) -> Decimal:
    """The number as it is written, so that two numbers that differ never look alike."""
    return Decimal(str(value))


def _plain(number: Decimal) -> str:
    digits = f"{number:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
