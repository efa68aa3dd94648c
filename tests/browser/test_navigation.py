"""The menu, the links at the foot of each page, and the order of the course, read from the pages of the built site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from in_browser import Context, small
from playwright.sync_api import Page, expect
from sites import quoted

TABS = ["Home", "Learn", "Practice", "Glossary", "Lab", "Handouts"]
CONTRIBUTORS = ("contribute/", "check/", "coverage/")
_NEXT = re.compile(r'<a [^>]*class="md-footer__link md-footer__link--next" href="([^"]*)"')
BOTTOM = "element => element.getBoundingClientRect().bottom + scrollY"
_MENU = re.compile(r'<a [^>]*class="(?:md-nav__link|md-tabs__link)[^"]*" href="([^"#]*)"')


def next_of(folder: Path, url: str) -> str:
    """The address that the foot of a page leads on to, below the site; empty where it leads nowhere."""
    found = _NEXT.search(quoted((folder / url / "index.html").read_text(encoding="utf-8")))
    return below(url, found[1]) if found else ""


def below(url: str, target: str) -> str:
    """A relative address on the page at `url` as an address below the site."""
    path, mark, id = target.partition("#")
    parts = url.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join([*parts, ""]).lstrip("/") + mark + id


def pages(folder: Path) -> list[str]:
    """The addresses of all pages; the home page is the empty one."""
    found = (path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    return [f"{name}/".removeprefix("./") for name in found]


def test_the_tabs_are_what_a_learner_looks_for(context: Context, site: str) -> None:
    page = context(width=1280).new_page()
    page.goto(site)
    expect(page.locator(".md-tabs__link")).to_have_text(TABS)


@pytest.mark.parametrize("url", ["review/", "learn/data/", "contribute/"])
def test_the_menu_of_a_phone_begins_with_the_tabs(url: str, context: Context, site: str) -> None:
    page = context().new_page()
    page.goto(site + url)
    expect(page.locator(".md-nav--primary > ul > li > :is(a, label)")).to_have_text(TABS)


def test_each_line_of_the_menu_can_be_tapped(page: Page, site: str) -> None:
    page.goto(site + "quiz/govern/")
    page.locator("label.md-header__button[for=__drawer]").click()
    lines = page.locator(".md-nav--primary .md-nav__item--active .md-nav__item--active ul > li > a.md-nav__link")
    expect(lines.first).to_be_in_viewport()
    assert small(lines) == []


def test_pages_for_contributors_are_reached_from_the_foot_and_not_from_the_menu(folder: Path) -> None:
    for url in pages(folder):
        html = quoted((folder / url / "index.html").read_text(encoding="utf-8"))
        menu = {below(url, target) for target in _MENU.findall(html)}
        assert not menu.intersection(CONTRIBUTORS) - {url}, url
        foot = html[html.rindex('<footer class="md-footer">') :]
        assert "contribute/" in {below(url, target) for target in re.findall(r'<a href="([^"]*)">', foot)}, url


def test_the_foot_of_the_page_that_is_not_found_leads_to_contributing(page: Page, site: str) -> None:
    page.goto(site + "404.html")
    page.get_by_role("link", name="Contribute").click()
    expect(page).to_have_url(site + "contribute/")


def test_next_leads_from_the_first_page_through_all_sessions_to_review(folder: Path) -> None:
    sessions = {f"learn/{path.parent.name}/" for path in folder.glob("learn/*/index.html")} - {"learn/ten-minutes/"}
    way = [""]
    while way[-1] != "review/" and len(way) < 30:
        way.append(next_of(folder, way[-1]))
    assert way[1] == "learn/" and way[-1] == "review/"
    assert sorted(way[2:-1]) == sorted(sessions)


def test_next_always_leads_to_a_page_and_to_a_case_study_from_case_studies_alone(folder: Path) -> None:
    known = {*pages(folder)}
    ways = {url: next_of(folder, url) for url in known if not url.startswith("glossary/") or url == "glossary/"}
    assert {url: way for url, way in ways.items() if not way or way.partition("#")[0] not in known} == {}
    assert [url for url, way in ways.items() if way.startswith("cases/") and not url.startswith("cases/")] == []


def test_a_newcomer_answers_after_three_taps_and_two_screens(context: Context, site: str) -> None:
    """From the home page: what is above each tap, added up, is at most two screens of a phone."""
    high = 844
    page = context(height=high).new_page()
    page.goto(site)
    start = page.locator("article .md-button--primary")
    read = start.evaluate(BOTTOM)
    start.click()
    page.wait_for_url("**/learn/")
    question = page.locator(".quiz").first
    question.locator("[data-correct]").check()
    submit = question.get_by_role("button", name="Submit")
    read += submit.evaluate(BOTTOM)
    submit.click()
    expect(question.locator(".verdict")).to_have_text("Right.")
    assert read <= 2 * high
    page.get_by_role("button", name="Next: 1.").click()
    page.wait_for_url("**/learn/roles/")
    page.goto(site)
    expect(page.get_by_role("link", name="Continue: session 1,")).to_be_visible()


def test_what_a_session_reads_leads_back_to_its_questions(folder: Path) -> None:
    """From a session to its first page to read, then by Next alone: its other pages, then its questions."""
    session = "learn/data/"
    html = quoted((folder / session / "index.html").read_text(encoding="utf-8"))
    listed = html[html.index('id="read"') : html.index('id="answer"')]
    reads = [below(session, target) for target in re.findall(r'<li>\n?<a href="([^"]*)">', listed)]
    way = [reads[0]]
    while not way[-1].startswith(session) and len(way) < 9:
        way.append(next_of(folder, way[-1].partition("#")[0]))
    assert way[-1] == f"{session}#answer"
    assert {url.partition("#")[0] for url in way[:-1]} == {url.partition("#")[0] for url in reads}
