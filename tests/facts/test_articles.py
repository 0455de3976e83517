"""Fourteen invented articles of other cities, written before the rules were tried on them, and what a reader finds.

Each file in articles/ holds, between lines of dashes: the page's date and place with its entities; the text; and
the indicators (name, value, unit, modality) and the projects' amounts (project, property, value). A line that opens
with ? may be found or not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from facts.oracle import score
from facts.told import context

from kg.facts.amounts import amounts
from kg.facts.context import Context
from kg.facts.indicators import indicators
from kg.model import Amount, Completion, Indicator, LandArea, Unplaced

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))


@dataclass(frozen=True)
class Expected:
    fields: tuple[str, ...]
    optional: bool


@cache
def read(path: Path) -> tuple[Context, tuple[Expected, ...]]:
    head, text, tail = path.read_text("utf-8").split("\n----\n")
    page, *entities = [
        tuple(part.strip() for part in line.split("|", 2 if line.startswith("page") else 1))
        for line in head.split("\n")
    ]
    _, published, place = page
    expected = [
        Expected(tuple(part.strip() for part in line.lstrip("? ").split("|")), line.startswith("?"))
        for line in tail.strip().split("\n")
    ]
    return context(text, [(kind, names) for kind, names in entities], place, published), tuple(expected)


def same(wanted: Expected, found: Indicator) -> bool:
    name, value, unit, modality = wanted.fields
    return (
        abs(float(value) - found.value) <= 0.001 * float(value)
        and (unit, modality) == (found.unit, found.modality)
        and score.dice(name, found.name) >= 0.4
    )


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_the_indicators_of_an_article(path: Path) -> None:
    """Every number said of somebody is found once, with its name, unit and modality, and no other number."""
    told, expected = read(path)
    wanted = [e for e in expected if len(e.fields) == 4]
    found = [f for f in indicators(told) if isinstance(f, Indicator)]
    pairs = score.match(wanted, found, lambda w, f: same(w, f) and (1 if w.optional else 11))
    assert [w.fields for i, w in enumerate(wanted) if i not in pairs and not w.optional] == []
    assert [
        (f.name, f.value, f.unit, f.modality) for j, f in enumerate(found) if j not in pairs.values()
    ] == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_the_amounts_of_an_article(path: Path) -> None:
    """Each project gets its own investment, land, yield and date, and no sum of others."""
    told, expected = read(path)
    wanted = {e.fields: e.optional for e in expected if len(e.fields) == 3}
    found = set(rows(told))
    assert {fields for fields, optional in wanted.items() if not optional} - found == set()
    assert found - set(wanted) == set()


def rows(told: Context) -> Iterator[tuple[str, str, str]]:
    for fact in amounts(told):
        match fact:
            case Amount():
                yield fact.project, fact.property, f"{fact.value:.12g}"
            case LandArea():
                yield fact.project, "landArea", f"{fact.value:.12g}"
            case Completion():
                yield fact.project, "completion", fact.date


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_every_fact_quotes_its_number(path: Path) -> None:
    """The evidence of an indicator is the text at its offsets, and its subject is an entity of the page."""
    told, _ = read(path)
    raw = told.reading.page.raw
    for fact in indicators(told):
        assert all(raw[e.start : e.end] == e.exact for e in fact.evidence)
        assert fact.evidence
        if not isinstance(fact, Unplaced):
            assert fact.subject in told.entities.by_id
