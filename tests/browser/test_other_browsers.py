"""What the site promises, in Firefox and in WebKit, the engine of Safari: one journey for each promise."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from in_browser import KEY
from other_browsers import ANSWERED, BROWSERS, EXAM, PROGRESS, QUIZ, REVIEW, SESSION, STATE, USUAL, answer, rate, visit
from sites import Server, serve
from webdriver import Window

CONTROLLED = "navigator.serviceWorker.controller !== null"  # on a first visit, it takes over and empties that cache
MARK = "void addEventListener('pageshow', event => (window.cached = event.persisted))"
ANSWER = """(number => {
  const quiz = document.querySelectorAll('.quiz')[number]
  quiz.querySelector('[data-correct]').click()
  quiz.querySelector('.quiz-button').click()
})"""


@pytest.fixture(scope="module", params=BROWSERS)
def opened(request: pytest.FixtureRequest) -> Iterator[Window]:
    with USUAL[request.param]() as window:
        yield window


@pytest.fixture
def window(opened: Window, site: str) -> Window:
    """A window in which nothing is stored for the site, as for a new reader."""
    opened.goto(f"{site}robots.txt")
    opened.evaluate("[localStorage, sessionStorage].forEach(storage => storage.clear())")
    return opened


def test_back_and_forward_show_what_another_tab_did_meanwhile(window: Window, site: str) -> None:
    window.goto(site)
    window.wait_for(CONTROLLED, 60)
    visit(window, site + SESSION)
    window.evaluate(MARK)
    answer(window, 0)
    visit(window, site + QUIZ)
    answer(window, 0)
    with window.other_tab():
        visit(window, site + SESSION)
        window.evaluate(f"{ANSWER}(1)")  # the screen shows the first tab, so WebKit's pointer cannot reach this one
    window.back()
    window.wait_for_text(STATE, ANSWERED.format(2, 2))
    assert window.evaluate("window.cached") is True
    window.forward()
    window.wait_for_text(STATE, ANSWERED.format(1, 1))


def test_back_to_the_review_shows_the_next_card(window: Window, site: str) -> None:
    window.goto(site + REVIEW)
    front = rate(window)
    window.goto(site + "glossary/")
    window.back()
    window.wait_for_text("#review-tally", "1 done today")
    assert window.text("#review-front") not in ("", front)


def test_an_essay_and_a_short_answer_survive_a_reload(window: Window, site: str) -> None:
    for page in ("essays/automation/", "quiz/short-answer/"):
        window.goto(site + page)
        window.wait_until_visible("textarea")
        window.type("textarea", "Because I said so.")
        window.reload()
        window.wait_for("document.querySelector('textarea')?.value === 'Because I said so.'")


def test_progress_and_home_count_the_same(window: Window, site: str) -> None:
    visit(window, site + QUIZ)
    answer(window, right=False)
    window.goto(site + PROGRESS)
    window.wait_for("document.querySelector('.progress-sum strong')?.textContent === '1'")
    steps = buttons(window, "#progress")
    window.goto(site)
    window.wait_until_visible(".home-progress a.md-button")
    assert buttons(window, ".home-progress") == steps != set()


def buttons(window: Window, place: str) -> set[str]:
    """What the buttons in an element say, each with a number of cards."""
    return set(window.evaluate(f"[...document.querySelectorAll('{place} a.md-button')].map(link => link.textContent)"))


def test_a_rating_is_taken_back(window: Window, site: str) -> None:
    window.goto(site + REVIEW)
    front = rate(window)
    window.wait_for_text("#review-tally", "1 done today")
    window.reload()
    window.click("#review-undo")
    window.wait_for("!document.querySelector('#review-tally').textContent.includes('done today')")
    assert window.text("#review-front") == front
    assert window.evaluate("document.activeElement.id") == "review-card"


def test_a_record_moves_to_another_profile(window: Window, site: str, folder: Path) -> None:
    visit(window, site + QUIZ)
    answer(window)
    window.goto(site + REVIEW)
    rate(window)
    window.click("#review-data summary")
    window.click("#review-export")
    (file,) = downloaded(window)
    for other in serve(folder):
        window.goto(other + REVIEW)
        window.wait_for("document.querySelector('#review-import').disabled === false")
        window.type("#review-file", str(file))
        window.wait_for_text("#review-told", "2 events")
        window.goto(other + PROGRESS)
        window.wait_for("document.querySelector('.progress-sum strong')?.textContent === '2'")


def test_a_record_is_copied_as_a_link(window: Window, site: str) -> None:
    """Safari lets a page copy only while a press is handled, and the link takes longer to make."""
    window.goto(site + REVIEW)
    rate(window)
    window.click("#review-data summary")
    window.click("#review-link")
    window.wait_for_text("#review-told", "^Copied")


def downloaded(window: Window) -> list[Path]:
    """The files that the browser has downloaded, once there are any and all are whole."""
    end = time.monotonic() + 20
    while not (files := [path for path in window.downloads.glob("study*.json") if path.stat().st_size]):
        assert time.monotonic() < end, f"{window.name} downloaded nothing"
        time.sleep(0.05)
    return files


def test_erase_leaves_nothing(window: Window, site: str) -> None:
    visit(window, site + QUIZ)
    answer(window)
    window.goto(site + REVIEW)
    rate(window)
    window.click("#review-data summary")
    window.wait_for("document.querySelector('#review-erase').disabled === false")
    window.click("#review-erase")
    window.click("#review-sure .danger")
    window.wait_for("!document.querySelector('#review-sure').open")
    stored = window.evaluate(f"[{KEY!r}, {KEY + '.newest'!r}].map(name => localStorage.getItem(name) ?? '').join()")
    assert "answered" not in stored and "rated" not in stored
    visit(window, site + QUIZ)
    window.wait_for_text(STATE, ANSWERED.format(0, 0))


def test_the_term_card_opens_by_pointer_and_by_keyboard(window: Window, site: str) -> None:
    window.goto(site + "personas/")
    window.hover("article a.term")
    window.wait_until_visible(".term-card")
    assert window.text(".term-card span") != ""
    window.press("Escape")
    assert not window.is_visible(".term-card")
    window.evaluate("document.querySelector('article a.term').focus()")
    window.press("Shift", "Tab")
    window.press("Tab")
    window.wait_until_visible(".term-card")
    window.press("Enter")
    window.wait_for("location.pathname.startsWith('/glossary/')")


def test_search_finds_a_page(window: Window, site: str) -> None:
    window.goto(site + "workflow/")
    window.click(".md-search__input")
    window.type(".md-search__input", "canary")
    window.click(".md-search-result__item a")
    window.wait_for("location.pathname === '/glossary/canary-deployment/'")


def test_an_exam_survives_a_reload_and_is_graded(window: Window, site: str) -> None:
    window.goto(site + EXAM)
    window.click(".exam-choose button")
    window.click(".exam-question .options label")
    window.reload()
    window.wait_for("document.querySelector('.exam-question .options input')?.checked")
    window.click(".exam-end")
    window.click(".exam-sure .md-button:not(.md-button--primary)")
    window.wait_until_visible(".points, .exam-score")
    if not window.is_visible(".exam-score"):
        window.click("#exam .md-button--primary")
    window.wait_until_visible(".exam-score")
    window.goto(site + PROGRESS)
    window.wait_until_visible("#exams")


def test_after_one_visit_the_site_works_without_a_network(window: Window, folder: Path) -> None:
    server = Server(folder)
    window.goto(f"{server.address}workflow/")
    window.wait_for(CONTROLLED, 60)
    server.stop()
    visit(window, server.address + SESSION)
    assert window.is_visible("#saved-copy")
    answer(window)
    window.goto(server.address + REVIEW)
    rate(window)
    window.wait_for_text("#review-tally", "1 done today")
    window.goto(f"{server.address}status/")
    assert "not saved" in window.text("h1")
