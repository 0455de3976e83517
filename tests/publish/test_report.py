import json

from kg.graph.resolve.judgement import Judgement, Verdict
from kg.model import Evidence, Knowledge, Unplaced
from kg.publish.report import counts, write_report
from tests import factory


def test_counts_add_up():
    """Every entity is counted in one row, every fact in one row, every quote once."""
    known = factory.knowledge()
    found = counts(known)
    kinds = (
        "officials",
        "other people",
        "agencies",
        "enterprises",
        "institutions",
        "projects",
        "parks",
        "places",
        "industries",
    )
    assert sum(found[kind] for kind in kinds) == len(known.entities)
    families = "tenures", "relations", "project facts", "events", "indicators"
    assert sum(found[family] for family in families) == len(known.facts)
    assert found["pages"] == 2
    assert 0 < found["posts"] <= found["tenures"]
    assert found["evidence"] > 0


def test_what_could_not_be_placed_and_what_failed_is_told(tmp_path):
    """Nothing that was seen is dropped in silence."""
    quote = Evidence("a.txt", 3, 8, "五亿元左右")
    lost = Unplaced("amount-without-owner", "五亿元左右", "no project in the sentence", (quote,))
    write_report(Knowledge(unplaced=(lost,)), [("b.txt", "not UTF-8")], tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert report["unplaced"][0]["quotes"] == [{"page": "a.txt", "start": 3, "end": 8, "exact": "五亿元左右"}]
    assert report["unplaced_counts"] == {"amount-without-owner": 1}
    assert report["failed"] == [{"page": "b.txt", "reason": "not UTF-8"}]


def test_what_is_unsure_is_listed_for_review_in_the_order_given(tmp_path):
    """Two entities that may be one; what is sure needs no review."""
    unsure = [Judgement(f"park-{n}", "park-全", Verdict.UNSURE, ("两个全称",), 0.5, n) for n in (7, 3)]
    sure = Judgement("park-甲", "park-乙", Verdict.SAME, ("简称",), 0.9, 9)
    write_report(Knowledge(), [], tmp_path / "report.json", [sure, *unsure])
    review = json.loads((tmp_path / "report.json").read_text("utf-8"))["review"]
    assert [(row["left"], row["mentions"]) for row in review] == [("park-7", 7), ("park-3", 3)]
    assert review[0]["reasons"] == ["两个全称"]
