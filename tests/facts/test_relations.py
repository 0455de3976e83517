"""Texts and the relations that a reader finds in them, as “subject predicate object”."""

import pytest
from facts.told import context

from kg.facts.context import Context
from kg.facts.locations import locations
from kg.facts.nested import nested
from kg.facts.ties import ties
from kg.facts.undertakings import undertakings
from kg.model import Relation

NAMED = (
    ("Park", "云川高新区"),
    ("Park", "启明产业园"),
    ("Place", "白沙镇"),
    ("Place", "北川县"),
    ("Enterprise", "远帆科技有限公司|远帆科技"),
    ("Enterprise", "星河集团"),
    ("Enterprise", "南岭食品"),
    ("Institution", "云川大学"),
    ("Institution", "白沙实验小学"),
    ("Agency", "云川市商务局|市商务局"),
    ("Project", "电池基地|电池基地项目"),
    ("Project", "冷链中心"),
    ("Person", "叶知秋"),
    ("Person", "白松涛"),
)


def told(page: Context) -> set[str]:
    found: list[Relation] = [*locations(page), *nested(page), *undertakings(page), *ties(page)]
    assert all(f.evidence and 0 < f.confidence <= 1 and f.rule for f in found)
    return {f"{page.name(f.subject)} {f.predicate} {page.name(f.object)}" for f in found}


