"""Pages with the log's modules on them: several tabs of a browser, or one page for many tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from log_page import Open, set_up
from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture
def opened(context: Callable[..., BrowserContext], site: str) -> Open:
    """Pages of one browser with the log's modules on them, their clocks in the evening."""
    made: dict[str, BrowserContext] = {}

    def new(zone: str = "Europe/London") -> Page:
        if zone not in made:
            made[zone] = context(timezone_id=zone)
        return set_up(made[zone].new_page(), site)

    return new


@pytest.fixture(scope="module")
def shared(chromium: Browser) -> Iterator[Page]:
    made = chromium.new_context(service_workers="block", timezone_id="Europe/London")
    yield made.new_page()
    made.close()


@pytest.fixture
def tab(shared: Page, site: str) -> Page:
    """One page for all tests that need no second, emptied."""
    return set_up(shared, site)
