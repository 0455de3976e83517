"""Indicators, a case a line: what is counted, value, unit, modality; and the numbers that are none."""

from __future__ import annotations

import pytest
from facts.told import Named, context

from kg.facts.indicators import indicators
from kg.model import Indicator, Unplaced

ZONE: Named = ("Park", "云川高新区|高新区")
FIRM: Named = ("Enterprise", "远山重工有限公司|远山重工")
COUNTY: Named = ("Place", "云川县")
BUREAU: Named = ("Agency", "云川县工信局")
PROVINCE: Named = ("Place", "江南省")
Row = tuple[str, float, str, str]


def found(text: str, *named: Named, published: str = "2024-06-18") -> list[Indicator]:
    told = context(text, named, published=published)
    return [f for f in indicators(told) if isinstance(f, Indicator)]


def rows(text: str, *named: Named) -> list[Row]:
    return [(f.name, f.value, f.unit, f.modality) for f in found(text, *named)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市新增规上企业15家。", [("新增规上企业", 15, "家", "actual")]),
        ("全市新增15家规上企业。", [("新增规上企业", 15, "家", "actual")]),
        ("全市文化产业营收超190亿元。", [("文化产业营收", 19e9, "CNY", "actual")]),
        (
            "全市工业产值183亿元，同比增长8.2%。",
            [("工业产值", 183e8, "CNY", "actual"), ("工业产值同比增长", 8.2, "%", "actual")],
        ),
        (
            "全市项目86个，总投资462亿元，其中总投资10亿元以上项目7个。",
            [
                ("项目", 86, "个", "actual"),
                ("项目总投资", 462e8, "CNY", "actual"),
                ("总投资10亿元以上项目", 7, "个", "actual"),
            ],
        ),
        (
            "全市新增企业40家；工业总产值增长15%，达到330亿元。",
            [
                ("新增企业", 40, "家", "actual"),
                ("工业总产值增长", 15, "%", "actual"),
                ("工业总产值", 33e9, "CNY", "actual"),
            ],
        ),
        (
            "全市引进5000万元以上项目60个，到位资金95亿元。",
            [("引进5000万元以上项目", 60, "个", "actual"), ("引进项目到位资金", 95e8, "CNY", "actual")],
        ),
        ("全市本届展会共签约项目136个。", [("签约项目", 136, "个", "actual")]),
        (
            "全市规上工业产值、固定资产投资实现两位数增长。",
            [("规上工业产值增长", 10, "%", "actual"), ("固定资产投资增长", 10, "%", "actual")],
        ),
        (
            "全市接待游客46万人次，实现旅游收入2.3亿元，同比分别增长31%和28%。",
            [
                ("接待游客", 460_000, "人次", "actual"),
                ("旅游收入", 2.3e8, "CNY", "actual"),
                ("接待游客增长", 31, "%", "actual"),
                ("旅游收入增长", 28, "%", "actual"),
            ],
        ),
        (
            "全市151个产业项目里，制造业占135个、798亿元。",
            [("制造业产业项目", 135, "个", "actual"), ("制造业产业项目投资", 798e8, "CNY", "actual")],
        ),
        ("全市员工由11人增至430人。", [("员工", 11, "人", "actual"), ("员工", 430, "人", "actual")]),
        ("全市资产实现翻一番。", [("资产", 2, "倍", "actual")]),
        ("全市基础设施和生态环保各4个。", [("基础设施", 4, "个", "actual"), ("生态环保", 4, "个", "actual")]),
        ("全市审批平均用时6天。", [("审批平均用时", 6, "天", "actual")]),
        ("这是我市第4家国家级孵化器，也是全省首家。", [("国家级孵化器", 4, "家", "actual")]),
        ("全市GDP86亿元，增长4.2%。", [("GDP", 86e8, "CNY", "actual"), ("GDP增长", 4.2, "%", "actual")]),
        (
            "全市188家规上工业企业实现产值293亿元。",
            [("规上工业企业", 188, "家", "actual"), ("规上工业企业实现产值", 293e8, "CNY", "actual")],
        ),
        ("市内曝光流量人次超过4亿。全市向好。", [("曝光流量人次", 4e8, "人次", "actual")]),
        ("全市引进投资额5至6亿元的项目5至6个。", [("引进投资额5至6亿元的项目", 5, "个", "actual")]),
    ],
)
def test_a_number_gets_the_name_of_what_it_counts(text: str, expected: list[Row]) -> None:
    """Before or after the number, with its base, in lists and shared heads."""
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("力争全市新增企业50家。", "target"),
        ("全市已新增企业50家。", "actual"),
        ("到2028年，全市新增企业50家。", "target"),
        ("2023年，全市新增企业50家。", "actual"),
        ("预计全年营收超10亿元；全市新增企业50家。", "target"),
        ("全市力争营收翻番，目前新增企业50家。", "actual"),
        ("下一步，我市将加快发展。全市新增企业50家。", "actual"),
        ("下一步，我市将加快发展。新增企业50家。", "target"),
        ("下一步，我市将加快发展。推进50个重点项目建设。", "actual"),
        ("下一步，我市将加快发展。加快50个在谈项目落地。", "actual"),
        ("全市单位能耗较2020年下降50%。", "actual"),
        ("全市首期50亿元年内到位。", "target"),
    ],
)
def test_hopes_are_told_from_what_was_reached(text: str, modality: str) -> None:
    """Words of hope hold to the end of the sentence, over ；, until something is said to have been reached."""
    assert [f.modality for f in found(text) if f.value in (50, 50e8)] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "今天多云，西北风3～4级，最高气温32℃。",
        "会议强调了三大任务和四项措施。",
        "市委书记等5名领导出席会议。",
        "“南港二期、北港一期、西港码头三个项目”正在提速。",
        "十五届二次会议召开，大会应到代表350名出席。",
        "坚定百分之百的信心。",
        "这两个项目将成为新的引擎。",
        "一台重达3.5吨的试验台缓缓吊起。",
        "拨打12345热线咨询。",
        "书记先后11次赴上海招商。",
        "总投资10亿元以上项目正在洽谈。",
        "建设工期3年。",
    ],
)
def test_a_number_of_nobody_is_no_indicator(text: str) -> None:
    """Weather, attendance, phrases, listed things counted, durations and qualifiers are left alone."""
    assert rows(f"全市经济向好。{text}") == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("高新区一季度工业产值为183亿元。", "云川高新区"),
        ("去年，高新区引进企业50家，营收达183亿元。", "云川高新区"),
        ("全市实现产值183亿元。", "云川市"),
        ("力争推动远山重工成为年产值超183亿元的企业。", "远山重工有限公司"),
        ("其中龙头企业远山重工一季度产值达183亿元。", "远山重工有限公司"),
        ("远山重工扎根高新区多年。该公司去年产值183亿元。", "远山重工有限公司"),
        ("面积为6平方公里的高新区已有企业183家。", "云川高新区"),
        ("云川县工信局局长李木子介绍，去年引进企业183家。", "云川县"),
        ("远山重工加速成长。公司去年产值183亿元。", "远山重工有限公司"),
        ("他回乡成立远山重工，去年产值183亿元。", "远山重工有限公司"),
        ("以远山重工为手段，全市产值183亿元。", "云川市"),
        ("力争创成高新区级车间3家，江南省智能工厂183家。全市向好。", "云川市"),
    ],
)
def test_a_number_is_said_of_its_subject(text: str, subject: str) -> None:
    """The name that opens the clause, the one carried from before, the city, a pronoun, or what owns the number."""
    named = (ZONE, FIRM, COUNTY, BUREAU, PROVINCE)
    assert {f.subject for f in found(text, *named) if f.value in (183e8, 183)} == {subject}


