"""The practice exam without script, from a folder, without its data, and without storage."""

from __future__ import annotations

from pathlib import Path

import pytest
from exam_page import begin, hand_in, rows
from in_browser import FULL, NO_STORAGE, Context
from playwright.sync_api import Browser, Page, expect


def test_without_script_the_page_says_what_works(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + "exam/")
    expect(page.locator("#exam")).to_contain_text("it needs JavaScript")
    assert page.locator("#exam a").count() >= 5


def test_without_the_deck_the_page_says_so_and_what_works(page: Page, site: str) -> None:
    page.route("**/study.json", lambda route: route.abort())
    page.goto(site + "exam/")
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    assert page.locator("#exam a").count() >= 5


def test_without_the_reasons_the_paper_is_marked(page: Page, site: str) -> None:
    page.route("**/study-reasons.json", lambda route: route.abort())
    begin(page, site)
    hand_in(page)
    expect(page.get_by_text("The reasons could not be loaded.")).to_be_visible()


def test_without_storage_the_exam_works_and_says_what_is_lost(page: Page, site: str) -> None:
    page.add_init_script(NO_STORAGE)
    begin(page, site)
    expect(page.locator(".study-report")).to_contain_text("does not store your progress")
    hand_in(page)
    expect(page.locator(".exam .md-button--primary")).to_have_text("Choose another exam")
    expect(page.locator(".exam a[href$='progress/']")).to_have_count(0)


def test_with_a_full_storage_the_exam_works_and_says_what_is_lost(page: Page, site: str) -> None:
    page.add_init_script(FULL)
    begin(page, site)
    page.locator(".options input").first.check()
    expect(page.locator(".study-report")).to_contain_text("no room left to store your progress")
    hand_in(page)
    assert len(rows(page, "finished")) == 1


@pytest.mark.parametrize("name", ["exam", "progress"])
def test_from_a_folder_the_page_says_what_is_missing(name: str, chromium: Browser, folder: Path) -> None:
    page = chromium.new_page()  # the theme's search has its own errors there
    page.goto((folder / name / "index.html").as_uri())
    page.wait_for_timeout(500)
    expect(page.locator(f"#{name}")).to_contain_text("make serve")
    assert page.locator(f"#{name} a").count() >= 2
    page.close()
