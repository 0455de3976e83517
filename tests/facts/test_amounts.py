"""Projects' investment, land, yield and completion: each project its own, and the sum of many to none."""

from __future__ import annotations

import pytest
from facts.told import Named, context

from kg.facts.amounts import amounts
from kg.model import Amount, Completion, LandArea

A, B, C = ("Project", "南港支撑性电源"), ("Project", "远山中国总部"), ("Project", "爱丰冷链")
FIRM: Named = ("Enterprise", "远山重工有限公司")
PARK: Named = ("Park", "北岭配件产业园")
NAMED = (A, B, C, FIRM, PARK)
Row = tuple[str, str, float | str]


def rows(text: str, published: str = "2024-06-18") -> list[Row]:
    found: list[Row] = []
    for fact in amounts(context(text, NAMED, published=published)):
        match fact:
            case Amount():
                found.append((fact.project, fact.property, fact.value))
            case LandArea():
                found.append((fact.project, "landArea", fact.value))
            case Completion():
                found.append((fact.project, "completion", fact.date))
    return found


def investments(text: str) -> list[tuple[str, float]]:
    return [(project, float(value)) for project, told, value in rows(text) if told == "totalInvestment"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全市引进总投资80亿元的南港支撑性电源、30亿元的远山中国总部、3.5亿美元的爱丰冷链等项目86个，总投资462亿元。",
            [(A[1], 80e8), (B[1], 30e8), (C[1], 3.5e8)],
        ),
        (
            "包括南港支撑性电源（3.2亿元）、远山中国总部（9400万元）等，总投资11亿元。",
            [(A[1], 3.2e8), (B[1], 9.4e7)],
        ),
        ("南港支撑性电源、远山中国总部分别投资3亿元、5亿元。", [(A[1], 3e8), (B[1], 5e8)]),
        ("南港支撑性电源、远山中国总部这两个超50亿元大项目成为引擎。", [(A[1], 50e8), (B[1], 50e8)]),
        (
            "洽谈南港支撑性电源、远山中国总部、爱丰冷链等投资超亿美元项目。",
            [(A[1], 1e8), (B[1], 1e8), (C[1], 1e8)],
        ),
        ("南港支撑性电源项目开工。该项目由远山重工有限公司投资8.5亿元兴建。", [(A[1], 8.5e8)]),
        ("远山重工有限公司投资3000万元建设爱丰冷链。", [(C[1], 3e7)]),
        ("远山重工有限公司增资2.2亿美元，上马爱丰冷链。", [(C[1], 2.2e8)]),
        ("今年该公司又追加投资8000万元上马爱丰冷链。", [(C[1], 8e7)]),
        ("公司打算再投5000万元建一座爱丰冷链。", [(C[1], 5e7)]),
        ("管委会与远山重工有限公司签约，后者将投12亿元在园区兴建爱丰冷链。", [(C[1], 12e8)]),
        ("爱丰冷链奠基。据悉，该项目总投资6亿元。", [(C[1], 6e8)]),
        ("爱丰冷链奠基。该路段终点接南港支撑性电源，概算投资4.7亿元。", [(C[1], 4.7e8)]),
        ("投资12亿元的远山重工有限公司爱丰冷链开工。", [(C[1], 12e8)]),
        ("投资3.2亿元、占地210亩的爱丰冷链加紧施工。", [(C[1], 3.2e8)]),
        ("爱丰冷链全长3公里，由远山重工有限公司出资1.8亿元修建，9月底竣工。", [(C[1], 1.8e8)]),
        ("远山重工有限公司增资3000万美元扩建爱丰冷链。", [(C[1], 3e7)]),
        ("总投资2亿元南港支撑性电源、投资8亿元爱丰冷链等10个项目开工。", [(A[1], 2e8), (C[1], 8e8)]),
        ("北岭配件产业园是第一站。该项目总投资8.5亿元，正在建设。", [(PARK[1], 8.5e8)]),
        ("南港支撑性电源等9个项目集中开工，总投资462亿元。", []),
        ("南港支撑性电源等项目投资合计462亿元。", []),
        ("南港支撑性电源、爱丰冷链等10个项目开工。项目投产后年产值105亿元。", []),
        ("南港支撑性电源开工，一期投资28亿元。", []),
        ("南港支撑性电源开工；无名制氢示范项目备案，总投资3亿元。", []),
        ("南港支撑性电源开工；该项目总投资3亿元。", [(A[1], 3e8)]),
        ("南港支撑性电源开工；远山重工有限公司增资扩股，总投资100亿元。", []),
    ],
)
def test_each_project_has_its_own_investment(text: str, expected: list[tuple[str, float]]) -> None:
    """Lists, brackets, 分别, what money builds; a sum, a phase and another body's money belong to no project."""
    assert investments(text) == expected


