"""The page for an address that does not exist offers links to other pages, with and without JavaScript."""

from __future__ import annotations

import pytest
from in_browser import Context
from playwright.sync_api import Page, expect

NEAREST = """async ([asked, known]) => {
  const {nearest} = await import("/assets/javascripts/study/nearest-address.js")
  return nearest(asked, known)
}"""
KNOWN = ["/", "/learn/", "/quiz/govern/", "/quiz/release/", "/personas/data-engineer/"]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/quiz/goven/", "/quiz/govern/"),
        ("/quiz/Release.html?from=mail", "/quiz/release/"),
        ("/personas/data_engineer", "/personas/data-engineer/"),
        ("/personas/data%20engineer/index.html", "/personas/data-engineer/"),
        ("/%E0%A4%A/quite-another-thing", ""),
    ],
    ids=["a letter is missing", "an old ending", "another sign between words", "a space", "nothing is near"],
)
def test_the_nearest_address(asked: str, meant: str, page: Page, site: str) -> None:
    page.goto(site + "404.html")
    assert page.evaluate(NEAREST, [asked, KNOWN]) == meant


def test_the_page_names_the_page_that_was_meant(page: Page, site: str) -> None:
    page.route("**/quiz/goven/", lambda route: route.fulfill(status=404, response=page.request.get(site + "404.html")))
    page.goto(site + "quiz/goven/")
    link = page.locator("#nearest-page a")
    expect(link).to_be_visible()
    link.click()
    expect(page).to_have_url(site + "quiz/govern/")


def test_without_script_it_leads_to_the_course_and_the_glossary(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + "404.html")
    expect(page.locator("#nearest-page")).to_be_hidden()
    page.locator("article").get_by_role("link", name="The course").click()
    expect(page).to_have_url(site + "learn/")
