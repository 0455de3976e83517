"""Stages of a project as a history: what goes back or skips is flagged, what newspapers merely leave out is not."""

import itertools

import pytest

from kg.graph.combine import combine
from kg.graph.derive.histories import irregularities
from kg.graph.query import run_query
from kg.graph.store import Graph
from kg.model import Document, Entity, Evidence, Kind, Knowledge, Stage

PROJECT = "project-云杉电机厂"


def pages(told: str, kind: Kind = Kind.PROJECT, places: str = "") -> list[Knowledge]:
    """A page for each of “2021 signed, 2022 started?”; ? is only planned. `places` are those of the pages, in order."""
    made = []
    for number, said in enumerate(told.split(", ")):
        day, _, stage = said.rpartition(" ")
        quote = (Evidence(f"{number}.txt", 0, len(said), said),)
        place = (places.split() or ["昆山市"] * 9)[number]
        entity = Entity(PROJECT, kind, "云杉电机厂", ("云杉电机厂",), quote)
        fact = Stage(
            project=PROJECT,
            stage=stage.rstrip("?"),
            observed=day,
            planned=stage.endswith("?"),
            evidence=quote,
            confidence=0.9,
        )
        made.append(Knowledge((Document(f"{number}.txt", "0" * 64, "", place, day),), (entity,), (fact,)))
    return made


def flags(known: list[Knowledge]) -> set[str]:
    """Flagged sightings as “went-back 2022 started < 2021 completed”."""
    found = irregularities(combine(known))
    return {
        f"{flag} {s.observed} {s.stage} < {last.observed} {last.stage}" for s, (flag, last) in found.items()
    }


HISTORIES = [
    ("a usual life", "2019 signed, 2020 started, 2021 under-construction, 2022 completed, 2023 operating", set()),
    ("ready before it was started", "2021 completed, 2022 started", {"went-back 2022 started < 2021 completed"}),
    ("signed again while being built", "2021 under-construction, 2022 signed", {"went-back 2022 signed < 2021 under-construction"}),
    ("talks after the contract", "2021 signed, 2022 negotiating", {"went-back 2022 negotiating < 2021 signed"}),
    ("only the step back is flagged", "2021 completed, 2022 started, 2023 under-construction", {"went-back 2022 started < 2021 completed"}),
    ("what is being built has been started", "2022-07 under-construction, 2023-02 started", set()),
    ("what is in use may be accepted later", "2022 operating, 2023 completed", set()),
    ("落户 stays true", "2021 signed, 2022 started, 2023 registered, 2024 under-construction", set()),
    ("落户 told of what is in use hides no step back", "2021 operating, 2022 registered, 2023 started", {"went-back 2023 started < 2021 operating"}),
    ("in use straight after the contract", "2021 signed, 2023 operating", {"skipped 2023 operating < 2021 signed"}),
    ("ready straight after the plans", "2021 planned, 2023 completed", {"skipped 2023 completed < 2021 planned"}),
    ("the building was reported, though late", "2021 signed, 2023 operating, 2023 started", set()),
    ("a start that nobody reported", "2021 signed, 2022 under-construction", set()),
    ("no contract reported", "2021 negotiating, 2022 started", set()),
    ("nothing before", "2023 operating", set()),
    ("a plan is no stage", "2021 completed?, 2022 started", set()),
    ("nor is its being missed one", "2021 signed, 2022 operating?", set()),
    ("no order without a date", "2021 completed,  started", set()),
    ("nor between a year and its month", "2022 completed, 2022-07 started", set()),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), [c[1:] for c in HISTORIES], ids=[c[0] for c in HISTORIES])
def test_a_history(told, expected):
    """Which sightings are flagged, and against which; in any order of the pages."""
    orders = list(itertools.permutations(pages(told)))
    assert {frozenset(flags(list(order))) for order in orders[:24]} == {frozenset(expected)}


def test_parks_are_built_for_ever():
    assert flags(pages("2021 operating, 2022 under-construction", Kind.PARK)) == set()


@pytest.mark.parametrize(
    ("places", "flagged"),
    [("昆山市 昆山市", 1), ("昆山市 如皋市", 0), ("昆山市 苏州市", 1)],
)
def test_equal_names_in_two_cities_are_no_history(places, flagged):
    """A name that tells no city may be that of two; a city and the one it belongs to are one."""
    assert len(flags(pages("2021 completed, 2022 started", places=places))) == flagged


def test_a_flag_stands_on_the_sighting_with_both_quotes():
    rows = run_query(Graph(combine(pages("2021 signed, 2023 operating"))), "irregular-projects")
    assert {(r["flag"], r["stage"], r["quote"]) for r in rows} == {
        ("Skipped", "Operating", "2021 signed"),
        ("Skipped", "Operating", "2023 operating"),
    }


DURATIONS = [
    ("2021-03 signed, 2022-05-20 started", 14, 14),
    ("2021 signed, 2022-05 started", 5, 16),
    ("2021 signed, 2023 started", 13, 35),
    ("2021-03 signed, 2021-03-20 signed, 2022-05 started, 2023-01 started", 14, 14),
]


@pytest.mark.parametrize(("told", "least", "most"), DURATIONS)
def test_how_long_from_signed_to_started(told, least, most):
    """Months, as precise as the dates; from first sighting to first sighting."""
    (row,) = run_query(Graph(combine(pages(told))), "stage-durations", {"from": "Signed", "to": "Started"})
    assert (row["months_at_least"], row["months_at_most"]) == (least, most)
