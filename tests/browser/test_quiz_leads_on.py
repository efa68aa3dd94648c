"""The buttons after an answer: to the next question, after the last question to the result, then to the next page."""

from __future__ import annotations

import re

import pytest
from in_browser import Context
from playwright.sync_api import Page, expect
from quiz_steps import PAIRS, QUIZ, SESSION, answer, answer_all, on

WAY = {
    SESSION: "Next: 2. Get the data and protect it",
    QUIZ: "Next: Start here",
    PAIRS: "Next: Questions of session 10",
}
COLORS = """row => {
  const style = getComputedStyle(row)
  return [style.borderLeftStyle, style.borderLeftWidth, style.backgroundColor, style.borderTopColor]
}"""


@pytest.mark.parametrize("url", [SESSION, QUIZ, PAIRS])
def test_every_page_of_questions_leads_from_the_first_to_the_next_page(url: str, page: Page, site: str) -> None:
    page.goto(site + url)
    count = page.locator(".quiz").count()
    for index in range(count):
        question = page.locator(".quiz").nth(index)
        expect(on(page, index)).to_be_hidden()
        answer(question, right=index != 1)
        expect(question.get_by_role("button", name="Submit")).to_be_hidden()
        expect(on(page, index, "Try again")).to_be_visible()
        expect(page.locator(".quiz-result")).to_be_visible(visible=index == count - 1)
        if index < count - 1:
            on(page, index).click()
            expect(page.locator(".quiz").nth(index + 1).locator("input").first).to_be_focused()
            expect(page.locator(".question-block").nth(index + 1).locator("h3")).to_be_in_viewport()
    on(page, count - 1, "See your result").click()
    expect(page.get_by_role("heading", name="Your result")).to_be_focused()
    expect(page.locator(".quiz-result .score")).to_have_text(f"{count - 1} of {count} right")
    way = page.locator(".quiz-result").get_by_role("link", name="Next:")
    expect(way).to_have_text(WAY[url])
    target = page.locator(".md-footer__link--next").evaluate("link => link.href")
    way.click()
    page.wait_for_url(target)


def test_a_session_is_read_once_all_its_questions_are_answered(context: Context, site: str) -> None:
    page = context(width=1280).new_page()
    page.goto(site + SESSION)
    button = page.locator(".done-button")
    for index, question in enumerate(page.locator(".quiz").all()):
        expect(button).to_have_attribute("aria-pressed", "false")
        answer(question, right=index != 0)
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".md-nav--primary a.md-nav__link--active .done-mark")).to_be_visible()
    page.goto(site)
    expect(page.get_by_role("link", name="Continue: session 2,")).to_be_visible()


def test_a_reader_can_take_back_that_a_session_is_read(page: Page, site: str) -> None:
    page.goto(site + SESSION)
    answer_all(page)
    button = page.locator(".done-button")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_a_page_of_pairs_is_not_read_by_its_questions_alone(page: Page, site: str) -> None:
    page.goto(site + PAIRS)
    answer_all(page)
    expect(page.locator(".quiz-result")).to_be_visible()
    expect(page.locator(".done-button")).to_have_attribute("aria-pressed", "false")


def test_the_first_question_of_a_newcomer_leads_to_session_1(page: Page, site: str) -> None:
    page.goto(site + "learn/")
    expect(page.locator(".quiz-intro")).to_be_hidden()
    answer(page.locator(".quiz"), right=False)
    expect(page.locator(".quiz-result")).to_be_hidden()
    expect(page.locator(".done-button")).to_have_attribute("aria-pressed", "false")  # there is more to read
    on(page, 0, "Next: 1. Who does what").click()
    page.wait_for_url(site + SESSION)


def test_another_choice_can_be_submitted_before_going_on(page: Page, site: str) -> None:
    page.goto(site + SESSION)
    first = page.locator(".quiz").first
    answer(first, right=False)
    first.locator("[data-correct]").check()
    expect(on(page, 0)).to_be_hidden()
    first.get_by_role("button", name="Submit").click()
    expect(first.locator(".verdict")).to_have_text("Right.")
    expect(on(page, 0)).to_be_visible()


def test_the_keyboard_alone_goes_through_a_page(page: Page, site: str) -> None:
    page.goto(site + SESSION)
    page.locator(".quiz input").first.focus()
    for _ in range(page.locator(".quiz").count()):
        page.keyboard.press("Space")
        page.keyboard.press("Enter")  # submits from a field
        expect(page.locator(".quiz-status")).not_to_be_empty()
        page.evaluate("document.activeElement.closest('.quiz').querySelector('.quiz-next').focus()")
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your result")).to_be_focused()


def test_explanations_come_before_the_way_on(page: Page, site: str) -> None:
    page.goto(site + SESSION)
    answer(page.locator(".quiz").first)
    explanation = page.locator(".quiz").first.locator(".content").bounding_box()
    button = on(page, 0).bounding_box()
    assert explanation and button and explanation["y"] + explanation["height"] <= button["y"]


def test_questions_are_numbered_on_their_page_and_as_in_the_handouts_on_paper(page: Page, site: str) -> None:
    page.goto(site + QUIZ)
    heading = page.locator(".question-block h3").nth(2)
    number = "heading => getComputedStyle(heading, '::before').content"
    assert heading.evaluate(number) == "counter(question)"
    assert (
        page.locator(".question-block").nth(2).evaluate("one => getComputedStyle(one).counterIncrement") == "question 1"
    )
    page.emulate_media(media="print")
    assert re.fullmatch(r'"Q\d+"|attr\(data-number\)', heading.evaluate(number))


def test_every_way_back_is_called_the_same(page: Page, site: str) -> None:
    for url in (SESSION, QUIZ, PAIRS, "quiz/short-answer/"):
        page.goto(site + url)
        words = page.locator("article button").all_text_contents()
        again = {text for text in words if text.lower() == "try again"}
        assert again == {"Try again"}, url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_wrong_choice_has_a_word_a_mark_and_a_fill(scheme: str, context: Context, site: str) -> None:
    page = context(color_scheme=scheme).new_page()
    page.goto(site + SESSION)
    row = page.locator(".quiz").first.locator("fieldset > div").first
    before = row.evaluate(COLORS)
    answer(page.locator(".quiz").first, right=False)
    wrong = page.locator(".quiz").first.locator(".wrong")
    after = wrong.evaluate(COLORS)
    right = page.locator(".quiz").first.locator(".correct").evaluate(COLORS)
    assert after[1] == "8px"
    assert after[2] not in (before[2], right[2])
    assert after[3] not in (before[3], right[3])
    expect(wrong.locator(".sign")).to_have_text("✗ Not right, your choice")
    assert wrong.locator(".sign").evaluate("sign => getComputedStyle(sign).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_a_wrong_choice_is_seen_without_colors(context: Context, site: str) -> None:
    page = context(forced_colors="active").new_page()
    page.goto(site + SESSION)
    answer(page.locator(".quiz").first, right=False)
    wrong, right = page.locator(".quiz").first.locator(".wrong"), page.locator(".quiz").first.locator(".correct")
    assert wrong.evaluate(COLORS)[:2] == ["dashed", "8px"]
    assert right.evaluate(COLORS)[:2] == ["solid", "2px"]
    inverted = "sign => getComputedStyle(sign).backgroundColor !== getComputedStyle(document.body).backgroundColor"
    assert wrong.locator(".sign").evaluate(inverted)
