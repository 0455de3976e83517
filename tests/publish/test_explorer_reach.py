"""Everybody, everywhere: hostile text, strict policies, notebooks, phones, screen readers, paper, two languages."""

from importlib import resources
from pathlib import Path
from typing import Any

import factory
import pytest
from playwright.sync_api import Browser, Page
from publish.browsing import Explorer
from publish.conftest import DESKTOP, PHONE

from kg.model import Document, Entity, Evidence, Kind, Knowledge
from kg.publish.explorer import explorer_html, write_explorer
from kg.publish.inline import Inline

pytestmark = pytest.mark.browser

NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE 人物; --",
    "𠮷野家👩‍👩‍👧集团🏭",
    "\u202eמכונה\u202c有限公司",
    "长" * 200,
    "{{data}}</title>",
)


def nasty() -> tuple[Knowledge, dict[str, str]]:
    """A firm for each nasty name, quoted from a page full of characters outside the basic plane."""
    text = "🏭🏭𠮷\n" + "。\n".join(NASTY)
    mentions = [Evidence("p.txt", at := text.index(name), at + len(name), name) for name in NASTY]
    firms = [
        Entity(f"enterprise-{number}", Kind.ENTERPRISE, quote.exact, (quote.exact,), (quote,))
        for number, quote in enumerate(mentions)
    ]
    return Knowledge((Document("p.txt", "", NASTY[0]),), tuple(firms)), {"p.txt": text}


def test_hostile_names_stay_text(browser: Browser, tmp_path: Path) -> None:
    """Nasty names are found, shown, quoted and highlighted as what they are; nothing of them runs."""
    knowledge, pages = nasty()
    path = tmp_path / "nasty.html"
    write_explorer(knowledge, path, pages)
    with Explorer.opened(browser, path, viewport=DESKTOP) as explorer:
        explorer.page.on("dialog", lambda dialog: explorer.complaints.append(dialog.message))
        for name in NASTY:
            explorer.search(name)
            assert explorer.panel.locator("h2").text_content() == name
            explorer.panel.locator(".mentions summary").click()
            explorer.panel.locator(".mentions .quote").click()
            assert explorer.page.locator("#reader-text mark").text_content() == name
            explorer.page.keyboard.press("Escape")
        for view in ("table", "posts", "board"):
            explorer.view(view)
        assert explorer.page.locator("img").count() == 0
        explorer.check_quiet()


def test_runs_under_a_strict_policy(browser: Browser) -> None:
    """A server may forbid everything but the two scripts and the style, and strings as markup altogether."""
    html = explorer_html(factory.knowledge(), factory.PAGES)
    own = html.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
    strict = f"{own}; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    context = browser.new_context(viewport=DESKTOP, locale="zh-CN")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    headers = {"Content-Security-Policy": strict, "Content-Type": "text/html; charset=utf-8"}
    page.route("**/*", lambda route: route.fulfill(body=html, headers=headers))
    page.goto("http://explorer.test/")
    page.wait_for_selector("html[data-ready]", state="attached")
    explorer = Explorer(page, "http://explorer.test/")
    explorer.search("gys")
    explorer.panel.locator(".quote").first.click()
    assert "高远山" in explorer.reading()
    page.keyboard.press("Escape")
    for view in ("table", "posts", "board", "network"):
        explorer.view(view)
    assert complaints == []
    context.close()


def test_shows_in_a_notebook(browser: Browser) -> None:
    """In the frame of a notebook, which keeps it away from the page around it, everything works."""
    inline = Inline(explorer_html(factory.knowledge(), factory.PAGES), 700)
    page = browser.new_page(viewport=DESKTOP, locale="zh-CN")
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_content(f"<!doctype html><body>{inline._repr_html_()}</body>")
    frame = page.frame_locator("iframe")
    frame.locator("#search").fill("gxq")
    frame.locator("#search").press("Enter")
    assert frame.locator("#panel h2").inner_text() == "云川高新区"
    assert complaints == []
    page.close()


def test_both_languages(explorer: Explorer, browser: Browser, page_file: Path) -> None:
    """The interface speaks Chinese or English, at a click, or as the browser does; names stay as they are."""
    assert explorer.page.locator('[data-go="board"]').inner_text() == "项目"
    explorer.page.locator("#language").click()
    assert explorer.page.locator('[data-go="board"]').inner_text() == "Projects"
    assert explorer.page.locator("html").get_attribute("lang") == "en"
    explorer.search("星河电池二期")
    assert "CNY 8 bn" in explorer.panel.inner_text()
    with Explorer.opened(browser, page_file, locale="en-GB", viewport=DESKTOP) as english:
        assert english.page.locator('[data-go="table"]').inner_text() == "Tables"


def test_dark_mode(browser: Browser, page_file: Path) -> None:
    """As the system has it, and by a click the other way."""
    with Explorer.opened(browser, page_file, color_scheme="dark", viewport=DESKTOP) as explorer:
        ground = "getComputedStyle(document.body).backgroundColor"
        dark = explorer.page.evaluate(ground)
        explorer.page.locator("#theme").click()
        assert explorer.page.evaluate(ground) != dark
        explorer.check_quiet()


