"""In every state of the record, a page has exactly one main button, for the next step, and it is visible."""

from __future__ import annotations

import re
from typing import Any

import pytest
from exam_page import begin, hand_in, opened
from in_browser import DAY, EVENING, Context, small
from playwright.sync_api import Locator, Page, expect
from two_weeks import keep, two_weeks

SETTINGS = "#review-settings .md-button--primary"
Deck = dict[str, Any]


def studied(page: Page, site: str, deck: Deck, *more: list[Any], now: int = EVENING) -> Page:
    """A page in the browser of a reader who has studied for two weeks."""
    keep(page, site, two_weeks(deck, *more))
    page.clock.install(time=(now + 1000) / 1000)
    return page


def main_button(page: Page, within: str = "article") -> Locator:
    """The main button: the only one that is visible."""
    found = page.locator(f"{within} .md-button--primary:visible")
    expect(found).to_have_count(1)
    return found


def review_all(page: Page) -> None:
    """Rate cards as known until none is left."""
    expect(page.locator("#review-tally")).not_to_be_empty()
    while page.locator("#review-card").is_visible():
        page.locator("#review-show button").click()
        page.locator("#review-rate button").nth(2).click()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_data_scientist_with_an_exam_on_friday(width: int, context: Context, site: str, deck: Deck) -> None:
    """From home to the date, its plan, the missed questions, an exam, and what was missed there."""
    page = studied(context(width=width, height=844).new_page(), site, deck)
    page.goto(site)
    page.get_by_role("link", name="the date of your exam").click()
    date = page.get_by_label("Date of your exam")
    expect(date).to_be_in_viewport()
    date.fill("2026-11-27")
    date.blur()
    page.get_by_label("What it covers").select_option(label="Data Scientist")
    main_button(page, "#review-settings").click()  # so many cards a day
    main_button(page, "#review-settings").click()  # review now
    expect(page.locator("#review-card")).to_be_focused()
    page.goto(site)
    expect(page.locator(".home-progress")).to_contain_text("Exam in 4 days.")
    expect(main_button(page)).to_contain_text("Review:")
    page.get_by_role("link", name="missed questions").click()
    review_all(page)
    expect(main_button(page, "#review-done")).to_be_in_viewport()
    opened(page, site)
    expect(page.locator("#exam [name=persona]")).to_have_value("data-scientist")
    begin(page, site)
    for group in page.locator(".exam-question .options").all():
        group.locator("input").first.check()
    hand_in(page)
    # A missed question that was reviewed today is one to repeat.
    expect(main_button(page, "#exam")).to_contain_text(re.compile("missed|to repeat"))
    expect(main_button(page, "#exam")).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_manager_with_ten_minutes(width: int, context: Context, site: str) -> None:
    page = context(width=width, height=844).new_page()
    page.goto(site)
    page.get_by_role("link", name="Only ten minutes?").click()
    main_button(page).click()
    page.wait_for_url("**/quiz/first-steps/")
    for question in page.locator(".quiz").all():
        question.locator("[data-correct]").check()
        question.get_by_role("button", name="Submit").click()
        question.locator(".quiz-next").click()
    expect(main_button(page, ".quiz-result")).to_be_in_viewport()


def test_after_a_review_it_is_the_next_session(page: Page, site: str, deck: Deck) -> None:
    studied(page, site, deck).goto(site + "review/")
    review_all(page)
    expect(main_button(page, "#review-done")).to_contain_text("Continue: session 5")
    for url in ("progress/", ""):
        page.goto(site + url)
        expect(main_button(page)).to_contain_text("Continue: session 5")


def test_after_the_course_and_a_review_it_is_an_exam(page: Page, site: str, deck: Deck) -> None:
    read = [["read", f"page:learn/{session[0]}", True] for session in deck["sessions"]]
    studied(page, site, deck, *read).goto(site + "review/")
    review_all(page)
    expect(main_button(page, "#review-done")).to_have_text("Take a practice exam")


@pytest.mark.parametrize("scope", ["only=due", "only=missed", "only=weak", "session=monitor&only=due"])
def test_an_empty_scope_leads_on(scope: str, page: Page, site: str) -> None:
    page.goto(f"{site}review/#{scope}")
    expect(page.get_by_role("heading", name="Nothing to ask here")).to_be_visible()
    expect(main_button(page, "#review-done")).to_contain_text("Review everything:")


