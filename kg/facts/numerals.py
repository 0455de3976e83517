"""Numbers as the pages write them: 1,530.5, 3000万, 三千五百, 二〇二五, 三点五亿, and their plain values."""

from __future__ import annotations

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
MULTIPLIERS = {"亿": 100_000_000, "万": 10_000, "千": 1000, "百": 100, "十": 10}
"""Largest first: the largest one in a numeral is the one that splits it."""


def parse_arabic(text: str) -> float:
    """1,530.5 → 1530.5; multipliers may follow the digits: 3000万, 1.2亿, 2万亿."""
    digits = text.rstrip("".join(MULTIPLIERS))
    return scaled(float(digits.replace(",", "")), text[len(digits) :])


def parse_chinese(text: str) -> float:
    """三千五百 → 3500, 一万二 → 12000, 二〇二五 → 2025, 三点五亿 → 350000000, 亿 → 100000000.

    A numeral that opens with its multiplier has an unspoken one before it. ValueError for any other text.
    """
    whole, point, fraction = text.partition("点")
    if not whole or any(c not in DIGITS and c not in MULTIPLIERS for c in whole + fraction):
        raise ValueError(f"not a Chinese numeral: {text!r}")
    if not point:
        return float(_whole(text))
    digits = fraction.rstrip("".join(MULTIPLIERS))
    decimals = "".join(str(DIGITS[c]) for c in digits)
    return scaled(float(f"{_whole(whole)}.{decimals}"), fraction[len(digits) :])


def scaled(value: float, multipliers: str, factor: float = 1) -> float:
    """A value times a run of 十百千万亿 and a unit's factor, without the dust of binary fractions.

    1065.3 and 亿 make 106530000000 and not …000.00002.
    """
    for sign in multipliers:
        value *= MULTIPLIERS[sign]
    value *= factor
    whole = float(round(value))
    return whole if abs(value - whole) < 1e-9 * max(1.0, abs(value)) else round(value, 9)


def _whole(text: str) -> int:
    for sign, size in MULTIPLIERS.items():
        head, found, tail = text.rpartition(sign)
        if found:
            # 一万二 is 12000, 一百二 is 120; but 一万零二 is 10002
            rest = DIGITS[tail] * size // 10 if tail in DIGITS else _whole(tail.lstrip("零〇○"))
            return (_whole(head) or 1) * size + rest
    return int("".join(str(DIGITS[c]) for c in text) or "0")
