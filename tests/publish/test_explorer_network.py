"""The network: what a person sees first, finds, chooses and changes."""

from __future__ import annotations

import pytest
from publish.browsing import Explorer

pytestmark = pytest.mark.browser


def test_opens_calm_and_quiet(explorer: Explorer) -> None:
    """The first view is the core; nothing moves, nothing is fetched, nothing is complained of."""
    before = explorer.page.screenshot()
    explorer.page.wait_for_timeout(300)
    assert explorer.page.screenshot() == before
    assert {"高远山", "云川高新区", "星河电池二期"} <= explorer.shown()


def test_names_do_not_lie_on_each_other(explorer: Explorer) -> None:
    """Most nodes of the first view are named, and no two names overlap."""
    assert explorer.page.evaluate("Picture.names().length") > 10
    assert explorer.overlapping_names() == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("高远山", "高远山"),
        ("高新区", "云川高新区"),
        ("gys", "高远山"),
        ("gaoyuan", "高远山"),
        ("gxq", "云川高新区"),
        ("xing he dian", "星河电池二期"),
        ("星河新能源", "星河新能源科技有限公司"),
    ],
)
def test_search_finds(explorer: Explorer, typed: str, found: str) -> None:
    """By name, alias, pinyin and initials; Enter flies there and opens its panel."""
    explorer.search(typed, enter=False)
    assert found in explorer.suggestions()
    explorer.page.get_by_role("option", name=found).first.click()
    assert explorer.title == found


def test_search_by_keyboard(explorer: Explorer) -> None:
    """Slash, a few letters, arrow down and up, Enter."""
    explorer.page.keyboard.press("/")
    explorer.page.keyboard.type("gys")
    explorer.page.keyboard.press("ArrowDown")
    explorer.page.keyboard.press("ArrowUp")
    explorer.page.keyboard.press("Enter")
    assert explorer.title == "高远山"


def test_search_for_nothing_says_so(explorer: Explorer) -> None:
    """An unknown name has an answer too."""
    explorer.search("查无此人")
    assert "没有找到" in explorer.page.locator("#suggestions").inner_text()


def test_legend_switches_types_and_relations(explorer: Explorer) -> None:
    """A type and a relation go and come back; the counts follow."""
    explorer.switch("kind-Official")
    assert "高远山" not in explorer.shown()
    assert explorer.page.locator('[data-switch="kind-Official"]').inner_text().endswith("0/4")
    explorer.switch("kind-Official")
    assert "高远山" in explorer.shown()
    explorer.switch("tie-tenure")
    assert not [edge for edge in explorer.shown_edges() if edge[1] == "tenure"]


def test_tooltip_has_posts_and_a_quote(explorer: Explorer) -> None:
    """The pointer over a person shows who it is and the words that say it."""
    explorer.page.mouse.move(*explorer.place_of("高远山"))
    tip = explorer.page.locator("#tip")
    tip.wait_for(state="visible")
    assert "云川市委 书记" in tip.inner_text() and tip.locator("q").inner_text()


def test_click_on_a_node_opens_its_panel(explorer: Explorer) -> None:
    """Posts with their quotes; a click on a quote opens the page at the words."""
    explorer.click_node("高远山")
    assert explorer.title == "高远山"
    explorer.panel.locator(".quote", has_text="市委书记高远山").first.click()
    assert "高远山" in explorer.reading()
    explorer.page.keyboard.press("Escape")
    assert explorer.page.locator("#reader").is_hidden()


def test_click_on_an_edge_shows_the_sentence(explorer: Explorer) -> None:
    """Between two nodes stands the sentence that says so."""
    explorer.page.mouse.click(*explorer.middle_of("叶知秋", "星河新能源科技有限公司"))
    explorer.page.wait_for_timeout(350)
    assert "创办" in explorer.title
    assert "博士叶知秋创办" in explorer.panel.locator("mark").first.inner_text()
