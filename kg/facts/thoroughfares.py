"""Roads and railways among the projects: what runs through places instead of standing in one."""

from __future__ import annotations

import re
from functools import cache

from kg.resources import sections


def is_way(name: str) -> bool:
    """Roads and railways run through many places."""
    return _way().search(name) is not None


@cache
def _way() -> re.Pattern[str]:
    words = sections("project_words")
    ways, works = (
        "|".join(map(re.escape, sorted(words[k], key=len, reverse=True))) for k in ("road", "work")
    )
    return re.compile(
        rf"(?:{ways})(?:（[^）]*）)?(?:[^、]{{0,14}}段)?(?:{works})*(?:[一二三]期)?(?:项目|工程)*$"
    )