def test_without_pages(browser: Browser, tmp_path: Path) -> None:
    """A file without the pages' text shows the quotes alone, and says so."""
    path = tmp_path / "bare.html"
    write_explorer(factory.knowledge(), path)
    with Explorer.opened(browser, path, viewport=DESKTOP) as explorer:
        explorer.search("高远山")
        explorer.panel.locator(".quote").first.click()
        assert "没有附带" in explorer.page.locator("#reader-text").inner_text()


def test_empty_graph(browser: Browser, tmp_path: Path) -> None:
    """Nothing known is no error."""
    path = tmp_path / "empty.html"
    write_explorer(Knowledge(), path)
    with Explorer.opened(browser, path, viewport=DESKTOP) as explorer:
        for view in ("table", "posts", "board", "network"):
            explorer.view(view)
        explorer.page.locator("#show-all").click()
        explorer.check_quiet()


# ── phone ───────────────────────────────────────────────────────────────────────────────────────────────


def fits(page: Page) -> bool:
    """Nothing hangs over the sides of the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_phone(phone: Explorer) -> None:
    """At 360 pixels: search, panel from below, legend over the stage, all views; nothing wider than the screen."""
    phone.search("gys")
    assert phone.title == "高远山"
    box = phone.panel.bounding_box()
    assert box is not None
    assert box["y"] > 300
    assert fits(phone.page)
    phone.panel.locator(".close").click()
    phone.page.locator("#open-legend").click()
    phone.switch("kind-Official")
    phone.page.locator("#open-legend").click()
    assert "高远山" not in phone.shown()
    for view in ("table", "posts", "board", "network"):
        phone.view(view)
        assert fits(phone.page), view
    for button in phone.page.locator("button:visible").all():
        place = button.bounding_box()
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 360
        assert min(place["width"], place["height"]) >= 24


def test_phone_tap_on_a_node(phone: Explorer) -> None:
    """A tap chooses."""
    phone.page.touchscreen.tap(*phone.place_of("云川高新区"))
    phone.page.wait_for_timeout(400)
    assert phone.title == "云川高新区"


# ── screen readers and paper ────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from the package that carries it."""
    package = pytest.importorskip(
        "axe_playwright_python",
        reason="axe-core is not here; install it with: pip install axe-playwright-python",
    )
    return resources.files(package).joinpath("axe.min.js").read_text(encoding="utf-8")


SCENES = {
    "network": "",
    "node": "#sel=node,person-%E9%AB%98%E8%BF%9C%E5%B1%B1",
    "table": "#view=table&table=Tenure",
    "posts": "#view=posts",
    "board": "#view=board",
}


@pytest.mark.parametrize(
    ("scene", "theme"), [*((scene, "light") for scene in SCENES), ("network", "dark"), ("node", "dark")]
)
def test_axe_finds_nothing_serious(
    browser: Browser, page_file: Path, axe: str, scene: str, theme: str
) -> None:
    """Names, roles, contrast, order: no serious or critical finding in any view, light or dark."""
    size = PHONE if scene == "node" and theme == "dark" else DESKTOP
    with Explorer.opened(browser, page_file, SCENES[scene], viewport=size, color_scheme=theme) as explorer:
        explorer.page.evaluate(axe)
        result: dict[str, Any] = explorer.page.evaluate("axe.run(document)")
        serious = [
            (finding["id"], [node["html"][:120] for node in finding["nodes"][:3]])
            for finding in result["violations"]
            if finding["impact"] in {"serious", "critical"}
        ]
        assert serious == []


def test_axe_on_open_parts(explorer: Explorer, axe: str) -> None:
    """Suggestions, the export menu, the page and the help are in order too."""
    explorer.page.evaluate(axe)
    openings = {
        "suggestions": lambda: explorer.search("g", enter=False),
        "export": lambda: explorer.page.locator("#open-export").click(),
        "help": lambda: explorer.page.locator("#open-help").click(),
    }
    for name, open_part in openings.items():
        open_part()
        result = explorer.page.evaluate("axe.run(document)")
        assert [f["id"] for f in result["violations"] if f["impact"] in {"serious", "critical"}] == [], name
        explorer.page.keyboard.press("Escape")


def test_everything_by_keyboard(explorer: Explorer) -> None:
    """Tab reaches search, views, tools, legend, network, time and panel, in this order of places."""
    reached = []
    for _ in range(60):
        explorer.page.keyboard.press("Tab")
        reached.append(
            explorer.page.evaluate("document.activeElement.id || document.activeElement.dataset.go || ''")
        )
    wanted = ["search", "network", "open-export", "language", "canvas", "show-all", "zoom-in", "play", "time"]
    positions = [reached.index(name) for name in ("search", "table", "language", "canvas", "show-core")]
    assert positions == sorted(positions)
    assert set(wanted) <= set(reached)


def test_prints(explorer: Explorer) -> None:
    """On paper there are the picture, the chosen node and its quotes, and no buttons."""
    explorer.search("高远山")
    explorer.page.emulate_media(media="print")
    for hidden in ("#search", "#open-export", "#clock", "#zoom-in", ".actions"):
        assert explorer.page.locator(hidden).is_hidden(), hidden
    assert explorer.panel.locator(".quote").first.is_visible()
    assert explorer.page.locator("#canvas canvas").is_visible()
    assert explorer.page.pdf().startswith(b"%PDF")
