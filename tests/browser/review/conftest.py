"""The review page as a new reader sees it on the evening of the tests."""

from __future__ import annotations

import pytest
from in_browser import Context
from playwright.sync_api import Page
from review_page import visit


@pytest.fixture
def opened(context: Context, site: str) -> Page:
    return visit(context(timezone_id="Europe/London"), site)