def test_each_of_several_firms_has_its_own() -> None:
    """甲、乙各发债12亿元 is said of both."""
    told = found(
        "港口公司、资产公司两家企业各发债12亿元。", ("Enterprise", "港口公司"), ("Enterprise", "资产公司")
    )
    assert [(f.subject, f.name, f.value) for f in told] == [
        ("港口公司", "发债", 12e8),
        ("资产公司", "发债", 12e8),
    ]


def test_a_headline_repeats_and_does_not_add() -> None:
    """A number that stands in the headline and in the text is told once, as the text tells it."""
    told = found("云川签约23个项目\n本报讯 昨日，全市23个重大项目集中签约，令人鼓舞。\n")
    assert [(f.name, f.value) for f in told] == [("重大项目集中签约", 23)]


def test_a_headline_adds_what_the_text_does_not_say() -> None:
    """A number of the headline alone is not lost."""
    told = found("云川市一天签下60亿元\n本报讯 昨日，全市15个重大项目集中签约，令人鼓舞。\n")
    assert {f.value for f in told} == {15, 60e8}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今年1至5月，全市签约项目65个。", "2024-01/2024-05"),
        ("“十五五”期间，全市新增企业80家。", "2026-2030"),
        ("一季度，全市产值183亿元。", "2024-Q1"),
        ("2023年，全市产值183亿元，同比增长8%。", "2023"),
        ("在去年高基数的基础上，一季度全市产值183亿元。", "2024-Q1"),
        ("全市产值183亿元。", ""),
        ("到今年年底，全市产值超183亿元。", "2024"),
        ("去年，全市有上市企业20家。工业总产值183亿元。", "2023"),
        ("力争23个项目上半年开工，全市产值183亿元。", ""),
        ("2023年，全市绿地面积达到183公顷。", ""),
        ("6月12日，大会在全市举行。会上，183个项目签约。", "2024-06-12"),
    ],
)
def test_a_period_is_the_nearest_time_before(text: str, period: str) -> None:
    """The time the clause or the sentence tells; a time compared with is none."""
    assert {f.period for f in found(text) if f.value in (183, 183e8, 65, 80, 8)} == {period}


def test_a_traditional_page_keeps_its_script() -> None:
    """Words are understood in either script; names and units are given as printed."""
    told = found("全市簽署合作項目9個，涉及金額逾48億元。", published="2014-05")
    assert [(f.name, f.value, f.unit) for f in told] == [
        ("簽署合作項目", 9, "個"),
        ("簽署合作項目涉及金額", 48e8, "CNY"),
    ]


