"""Texts and the stages that a reader finds in them; “~” marks a hope."""

import pytest
from facts.told import context

from kg.facts.stages import stages
from kg.model import Stage, Unplaced


def told(text: str, projects: str, others: tuple[tuple[str, str], ...] = (), **page: str) -> set[str]:
    """The stages of a text whose projects are named, as “project stage”, with ~ before what is hoped for."""
    named = [*(("Project", name) for name in projects.split()), *others]
    found = [f for f in stages(context(text, named, **page)) if isinstance(f, Stage)]
    return {f"{f.project} {'~' if f.planned else ''}{f.stage}" for f in found}


LISTS = [
    (
        "提速推进星河电池、云海二期等30个重点项目建设，力争远帆芯片、南岭食品等23个新建项目上半年全面开工，"
        "东山风电、白沙水厂等12个项目竣工投产。",
        "星河电池 云海二期 远帆芯片 南岭食品 东山风电 白沙水厂",
        {
            "星河电池 under-construction",
            "云海二期 under-construction",
            "远帆芯片 ~started",
            "南岭食品 ~started",
            "东山风电 ~operating",
            "白沙水厂 ~operating",
        },
    ),
    (
        "光华路北延、云川东站等工程先后通车，滨江大桥主体结构封顶，西山隧道进入报批阶段。",
        "光华路北延 云川东站 滨江大桥 西山隧道",
        {
            "光华路北延 operating",
            "云川东站 operating",
            "滨江大桥 under-construction",
            "西山隧道 planned",
        },
    ),
    (
        "加快海德智造、三元精工等一批在谈产业项目尽快签约落地，加快博远电子等10个项目注册落户。",
        "海德智造 三元精工 博远电子",
        {
            "海德智造 negotiating",
            "三元精工 negotiating",
            "海德智造 ~signed",
            "三元精工 ~signed",
            "博远电子 ~registered",
        },
    ),
    (
        "推进金石总部、没人认得、通达装备等载体建设。",
        "金石总部 通达装备",
        {"金石总部 under-construction", "通达装备 under-construction"},
    ),
    (
        "总投资80亿元的金石总部、30亿元的通达装备等项目开工建设。",
        "金石总部 通达装备",
        {"金石总部 started", "通达装备 started"},
    ),
]


@pytest.mark.parametrize(("text", "projects", "expected"), LISTS)
def test_each_list_has_its_own_stage(text: str, projects: str, expected: set[str]):
    """What is pushed, hoped for and reached is told apart, list by list, known items or not."""
    assert told(text, projects) == expected


