"""Text → who holds which office where; a new case is one entry."""

from __future__ import annotations

import pytest

CASES = {
    "one person, three bodies": (
        "市政协副主席、科技局局长、招商局局长沈一鸣表示，市科技局将深入贯彻。",
        ["沈一鸣 · 宜兴市政协 · 副主席", "沈一鸣 · 宜兴市科技局 · 局长", "沈一鸣 · 宜兴市招商局 · 局长"],
    ),
    "a mayor's government is implied, his place stands before": (
        "无锡市委副书记、宜兴市委书记、市长沈建华主持会议。",
        ["沈建华 · 无锡市委 · 副书记", "沈建华 · 宜兴市委 · 书记", "沈建华 · 宜兴市人民政府 · 市长"],
    ),
    "a bare 管委会 is that of the zone before it": (
        "市委常委、宜兴环科新城党工委副书记、管委会副主任朱旭峰出席。",
        [
            "朱旭峰 · 宜兴市委 · 常委",
            "朱旭峰 · 宜兴环科新城党工委 · 副书记",
            "朱旭峰 · 宜兴环科新城管委会 · 副主任",
        ],
    ),
    "a section head": ("■市水利局局长 万里程\n聚焦防汛，抓好河道整治。", ["万里程 · 宜兴市水利局 · 局长"]),
    "appointed and removed, each his own": (
        "决定任命柏青松为市住房和城乡建设局副局长，叶知秋为市投资促进中心主任；免去严鹤的市住房和城乡建设局副局长职务。",
        [
            "柏青松 · 宜兴市住房和城乡建设局 · 副局长",
            "叶知秋 · 宜兴市投资促进中心 · 主任",
            "严鹤 · 宜兴市住房和城乡建设局 · 副局长 · former",
        ],
    ),
    "分别 gives the first person the first office": (
        "孙海、于力分别不再担任市民政局局长、市体育局局长。",
        ["孙海 · 宜兴市民政局 · 局长 · former", "于力 · 宜兴市体育局 · 局长 · former"],
    ),
    "the deputies behind the head who takes the chair": (
        "市人大常委会主任龚安民主持会议，副主任苟国庆、车小兰，秘书长冷光辉出席会议。",
        [
            "龚安民 · 宜兴市人大常委会 · 主任",
            "苟国庆 · 宜兴市人大常委会 · 副主任",
            "车小兰 · 宜兴市人大常委会 · 副主任",
            "冷光辉 · 宜兴市人大常委会 · 秘书长",
        ],
    ),
    "a rare surname behind an office": ("市水利局局长句建军参加。", ["句建军 · 宜兴市水利局 · 局长"]),
    "that post": (
        "宋莉任市人大常委会副秘书长，刘中银不再担任该职。",
        ["宋莉 · 宜兴市人大常委会 · 副秘书长", "刘中银 · 宜兴市人大常委会 · 副秘书长 · former"],
    ),
    "an office that is over": ("江苏省原副省长张卫国到会。", ["张卫国 · 江苏省人民政府 · 副省长 · former"]),
    "an organ and its head share a character": (
        "市公安局长尹国强通报情况，市委宣传部长李绍强讲话。",
        ["尹国强 · 宜兴市公安局 · 局长", "李绍强 · 宜兴市委宣传部 · 部长"],
    ),
    "an office in two firms": (
        "苏州为远生物技术有限公司开工。为远生物、恒远生物董事长刘照说，企业要勇挑重担。",
        ["刘照 · 苏州为远生物技术有限公司 · 董事长", "刘照 · 恒远生物 · 董事长"],
    ),
    "the visitors' 市委 is not that of the page": (
        "来自浙江的平湖党政代表团到访，领队为市委书记祁海和市长刘中。",
        ["祁海 · 平湖市委 · 书记", "刘中 · 平湖市人民政府 · 市长"],
    ),
    "a party group's secretary is head of the organ": (
        "市工信局党组书记、局长蒋晓东陪同。",
        ["蒋晓东 · 宜兴市工信局党组 · 书记", "蒋晓东 · 宜兴市工信局 · 局长"],
    ),
    "a name and a mark between two offices of one body": (
        "江南大学党委书记王亚飞、校长曾勇出席。",
        ["王亚飞 · 江南大学党委 · 书记", "曾勇 · 江南大学 · 校长"],
    ),
    "an organ without a place is that of the office before it": (
        "莱山区委常委、宣传部部长孙晓慧，桃村镇党委书记、人大主席林进宝，江南大学党委副书记、纪委书记亢世勇讲话。",
        [
            "孙晓慧 · 莱山区委 · 常委",
            "孙晓慧 · 莱山区委宣传部 · 部长",
            "林进宝 · 桃村镇党委 · 书记",
            "林进宝 · 桃村镇人大 · 主席",
            "亢世勇 · 江南大学党委 · 副书记",
            "亢世勇 · 江南大学纪委 · 书记",
        ],
    ),
    "a list under the heading of removals": (
        "任命：\n查年为市财政局局长；\n免去：\n胡舟的市民政局局长职务；\n戴良的市审计局局长职务。",
        [
            "查年 · 宜兴市财政局 · 局长",
            "胡舟 · 宜兴市民政局 · 局长 · former",
            "戴良 · 宜兴市审计局 · 局长 · former",
        ],
    ),
    "a notice before an appointment": (
        "刘森，男，汉族，1968年3月生，现任市人民政府副秘书长，拟任市住建局局长。",
        ["刘森 · 宜兴市人民政府 · 副秘书长"],
    ),
    "titles of learning do not break a chain": (
        "江南大学校长、博士生导师王绍武出席。",
        ["王绍武 · 江南大学 · 校长"],
    ),
    "nobody holds what is only spoken of": ("局长要带头，主任要负责。", []),
}


@pytest.mark.parametrize("case", CASES)
def test_posts(case: str, understand) -> None:
    """Every office goes to its person and its body, and nobody gets one too many."""
    text, expected = CASES[case]
    assert understand(text).posts() == expected


def test_an_organ_given_to_another_owner_takes_its_relation_along(understand) -> None:
    """宣传部 behind another county's 县委常委 is not that of the page's city, and nothing speaks of the city's."""
    told = understand("文雅琴现任莲花县委常委、宣传部部长。").entities
    structure = [(r.subject, r.predicate, r.object) for r in told.structure]
    assert structure == [("agency-莲花县委宣传部", "partOf", "agency-莲花县委")]
    assert [e.id for e in told.entities if e.kind == "Agency"] == ["agency-莲花县委", "agency-莲花县委宣传部"]
