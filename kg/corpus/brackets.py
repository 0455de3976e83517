"""Quotation marks and brackets that have no partner in a text."""

from __future__ import annotations

import re

PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》"}
MARKS = re.compile("[“”‘’（）《》]")


def unpaired(text: str) -> tuple[str, str]:
    """The closing marks that a text lacks, the innermost first, and those that it has too many, in order.

    >>> unpaired("他说：“要‘先行")
    ('’”', '')
    >>> unpaired("必须收口”。")
    ('', '”')
    """
    waiting: list[str] = []
    loose: list[str] = []
    for mark in MARKS.findall(text):
        if mark in PAIRS:
            waiting.append(PAIRS[mark])
        elif waiting and waiting[-1] == mark:
            waiting.pop()
        elif not waiting:
            loose.append(mark)
    return "".join(reversed(waiting)), "".join(loose)
