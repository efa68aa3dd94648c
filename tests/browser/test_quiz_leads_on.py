"""The buttons after an answer: to the next question, after the last question to the result, then to the next page."""

from __future__ import annotations

import re

import pytest
from in_browser import Context, moved, small, violations_in_both_schemes
from playwright.sync_api import Locator, Page, expect

SESSION, QUIZ, PAIRS = "learn/roles/", "quiz/first-steps/", "contrasts/deploy/"
WAY = {
    SESSION: "Next: 2. Get the data and protect it",
    QUIZ: "Next: Start here",
    PAIRS: "Next: Questions of session 10",
}
COLORS = """row => {
  const style = getComputedStyle(row)
  return [style.borderLeftStyle, style.borderLeftWidth, style.backgroundColor, style.borderTopColor]
}"""


def answer(question: Locator, right: bool = True) -> None:
    """Choose the right options, or a wrong one; fill in what the blank expects, or something else."""
    blanks = question.locator(".quiz-blank-input")
    for blank in blanks.all():
        blank.fill((blank.get_attribute("data-answer") or "") if right else "x")
    options = "[data-correct]" if right else "fieldset input:not([data-correct])"
    for option in question.locator(options).all() if not blanks.count() else ():
        option.check()
    question.get_by_role("button", name="Submit").click()


def answer_all(page: Page, wrong: tuple[int, ...] = ()) -> int:
    questions = page.locator(".quiz").all()
    for index, question in enumerate(questions):
        answer(question, index not in wrong)
    return len(questions)


def on(page: Page, index: int, name: str = "Next question") -> Locator:
    return page.locator(".quiz").nth(index).get_by_role("button", name=name, exact=True)


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


def test_the_result_names_what_was_missed_and_what_to_read(page: Page, site: str) -> None:
    page.goto(site + SESSION)
    answer_all(page, wrong=(0, 2))
    result, headings = page.locator(".quiz-result"), page.locator(".question-block > :first-child")
    titles = headings.evaluate_all("all => all.map(heading => heading.firstChild.textContent.trim())")
    expect(result.locator(".missed span")).to_have_text([f"1. {titles[0]}", f"3. {titles[2]}"])
    expect(result.locator(".read a")).to_have_text(["Ground Truth", "Data Scientist"])
    assert result.locator(".read a").first.evaluate("link => link.pathname + link.hash") == "/glossary/ground-truth/"
    result.get_by_role("button", name=f"Try again: {titles[2]}").click()
    expect(result).to_be_hidden()
    expect(page.locator(".quiz").nth(2).locator("input").first).to_be_focused()
    expect(page.locator(".quiz :checked")).to_have_count(4)
    answer(page.locator(".quiz").nth(2))
    on(page, 2, "See your result").click()
    expect(result.locator(".score")).to_have_text("4 of 5 right")
    expect(result.locator(".missed li")).to_have_count(1)
    page.reload()
    expect(result.locator(".score")).to_have_text("4 of 5 right")


def test_without_a_mistake_there_is_nothing_to_repeat(page: Page, site: str) -> None:
    page.goto(site + SESSION)
    count = answer_all(page)
    expect(page.locator(".quiz-result .score")).to_have_text(f"{count} of {count} right")
    expect(page.locator(".quiz-result :is(.missed, .read, button)")).to_have_count(0)


def test_what_was_left_out_comes_before_the_result(page: Page, site: str) -> None:
    page.goto(site + SESSION)
    questions = page.locator(".quiz")
    for index in (0, 2, 3, 4):
        answer(questions.nth(index))
    expect(on(page, 0)).to_be_visible()
    on(page, 4).click()
    expect(questions.nth(1).locator("input").first).to_be_focused()
    answer(questions.nth(1))
    expect(on(page, 1, "See your result")).to_be_visible()
    expect(on(page, 4, "See your result")).to_be_visible()


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


@pytest.mark.parametrize("width", [390, 1280])
def test_the_result_is_accessible_and_fits(width: int, context: Context, site: str) -> None:
    page = context(width=width).new_page()
    page.goto(site + SESSION)
    answer_all(page, wrong=(0, 2))
    assert violations_in_both_schemes(page) == []
    assert small(page.locator(".quiz-result :is(button, .md-button), .quiz form button")) == []
    result = page.locator(".quiz-result")
    result.get_by_role("button", name="Try again: ").last.click()
    assert violations_in_both_schemes(page) == []


def test_nothing_moves_where_all_was_answered(context: Context, site: str) -> None:
    reader = context()
    page = reader.new_page()
    page.goto(site + SESSION)
    answer_all(page)
    assert moved(reader.new_page(), site + SESSION) == 0


def test_paper_has_no_result(page: Page, site: str) -> None:
    page.goto(site + SESSION)
    answer_all(page)
    page.emulate_media(media="print")
    expect(page.locator(".quiz-result")).to_be_hidden()
