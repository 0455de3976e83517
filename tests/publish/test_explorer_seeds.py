"""The explorer of the seed pages: small, quick, and the people and places are found in it; its pictures go to out/."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser
from publish.browsing import Explorer
from publish.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.browser

PICTURES = Path(__file__).parents[2] / "out" / "screenshots"

SCENES = {
    "network": "",
    "official": "#sel=node,{official}",
    "project": "#sel=node,{project}",
    "around": "#show=around,{park},1&sel=node,{park}",
    "all": "#show=all",
    "table": "#view=table&table=Project",
    "posts": "#view=posts",
    "board": "#view=board",
}
IN_DARK = ("network", "official", "board")


@pytest.fixture
def page_of_seeds(built: Path) -> Path:
    return built / "graph.html"


def test_small_and_quick(browser: Browser, page_of_seeds: Path) -> None:
    """At most 3 MB; ready within a second, the median of three."""
    assert page_of_seeds.stat().st_size <= 3_000_000
    with Explorer.opened(browser, page_of_seeds, viewport=DESKTOP) as explorer:
        times = []
        for _ in range(3):
            explorer.go()
            times.append(int(explorer.page.get_attribute("html", "data-ready") or 0))
        assert sorted(times)[1] <= 1000
        explorer.check_quiet()


def test_finds_people_and_places(browser: Browser, page_of_seeds: Path) -> None:
    """By name and by initials, with the words that say it and the page behind them."""
    with Explorer.opened(browser, page_of_seeds, viewport=DESKTOP) as explorer:
        for typed, found in (("徐志强", "徐志强"), ("wxy", "汪香元"), ("汪香元", "汪香元")):
            explorer.search(typed, enter=False)
            assert found in explorer.suggestions(), typed
        explorer.search("gxq", enter=False)
        assert any("高新区" in label for label in explorer.suggestions())
        explorer.search("汪香元")
        explorer.panel.locator(".quote", has_text="汪香元").first.click()
        assert "汪香元" in explorer.reading().replace("\n", "")
        explorer.check_quiet()


@pytest.mark.parametrize("device", ["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pictures(browser: Browser, page_of_seeds: Path, device: str, theme: str) -> None:
    """Each main view is drawn, fits its window, and is kept as a picture for people to look at."""
    size = DESKTOP if device == "desktop" else PHONE
    PICTURES.mkdir(parents=True, exist_ok=True)
    with Explorer.opened(browser, page_of_seeds, viewport=size, color_scheme=theme) as explorer:
        keys = {
            name: explorer.page.evaluate(
                "(group) => encodeURIComponent(Graph.nodes().find((node) => node.group === group).key)", group
            )
            for name, group in (("official", "Official"), ("project", "Project"), ("park", "Park"))
        }
        for name in SCENES if theme == "light" else IN_DARK:
            explorer.go(SCENES[name].format(**keys))
            explorer.page.wait_for_timeout(250)
            path = PICTURES / f"{name}-{device}-{theme}.png"
            explorer.page.screenshot(path=path)
            with Image.open(path) as picture:
                assert len(picture.convert("RGB").getcolors(1 << 24)) > 100, name
            assert explorer.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
            assert explorer.overlapping_names() == []
        explorer.check_quiet()
