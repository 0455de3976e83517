"""What a person does with the picture: around, path, expand, hide, pin, undo, time, links to a view."""

import pytest
from playwright.sync_api import expect
from publish.browsing import Explorer

pytestmark = pytest.mark.browser

FIRM = "星河新能源科技有限公司"
PROJECT = "星河电池二期"


def test_neighbourhood_of_one_and_two_steps(explorer: Explorer) -> None:
    """One step is the node and what it touches; two steps are more; undo goes back through both."""
    explorer.search("叶知秋")
    explorer.act("one")
    assert explorer.shown() == {"叶知秋", FIRM}
    explorer.act("two")
    assert {"叶知秋", FIRM, PROJECT, "远帆资本"} <= explorer.shown()
    assert "高远山" not in explorer.shown()
    explorer.page.locator("#undo").click()
    assert explorer.shown() == {"叶知秋", FIRM}


def test_shortest_path(explorer: Explorer) -> None:
    """From one node, “path to”, another by search: the nodes between, in order."""
    explorer.search("叶知秋")
    explorer.act("path")
    explorer.search("云川市")
    assert explorer.shown() == {"叶知秋", FIRM, "云川高新区", "云川市"}
    xs = [explorer.place_of(name)[0] for name in ("叶知秋", FIRM, "云川高新区", "云川市")]
    assert xs == sorted(xs)


def test_no_path_says_so(explorer: Explorer) -> None:
    """With all relations off there is no way, and the page says it."""
    for kind in (
        "tenure",
        "participant",
        "place",
        "locatedIn",
        "succeeds",
        "founded",
        "partOf",
        "undertakes",
    ):
        explorer.switch(f"tie-{kind}")
    explorer.search("叶知秋")
    explorer.act("path")
    explorer.search("高远山")
    assert "没有路径" in explorer.page.locator(".notice-line").inner_text()


def test_expand_and_collapse(explorer: Explorer) -> None:
    """A double click brings the neighbours that are not in view; collapse takes away those that hang on it alone."""
    explorer.search("叶知秋")
    explorer.act("one")
    explorer.click_node(FIRM, double=True)
    assert {PROJECT, "远帆资本", "云川大学"} <= explorer.shown()
    explorer.act("collapse")
    assert explorer.shown().isdisjoint({"远帆资本", "云川大学", "叶知秋"})
    assert FIRM in explorer.shown()


def test_hide_and_undo_by_key(explorer: Explorer) -> None:
    """A hidden node is gone, with its edges; Ctrl+Z brings it back."""
    explorer.search("高远山")
    explorer.act("hide")
    assert "高远山" not in explorer.shown()
    assert not [edge for edge in explorer.shown_edges() if "高远山" in edge]
    explorer.page.keyboard.press("Control+z")
    assert "高远山" in explorer.shown()


def test_dragged_node_stays_pinned(explorer: Explorer) -> None:
    """Where a node is dragged it stays, also when the picture is filtered, until it is unpinned."""
    x, y = explorer.place_of("高远山")
    explorer.page.mouse.move(x, y)
    explorer.page.mouse.down()
    explorer.page.mouse.move(x + 60, y + 40, steps=5)
    explorer.page.mouse.up()
    explorer.switch("kind-Event")
    nx, ny = explorer.place_of("高远山")
    assert abs(nx - x - 60) < 3
    assert abs(ny - y - 40) < 3
    explorer.click_node("高远山")
    explorer.act("unpin")
    assert abs(explorer.place_of("高远山")[0] - x) < 3


def test_pin_by_button(explorer: Explorer) -> None:
    """Pin is a toggle in the panel."""
    explorer.search("高远山")
    explorer.act("pin")
    assert "pin=" in explorer.page.url
    explorer.act("unpin")
    assert "pin=" not in explorer.page.url


def test_all_and_core(explorer: Explorer) -> None:
    """Everything can be shown, and the core again."""
    explorer.page.locator("#show-all").click()
    assert len(explorer.shown()) == 22
    assert explorer.page.locator("#show-all").get_attribute("aria-pressed") == "true"
    explorer.page.locator("#show-core").click()
    assert explorer.page.locator("#show-core").get_attribute("aria-pressed") == "true"


