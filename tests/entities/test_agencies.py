"""Text → agencies, and which of them are one."""

from __future__ import annotations

import pytest

CASES = {
    "市发改委、发改委和市发展和改革委员会是同一个单位。": ["宜兴市发展和改革委员会"],
    "江苏省委宣传部副部长王力到会。": ["江苏省委", "江苏省委宣传部"],
    "市发改委改革和社会发展科科长周婧表示。": ["宜兴市发改委", "宜兴市发改委改革和社会发展科"],
    "自去年8月无锡市委常委会专题调研以来。": ["无锡市委", "无锡市委常委会"],
    "国务院、国家发展改革委和商务部复函。": ["商务部", "国务院", "国家发展改革委"],
    "区人大常委会、各镇党委和相关部门参加。": [],
    "省药品监督管理局苏州检查分局与市市场监管局签约。": [
        "宜兴市市场监管局",
        "江苏省药品监督管理局",
        "江苏省药品监督管理局苏州检查分局",
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_agencies(text: str, understand) -> None:
    """One node for one organ, its parents beside it, nothing that is no definite organ."""
    assert understand(text).names("Agency") == CASES[text]


def test_zone_organs_administer_their_zone(understand) -> None:
    """高新区党工委 is an agency, 高新区 a park, and the one runs the other."""
    told = understand("高新区党工委书记毛雅讲话。")
    assert [(r.subject, r.predicate, r.object) for r in told.entities.structure] == [
        ("agency-宜兴市高新区党工委", "administers", "park-宜兴市高新区")
    ]


def test_one_short_name_of_two_cities_is_two_agencies(understand) -> None:
    """市招商局 of one city is not that of another."""
    one, other = understand("市招商局局长陆征讲话。"), understand("市招商局局长陆征讲话。", "昆山市")
    assert one.names("Agency") != other.names("Agency")