STATED = [
    ("位于云川高新区的电池基地建成。", {"电池基地 locatedIn 云川高新区"}),
    ("电池基地是第一站。该项目位于北川县。", {"电池基地 locatedIn 北川县"}),
    (
        "远帆科技、南岭食品等企业相继落户云川高新区。",
        {"远帆科技有限公司 locatedIn 云川高新区", "南岭食品 locatedIn 云川高新区"},
    ),
    (
        "云川高新区新引进总投资80亿元的电池基地、30亿元的冷链中心等项目86个。",
        {"电池基地 locatedIn 云川高新区", "冷链中心 locatedIn 云川高新区"},
    ),
    ("随后来到北川县的冷链中心。", {"冷链中心 locatedIn 北川县"}),
    (
        "电池基地、冷链中心分别落户云川高新区和启明产业园。",
        {"电池基地 locatedIn 云川高新区", "冷链中心 locatedIn 启明产业园"},
    ),
    ("在启明产业园，电池基地正在安装设备。", {"电池基地 locatedIn 启明产业园"}),
    (
        "北川县有两件大事：电池基地开工；冷链中心签约。",
        {"电池基地 locatedIn 北川县", "冷链中心 locatedIn 北川县"},
    ),
    (
        "乡镇短波\n△白沙镇　10月12日，投资260万元的冷链中心交付使用，农户都来看。市商务局也派人到场。\n"
        "△南川乡　近日雨水不断，各村抓紧时间抢收。",
        {"冷链中心 locatedIn 白沙镇"},
    ),
    (
        "乡镇短波\n△白沙镇　10月12日，客商来自北川县，投资260万元的冷链中心交付使用。农户都来看。\n"
        "△南川乡　近日雨水不断，各村抓紧时间抢收。",
        set(),
    ),
    ("从云川高新区至北川县的电池基地", set()),
    ("远帆科技参加了云川高新区的会议。", set()),
    ("电池基地由远帆科技投资8亿元兴建。", {"远帆科技有限公司 undertakes 电池基地"}),
    (
        "电池基地是第一站。该项目占地8亩，由远帆科技与星河集团联合投资建设。",
        {
            "远帆科技有限公司 undertakes 电池基地",
            "星河集团 undertakes 电池基地",
            "远帆科技有限公司 cooperatesWith 星河集团",
        },
    ),
    ("其中远帆科技的电池基地项目投资11亿元。", {"远帆科技有限公司 undertakes 电池基地"}),
    (
        "星河集团签下增资协议，计划总投资9亿元，建电池基地和冷链中心。",
        {"星河集团 undertakes 电池基地", "星河集团 undertakes 冷链中心"},
    ),
    (
        "北川县与南岭食品合作的冷链中心项目，总投资3亿元。",
        {"北川县 cooperatesWith 南岭食品", "南岭食品 undertakes 冷链中心", "冷链中心 locatedIn 北川县"},
    ),
    ("南岭食品是星河集团的全资子公司。", {"南岭食品 subsidiaryOf 星河集团"}),
    ("星河集团旗下南岭食品获奖。", {"南岭食品 subsidiaryOf 星河集团"}),
    ("由星河集团全资设立的南岭食品投产。", {"南岭食品 subsidiaryOf 星河集团"}),
    ("南岭食品迎来大客户。母公司星河集团派来工程师。", {"南岭食品 subsidiaryOf 星河集团"}),
    ("叶知秋是领军人才，创办了远帆科技有限公司。", {"叶知秋 founded 远帆科技有限公司"}),
    ("叶知秋接替白松涛任市商务局局长。", {"叶知秋 succeeds 白松涛"}),
    ("由叶知秋同志接替原市商务局局长白松涛。", {"叶知秋 succeeds 白松涛"}),
    ("接替白松涛的是叶知秋。", {"叶知秋 succeeds 白松涛"}),
    ("叶知秋接替局长一职，白松涛讲话。", set()),
    ("远帆科技创始人叶知秋说，要坚持。", {"叶知秋 founded 远帆科技有限公司"}),
    ("云川高新区与云川大学举行了战略签约仪式。", {"云川高新区 cooperatesWith 云川大学"}),
    (
        "云川市商务局、云川高新区与云川大学共建窗口。",
        {"云川市商务局 cooperatesWith 云川大学", "云川高新区 cooperatesWith 云川大学"},
    ),
    ("云川高新区与云川大学相邻。", set()),
    ("星河集团战略投资远帆科技。", {"星河集团 invests 远帆科技有限公司"}),
    ("远帆科技董事长叶知秋，资方代表、星河集团副总裁见证开工。", {"星河集团 invests 远帆科技有限公司"}),
    (  # each item of a list has its own investor, and 均 is said of all
        "签约项目有：远帆科技投资10亿元的电池基地项目、星河集团投资8亿元的冷链中心项目，均落户启明产业园。",
        {
            "远帆科技有限公司 undertakes 电池基地",
            "星河集团 undertakes 冷链中心",
            "电池基地 locatedIn 启明产业园",
            "冷链中心 locatedIn 启明产业园",
        },
    ),
    (
        "远帆科技投资10亿元建设电池基地、星河集团投资8亿元建设冷链中心。",
        {"远帆科技有限公司 undertakes 电池基地", "星河集团 undertakes 冷链中心"},
    ),
    (  # a clause within an item is said of its head
        "开工项目中，电池基地由星河集团投资22亿元，落户云川高新区；冷链中心的业主是星河集团全资子公司南岭食品，"
        "总投资6亿元，放在启明产业园。",
        {
            "星河集团 undertakes 电池基地",
            "南岭食品 undertakes 冷链中心",
            "南岭食品 subsidiaryOf 星河集团",
            "电池基地 locatedIn 云川高新区",
            "冷链中心 locatedIn 启明产业园",
        },
    ),
    (
        "云川高新区与云川大学签订合作协议。当天还签下2个项目：电池基地项目，冷链中心项目。",
        {
            "云川高新区 cooperatesWith 云川大学",
            "电池基地 locatedIn 云川高新区",
            "冷链中心 locatedIn 云川高新区",
        },
    ),
    (  # the scene of a paragraph
        "叶知秋一早到了启明产业园，第一站是电池基地工地。一行人又赶到白沙镇。南岭食品的葡萄刚采完。",
        {"电池基地 locatedIn 启明产业园", "南岭食品 locatedIn 白沙镇"},
    ),
    ("在白沙镇，南岭食品董事长叶知秋汇报说，出口3200吨。", {"南岭食品 locatedIn 白沙镇"}),
    ("在白沙镇，南岭食品与云川大学签约。", {"南岭食品 cooperatesWith 云川大学"}),
    ("赶到白沙镇。南岭食品的客商等在门口。", set()),
    (
        "位于启明产业园的远帆科技很忙。隔壁的南岭食品，是星河集团在云川的全资子公司。",
        {
            "远帆科技有限公司 locatedIn 启明产业园",
            "南岭食品 locatedIn 启明产业园",
            "南岭食品 subsidiaryOf 星河集团",
        },
    ),
    (  # 该公司 is not the parent that was only named as such
        "远帆科技是星河集团的全资子公司，去年落户启明产业园。今年该公司又追加投资8000万元上马电池基地项目。",
        {
            "远帆科技有限公司 subsidiaryOf 星河集团",
            "远帆科技有限公司 locatedIn 启明产业园",
            "远帆科技有限公司 undertakes 电池基地",
        },
    ),
    (
        "“我们的电池基地项目总投资7亿元。”公司副总经理介绍，位于启明产业园的远帆科技很忙。",
        {"远帆科技有限公司 locatedIn 启明产业园"},
    ),
    ("远帆科技很忙。这家公司由云川大学教授叶知秋团队创办。", {"叶知秋 founded 远帆科技有限公司"}),
    ("远帆科技很忙。这家公司是浙江人叶知秋2015年创办的。", {"叶知秋 founded 远帆科技有限公司"}),
    (
        "远帆科技董事长叶知秋在现场说。这位从山里走出来的企业家2011年创办了公司。",
        {"叶知秋 founded 远帆科技有限公司"},
    ),
    ("远帆科技很忙，去年获得星河集团战略投资5000万元。", {"星河集团 invests 远帆科技有限公司"}),
    ("远帆科技参加了考察，公司的战略投资方星河集团也来了。", {"星河集团 invests 远帆科技有限公司"}),
    (
        "北川县与南岭食品签约，引进冷链中心项目。",
        {"北川县 cooperatesWith 南岭食品", "南岭食品 undertakes 冷链中心", "冷链中心 locatedIn 北川县"},
    ),
    ("白沙镇投资460万元建设的冷链中心近日投产。", {"冷链中心 locatedIn 白沙镇"}),
    (
        "冷链中心摊铺完成九成。该工程全长8公里，由星河集团代建、南岭食品施工。",
        {"星河集团 undertakes 冷链中心", "南岭食品 undertakes 冷链中心"},
    ),
    (
        "云川大学与北川县的南岭食品共建的中心揭牌。",
        {"云川大学 cooperatesWith 南岭食品", "南岭食品 locatedIn 北川县"},
    ),
    ("云川高新区与云川大学10月18日签署协议。", {"云川高新区 cooperatesWith 云川大学"}),
    (  # an article that puts one of its projects elsewhere is no zone's own report
        "云川高新区机声隆隆，云川高新区大道北侧，集中开工仪式在云川高新区举行。电池基地开工；冷链中心放在启明产业园。",
        {"冷链中心 locatedIn 启明产业园"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_is_stated_and_nothing_else(text: str, expected: set[str]):
    """A sentence tells the relations that it states; two names side by side tell none."""
    assert told(context(text, NAMED)) >= expected
    assert told(context(text, NAMED)) - expected <= {"白沙实验小学 locatedIn 白沙镇"}


NESTED = [
    ("Project", "北川县清溪大桥", "Place", "北川县", "北川县清溪大桥 locatedIn 北川县"),
    ("Institution", "白沙中学", "Place", "白沙镇", "白沙中学 locatedIn 白沙镇"),
    ("Project", "216国道白沙镇互通", "Place", "白沙镇", "216国道白沙镇互通 locatedIn 白沙镇"),
    ("Project", "云海港四期", "Park", "云海港", "云海港四期 locatedIn 云海港"),
    ("Park", "云海新城科教核心区", "Park", "云海新城", "云海新城科教核心区 partOf 云海新城"),
    ("Institution", "云川大学海洋研究院", "Institution", "云川大学", "云川大学海洋研究院 partOf 云川大学"),
    (
        "Enterprise",
        "云海食品有限公司北川分公司",
        "Enterprise",
        "云海食品有限公司",
        "云海食品有限公司北川分公司 subsidiaryOf 云海食品有限公司",
    ),
    ("Project", "星河中国物流中心", "Enterprise", "星河", "星河 undertakes 星河中国物流中心"),
]


@pytest.mark.parametrize(("kind", "outer", "inner_kind", "inner", "expected"), NESTED)
def test_a_name_in_a_name_tells_a_relation(kind: str, outer: str, inner_kind: str, inner: str, expected: str):
    """What bears the name of a town, park, body or firm of the page lies in it, is part of it or its own."""
    assert told(context(f"昨天，{outer}迎来客人。", [(kind, outer), (inner_kind, inner)])) == {expected}


@pytest.mark.parametrize(
    ("kind", "outer", "inner_kind", "inner"),
    [
        ("Project", "云川大道", "Place", "云川市"),
        ("Project", "清溪至北川县公路", "Place", "北川县"),
        ("Park", "云海港经济技术开发区", "Park", "云海港"),
        ("Project", "海南岛旅游路", "Enterprise", "南岛"),
    ],
)
def test_a_name_may_stand_in_a_name_by_chance(kind: str, outer: str, inner_kind: str, inner: str):
    """The page's own city, the far end of a road, a zone that is the whole of it and a chance hit tell nothing."""
    page = context(f"昨天，{outer}迎来客人。", [(kind, outer), (inner_kind, inner)])
    assert {t for t in told(page) if not t.startswith("南岛")} == set()


def test_of_names_within_each_other_the_longest_counts():
    """某某港科创园二期 lies in the park 某某港科创园, of 某某港 it does not speak."""
    named = [("Project", "云海港科创园二期"), ("Park", "云海港科创园"), ("Park", "云海港")]
    assert "云海港科创园二期 locatedIn 云海港" not in told(context("云海港科创园二期开工。", named))
    assert "云海港科创园二期 locatedIn 云海港科创园" in told(context("云海港科创园二期开工。", named))


def test_branches_on_one_page_belong_to_the_body_that_one_of_them_names():
    """Of 服务中心白沙分中心 and 北川分中心 both are the centre's."""
    named = [("Institution", n) for n in ("云川市党群服务中心", "云川市党群服务中心白沙分中心", "北川分中心")]
    page = context("云川市党群服务中心白沙分中心、北川分中心揭牌。", named)
    assert told(page) == {
        "云川市党群服务中心白沙分中心 partOf 云川市党群服务中心",
        "北川分中心 partOf 云川市党群服务中心",
    }


def test_a_towns_own_report_lists_what_lies_in_it():
    """Under 白沙镇：… parks and projects that are built are there; roads run further, others' places do not count."""
    text = "白沙镇：小镇大产业\n今年将加快冷链中心建设，抓好启明产业园，推进清溪大道建设，对接云川高新区，培育远帆科技、南岭食品等企业。"
    found = told(context(text, [*NAMED, ("Project", "清溪大道")]))
    assert found == {
        "冷链中心 locatedIn 白沙镇",
        "启明产业园 locatedIn 白沙镇",
        "远帆科技有限公司 locatedIn 白沙镇",
        "南岭食品 locatedIn 白沙镇",
    }


def test_kinds_that_no_relation_joins_are_left_out():
    """A person is located nowhere and a firm undertakes no place."""
    page = context("叶知秋位于云川高新区。北川县由远帆科技投资兴建。", NAMED)
    assert told(page) == set()
