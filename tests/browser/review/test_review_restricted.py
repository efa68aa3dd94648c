"""The review without script, from a folder, without its cards, and without storage."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_browser import Context, violations
from playwright.sync_api import Browser, expect
from review_page import URL, button, open_data, part, rate, rated, visit, with_rows


def test_without_script_it_says_what_it_would_do(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + URL)
    expect(part(page, "needs")).to_contain_text("needs JavaScript")
    expect(part(page, "app")).to_be_hidden()
    for link in part(page, "needs").get_by_role("link").all():
        answer = page.request.get(page.url + (link.get_attribute("href") or ""))
        assert answer.ok


def test_from_a_folder_it_says_what_is_missing(chromium: Browser, folder: Path) -> None:
    page = chromium.new_page()  # the theme's search has its own errors there
    page.goto((folder / URL / "index.html").as_uri())
    page.wait_for_timeout(2200)
    expect(part(page, "needs")).to_be_visible()
    expect(part(page, "needs")).to_contain_text("make serve")
    expect(part(page, "app")).to_be_hidden()
    page.close()


def test_without_the_cards_the_data_is_still_the_readers(context: Context, site: str) -> None:
    made = with_rows(context, rated(0, "term:lineage:name"))
    made.route("**/study.json", lambda route: route.abort())
    page = visit(made, site)
    expect(part(page, "status")).to_contain_text("The cards could not be loaded.")
    open_data(page)
    with page.expect_download():
        button(page, "Export").click()


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})", "does not store"),
        ("Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }", "no room left"),
    ],
    ids=["off", "full"],
)
def test_without_storage_it_works_and_says_so(script: str, words: str, chromium: Browser, site: str) -> None:
    made = chromium.new_context(service_workers="block")  # the theme does not catch what its own storage throws
    made.add_init_script(script)
    page = visit(made, site)
    rate(page, "Good")
    expect(part(page, "tally")).to_have_text("19 new · 1 done today")
    expect(part(page, "reports")).to_contain_text(words)
    assert violations(page) == []
    made.close()