def test_who_only_reviewed_is_led_to_the_course(page: Page, site: str) -> None:
    page.goto(site + "review/")
    review_all(page)
    expect(main_button(page, "#review-done")).to_have_text("Start the course")
    expect(page.get_by_text("To see more today")).to_be_visible()
    page.goto(site)
    expect(main_button(page)).to_have_text("Start the course")
    expect(page.get_by_text("Your review is done for today.")).to_be_visible()


def test_an_exam_that_is_not_finished_is_the_next_step(page: Page, site: str) -> None:
    opened(page, site)
    begin(page, site)
    for url in ("progress/", ""):
        page.goto(site + url)
        expect(main_button(page)).to_have_text("Continue your practice exam")
    expect(page.get_by_text("A practice exam is not finished.")).to_be_visible()
    main_button(page).click()
    page.get_by_text("Stop without grading").click()
    page.get_by_role("button", name="Discard the exam").click()
    page.goto(site)
    expect(page.get_by_text("Continue your practice exam")).to_have_count(0)


def test_where_only_missed_cards_wait_one_button_leads_to_them(page: Page, site: str, deck: Deck) -> None:
    missed = [["set", "setting:daily", 1], ["answered", f"question:{deck['questions'][0]['id']}", False, []]]
    keep(page, site, [["study", 1, 0], *([f"other1-{n}", EVENING, *event] for n, event in enumerate(missed))])
    page.clock.install(time=(EVENING + 1000) / 1000)
    page.goto(site)
    expect(page.get_by_role("link", name="1 missed")).to_be_visible()
    expect(page.get_by_role("link", name="Practice the question")).to_have_count(0)


@pytest.mark.parametrize(
    ("event", "next_step"),
    [
        (["read", "page:learn/roles", True], "Continue: session 2"),
        (["set", "setting:exam", "2026-12-01"], "Review: 20 new"),
    ],
)
def test_a_record_without_an_answer_leads_on(event: list[Any], next_step: str, page: Page, site: str) -> None:
    keep(page, site, [["study", 1, 0], ["other1-0", EVENING, *event]])
    page.clock.install(time=(EVENING + 1000) / 1000)
    for url in ("", "progress/"):
        page.goto(site + url)
        expect(main_button(page)).to_contain_text(next_step)
    expect(page.get_by_text("Nothing yet")).to_have_count(0)


def test_a_date_that_has_passed_can_be_cleared(page: Page, site: str, deck: Deck) -> None:
    exam = ["set", "setting:exam", "2026-11-24"]
    studied(page, site, deck, exam, now=EVENING + 3 * DAY).goto(site + "review/#review-settings")
    main_button(page, "#review-settings").click()
    expect(page.get_by_label("Date of your exam")).to_have_value("")
    expect(page.get_by_label("Date of your exam")).to_be_focused()
    expect(page.locator("#review-set")).to_have_text("Saved.")
    expect(page.locator(SETTINGS)).to_have_count(0)


@pytest.mark.parametrize(("days", "said"), [(0, "1 day to the exam"), (0.15, "exam today"), (1, "exam today")])
def test_the_last_days_before_an_exam_are_named(days: float, said: str, page: Page, site: str, deck: Deck) -> None:
    exam = ["set", "setting:exam", "2026-11-24"]
    studied(page, site, deck, exam, now=EVENING + days * DAY).goto(site + "review/")
    expect(page.locator("#review-tally")).to_contain_text(said)
    expect(page.get_by_role("button", name="Show the answer")).to_be_in_viewport()


def test_without_a_record_progress_leads_to_the_course(page: Page, site: str) -> None:
    page.goto(site + "progress/")
    expect(main_button(page, "#progress")).to_have_text("Start the course")


def test_an_exam_has_one_main_button_before_and_after_its_end(page: Page, site: str) -> None:
    page.clock.install(time=EVENING / 1000)
    opened(page, site)
    expect(main_button(page, "#exam")).to_have_text("Begin the exam")
    begin(page, site, minutes="10")
    expect(main_button(page, "#exam")).to_have_text("Hand in and grade")
    page.clock.fast_forward(11 * 60_000)  # too late
    expect(page.locator(".exam-score, .points").first).to_be_visible()
    expect(main_button(page, "#exam")).to_be_visible()


