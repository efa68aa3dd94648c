"""Pages that the reader marks as read, and the navigation and the list that show them."""

from __future__ import annotations

from pathlib import Path

from in_browser import Context, violations
from playwright.sync_api import Page, expect
from progress_page import gzipped


def test_a_page_is_marked_as_read_and_the_navigation_shows_it(context: Context, site: str) -> None:
    page = context(width=1280).new_page()
    page.goto(site + "cases/bank/")
    button = page.get_by_role("button", name="I have read this page")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".md-nav--primary a.md-nav__link--active .done-mark")).to_be_visible()
    assert violations(page) == []
    page.goto(site + "cases/start-up/")
    expect(page.get_by_role("button", name="I have read this page")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".md-nav--primary a[href='../bank/'] .done-mark")).to_be_visible()
    page.goto(site + "progress/")
    expect(page.locator(".pages a", has=page.locator(".done-mark"))).to_have_text(["The bank"])
    page.goto(site + "cases/bank/")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(page.locator(".done-mark")).to_have_count(0)


def test_the_list_of_pages_has_all_that_can_be_marked(page: Page, site: str, folder: Path) -> None:
    marked = {
        path.parent.relative_to(folder).as_posix()
        for path in folder.rglob("index.html")
        if "javascripts/done.js" in path.read_text(encoding="utf-8")
    }
    page.goto(site + "progress/")
    links = page.locator(".pages a").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    assert {link.removeprefix("../").strip("/") for link in links} == marked - {"progress"}


def test_what_the_mark_pays(folder: Path) -> None:
    """At most 2 KB gzipped; with a record, when idle, what reads it too, and the log when the button is pressed."""
    assert gzipped(folder, "done.js", "record-key.js") <= 2048
    assert gzipped(folder, "done.js", "record-key.js", "study/events.js") <= 5632
