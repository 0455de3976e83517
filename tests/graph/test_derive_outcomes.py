"""What came of targets: only where subject, measure and period are the same and the numbers can be compared."""

import itertools

import pytest

from kg.graph.combine import combine
from kg.graph.derive import derive
from kg.graph.derive.measures import measure
from kg.graph.derive.outcomes import outcomes
from kg.graph.derive.verdicts import verdict
from kg.graph.query import run_query
from kg.graph.store import Graph
from kg.model import Document, Entity, Evidence, Indicator, Kind, Knowledge

ZONE = "昆山高新区"


def pages(*told: str, subject: str = ZONE, kind: Kind = Kind.PARK, places: str = "") -> list[Knowledge]:
    """Each of “2021-01 T 高企 >= 240 家 2021” on a page of that date; T is a target, A an actual number, “…” of a page that says nothing."""
    made = []
    for number, said in enumerate(told):
        day, *rest = said.split(" ")
        name = f"{number}.txt"
        quote = (Evidence(name, 0, len(said), said),)
        document = Document(name, "0" * 64, "", (places.split() or ["昆山市"] * 9)[number], day)
        entity = Entity(f"{kind.lower()}-{subject}", kind, subject, (subject,), quote)
        facts: tuple[Indicator, ...] = ()
        if rest != ["…"]:
            modality, label, comparator, value, unit, period = (*rest, "")[:6]
            facts = (
                Indicator(
                    subject=entity.id, name=label, comparator=comparator, value=float(value), unit=unit, period=period,
                    modality={"T": "target", "A": "actual"}[modality], evidence=quote, confidence=0.9, rule="indicator",
                ),
            )  # fmt: skip
        made.append(Knowledge((document,), (entity,), facts))
    return made


def came(known: list[Knowledge]) -> set[str]:
    """Outcomes as “240 met 251”."""
    return {
        f"{o.target.value:g} {o.verdict} {f'{o.by.value:g}' if o.by else ''}".strip()
        for o in outcomes(combine(known))
    }


