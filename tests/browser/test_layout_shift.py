"""No element moves while a page opens for a reader with a record: space is reserved before the record is read."""

from __future__ import annotations

from typing import Any

import pytest
from in_browser import Context, moved
from playwright.sync_api import Page, expect
from two_weeks import keep, two_weeks

READY = {
    "": ".home-progress .md-button--primary",
    "progress/": ".progress-table",
    "review/": "#review-scope option",
    "learn/roles/": ".quiz.ready",
    "learn/": ".quiz.ready",
    "exam/": ".exam-choose",
}


@pytest.mark.parametrize("url", READY)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_with_a_record_of_two_weeks(
    url: str, width: int, context: Context, site: str, deck: dict[str, Any]
) -> None:
    reader = context(width=width, height=844)
    keep(reader.new_page(), site, two_weeks(deck))
    page = reader.new_page()
    shift = moved(page, site + url)
    expect(page.locator(READY[url]).first).to_be_attached()
    assert page.evaluate("moved") == shift == 0


def test_the_buttons_for_newcomers_come_back_when_the_record_is_erased(page: Page, site: str) -> None:
    keep(page, site, [["study", 1, 0]])  # what is left of a record that was erased
    page.goto(site)
    expect(page.get_by_role("link", name="Start the course")).to_be_visible()
    expect(page.locator(".home-progress")).to_be_hidden()
