"""Short answers as a reader writes, marks, and retries them, by mouse, by keyboard, and without script."""

from __future__ import annotations

import pytest
from answers_page import ANSWERS, FIRST, POINTS, SECOND, Question
from in_browser import DAY, EVENING, NASTY, WRAP, Context, moved, moving, rows, small, violations_in_both_schemes, write
from playwright.sync_api import Page, expect


@pytest.fixture
def opened(page: Page, site: str) -> Page:
    page.goto(site + ANSWERS)
    return page


@pytest.fixture
def first(opened: Page) -> Question:
    return Question(opened, FIRST)


def test_the_last_answer_leads_on_to_the_next_page(page: Page, site: str) -> None:
    page.goto(site + ANSWERS)
    way = page.locator("article").get_by_role("link", name="Next:")
    answers = page.locator("details.answer")
    answers.first.locator("> summary").click()
    expect(way).to_be_hidden()
    answers.last.locator("> summary").click()
    expect(way).to_be_visible()
    target = page.locator(".md-footer__link--next").evaluate("link => link.href")
    way.click()
    expect(page).to_have_url(target)


def test_what_is_typed_is_kept_while_typing_and_is_there_again(opened: Page, first: Question) -> None:
    first.area.press_sequentially("Code first")
    expect(first.own.locator(".kept")).to_have_text("Kept in this browser.")
    assert rows(opened, "drafted") == [[FIRST, "Code first"]]
    opened.reload()
    expect(first.area).to_have_value("Code first")
    expect(Question(opened, SECOND).area).to_have_value("")


def test_leaving_in_the_middle_of_a_word_loses_nothing(opened: Page, first: Question, site: str) -> None:
    first.area.press_sequentially("Code fi", delay=1)
    opened.goto(site)
    opened.goto(site + ANSWERS)
    expect(first.area).to_have_value("Code fi")


def test_ticks_are_a_score_that_is_recorded_and_what_was_missed_is_linked(opened: Page, first: Question) -> None:
    first.key.locator("summary").click()
    expect(first.score).to_have_text("0 of 5 key points")
    expect(first.score).to_have_attribute("role", "status")
    first.mark(*POINTS[:3])
    expect(first.score).to_have_text("3 of 5 key points, kept.")
    assert rows(opened, "ticked") == [[FIRST, POINTS[:3], POINTS[3:]]]
    expect(first.missed).to_have_text("Read again: SageMaker Canvas, CI/CD Pipeline")
    links = first.missed.get_by_role("link")
    assert links.evaluate_all("all => all.map(link => new URL(link.href).pathname)") == [
        "/glossary/sagemaker-canvas/",
        "/glossary/ci-cd-pipeline/",
    ]
    first.key.get_by_role("button", name="Kept").click(force=True)
    assert len(rows(opened, "ticked")) == 1  # the same score is kept once
    first.box(POINTS[3]).check()
    first.key.get_by_role("button", name="Keep this score").click()
    assert len(rows(opened, "ticked")) == 2


def test_retrying_keeps_the_history(page: Page, site: str) -> None:
    page.clock.install(time=(EVENING - 3 * DAY) / 1000)
    page.goto(site + ANSWERS)
    first = Question(page, FIRST)
    write(first.area, "Before")
    first.mark(*POINTS[:3])
    expect(first.past.locator(".history")).to_have_text("Today: 3 of 5")
    page.clock.set_system_time(EVENING / 1000)
    page.reload()
    first.again()
    expect(first.area).to_be_focused()
    expect(first.area).to_have_value("")
    expect(first.key).not_to_have_attribute("open", "")
    first.mark(*POINTS)
    expect(first.past.locator(".history")).to_have_text("Nov 20: 3 of 5, today: 5 of 5")
    expect(first.missed).to_be_empty()
    page.reload()
    expect(first.past.locator(".history")).to_have_text("Nov 20: 3 of 5, today: 5 of 5")


def test_what_was_written_comes_back_until_something_else_is_typed(opened: Page, first: Question) -> None:
    write(first.area, "Before")
    first.mark(POINTS[0])
    first.again()
    back = first.own.get_by_role("button", name="Bring back what I wrote")
    assert rows(opened, "drafted") == [[FIRST, "Before"]]
    back.click()
    expect(first.area).to_have_value("Before")
    expect(back).to_be_hidden()
    first.again()
    first.area.press_sequentially("Now")
    expect(back).to_be_hidden()
    expect(first.own.locator(".kept")).not_to_be_empty()
    assert rows(opened, "drafted") == [[FIRST, "Now"]]


def test_the_keyboard_alone_writes_reveals_marks_and_tries_again(opened: Page, first: Question) -> None:
    press = opened.keyboard.press
    first.area.focus()
    opened.keyboard.type("Code first.")
    press("Tab")
    expect(first.key.locator("summary")).to_be_focused()
    press("Enter")
    while not first.box(POINTS[0]).evaluate("box => box === document.activeElement"):
        press("Tab")
    press("Space")
    expect(first.score).to_have_text("1 of 5 key points")
    while not opened.evaluate("document.activeElement.textContent === 'Keep this score'"):
        press("Tab")
    press("Enter")
    expect(first.score).to_have_text("1 of 5 key points, kept.")
    expect(first.key.get_by_role("button", name="Kept")).to_be_focused()
    while not opened.evaluate("document.activeElement.textContent === 'Try again'"):
        press("Tab")
    press("Enter")
    expect(first.area).to_be_focused()


def test_what_looks_like_html_stays_text(opened: Page, first: Question) -> None:
    write(first.area, NASTY)
    opened.reload()
    expect(first.area).to_have_value(NASTY)
    opened.emulate_media(media="print")
    expect(first.own.locator(".written")).to_have_text(NASTY)
    assert first.own.locator("script, img").count() == 0
    assert opened.title() != "bad"


def test_titles_are_found_where_a_translator_wraps_the_words(page: Page, site: str) -> None:
    page.add_init_script(f"document.addEventListener('DOMContentLoaded', {WRAP}, {{once: true}})")
    page.route("**/answers.js", lambda route: (page.wait_for_timeout(200), route.continue_()))
    page.goto(site + ANSWERS)
    label = Question(page, FIRST).area.get_attribute("aria-label")
    assert label == "Your answer: 1. Two ways to work with SageMaker"


def test_without_script_the_page_is_as_it_was(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + ANSWERS)
    assert page.locator("textarea, .score, .past").count() == 0
    page.get_by_text("Show the answer").first.click()
    page.get_by_label("Names the Python SDK").check()


@pytest.mark.parametrize("width", [390, 1280])
def test_every_state_is_accessible_and_fits(width: int, context: Context, site: str) -> None:
    page = context(width=width).new_page()
    page.goto(site + ANSWERS)
    first = Question(page, FIRST)
    write(first.area, "Code first " * 60)
    assert violations_in_both_schemes(page) == []
    first.key.locator("summary").click()
    first.box(POINTS[0]).check()
    assert violations_in_both_schemes(page) == []
    first.mark()
    assert violations_in_both_schemes(page) == []
    targets = page.locator(".own button, .score button, .past button, [data-point] label")
    assert small(targets) == []
    first.again()
    assert violations_in_both_schemes(page) == []
    assert small(targets) == []
    page.emulate_media(forced_colors="active")
    assert first.area.evaluate("area => getComputedStyle(area).borderTopStyle") == "solid"


def test_nothing_moves_when_the_script_comes_or_motion_is_reduced(page: Page, site: str) -> None:
    assert moved(page, site + ANSWERS) == 0
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    Question(page, FIRST).mark(POINTS[0])
    assert moving(page) == 0