OUTCOMES = [
    ("reached", ["2021-01 T 高企 = 240 家 2021", "2022-02 A 高企 = 251 家 2021"], {"240 met 251"}),
    ("not reached", ["2021-01 T 高企 = 240 家 2021", "2022-02 A 高企 = 231 家 2021"], {"240 missed 231"}),
    ("on one page", ["2022-02 T 高企 = 240 家 2021", "2022-02 A 高企 = 231 家 2021"], {"240 missed 231"}),
    ("another period", ["2021-01 T 高企 = 240 家 2021", "2022-02 A 高企 = 251 家 2022"], {"240 not-reported"}),
    ("no period", ["2021-01 T 高企 = 240 家", "2022-02 A 高企 = 251 家"], set()),
    ("half a year answers no year", ["2021-01 T 高企 = 240 家 2021", "2021-08 A 高企 = 251 家 2021-H1"], set()),
    ("a year told by its months", ["2021-01 T 高企 = 240 家 2021", "2022-02 A 高企 = 251 家 2021-01/2021-12"], {"240 met 251"}),
    ("the year is not over", ["2021-01 T 高企 = 240 家 2021", "2021-08 A 高企 = 231 家 2021"], set()),
    ("met before the year is over", ["2021-01 T 高企 = 240 家 2021", "2021-08 A 高企 = 251 家 2021"], {"240 met 251"}),
    ("growth is not met before", ["2021-01 T 产值增长 = 10 % 2021", "2021-08 A 产值增长 = 12 % 2021"], set()),
    ("December may know the year", ["2021-01 T 产值增长 = 10 % 2021", "2021-12 A 产值增长 = 12 % 2021"], {"10 met 12"}),
    ("an actual number told before the target", ["2021-03 T 高企 = 240 家 2021", "2021-01 A 高企 = 251 家 2021"], set()),
    ("growth is no level", ["2021-01 T 工业产值增长 = 15 % 2021", "2022-02 A 工业产值 = 15 % 2021"], {"15 not-reported"}),
    ("a rate and money", ["2021-01 T 工业产值 = 15 % 2021", "2022-02 A 工业产值 = 300 CNY 2021"], {"15 not-reported"}),
    ("classifiers count alike", ["2021-01 T 签约项目 = 20 只 2021", "2022-02 A 签约项目 = 21 个 2021"], {"20 met 21"}),
    ("persons and visits do not", ["2021-01 T 接待游客 = 20 人 2021", "2022-02 A 接待游客 = 21 人次 2021"], {"20 not-reported"}),
    ("areas are brought to one unit", ["2021-01 T 新建厂房面积 = 150 亩 2021", "2022-02 A 新建厂房面积 = 90000 m2 2021"], {"150 missed 90000"}),
    ("other words for one measure", ["2021-01 T 规模工业产值同比增长 >= 8 % 2021", "2022-02 A 全市完成规模以上工业产值增幅 = 9.1 % 2021"], {"8 met 9.1"}),
    ("a name that tells no measure", ["2021-01 T 项目 = 20 个 2021", "2022-02 A 项目 = 21 个 2021"], set()),
    ("revised by a later page", ["2021-01 T 高企 = 240 家 2021", "2021-07 T 高企 = 260 家 2021"], {"240 revised 260"}),
    ("and the later one missed", ["2021-01 T 高企 = 240 家 2021", "2021-07 T 高企 = 260 家 2021", "2022-02 A 高企 = 251 家 2021"], {"240 revised 260", "260 missed 251"}),
    ("said again, it is not revised", ["2021-01 T 高企 = 240 家 2021", "2021-07 T 高企 = 240 家 2021"], set()),
    ("another target after the year revises nothing", ["2021-01 T 高企 = 240 家 2021", "2022-07 T 高企 = 260 家 2021"], {"240 not-reported"}),
    ("two targets of one name on one page", ["2021-01 T 签约项目 = 12 个 2021", "2021-01 T 签约项目 = 27 个 2021", "2022-02 A 签约项目 = 21 个 2021"], {"12 met 21", "27 missed 21"}),
    ("nobody told", ["2021-01 T 高企 = 240 家 2021", "2022-02 …"], {"240 not-reported"}),
    ("nobody can have told yet", ["2021-01 T 高企 = 240 家 2021", "2021-11 …"], set()),
    ("nor within the month in which it ends", ["2021-01 T 高企 = 240 家 2021", "2021-12 …"], set()),
    ("one met, one missed", ["2021-01 T 高企 = 240 家 2021", "2022-02 A 高企 = 251 家 2021", "2022-03 A 高企 = 231 家 2021"], set()),
    ("a day is no term", ["2021-01 T 开工项目 = 20 个 2021-03-01", "2022-02 A 开工项目 = 21 个 2021-03-01"], set()),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), [c[1:] for c in OUTCOMES], ids=[c[0] for c in OUTCOMES])
def test_what_came_of_a_target(told, expected):
    """In any order of the pages."""
    assert {frozenset(came(list(order))) for order in itertools.permutations(pages(*told))} == {
        frozenset(expected)
    }


VERDICTS = [
    (("=", 240), ("=", 240), "met"), (("=", 240), (">", 240), "met"), (("=", 240), (">=", 200), None),
    ((">=", 240), (">", 250), "met"), ((">=", 260), (">", 250), None), ((">=", 260), ("<", 250), "missed"),
    ((">", 1000), ("=", 1000), None), ((">", 1000), ("=", 1001), "met"), ((">", 1000), (">", 1000), "met"),
    ((">", 1000), ("=", 999), "missed"), (("=", 1400), ("~", 1400), None), (("=", 1000), ("~", 1400), "met"),
    (("=", 2000), ("~", 1400), "missed"), (("~", 8), ("=", 8.1), "met"), (("~", 8), ("=", 7.8), None),
    (("~", 8), ("=", 6), "missed"), (("<=", 5), ("=", 4), "met"), (("<=", 5), ("=", 6), "missed"),
    (("<", 5), ("<", 5), "met"), (("<=", 5), (">", 5), None), (("?", 5), ("?", 5), None),
]  # fmt: skip


@pytest.mark.parametrize(("target", "actual", "expected"), VERDICTS)
def test_numbers_are_compared_only_where_they_can_be(target, actual, expected):
    """A bare target is a floor; a bound reaches what it wholly lies beyond."""
    assert verdict(target, actual) == expected


