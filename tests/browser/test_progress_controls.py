"""The progress page by keyboard, on a phone, in forced colors, without script, and without storage."""

from __future__ import annotations

from typing import Any

from in_browser import NO_STORAGE, Context, small, violations_in_both_schemes, wait_until
from playwright.sync_api import Page, expect
from progress_page import full, with_record


def test_without_script_the_page_says_what_works(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + "progress/")
    expect(page.locator("#progress")).to_contain_text("it needs JavaScript")
    expect(page.locator(".pages").get_by_role("link", name="The workflow")).to_be_visible()


def test_without_storage_the_page_says_what_is_lost(page: Page, site: str) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(site + "progress/")
    expect(page.locator(".study-report")).to_contain_text("does not store your progress")
    page.goto(site)
    expect(page.locator(".home-progress")).to_have_count(0)


def test_the_keyboard_reaches_every_link_and_opens_what_is_folded(page: Page, site: str, deck: dict[str, Any]) -> None:
    with_record(page, site, *full(deck))
    page.locator("#progress a").first.focus()
    reached = set()
    for _ in range(1500):
        reached.add(page.evaluate("document.activeElement.textContent.trim()"))
        if page.evaluate("document.activeElement.localName") == "summary":
            page.keyboard.press("Enter")
            wait_until(page, "document.activeElement.parentElement.open")
        page.keyboard.press("Tab")
        if not page.evaluate("document.getElementById('progress').contains(document.activeElement)"):
            break
    closed = page.locator("#progress details:not([open])")
    expect(closed).to_have_count(0)
    assert set(map(str.strip, page.locator("#progress a").all_text_contents())) <= reached


def test_bars_can_be_told_apart_in_forced_colours(context: Context, site: str, deck: dict[str, Any]) -> None:
    page = with_record(context(forced_colors="active").new_page(), site, *full(deck))
    shown = "part => getComputedStyle(part).background"
    row = page.locator(".progress-figure .row").first
    right, weak = (row.locator(f".{part}").evaluate(shown) for part in ("right", "weak"))
    assert right != weak and "gradient" in weak


def test_every_state_is_accessible_and_no_wider_than_a_phone(context: Context, site: str, deck: dict[str, Any]) -> None:
    page = context(reduced_motion="reduce").new_page()

    page.goto(site + "progress/")
    expect(page.get_by_role("heading", name="Nothing yet")).to_be_visible()
    assert violations_in_both_schemes(page) == []
    with_record(page, site, *full(deck))
    expect(page.locator(".progress-sum")).to_be_visible()
    assert violations_in_both_schemes(page) == []
    page.evaluate("document.querySelectorAll('article details').forEach(details => details.open = true)")
    assert violations_in_both_schemes(page) == []
    assert small(page.locator("#progress :is(th a, li a, .md-button, summary)")) == []
    page.goto(site)
    expect(page.locator(".home-progress p").first).to_be_visible()
    assert violations_in_both_schemes(page) == []
