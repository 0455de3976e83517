"""What a person does with the explorer, in words: used by the tests, so that they read as stories."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page

ARGUMENTS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Explorer:
    """An open page, and what it asked for and complained about."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def opened(
        cls, browser: Browser, path: Path, hash: str = "", locale: str = "zh-CN", **options: Any
    ) -> Iterator[Explorer]:
        context = browser.new_context(locale=locale, offline=True, reduced_motion="reduce", **options)
        page = context.new_page()
        explorer = cls(page, path.as_uri())
        page.on("request", lambda request: explorer.requests.append(request.url))
        page.on("console", lambda message: explorer.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: explorer.complaints.append(f"error: {error}"))
        explorer.go(hash)
        try:
            yield explorer
        finally:
            context.close()

    def go(self, hash: str = "") -> None:
        self.page.goto("about:blank")
        self.page.goto(self.address + hash)
        self.page.wait_for_selector("html[data-ready]", state="attached")

    def check_quiet(self) -> None:
        """Nothing but the file itself was asked for, and the console stayed empty."""
        assert {url.split("#")[0] for url in self.requests} <= {self.address, "about:blank"}
        assert self.complaints == []

    # ── what is on the canvas ──

    def shown(self) -> set[str]:
        """Labels of the nodes in view."""
        return set(self.page.evaluate("Picture.shown().map((id) => Graph.node(id).label)"))

    def shown_edges(self) -> list[tuple[str, str, str]]:
        script = "Picture.shownEdges().map(Graph.edge).map((e) => [Graph.node(e.from).label, e.kind, Graph.node(e.to).label])"
        return [(a, kind, b) for a, kind, b in self.page.evaluate(script)]

    def overlapping_names(self) -> list[tuple[str, str]]:
        """Names on the canvas that lie on one another."""
        names = self.page.evaluate("Picture.names().map((name) => [name.text, ...name.box.slice(0, 4)])")
        return [
            (one[0], other[0])
            for one, other in combinations(names, 2)
            if one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]
        ]

    def click_node(self, label: str, double: bool = False) -> None:
        x, y = self.place_of(label)
        (self.page.mouse.dblclick if double else self.page.mouse.click)(x, y)
        # vis-network waits a moment to tell a click from a double click.
        self.page.wait_for_timeout(350)

    def place_of(self, label: str) -> tuple[float, float]:
        """Where a node stands in the window."""
        script = """(label) => {
            const node = Graph.nodes().find((each) => each.label === label);
            const {x, y} = Picture.onScreen(node.id);
            const box = document.querySelector("#canvas").getBoundingClientRect();
            return [box.left + x, box.top + y];
        }"""
        x, y = self.page.evaluate(script, label)
        return x, y

    def middle_of(self, one: str, other: str) -> tuple[float, float]:
        (ax, ay), (bx, by) = self.place_of(one), self.place_of(other)
        return (ax + bx) / 2, (ay + by) / 2

    # ── what a person does ──

    def search(self, words: str, enter: bool = True) -> None:
        self.page.locator("#search").fill(words)
        if enter:
            self.page.keyboard.press("Enter")

    def suggestions(self) -> list[str]:
        return self.page.locator("#suggestions [role=option] .name").all_inner_texts()

    def act(self, name: str) -> None:
        self.page.locator(f"#panel [data-action={name}]").click()

    def switch(self, name: str) -> None:
        self.page.locator(f'[data-switch="{name}"]').click()

    def view(self, name: str) -> None:
        self.page.locator(f'[data-go="{name}"]').click()

    @property
    def panel(self) -> Locator:
        return self.page.locator("#panel")

    @property
    def title(self) -> str:
        return self.panel.locator("h2").inner_text()

    def reading(self) -> str:
        """The highlighted words of the open page."""
        return self.page.locator("#reader-text mark").inner_text()
