"""Which industry somebody belongs to, and what a page calls an industry."""

import pytest
from facts.told import context

from kg.corpus.reading import read
from kg.entities.industries import industries
from kg.facts.industries import in_industry
from kg.model import Page

NAMED = (
    ("Industry", "生物医药"),
    ("Industry", "体外诊断"),
    ("Enterprise", "远帆科技"),
    ("Enterprise", "南岭食品"),
    ("Park", "云川生物医药产业园"),
    ("Project", "电池基地"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昨天，云川生物医药产业园开园。", {"云川生物医药产业园 生物医药"}),
        ("引进远帆科技、南岭食品等生物医药企业。", {"远帆科技 生物医药", "南岭食品 生物医药"}),
        ("远帆科技专注于体外诊断领域。", {"远帆科技 体外诊断"}),
        ("远帆科技是国内生物医药行业的龙头。", {"远帆科技 生物医药"}),
        ("远帆科技参观了生物医药展览。", set()),
        ("电池基地开工，全市生物医药产业产值增长。", set()),
    ],
)
def test_an_industry_is_told_by_name_by_list_or_by_what_is_said(text: str, expected: set[str]):
    """A park's name, the noun of a list and 专注于…领域 tell it; being near does not."""
    page = context(text, NAMED)
    assert {f"{page.name(f.subject)} {page.name(f.object)}" for f in in_industry(page)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("围绕高端装备、新材料和生物医药等主导产业招商。", ["高端装备", "新材料", "生物医药"]),
        ("做强新能源汽车产业集群。", ["新能源汽车"]),
        ("昨天，旅游的人很多，汽车排起长队。", []),
        ("走进生物医药产业园。", []),
    ],
)
def test_a_known_word_is_an_industry_where_the_text_calls_it_one(text: str, expected: list[str]):
    """Itself or at the end of its list; the same word elsewhere and in a park's name is none."""
    assert [m.text for m in industries(read(Page("page.txt", text, "")))] == expected