def test_a_session_that_was_left_in_the_middle_goes_on(page: Page, site: str) -> None:
    page.goto(site + "learn/roles/")
    for count, question in enumerate(page.locator(".quiz").all(), 1):
        question.locator("[data-correct]").check()
        question.get_by_role("button", name="Submit").click()
        page.reload()
        is_last = count == page.locator(".quiz").count()
        words = "Go to the next page" if is_last else f"Continue with question {count + 1}"
        expect(main_button(page, ".way-in")).to_have_text(words)
    main_button(page, ".way-in").click()
    page.wait_for_url("**/learn/data/")


@pytest.mark.parametrize("runs_script", [True, False])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_session_leads_to_its_text_or_to_its_questions(
    width: int, runs_script: bool, context: Context, site: str
) -> None:
    page = context(width=width, height=660, java_script_enabled=runs_script).new_page()
    for name, target in (("Start reading", "#read"), ("questions", "#answer")):
        page.goto(site + "learn/roles/")
        expect(main_button(page, ".way-in")).to_be_in_viewport()
        page.locator(".way-in").get_by_role("link", name=name).click()
        page.wait_for_url(f"**{target}")
        expect(page.locator(target)).to_be_in_viewport()


def test_a_session_that_is_read_goes_on_with_its_questions(page: Page, site: str) -> None:
    page.goto(site + "learn/roles/")
    page.get_by_role("button", name="I have read this page").click()
    for _ in range(2):
        expect(main_button(page, ".way-in")).to_have_text("Continue with question 1")
        page.reload()
    main_button(page, ".way-in").click()
    expect(page.locator(".quiz").first).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_to_read_leads_back_to_its_session(width: int, context: Context, site: str) -> None:
    page = context(width=width, height=844).new_page()
    back = page.locator(".session-return")
    page.goto(site + "learn/approve/")
    link = page.locator("article ol a[href*='workflow/#']").first
    link.click()
    expect(back).to_have_text("Back to session 8")
    expect(back).to_be_in_viewport()
    assert not small(back)
    back.click()
    page.wait_for_url("**/learn/approve/")
    expect(link).to_be_in_viewport()  # where the reader left
    link.click()
    page.goto(page.url.split("#")[0] + "#gate")  # a step inside the page
    page.get_by_role("link", name="Compliance Officer").first.click()  # and one to the next page
    page.wait_for_url("**/compliance-officer/**")
    if "glossary" not in page.url:
        expect(back).to_have_text("Back to session 8")
    page.goto(site + "workflow/")
    back.click()
    page.wait_for_url("**/learn/approve/")
    expect(link).to_be_in_viewport()


def test_a_page_in_a_tab_of_its_own_leads_back_to_its_session(page: Page, site: str) -> None:
    page.goto(site + "learn/approve/")
    with page.context.expect_page() as opened:
        page.locator("article ol a[href*='workflow/#']").first.click(modifiers=["ControlOrMeta"])
    opened.value.locator(".session-return").click()
    opened.value.wait_for_url("**/learn/approve/#answer")


def test_a_page_opened_from_elsewhere_has_no_way_back_to_a_session(page: Page, site: str) -> None:
    page.goto(site + "learn/")
    page.locator(".md-content a[href*='workflow/']").first.click()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".done-button")).to_be_attached()
    expect(page.locator(".session-return")).to_have_count(0)


def test_the_course_page_goes_on_with_the_first_session_that_is_not_read(page: Page, site: str, deck: Deck) -> None:
    page.goto(site + "learn/")
    expect(main_button(page)).to_have_text("Begin with session 1")
    studied(page, site, deck).goto(site + "learn/")
    expect(main_button(page)).to_have_text("Continue with session 5")
    expect(page.locator("#sessions ~ ol .done-mark")).to_have_count(4)
    main_button(page).click()
    page.wait_for_url("**/learn/train/")


def test_after_the_course_its_page_leads_to_review(page: Page, site: str, deck: Deck) -> None:
    read = [["read", f"page:learn/{session[0]}", True] for session in deck["sessions"]]
    studied(page, site, deck, *read).goto(site + "learn/")
    main_button(page).click()
    page.wait_for_url("**/review/")
