"""Text → the items of its lists, by what the head noun, the verb or the predicate says they are."""

from __future__ import annotations

import pytest

from kg.corpus.reading import read
from kg.entities.enumeration import enumerations
from kg.entities.line import Line
from kg.model import Page

PROJECTS = {
    "加快清江大道南段改造、白鹭湖隧道、城南水厂等30个项目建设。": [
        "清江大道南段改造",
        "白鹭湖隧道",
        "城南水厂",
    ],
    "总投资50亿元的蓝海光电显示模组、20亿元的中昊零部件等项目签约。": ["蓝海光电显示模组", "中昊零部件"],
    "开工建设金湖互通、双河公路（204国道至太湖路）、云龙路，方便出行。": [
        "金湖互通",
        "双河公路（204国道至太湖路）",
        "云龙路",
    ],
    "包括岳滩大桥（1.1亿元）、陆川环库路（9400万元）等，明年通车。": ["岳滩大桥", "陆川环库路"],
    "产业类项目52个，包括空港新区的天合光能20GW组件、比迪电池扩产等。": ["天合光能20GW组件", "比迪电池扩产"],
    "“恒顺旅游项目”“复兴风情小镇项目”等公交配套项目。": ["“恒顺旅游项目”", "“复兴风情小镇项目”"],
    "第三水厂及配套管网、青石大桥等工程完工。": ["第三水厂及配套管网", "青石大桥"],
    "加快乐客刀具等10个项目注册落户。": ["乐客刀具"],
    "南江机电与斯凯特两处项目工地。": ["南江机电", "斯凯特"],
    "能源、交通、水利等重点领域的人才项目入围。": [],
    "实施数字素养提升行动、就业训练营等十大重点项目。": [],
}
FIRMS = {
    "推动美福、碧辟等6家头部企业创建。": ["美福", "碧辟"],
    "已入驻华川精密、德锐机器人等23家企业。": ["华川精密", "德锐机器人"],
    "卓能电子（云川）、博泽汽车部件、巨浪机床三家公司到场。": [
        "卓能电子（云川）",
        "博泽汽车部件",
        "巨浪机床",
    ],
    "瀚诺馨、正帆百泰、康容生物把总部放在镇上。": ["瀚诺馨", "正帆百泰", "康容生物"],
    "走访了世界500强企业、民营企业等企业。": [],
    "重点引进显示模组、光学膜材等上下游企业。": [],
}


@pytest.mark.parametrize("text", PROJECTS)
def test_project_lists(text: str, understand) -> None:
    """What a list of projects names is a project, without amounts, verbs and heads."""
    found = [m for m in understand(text).recognition.mentions if m.rule == "listed"]
    assert [m.text for m in found] == PROJECTS[text]
    assert {m.kind for m in found} <= {"Project"}


@pytest.mark.parametrize("text", FIRMS)
def test_firm_lists(text: str, understand) -> None:
    """What a list of firms names is a firm; kinds of firms and products are none."""
    assert understand(text).mentioned("Enterprise") == FIRMS[text]


def test_mixed_list(understand) -> None:
    """An institute in a list of firms stays an institute, a park among projects a park."""
    firms = understand("引来谷川新材料、江阳智能制造研究院等20家，")
    assert firms.mentioned("Enterprise") == ["谷川新材料"]
    assert firms.mentioned("Institution") == ["江阳智能制造研究院"]
    parks = understand("加快临港航空产业园、星河火箭等项目建设。")
    assert parks.mentioned("Park") == ["临港航空产业园"]
    assert parks.mentioned("Project") == ["星河火箭"]


def test_enumeration_tells_its_parts() -> None:
    """A list knows its items, the verb that governs it, its head and what follows."""
    reading = read(Page("page.txt", "提速龙江路、滨湖路等2个项目建设。", "0" * 64))
    line = Line.of(reading, reading.sentences[0])
    (found,) = enumerations(line)
    assert [line.text[i.start : i.end] for i in found.items] == ["龙江路", "滨湖路"]
    assert (found.verb, found.head, found.after) == ("提速", "项目", "等2个项目建设")
