"""Articles of made-up towns → their projects and parks, all together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
HEAD = re.compile(r"(?:项目|工程)$")
ENOUGH = {"Project": 0.95, "Park": 0.95}
"""Recall and precision that the articles had when they were written."""


@pytest.mark.parametrize("kind", ENOUGH)
def test_articles(kind: str, understand) -> None:
    """Nearly all projects and parks are found, and hardly anything else is taken for one."""
    missed, extra, right = [], [], 0
    for path in ARTICLES:
        asked, allowed, text = _read(path, kind)
        found = {_key(name) for name in understand(text).mentioned(kind)}
        others = {
            _key(name) for name in understand(text).mentioned("Park" if kind == "Project" else "Project")
        }
        right += len(asked & (found | others))
        missed += sorted(asked - found - others)
        extra += sorted(found - asked - allowed)
    assert right / (right + len(missed)) >= ENOUGH[kind], f"missed: {missed}"
    assert right / (right + len(extra)) >= ENOUGH[kind], f"too much: {extra}"


def _read(path: Path, kind: str) -> tuple[set[str], set[str], str]:
    """What must be found (of either kind, a park that is built is both), what may be, and the article."""
    header, text = path.read_text("utf-8").split("----\n")
    rows = [[cell.strip() for cell in line.split("|")] for line in header.splitlines()]
    asked = {
        _key(name) for first, *names in rows if first == kind for name in names if not name.startswith("?")
    }
    both = {_key(name.lstrip("? ")) for _, *names in rows for name in names}
    return asked, both, text


def _key(name: str) -> str:
    return HEAD.sub("", name)
