def test_the_town_at_the_head_of_a_name_is_a_place(understand):
    """某镇工业园区 tells of the town, 某区某镇 of both; the page's own city tells nothing."""
    assert "丁山镇" in understand("昨天，丁山镇工业园区开园。").names("Place")
    assert understand("宜兴市图书馆昨天开馆。").names("Place") == []


def test_a_firm_at_the_head_of_a_project_is_a_firm(understand):
    """某某有限公司二期项目 is the firm's."""
    page = understand("昨天，宜兴远帆电缆有限公司二期项目开工。")
    assert any("远帆电缆有限公司" in name for name in page.names("Enterprise"))


def test_the_pages_own_place_is_there_where_the_page_says_our_city(understand):
    """全市 and 我市 mean the page's place, and only they make it an entity."""
    assert understand("今年全市新增企业20家。").names("Place") == ["宜兴市"]
    assert understand("今年新增企业20家。").names("Place") == []