def test_time_slider_follows_the_pages(explorer: Explorer) -> None:
    """At the first date nobody knows what the second page will say; tenures and stages follow."""
    explorer.search("沈月华")
    assert "市长" in explorer.panel.inner_text().split("副市长")[0]
    explorer.page.locator("#time").fill("0")
    assert "林知远" not in explorer.shown()
    assert "2025" not in explorer.panel.locator("section").first.inner_text()
    explorer.page.locator("#time").fill("1")
    assert "林知远" in explorer.shown()
    explorer.page.locator("#time-only").check()
    assert "叶知秋" not in explorer.shown()
    assert explorer.page.locator("#time").get_attribute("aria-valuetext") == "仅 2025-03"


def test_time_plays(explorer: Explorer) -> None:
    """Play begins at the first date and moves on by itself."""
    explorer.page.locator("#play").click()
    assert explorer.page.locator("#time-now").inner_text() == "截至 2023-06-21"
    expect(explorer.page.locator("#time-now")).to_have_text("截至 2025-03")
    expect(explorer.page.locator("#play")).to_have_text("▶")


def test_link_opens_the_same_view(explorer: Explorer) -> None:
    """The address alone brings back picture, choice, filters, time, language and theme."""
    explorer.search("叶知秋")
    explorer.act("two")
    explorer.switch("kind-Industry")
    explorer.page.locator("#time").fill("0")
    explorer.page.locator("#language").click()
    explorer.page.locator("#theme").click()
    before, address = explorer.shown(), explorer.page.url
    explorer.go(address.removeprefix(explorer.address))
    assert explorer.shown() == before
    assert explorer.title == "叶知秋"
    assert explorer.page.locator("#time-now").inner_text() == "Until 2023-06-21"
    assert explorer.page.locator("html").get_attribute("data-theme") == "dark"
    assert explorer.page.locator('[data-switch="kind-Industry"]').get_attribute("aria-checked") == "false"


@pytest.mark.parametrize(
    "hash",
    [
        "#sel=node,nobody&add=x,y&show=around,nobody,1",
        "#%%%&=&view=nowhere&pin=a,b",
        "#show=path,%E0%A4%A&time=x",
    ],
)
def test_broken_link_opens_the_core(explorer: Explorer, hash: str) -> None:
    """A link that names what is not here, or is damaged, opens what can be opened."""
    explorer.go(hash)
    assert "高远山" in explorer.shown()


def test_edited_address_is_followed(explorer: Explorer) -> None:
    """Another hash in the same page is gone to."""
    explorer.page.evaluate("location.hash = '#view=table'")
    explorer.page.locator("#table table").wait_for()


def test_keyboard_through_the_network(explorer: Explorer) -> None:
    """Arrows move from node to node, Enter leads to the details, letters act."""
    explorer.page.locator("#canvas").focus()
    explorer.page.keyboard.press("ArrowRight")
    first = explorer.title
    explorer.page.keyboard.press("ArrowLeft")
    assert explorer.title != first
    chosen = explorer.title
    explorer.page.keyboard.press("n")
    assert chosen in explorer.shown()
    assert (
        "已选" in explorer.page.locator("#live").inner_text()
        or "节点" in explorer.page.locator("#live").inner_text()
    )
    explorer.page.keyboard.press("Enter")
    assert explorer.page.evaluate("document.activeElement.id") == "panel"
    explorer.page.keyboard.press("Escape")
    explorer.page.keyboard.press("u")
    assert "核心视图" in explorer.page.locator("#shown").inner_text()


def test_zoom_buttons(explorer: Explorer) -> None:
    """In, out, and the whole again."""
    scale = explorer.page.evaluate("Picture.scale()")
    explorer.page.locator("#zoom-in").click()
    assert explorer.page.evaluate("Picture.scale()") > scale
    explorer.page.locator("#zoom-out").click()
    explorer.page.locator("#zoom-fit").click()
    assert explorer.page.evaluate("Picture.scale()") == pytest.approx(scale)


def test_keyboard_stays_on_the_pressed_button(explorer: Explorer) -> None:
    """Pin, then unpin, without looking for the button again."""
    explorer.search("高远山")
    explorer.page.locator("[data-action=pin]").focus()
    explorer.page.keyboard.press("Enter")
    assert explorer.page.evaluate("document.activeElement.dataset.action") == "unpin"
    explorer.page.keyboard.press("Enter")
    assert "pin=" not in explorer.page.url