def test_of_what_is_better_low_a_bare_number_says_nothing():
    """单位能耗0.5 may be a ceiling; 以内 is one."""
    assert verdict(("=", 0.5), ("=", 0.6), low_is_better=True) is None
    assert verdict(("<=", 0.5), ("=", 0.6), low_is_better=True) == "missed"
    assert (
        came(
            pages(
                "2021-01 T 单位产值能耗 = 0.5 吨标煤/万元 2021",
                "2022-02 A 单位产值能耗 = 0.6 吨标煤/万元 2021",
            )
        )
        == set()
    )


MEASURES = [
    ("全市完成规模以上工业产值", "CNY", "规上工业产值"), ("规模工业产值", "CNY", "规上工业产值"), ("规工产值", "CNY", "规上工业产值"),
    ("生产总值", "CNY", "地区生产总值"), ("地区生产总值目标", "CNY", "地区生产总值"), ("GDP增速", "%", "地区生产总值增长"),
    ("固定资产投资同比增长", "%", "固定资产投资增长"), ("固定资产投资增", "%", "固定资产投资增长"),
    ("技改投入年均增长", "%", "技改投入年均增长"), ("净增高新技术企业", "家", "净增高企"), ("新增“四上”企业", "家", "新增四上企业"),
    ("全社会R&D占比达", "%", "全社会研发占比"), ("達到地區生產總值", "CNY", "地区生产总值"), ("计划总投资", "CNY", "计划总投资"),
    ("达产企业", "家", "达产企业"), ("完成率", "%", "完成率"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "unit", "normal"), MEASURES)
def test_a_measure_has_one_name(name, unit, normal):
    """However a page calls it."""
    found = measure(name, unit)
    assert found is not None
    assert found[0].name == normal


@pytest.mark.parametrize("name", ["项目", "企业", "完成投资", "总投资", "增长", "“项目”", ""])
def test_what_tells_no_measure_has_none(name):
    assert measure(name, "个") is None


def test_of_a_town_a_bare_output_tells_nothing():
    """It may be that of a firm on the page; a park's is its own."""
    told = ("2021-01 T 产值 = 10 CNY 2021", "2022-02 A 产值 = 12 CNY 2021")
    assert came(pages(*told)) == {"10 met 12"}
    assert came(pages(*told, subject="昆山市", kind=Kind.PLACE)) == set()


def test_a_projects_size_is_no_promise():
    assert came(pages("2021-01 T 年产电机 = 10 台 2021", "2022-02 …", kind=Kind.PROJECT)) == set()


@pytest.mark.parametrize(
    ("places", "expected"), [("昆山市 昆山市", {"240 met 251"}), ("昆山市 如皋市", set())]
)
def test_a_zone_of_another_city_fulfils_nothing(places, expected):
    """A subject whose name tells no city is compared within a place, and its silence is that of its own place's pages."""
    told = ("2021-01 T 高企 = 240 家 2021", "2022-02 A 高企 = 251 家 2021")
    assert came(pages(*told, subject="高新区", places=places)) == expected


def test_a_contradiction_is_listed_for_review():
    known = derive(combine(pages(*OUTCOMES[-2][1])))
    assert [item.what for item in known.unplaced] == ["outcome-contradicted"]


def test_an_outcome_says_what_it_rests_on():
    """Both quotes, a rule that says it is derived, and less confidence where the names differ."""
    (same,) = outcomes(combine(pages("2021-01 T 高企 = 240 家 2021", "2022-02 A 高企 = 251 家 2021")))
    (other,) = outcomes(
        combine(pages("2021-01 T 高企 = 240 家 2021", "2022-02 A 高新技术企业 = 251 家 2021"))
    )
    assert len(same.evidence) == 2
    assert same.confidence > other.confidence
    rules = Graph(combine(pages("2021-01 T 高企 = 240 家 2021", "2022-02 A 高企 = 251 家 2021"))).query(
        "SELECT DISTINCT ?rule { ?a rdf:predicate ?p ; kg:rule ?rule FILTER (?p IN (kg:outcome, kg:fulfils)) }"
    )
    assert [row["rule"] for row in rules] == ["derived-met"]


def test_open_promises_have_no_result():
    """They are listed all the same."""
    rows = run_query(Graph(combine(pages("2021-01 T 高企 = 240 家 2021"))), "targets")
    assert [(row["target"], row["result"], row["value"]) for row in rows] == [(240, "", None)]
