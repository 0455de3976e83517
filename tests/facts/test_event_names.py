"""Names of events, cut out of sentences of the genre."""

from __future__ import annotations

import pytest

from kg.facts.event_names import event_names, kind_of

NAMES = [
    ("昨天，云川市生物医药产业推进会举行。", "云川市生物医药产业推进会"),
    ("3月5日，书记参加市十四届人大三次会议城东代表团审议", "市十四届人大三次会议城东代表团审议"),
    ("在昨天下午召开的市委工作会议上，", "市委工作会议"),
    (
        "本报讯（记者 王一）昨天，某区“企业行”行动启动暨服务中心揭牌仪式举行。",
        "某区“企业行”行动启动暨服务中心揭牌仪式",
    ),
    ("由省农业农村厅主办的2023全省数字乡村发展大会，于6月19日在江北召开。", "2023全省数字乡村发展大会"),
    ("去年，可持续发展大会（2022）暨高层论坛在我市举行", "可持续发展大会（2022）暨高层论坛"),
    ("传达了市安委会、消委会全体成员（扩大）会议精神", "市安委会、消委会全体成员（扩大）会议"),
    ("深入贯彻落实省委、云川市委工作会议精神", "云川市委工作会议"),
    ("上午，“河畔情·返乡企业家恳谈会”在城东举行", "河畔情·返乡企业家恳谈会"),
    ("市政协召开“加快旧城改造”重点提案督办会。", "“加快旧城改造”重点提案督办会"),
    ("现场还举行了“红领巾”出征授旗仪式。", "“红领巾”出征授旗仪式"),
    ("在2018年1月16日某市第八届人民代表大会第二次会议上", "某市第八届人民代表大会第二次会议"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_begins_behind_date_verb_and_list_and_ends_with_its_last_noun(text, name):
    """Quotes, brackets, 暨 and 、 that belong to the name stay in it."""
    assert [found.label for found in event_names(text, "2024-06-18")] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "会议室里坐满了人",
        "健全例会制度",
        "市人大常委会主任",
        "市工商业联合会",
        "红十字会会长",
        "抓住这个机会",
        "国际会展中心",
    ],
)
def test_an_organ_a_room_or_a_rule_is_no_event(text):
    """Words that only look like a gathering name none."""
    assert list(event_names(text, "2024-06-18")) == []


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("市委工作会议", "meeting"),
        ("重大项目集中签约仪式", "signing"),
        ("产业基地项目开工仪式", "groundbreaking"),
        ("服务中心揭牌仪式", "opening"),
        ("经济技术合作论坛", "forum"),
        ("创新创业大赛暨推介会", "competition"),
        ("年度人物颁奖典礼", "award"),
        ("消费季活动", "other"),
    ],
)
def test_the_name_tells_the_kind(label, kind):
    """The most telling noun decides, not the last one."""
    assert kind_of(label) == kind