def test_the_clauses_after_speak_of_the_same_project() -> None:
    """占地…，投产…，年销售…，年纳税… are all of the project that the sentence, or the one before, names."""
    text = "远山中国总部项目开工。该项目计划总投资9.99亿元，占地50亩，计划于2025年6月30日前投产，可实现年销售收入超10亿元，年纳税超5000万元。"
    assert rows(text) == [
        (B[1], "totalInvestment", 999_000_000),
        (B[1], "landArea", 33_333.33),
        (B[1], "annualRevenue", 1_000_000_000),
        (B[1], "annualTax", 50_000_000),
        (B[1], "completion", "2025-06-30"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("爱丰冷链力争年底竣工验收。", [(C[1], "2024-12")]),
        ("南港支撑性电源、爱丰冷链上半年投用。", [(A[1], "2024-H1"), (C[1], "2024-H1")]),
        (
            "包括南港支撑性电源、爱丰冷链等，明年5月1日前须全部通车。",
            [(A[1], "2025-05-01"), (C[1], "2025-05-01")],
        ),
        ("今年底前将建成爱丰冷链。", [(C[1], "2024-12")]),
        ("爱丰冷链8月完成桩基。", []),
        ("爱丰冷链列入规划，无名三桥10月底前通车。", []),
        ("爱丰冷链力争“五一”前主体封顶。", []),
        ("爱丰冷链土建已经完工，8月底送电。", [(C[1], "2024-08")]),
        ("爱丰冷链进度滞后，确保7月中旬完成。", [(C[1], "2024-07")]),
        ("爱丰冷链征地7月底完成。", []),
        ("爱丰冷链日前通过竣工验收。", []),
        ("爱丰冷链路基成型。交通局总工程师说，明年8月可通车。", [(C[1], "2025-08")]),
    ],
)
def test_completion_is_as_precise_as_told(text: str, expected: list[tuple[str, str]]) -> None:
    """A day, a month, a half year; of one project, of each of a list, of all; and not the date of another stage."""
    assert [(project, value) for project, told, value in rows(text) if told == "completion"] == expected


def test_what_all_yield_is_of_one_project_alone() -> None:
    """全部达产后 is said of the one project told of, and of none where several are."""
    assert rows("爱丰冷链分两期建设。全部达产后，年销售收入85亿元。") == [(C[1], "annualRevenue", 85e8)]
    assert rows("南港支撑性电源、爱丰冷链开工。全部达产后，年销售收入85亿元。") == []


@pytest.mark.parametrize("whose", ["轻工产业", "全市", "装备制造集群"])
def test_the_output_of_a_sector_is_no_projects(whose: str) -> None:
    """确保全年轻工产业产值突破130亿元 is said of the sector; 年产值130亿元 of the project."""
    assert rows(f"重点抓好爱丰冷链，确保全年{whose}产值突破130亿元。") == []
    assert rows("重点抓好爱丰冷链，确保年产值突破130亿元。") == [(C[1], "annualRevenue", 13e9)]


@pytest.mark.parametrize(
    ("text", "square_metres"),
    [
        ("爱丰冷链占地50亩。", 33_333.33),
        ("爱丰冷链用地3公顷。", 30_000),
        ("爱丰冷链占地面积1.2平方公里。", 1_200_000),
        ("爱丰冷链总占地约4万平方米。", 40_000),
        ("企业拿下104亩土地，启动爱丰冷链。", 69_333.33),
        ("在厂区旁新征土地180亩，投资5亿元建设爱丰冷链。", 120_000),
    ],
)
def test_land_is_in_square_metres(text: str, square_metres: float) -> None:
    """亩, 公顷 and 平方公里 come out in square metres."""
    assert [value for _, told, value in rows(text) if told == "landArea"] == [square_metres]


def test_comparison_and_hope_are_kept() -> None:
    """可实现年销售收入超10亿元 is more than, and planned."""
    (fact,) = [
        f
        for f in amounts(context("爱丰冷链达产后可实现年销售收入超10亿元。", NAMED))
        if isinstance(f, Amount)
    ]
    assert (fact.comparator, fact.planned, fact.currency) == (">", True, "CNY")


def test_the_quote_ends_with_the_number() -> None:
    """The evidence of an amount is its clause up to the number, exactly as the page has it."""
    told = context("爱丰冷链占地50亩，总投资3亿元，正在建设。", NAMED)
    quotes = [e.exact for f in amounts(told) for e in f.evidence]
    assert quotes == ["爱丰冷链占地50亩", "总投资3亿元"]