CLAUSES = [
    ("正式投用云海实验楼。", {"云海实验楼 operating"}),
    ("今年将投用云海实验楼。", {"云海实验楼 ~operating"}),
    ("启动云海实验楼前期工作。", {"云海实验楼 planned"}),
    ("全力争取云海实验楼项目落地。", {"云海实验楼 negotiating"}),
    ("跟踪洽谈云海实验楼等项目。", {"云海实验楼 negotiating"}),
    ("推进云海实验楼规划。", {"云海实验楼 planned"}),
    ("规划建设云海实验楼。", {"云海实验楼 planned"}),
    ("云海实验楼项目开工仪式昨天举行。", {"云海实验楼 started"}),
    ("云海实验楼建设如火如荼。", {"云海实验楼 under-construction"}),
    ("正在安装设备的云海实验楼迎来客人。", {"云海实验楼 under-construction"}),
    ("云海实验楼通过交工验收，本月28日试运行。", {"云海实验楼 completed", "云海实验楼 ~operating"}),
    ("云海实验楼工程上周进场。", {"云海实验楼 started"}),
    ("云海实验楼日前办妥营业执照。", {"云海实验楼 registered"}),
    ("云海实验楼9月初备案。", {"云海实验楼 planned"}),
    ("云海实验楼一次开车成功。", {"云海实验楼 operating"}),
    ("云海实验楼投产后，年产值可达8亿元。", set()),
    ("云海实验楼尚未开工。", set()),
    ("云海实验楼首期已投产。", set()),
    ("云海实验楼开工率达九成。", set()),
    ("依托云海实验楼，做强科研。", set()),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_a_verb_before_or_after_a_project_tells_its_stage(text: str, expected: set[str]):
    """A verb tells it; a condition, a rate or a denial does not."""
    assert told(text, "云海实验楼") == expected


STORIES = [
    (
        "云海二期是第一站。该项目位于白沙镇，用地73亩，眼下桩基施工过半，预计年底竣工。",
        {"云海二期 under-construction", "云海二期 ~completed"},
    ),
    (
        "走进云海二期工地，塔吊林立。项目去年3月开工，计划明年投产。",
        {"云海二期 under-construction", "云海二期 started", "云海二期 ~operating"},
    ),
    ("云海二期加快建设。全市30个重点项目全部开工。", {"云海二期 under-construction"}),
    ("会上签约项目12个，投资额40亿元。云海二期总投资8亿元，占地120亩。", {"云海二期 signed"}),
    ("昨天一次签下15个项目。其中，云海二期总投资8亿元。", {"云海二期 signed"}),
    ("此前，云海二期已落户云川。", {"云海二期 registered"}),
]


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_a_project_is_spoken_of_over_several_clauses(text: str, expected: set[str]):
    """What is said after 该项目, or of a set of projects, belongs to the project; of others it does not."""
    assert told(text, "云海二期") == expected


def test_a_school_is_opened_but_where_something_opens_is_not():
    """Buildings have stages as projects do; a park in which a project starts does not."""
    others = (("Institution", "云川二小"), ("Park", "云川高新区"))
    assert told("云川二小建成投用，云海二期在云川高新区开工。", "云海二期", others) == {
        "云川二小 operating",
        "云海二期 started",
    }


def test_a_firm_that_opens_is_no_project():
    """A firm's opening says nothing of a project; 新项目 after a firm's name is the firm's own."""
    others = (("Enterprise", "云海医药"),)
    text = (
        "云海医药新建项目外立面已经亮相。白沙水厂也在建设。云海医药专攻制剂。新项目投资5亿元，计划明年投产。"
    )
    assert told("云海医药开业。", "白沙水厂", others) == set()
    assert "云海医药新建项目 ~operating" in told(text, "云海医药新建项目 白沙水厂", others)


def test_what_one_firm_plans_is_not_what_the_next_has_signed():
    """拟 of the clause before does not hold for a firm that signs; without a new firm it does."""
    others = (("Enterprise", "星河公司"), ("Enterprise", "东山公司"))
    assert told("星河公司拟来投资，东山公司签下白沙水厂。", "白沙水厂", others) == {"白沙水厂 signed"}
    assert told("星河公司力争早日动身，签下白沙水厂。", "白沙水厂", others) == {"白沙水厂 ~signed"}


def test_the_items_of_a_list_may_each_tell_whose_they_are():
    """甲公司的…项目、乙公司的…项目分别落地 is said of both."""
    text = "星河公司的云海二期项目、东山公司的白沙水厂项目分别落地云川。"
    others = (("Enterprise", "星河公司"), ("Enterprise", "东山公司"))
    assert told(text, "云海二期 白沙水厂", others) == {"云海二期 registered", "白沙水厂 registered"}


def test_the_items_of_a_bulleted_list_have_the_stage_of_the_gathering_that_opens_it():
    """集中开工活动…其中有：●甲；●乙 are all started, a park that opens its item included."""
    text = (
        "昨日，云川市重大项目集中开工活动举行。市长致辞。这批项目共26个。其中有：\n"
        "●云海二期，星河公司增资4500万元建设；\n●白沙物流园，总投资7.6亿元；\n●东山改线，全长13公里。"
    )
    others = (("Enterprise", "星河公司"), ("Park", "白沙物流园"))
    expected = {"云海二期 started", "白沙物流园 started", "东山改线 started"}
    assert told(text, "云海二期 东山改线", others) == expected


@pytest.mark.parametrize("verb", ["布局", "共建", "建设"])
def test_what_a_firm_that_signs_is_to_build_is_signed(verb: str):
    """签约，拟投资22亿元布局…: the project that the next clause names is signed, an institution founded is not."""
    others = (("Enterprise", "星河公司"), ("Institution", "联合实验室"))
    text = f"星河公司与云川市签约，拟投资22亿元在云川{verb}"
    assert "云海二期 signed" in told(f"{text}云海二期。", "云海二期", others)
    assert told("星河公司与云川市签约，共建联合实验室。", "云海二期", others) == set()


def test_the_stage_of_a_firms_unnamed_project_is_reported_and_not_made_up():
    """星河公司等12个项目竣工: a firm is no project, so that goes to the report."""
    found = list(stages(context("星河公司等12个项目竣工投产。", [("Enterprise", "星河公司")])))
    assert [(type(f), f.text) for f in found] == [(Unplaced, "星河公司")]


def test_a_stage_is_as_of_its_date_or_the_pages():
    """自2021年落户 is of 2021, 昨天 of the day before the page; without a past date the page's own counts."""
    text = "云海二期自2021年落户云川以来，进展顺利。白沙水厂昨天开工。西山隧道封顶。"
    page = context(text, [("Project", name) for name in ("云海二期", "白沙水厂", "西山隧道")])
    observed = {(f.project, f.observed) for f in stages(page)}
    assert observed == {("云海二期", "2021"), ("白沙水厂", "2024-06-17"), ("西山隧道", "2024-06-18")}
    assert all(f.evidence and 0 < f.confidence <= 1 and f.rule for f in stages(page))