@pytest.mark.parametrize(
    "text", ["听说公司打算再投5000万元建一座冷库。", "镇里投资460万元建设的燃料站投产。"]
)
def test_money_for_a_work_without_a_name_is_reported(text: str) -> None:
    """What somebody pays for a work that no name was found for is no figure of the town."""
    facts = list(indicators(context(f"全市经济向好。{text}")))
    assert [f for f in facts if isinstance(f, Indicator)] == []
    assert [f.what for f in facts if isinstance(f, Unplaced)] == ["number-without-work"]


def test_behind_a_semicolon_the_report_goes_on() -> None:
    """新建农村公路14公里 after a work told of is the town's, not the work's."""
    named = (("Place", "白沙镇"), ("Project", "振兴街改造工程"))
    text = "白沙镇全年引进项目4个。投资1270万元的振兴街改造工程10月完工，全长2.4公里；新建农村公路14.6公里。"
    told = {f.name: f.subject for f in found(text, *named) if f.unit == "公里"}
    assert told["全长"] == "振兴街改造工程"
    assert told["新建农村公路"] != "振兴街改造工程"


def test_what_has_no_subject_is_reported() -> None:
    """On a page of no known place a number without a body is listed as not placed, and is no indicator."""
    told = list(indicators(context("昨日签约项目15个。", place="")))
    assert [(u.what, u.text) for u in told if isinstance(u, Unplaced)] == [("number-without-subject", "15个")]
    assert not [f for f in told if isinstance(f, Indicator)]


def test_what_has_no_unit_is_reported() -> None:
    """32亿 of something unnamed is listed as not placed."""
    told = list(indicators(context("全市经济向好，赴外揽回32亿。")))
    assert [u.what for u in told if isinstance(u, Unplaced)] == ["number-without-unit"]


def test_what_a_work_has_is_no_figure_of_a_town() -> None:
    """The investment of a work without a name is listed as not placed; the whole city's sum is an indicator."""
    told = list(
        indicators(context("白沙镇一家农牧公司的牧场日前破土，总投资1.2亿元。", [("Place", "白沙镇")]))
    )
    assert [u.what for u in told if isinstance(u, Unplaced)] == ["number-without-work"]
    told = list(indicators(context("白沙镇签约项目总投资1.2亿元。", [("Place", "白沙镇")])))
    assert [f.name for f in told if isinstance(f, Indicator)] == ["签约项目总投资"]


@pytest.mark.parametrize(
    "text",
    [
        "白沙镇的路通了。最上心的是二期车间：投资1.8亿元，占地65亩。",
        "远山重工的饲料基地，投资15亿元，落户白沙镇。",
        "叶知秋和妻子凑了11万元，办起小厂。",
        "海风资本出资3000万元入股。",
        "想在港口建一座加注站，投资匡算8亿元。",
    ],
)
def test_money_that_is_not_the_subjects_own_is_no_figure_of_it(text: str) -> None:
    """Of a work without a name, a couple or an investor: listed as not placed, and no indicator."""
    facts = list(indicators(context(f"云川市短讯。{text}", [("Place", "白沙镇"), FIRM])))
    assert [f.name for f in facts if isinstance(f, Indicator) and f.unit == "CNY"] == []
    lacking = {f.what for f in facts if isinstance(f, Unplaced)}
    assert lacking & {"number-without-work", "number-without-subject"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全市2023年工业产值96亿元，比年初定的90亿元目标多出一截；固定资产投资27亿元，没能跑赢30亿元的计划。",
            [
                ("工业产值", 96e8, "CNY", "actual"),
                ("工业产值", 90e8, "CNY", "target"),
                ("固定资产投资", 27e8, "CNY", "actual"),
                ("固定资产投资", 30e8, "CNY", "target"),
            ],
        ),
        ("截至去年底，高新区注册企业134家。", [("注册企业", 134, "家", "actual")]),
        ("新年的目标已经上墙：全市新签约项目不少于20个。", [("新签约项目", 20, "个", "target")]),
        ("会议明确，全市生产安全事故起数下降10%以上。", [("生产安全事故起数下降", 10, "%", "target")]),
        ("全市全年培训果农不少于3000人次。", [("培训果农", 3000, "人次", "target")]),
    ],
)
def test_what_was_aimed_at_is_told_from_what_was_reached(text: str, expected: list[Row]) -> None:
    assert rows(text, ZONE) == expected


def test_what_somebody_is_asked_for_is_a_figure_of_whom_is_asked() -> None:
    (asked,) = found("副市长到会，要求白沙镇年内脱贫85户。", ("Place", "白沙镇"))
    assert (asked.subject, asked.name, asked.modality) == ("白沙镇", "脱贫", "target")


def test_what_one_item_of_a_list_hopes_for_is_not_hoped_for_in_the_next() -> None:
    text = "其中有：\n●冷链中心，达产后预计年处理果品3万吨；\n●滨江大道，全长13.4公里。"
    told = found(text, ("Project", "冷链中心"), ("Project", "滨江大道"))
    assert [f.modality for f in told if f.unit == "公里"] == ["actual"]
