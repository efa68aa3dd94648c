"""Pages have a security policy, which blocks scripts and styles that the build did not write.

In every browser test, the fixture `context` asserts that no page breaks its policy.
"""

from __future__ import annotations

from pathlib import Path

from in_browser import NASTY, wait_until
from playwright.sync_api import Browser, Page

START = '<meta http-equiv="Content-Security-Policy" content="'
WATCH = """window.stopped = []
addEventListener("securitypolicyviolation", event => stopped.push(event.effectiveDirective))"""
ADD = """html => {
  const script = document.createElement("script")
  script.textContent = "document.title = 'bad'"
  document.body.append(script)
  document.body.insertAdjacentHTML("beforeend", html)
}"""


def test_the_policy_stops_scripts_that_the_build_did_not_write(chromium: Browser, site: str) -> None:
    context = chromium.new_context()
    try:
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(site + "review/")
        title = page.title()
        page.evaluate(ADD, NASTY)
        wait_until(page, "stopped.includes('script-src-elem') && stopped.includes('script-src-attr')")
        assert page.title() == title
    finally:
        context.close()


def test_the_guide_in_one_file_runs_under_its_policy(page: Page, site: str) -> None:
    page.goto(site + "exports/guide.html")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('body > section, main > section')).borderTopWidth")
        == "4px"
    )


def test_every_page_has_a_policy_and_the_header_allows_as_much(folder: Path) -> None:
    header = {source.strip(";") for source in (folder / "_headers").read_text(encoding="utf-8").split()}
    pages = list(folder.rglob("*.html"))
    assert pages
    for page in pages:
        content = page.read_text(encoding="utf-8").split(START)[1].split('"')[0]
        assert {source.strip(";") for source in content.split()} <= header, page


def test_inline_scripts_are_the_themes_and_one_of_ours(folder: Path) -> None:
    """Its scope, its colors, its tabs. Ours keeps room for the record before a page is painted, where it is shown.

    Another one would need a reason, and not come from a page's text.
    """
    with_record = {folder / "index.html", folder / "progress" / "index.html"}
    for page in folder.rglob("index.html"):
        content = page.read_text(encoding="utf-8").split(START)[1].split("script-src")[1].split(";")[0]
        assert content.count("'sha256-") == 3 + (page in with_record), page
