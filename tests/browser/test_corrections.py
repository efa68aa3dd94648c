"""The corrections page: it is short, the address of a correction opens it, and on paper all of them are open."""

from __future__ import annotations

import pytest
from in_browser import Context, violations_in_both_schemes
from playwright.sync_api import Page, expect

CLOSED = ".then-and-now"
VISIBLE = "all => all.filter(list => list.checkVisibility()).length"


def test_it_is_short_and_every_correction_can_be_opened(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + "corrections/")
    headings = page.locator("article h3")
    assert headings.count() == page.locator(f"h3 + {CLOSED}").count() >= 38
    assert page.locator("article").bounding_box()["height"] <= 12 * 844  # type: ignore[index]
    page.locator(f"{CLOSED} summary").first.click()
    expect(page.locator(f"{CLOSED} ul").first).to_be_visible()


@pytest.mark.parametrize("first", ["corrections/", "corrections/#service-name"])
def test_an_address_opens_its_own_correction(first: str, page: Page, site: str) -> None:
    page.goto(site + first)
    page.goto(site + "corrections/#approval-status-values")
    own = page.locator(f"#approval-status-values + {CLOSED}")
    expect(own).to_have_attribute("open", "")
    expect(page.locator("#approval-status-values")).to_be_in_viewport()
    expect(own.get_by_text("PendingManualApproval").first).to_be_visible()
    expect(page.locator(f"{CLOSED}[open]")).to_have_count(1 + ("#" in first))


@pytest.mark.parametrize("hash", ["#%E0%A4%A", "#no-such-correction"])
def test_an_address_of_no_correction_opens_none(hash: str, page: Page, site: str) -> None:
    page.goto(site + "corrections/" + hash)
    page.wait_for_load_state("networkidle")
    expect(page.locator(f"{CLOSED}[open]")).to_have_count(0)


@pytest.mark.parametrize("script", [True, False])
def test_paper_has_all_of_every_correction(script: bool, context: Context, site: str) -> None:
    page = context(java_script_enabled=script).new_page()
    page.goto(site + "corrections/")
    lists = page.locator(f"{CLOSED} ul")
    assert lists.evaluate_all(VISIBLE) == 0
    page.emulate_media(media="print")
    assert lists.evaluate_all(VISIBLE) == lists.count()


@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_accessible_closed_and_open(width: int, context: Context, site: str) -> None:
    page = context(width=width).new_page()
    page.goto(site + "corrections/#service-name")
    expect(page.locator(f"{CLOSED}[open]")).to_have_count(1)
    assert violations_in_both_schemes(page) == []
