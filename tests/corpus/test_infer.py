"""Date and place of a page that nobody told, each text beside what it tells."""

import json
from pathlib import Path

import pytest

from kg.corpus.calendar import number, sexagenary_year
from kg.corpus.dating import date_of
from kg.corpus.pages import read_page
from kg.corpus.placing import place_of

DEV = Path(__file__).parents[1] / "gold" / "dev"
GOLD = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(DEV.glob("gold/*.json"))]

DATED = [
    ("2024年2月28日 星期三 农历甲辰年正月十九", "2024-02-28"),
    ("星期五 2011年6月3日", "2011-06-03"),
    ("星期五 丁亥年八月十八\n9月26日上午，大会举行。", "2007-09"),
    ("今年3月5日，在十四届全国人大三次会议上……", "2025-03"),
    ("今年是全面贯彻党的二十大精神的开局之年，2月10日出发。", "2023-02"),
    ("以实际行动迎接党的二十大胜利召开！", "2022"),
    ("党的十七大召开在即。", "2007"),
    ("“十四五”的征程马上扬帆起航。", "2020"),
    ("今年是“十四五”收官之年。", "2025"),
    ("2021昆山台资项目签约活动9月16日举行。", "2021-09"),
    ("实施产业集群发展2025行动计划。", ""),
    ("工作报告\n（2015年2月10日，第四次会议）\n2014年增8.6%。", "2015-02"),
    ("2015年已经完成，预计2017年10月投用。记者昨天（10月18日）获悉", "2016-10-19"),
    ("12月31日（昨天）", ""),
    ("昨天（12月31日），党的二十大召开之年", "2023-01-01"),
    ("2024年2月31日 星期三", ""),
    ("甲日报 2021年7月8日　第二版\n我市召开大会。", "2021-07-08"),
    ("我市召开大会。\n\n\n\n\n\n2018年1月18日 责编 张三 校对 李四", "2018-01-18"),
    ("县政府网站\n发布时间：2016-06-29 来源：县府办", "2016-06-29"),
    ("政府工作报告\n——2016年1月19日在人民代表大会上\n2015年，全市完成产值1亿元。", ""),
    ("审议了2016年上半年国民经济计划。大桥预计2017年通车。", "2016"),
    ("2015年建成。二期2018年上半年动工。", ""),
    ("到2035年底建成。4月17日上午开工。", ""),
    ("没有日期。", ""),
]


@pytest.mark.parametrize(("text", "date"), DATED)
def test_a_date_is_as_precise_as_the_text(text: str, date: str):
    """What the page does not tell is left out, never guessed."""
    assert date_of(text) == date


PLACED = [
    ("昆山市委书记到昆山开发区调研，昆山将扩大开放。", "昆山市"),
    (
        "常熟客人到访昆山\n常熟党政代表团昨天到昆山考察，昆山方面接待，昆山正在提速。常熟市委书记说好。",
        "昆山市",
    ),
    ("无锡开工签约两不误\n江阴市、梁溪区、锡山区、新吴区的负责人也在。", "无锡市"),
    ("苏报讯（驻张家港记者 王一）保税区签下15个项目。", "张家港市"),
    ("洛宁县、嵩县、汝阳县负责人参加。洛阳段进展顺利。洛阳日报社出版", "洛阳市"),
    ("吴江区委书记王一说，吴江要发展，吴江有基础。", "吴江区"),
    ("加强合作，公安机关和平年代富民资源共和", ""),
    ("推进滨江大道建设，滨江大道、滨江公园、港口开放，港口建设。", ""),
    ("市人大常委会任免一批干部。", ""),
    ("市委书记滕怀远到渭源县调研。滕怀远说，渭源县要抓好种薯。滕怀远转身问县长。滕怀远还走访了渭源县农户。", "渭源县"),
]


@pytest.mark.parametrize(("text", "place"), PLACED)
def test_a_place_is_the_one_whose_paper_it_is(text: str, place: str):
    """Guests, neighbours, firms and everyday words do not count; without a place the page has none."""
    assert place_of(text) == place


def test_the_development_pages_are_placed():
    """Of the eighteen pages one names no place at all; the others are placed right."""
    right = [
        gold["document"]
        for gold in GOLD
        if read_page(DEV / "pages" / gold["document"]).place == gold["place"]
    ]
    assert len(right) >= 17


def test_no_development_page_is_dated_wrongly():
    """A date that is told agrees with the true one as far as it goes; a third of the pages tell one."""
    told = [(gold["published"], read_page(DEV / "pages" / gold["document"]).published) for gold in GOLD]
    assert [pair for pair in told if not pair[0].startswith(pair[1])] == []
    assert sum(bool(date) for _, date in told) >= 6


@pytest.mark.parametrize(
    ("numeral", "value"), [("三", 3), ("十", 10), ("十四", 14), ("二十", 20), ("三十二", 32)]
)
def test_numerals(numeral: str, value: int):
    assert number(numeral) == value


@pytest.mark.parametrize(("name", "year"), [("丁亥", 2007), ("甲辰", 2024), ("癸亥", 1983), ("甲丑", None)])
def test_sexagenary_years(name: str, year: int | None):
    assert sexagenary_year(name) == year
