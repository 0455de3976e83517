"""How fast the page is at 200 to 20,000 nodes, with pyvis's default page beside it in the same run.

Run alone: `pytest -m slow tests/publish/test_explorer_timing.py`; the table goes to out/explorer-timing.md, and by
hand into docs/explorer.md. Limits are those promised there, for a machine of two cores without a GPU.
"""

import time
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as TooSlow
from publish.browsing import Explorer
from publish.conftest import DESKTOP
from publish.synthetic import town
from pyvis.network import Network

from kg.model import Knowledge
from kg.publish.explorer import write_explorer
from kg.publish.explorer.scene import scene

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("timing")]

READY_WITHIN = {200: 1.0, 1000: 1.0, 5000: 2.0, 20000: 4.0}
REDRAW_WITHIN = 50
PATIENCE = 100
"""Seconds that pyvis's default page is given."""
PYVIS_SIZES = (200, 1000, 5000, 20000)
"""From five thousand on it has not come to rest after ten minutes either; here it is not waited for so long."""

FRAMES = """(count) => new Promise((done) => {
    const times = [];
    let before = performance.now();
    const frame = () => {
        Picture.drawNow();
        const now = performance.now();
        times.push(now - before);
        before = now;
        if (times.length < count) requestAnimationFrame(frame);
        else done(times.slice(1).sort((a, b) => a - b)[(count - 1) >> 1]);
    };
    requestAnimationFrame(frame);
})"""

OUT = Path(__file__).parents[2] / "out"


@pytest.fixture(scope="module")
def table() -> "dict[int, dict[str, str]]":
    """A row for each size, filled by the tests; written when the module is done."""
    return {}


@pytest.fixture(scope="module", autouse=True)
def written(table: "dict[int, dict[str, str]]"):
    yield
    heads = list(dict.fromkeys(head for row in table.values() for head in row))
    lines = ["| nodes | " + " | ".join(heads) + " |", "|--:|" + "--:|" * len(heads)]
    lines += [
        f"| {size:,} | " + " | ".join(row.get(head, "") for head in heads) + " |"
        for size, row in table.items()
    ]
    OUT.mkdir(exist_ok=True)
    (OUT / "explorer-timing.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize("size", READY_WITHIN)
def test_explorer_is_quick(
    browser: Browser, tmp_path: Path, table: "dict[int, dict[str, str]]", size: int
) -> None:
    """Ready in time, redrawn in time, and “show all” is usable."""
    knowledge, pages = town(size)
    path = tmp_path / "graph.html"
    started = time.perf_counter()
    write_explorer(knowledge, path, pages)
    build = time.perf_counter() - started
    with Explorer.opened(browser, path, viewport=DESKTOP) as explorer:
        ready = median(opened_in(explorer) for _ in range(3))
        redraw = explorer.page.evaluate(FRAMES, 21)
        started = time.perf_counter()
        explorer.page.locator("#show-all").click()
        switched = time.perf_counter() - started
        whole = explorer.page.evaluate(FRAMES, 7)
        explorer.check_quiet()
    table.setdefault(size, {}).update(
        {
            "build s": f"{build:.1f}",
            "file MB": f"{path.stat().st_size / 1e6:.1f}",
            "ready s": f"{ready:.2f}",
            "redraw ms": f"{redraw:.0f}",
            "show all s": f"{switched:.1f}",
            "redraw of all ms": f"{whole:.0f}",
        }
    )
    assert ready <= READY_WITHIN[size]
    assert redraw <= REDRAW_WITHIN
    if size <= 5000:
        assert whole <= 400


def opened_in(explorer: Explorer) -> float:
    """Seconds from the navigation to the first picture with everything wired."""
    explorer.go()
    return int(explorer.page.get_attribute("html", "data-ready") or 0) / 1000


@pytest.mark.parametrize("size", PYVIS_SIZES)
def test_pyvis_default_page_beside_it(
    browser: Browser, tmp_path: Path, table: "dict[int, dict[str, str]]", size: int
) -> None:
    """The same graph by `Network.generate_html()`: slower, or not ready at all while one waits."""
    knowledge, pages = town(size)
    path = tmp_path / "pyvis.html"
    path.write_text(default_page(knowledge, pages), encoding="utf-8")
    context = browser.new_context(viewport=DESKTOP, offline=True)
    page = context.new_page()
    taken = settled_in(page, path)
    context.close()
    shown = f"{taken:.1f}" if taken else f"> {PATIENCE}"
    table.setdefault(size, {})["pyvis default: ready s"] = shown
    assert taken is None or taken > float(table[size].get("ready s", 0))


def default_page(knowledge: Knowledge, pages: "dict[str, str]") -> str:
    """What pyvis makes of the same nodes and edges, with a line that tells when it first shows them."""
    made = scene(knowledge, pages)
    network = Network(cdn_resources="in_line", directed=True)
    for node in made["nodes"]:
        network.add_node(node["id"], label=node["label"], group=node["group"])
    for edge in made["edges"]:
        network.add_edge(edge["from"], edge["to"])
    mark = "network.once('stabilizationIterationsDone', () => (document.title = 'settled'));"
    return network.generate_html().replace("return network;", f"{mark} return network;")


def settled_in(page: Page, path: Path) -> "float | None":
    """Seconds until the page shows its network; None where it did not in time."""
    started = time.perf_counter()
    try:
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_function("document.title === 'settled'", timeout=PATIENCE * 1000)
    except TooSlow:
        return None
    return time.perf_counter() - started
