"""Back and forward show the current state, whether or not the page comes from the browser's back/forward cache.

A page from that cache does not load again, so these tests wait until it is shown, not until it has loaded. Firefox
and WebKit are in `test_other_browsers.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import browser as finder
import pytest
from in_browser import wait_until
from playwright.sync_api import Browser, BrowserContext, Page, expect

SESSION, QUIZ, SHORT = "learn/roles/", "quiz/prepare-data/", "quiz/short-answer/"
ANSWER = """(number => {
  const quiz = document.querySelectorAll('.quiz')[number]
  quiz.querySelector('[data-correct]').click()
  quiz.querySelector('.quiz-button').click()
})"""
INSTALLED = "navigator.serviceWorker.controller !== null"  # on a first visit, it takes over and empties that cache
MARK = "void addEventListener('pageshow', event => (window.cached = event.persisted))"


@pytest.fixture(scope="module", params=[True, False], ids=["cached", "not cached"])
def browser(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[tuple[Browser, bool]]:
    """Chromium as readers have it: Playwright's own turns off the cache for back and forward."""
    if not request.param:
        yield chromium, False
        return
    options = {"args": finder.FLAGS, "ignore_default_args": ["--disable-back-forward-cache"]}
    made = chromium.browser_type.launch(executable_path=finder.find(whole=True), **options)
    yield made, True
    made.close()


@pytest.fixture
def reader(browser: tuple[Browser, bool], site: str) -> Iterator[tuple[BrowserContext, bool]]:
    made = browser[0].new_context(viewport={"width": 390, "height": 800})
    first = made.new_page()
    first.goto(site)
    wait_until(first, INSTALLED)
    yield made, browser[1]
    made.close()


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.evaluate(MARK)
    return page


def test_a_quiz_shows_what_another_tab_answered_meanwhile(reader: tuple[BrowserContext, bool], site: str) -> None:
    context, cached = reader
    page = opened(context, site + SESSION)
    page.evaluate(f"{ANSWER}(0)")
    page.goto(site + QUIZ)
    page.evaluate(f"{ANSWER}(0)")
    other = opened(context, site + SESSION)
    other.evaluate(f"{ANSWER}(1)")
    page.go_back(wait_until="commit")
    expect(page.locator(".quiz-intro p")).to_contain_text(re.compile(r"2 of \d+ answered, 2 right\."))
    assert page.evaluate("window.cached ?? false") is cached
    expect(page.locator(".verdict")).to_have_count(2)
    page.evaluate(f"{ANSWER}(2)")
    other.evaluate(f"{ANSWER}(3)")
    page.go_forward(wait_until="commit")
    expect(page.locator(".quiz-intro p")).to_contain_text(re.compile(r"1 of \d+ answered, 1 right\."))
    page.go_back(wait_until="commit")
    expect(page.locator(".quiz-intro p")).to_contain_text(re.compile(r"4 of \d+ answered, 4 right\."))


def test_the_result_is_there_when_another_tab_answers_the_last(reader: tuple[BrowserContext, bool], site: str) -> None:
    context, _ = reader
    page = opened(context, site + SESSION)
    last = page.locator(".quiz").count() - 1
    for number in range(last):
        page.evaluate(f"{ANSWER}({number})")
    page.goto(site + "glossary/")
    other = opened(context, site + SESSION)
    other.evaluate(f"{ANSWER}({last})")
    page.go_back(wait_until="commit")
    expect(page.locator(".quiz-result .score")).to_have_text(f"{last + 1} of {last + 1} right")


def test_a_short_answer_shows_what_another_tab_wrote(reader: tuple[BrowserContext, bool], site: str) -> None:
    context, cached = reader
    page = opened(context, site + SHORT)
    page.locator("textarea").first.fill("Here")
    page.goto(site + QUIZ)
    other = opened(context, site + SHORT)
    expect(other.locator("textarea").first).to_have_value("Here")
    other.locator("textarea").first.fill("There")
    other.locator("textarea").first.blur()
    page.go_back(wait_until="commit")
    expect(page.locator("textarea").first).to_have_value("There")
    assert page.evaluate("window.cached ?? false") is cached


def test_progress_counts_what_was_answered_after_it_was_left(reader: tuple[BrowserContext, bool], site: str) -> None:
    context, _ = reader
    page = opened(context, site + SESSION)
    page.evaluate(f"{ANSWER}(0)")
    page.goto(site + "progress/")
    expect(page.locator(".progress-sum strong")).to_have_text("1")
    page.locator(".progress-sum a").first.focus()  # as after a click
    page.go_back(wait_until="commit")
    wait_until(page, "path => location.pathname.endsWith(path) && document.readyState === 'complete'", arg=SESSION)
    page.evaluate(f"{ANSWER}(1)")
    page.go_forward(wait_until="commit")
    expect(page.locator(".progress-sum strong")).to_have_text("2")
