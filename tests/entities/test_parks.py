"""Text → parks and zones."""

from __future__ import annotations

import pytest

CASES = {
    "位于城东镇的海美国际（云川）文化创新港揭牌。": ["海美国际（云川）文化创新港"],
    "抓好新材料产业园南部空间再开发。": ["新材料产业园"],
    "建设中德“双碳”行动示范区。": ["中德“双碳”行动示范区"],
    "高新区、港区和经开区负责人参加。": ["高新区", "港区", "经开区"],
    "以生药园和机器人谷为核心。": ["生药园", "机器人谷"],
    "东部新城和市科技创新园同步推进。": ["东部新城", "市科技创新园"],
    "汛桥镇的现代医药与器械产业园开园。": ["现代医药与器械产业园"],
    "充分利用港区化工园区优势。": ["港区化工园区"],
    "星辉动力只是高新区的一个缩影。": ["高新区"],
    "打造百亿级航空产业基地和一批文化产业集聚区。": [],
    "全市有特色工业园区14个、省级以上开发区6个，计划新增6家文化产业园区。": [],
    "推动园区建设，壮大生物医药产业集群。": [],
    "孩子们在公园和幼儿园里过节。": [],
}


@pytest.mark.parametrize("text", CASES)
def test_parks(text: str, understand) -> None:
    """Definite zones are parks, whether named or alone; wishes, groups and kinds of zones are none."""
    assert understand(text).mentioned("Park") == CASES[text]
