"""Text → projects that are no items of a list."""

from __future__ import annotations

import pytest

CASES = {
    # ways
    "清江大道快速化改造加快推进。": ["清江大道快速化改造"],
    "渝江高铁云桥段完成桥墩浇筑。": ["渝江高铁云桥段"],
    "国道312改线工程青龙镇段正在施工。": ["国道312改线工程青龙镇段"],
    "他计划在云桥东路建设新厂。": [],
    "乡村公路四通八达。": [],
    # phases
    "白鹭湖度假区二期启动建设。": ["白鹭湖度假区二期"],
    "培训班已推出四期课程。": [],
    "磨球车间加紧施工，6月底一期试产。": [],
    "总投资46亿元的可降解材料一期8月28日一次开车成功。": ["可降解材料一期"],
    # buildings
    "宏远集团华东总部大厦年内封顶。": ["宏远集团华东总部大厦"],
    "开工建设高品质人才社区。": ["高品质人才社区"],
    "在陆港物流园建设国际快件处理中心，投资5000万美元。": ["国际快件处理中心"],
    "着力打造上海国际航运中心的承载区。": [],
    "完善城市酒店和写字楼配套。": [],
    # 项目 and 工程
    "恒盛锂电正极材料项目正式开工。": ["恒盛锂电正极材料项目"],
    "由云桥港务公司投资60亿元的风电整机基地落户经开区。": ["风电整机基地"],
    "涧川区与田总合作的铝合金轮毂项目，总投资1.6亿元。": ["铝合金轮毂项目"],
    "全市排定重点项目190个，引进优质项目。": [],
    "云桥经济技术开发区投资12亿元建设东陵食品冷链物流中心项目。": ["东陵食品冷链物流中心项目"],
    "实施素质提升工程和“百千万”工程。": [],
    "做好项目申报和项目信息收集。": [],
}


@pytest.mark.parametrize("text", CASES)
def test_projects(text: str, understand) -> None:
    """A definite building work is a project; groups of projects, campaigns and places of other things are none."""
    assert understand(text).mentioned("Project") == CASES[text]


def test_firm_apart(understand) -> None:
    """The full name of a firm stands apart from the project that follows it."""
    page = understand("宜兴华铂装备有限公司新建半导体用镀膜设备项目有序推进。")
    assert page.mentioned("Enterprise") == ["宜兴华铂装备有限公司"]
    assert page.mentioned("Project") == ["新建半导体用镀膜设备项目"]
