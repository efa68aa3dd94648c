"""Fixtures for Chromium and the real site. Without a browser, tests fail with a line that says how to get one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import browser as finder
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from sites import Draft, serve

expect.set_options(timeout=30_000)  # on a busy machine a page may take long; one that is right is not waited for


@pytest.fixture(scope="session")
def site(folder: Path) -> Iterator[str]:
    """The address of the real site."""
    yield from serve(folder)


@pytest.fixture(scope="session")
def deck(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "assets" / "study.json").read_text(encoding="utf-8"))


@pytest.fixture
def draft(tmp_path: Path, folder: Path) -> Iterator[Draft]:
    """A site to change while a reader is on it."""
    made = Draft(tmp_path, folder)
    for address in serve(made.site):
        made.address = address
        yield made


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = finder.find()
    assert path, "no browser for the tests: run `make test`, or name one with CHROMIUM=/path/to/it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=finder.FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Contexts of a phone's width and without the service worker unless told otherwise.

    An error or a breach of a page's policy fails the test.
    """
    opened: list[BrowserContext] = []
    errors: list[str] = []

    def new(width: int = 390, height: int = 800, **options: object) -> BrowserContext:
        options = {"viewport": {"width": width, "height": height}, "service_workers": "block"} | options
        made = chromium.new_context(**options)
        made.on("weberror", lambda error: errors.append(str(error.error)))
        made.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
        opened.append(made)
        return made

    yield new
    for made in opened:
        made.close()
    assert errors == []


@pytest.fixture
def page(context: Callable[..., BrowserContext]) -> Page:
    return context().new_page()
