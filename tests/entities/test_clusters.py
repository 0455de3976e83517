"""Names of one page → which of them are forms of one name."""

from __future__ import annotations

import pytest

from kg.entities.clusters import projects, zones

ZONES = {
    ("常山经开区", "常山经济技术开发区", "开发区"): "常山经济技术开发区",
    ("港区", "云港区", "云港经济技术开发区"): "云港经济技术开发区",
    ("洛川高新区", "洛川高新技术产业开发区"): "洛川高新技术产业开发区",
    ("生药园", "市生物医药产业园", "沙河生物医药产业园"): "沙河生物医药产业园",
}
APART = (("高新区", "云川经济技术开发区"), ("港区", "云港综合保税区"), ("港区", "港区化工园区"))


@pytest.mark.parametrize("names", ZONES)
def test_one_zone(names: tuple[str, ...]) -> None:
    """Short, coined and levelled names of a zone are its fullest name on the page."""
    assert set(zones(names).values()) == {ZONES[names]}


@pytest.mark.parametrize("names", APART)
def test_two_zones(names: tuple[str, str]) -> None:
    """A zone of another kind and a part of a zone are zones of their own."""
    assert len(set(zones(names).values())) == 2


PROJECTS = {
    ("云江路快速化", "云江路快速化工程"): 1,
    ("范斯特项目", "范斯特一期"): 1,
    ("恒盛生物", "苏州恒盛生物微球产业基地"): 1,
    ("诺德冷链物流中心", "荷兰诺德冷链物流中心"): 1,
    ("洛河公路宁川境改建", "洛河公路宁川县境改建工程"): 1,
    ("斯凯一期", "斯凯二期"): 2,
    ("清江大桥", "清江隧道"): 2,
}


@pytest.mark.parametrize("names", PROJECTS)
def test_projects(names: tuple[str, str]) -> None:
    """A short form is the project it begins or ends; two phases are two projects."""
    assert len({canonical for canonical, _ in projects(names).values()}) == PROJECTS[names]
