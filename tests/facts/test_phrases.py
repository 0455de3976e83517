"""The ways in which the genre tells relations and stages, one sentence a line in phrases.txt; a new case is one line."""

from pathlib import Path

import pytest
from facts.told import context

from kg.facts.locations import locations
from kg.facts.stages import stages
from kg.facts.ties import ties
from kg.facts.undertakings import undertakings
from kg.model import Relation, Stage

NAMED = (
    ("Park", "云川高新区|高新区"),
    ("Park", "启明产业园"),
    ("Place", "白沙镇"),
    ("Place", "北川县"),
    ("Enterprise", "远帆科技有限公司|远帆科技"),
    ("Enterprise", "星河集团"),
    ("Enterprise", "南岭食品"),
    ("Institution", "云川大学"),
    ("Institution", "白沙小学"),
    ("Agency", "云川市商务局|市商务局"),
    ("Agency", "北川县人民政府|县政府"),
    ("Project", "电池基地|电池基地项目"),
    ("Project", "冷链中心"),
    ("Project", "滨江大道"),
    ("Person", "叶知秋"),
)
PHRASES = [
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "phrases.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def told(text: str) -> set[str]:
    page = context(text, NAMED)
    found = set()
    for fact in [*locations(page), *undertakings(page), *ties(page), *stages(page)]:
        match fact:
            case Relation(predicate="cooperatesWith"):
                found.add(_together(page.name(fact.subject), page.name(fact.object)))
            case Relation():
                found.add(f"{page.name(fact.subject)} {fact.predicate} {page.name(fact.object)}")
            case Stage():
                found.add(f"{page.name(fact.project)} {'~' if fact.planned else ''}{fact.stage}")
    return found


def _together(one: str, other: str) -> str:
    return " cooperatesWith ".join(sorted((one, other)))


def _read(item: str) -> str:
    return _together(*item.split(" cooperatesWith ")) if " cooperatesWith " in item else item


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_a_phrase_tells_this_and_no_more(text: str, expected: str):
    """What must be found is found, and nothing but that and what may be."""
    items = [item.strip() for item in expected.split(",") if item.strip()]
    must = {_read(item) for item in items if not item.startswith("?")}
    may = {_read(item.removeprefix("?")) for item in items}
    found = told(text)
    assert found >= must
    assert found <= must | may
