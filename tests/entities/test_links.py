"""Whatever a page says names things of the page: links, seats, relations inside names and facts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from kg.corpus.pages import read_page
from kg.corpus.reading import read
from kg.entities.link import link
from kg.entities.recognize import recognize
from kg.facts.extract import extract
from kg.facts.namesakes import apart
from kg.model import Amount, Completion, Event, Fact, Indicator, LandArea, Relation, Stage, Tenure

PAGES = sorted(p for p in (ROOT / "tests" / "gold").rglob("pages/*.txt"))


def named(fact: Fact) -> Iterator[str]:
    """The ids that a fact names."""
    match fact:
        case Tenure():
            yield from (fact.person, fact.organization)
        case Relation():
            yield from (fact.subject, fact.object)
        case Amount() | LandArea() | Completion() | Stage():
            yield fact.project
        case Event():
            yield from (who for who, _ in fact.participants)
            yield from filter(None, [fact.place])
        case Indicator():
            yield fact.subject


@pytest.mark.parametrize("path", PAGES, ids=lambda p: f"{p.parent.parent.name}-{p.stem}")
def test_what_a_page_says_names_only_entities_of_the_page(path: Path) -> None:
    """A relation to what was taken back afterwards would hang in the air in the graph."""
    reading = read(read_page(path))
    page = apart(reading, link(reading, recognize(reading)))
    known = {e.id for e in page.entities}
    facts, _ = extract(reading, page)
    told = {i for r in page.structure for i in (r.subject, r.object)}
    told |= {one.entity for one in page.links} | {seat for _, seat in page.seats}
    told |= {i for fact in facts for i in named(fact)}
    assert told - known == set()


def test_a_department_seen_under_the_wrong_committee_is_taken_back_with_its_owner(understand) -> None:
    """区委常委、宣传部部长: the department is that of the district, and the city's is no entity of the page."""
    page = understand("芦溪县委常委、宣传部部长任晓岚，县委书记钱一鸣出席。", "萍乡市")
    ids = {e.id for e in page.entities.entities}
    assert {i for r in page.entities.structure for i in (r.subject, r.object)} <= ids
    assert "芦溪县委宣传部" in page.names("Agency")
