"""A browser for the explorer's tests: Debian's Chromium, without network, or a skip that says why there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import factory
import pytest
from playwright.sync_api import Browser, Error, sync_playwright
from publish.browsing import ARGUMENTS, Explorer

from kg.publish.explorer import write_explorer

DESKTOP = {"width": 1400, "height": 900}
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no Chromium on this machine; install it with: apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        except Error as error:
            pytest.skip(f"{chromium} does not start here: {error.message.splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer of the hand-made knowledge, with its pages."""
    path = tmp_path_factory.mktemp("explorer") / "graph.html"
    write_explorer(factory.knowledge(), path, factory.PAGES)
    return path


@pytest.fixture
def explorer(browser: Browser, page_file: Path) -> Iterator[Explorer]:
    """The explorer on a desktop, in Chinese; at the end there were no requests and no errors."""
    with Explorer.opened(browser, page_file, viewport=DESKTOP) as opened:
        yield opened
        opened.check_quiet()


@pytest.fixture
def phone(browser: Browser, page_file: Path) -> Iterator[Explorer]:
    """The explorer on a phone of 360 pixels."""
    with Explorer.opened(browser, page_file, viewport=PHONE, has_touch=True) as opened:
        yield opened
        opened.check_quiet()
