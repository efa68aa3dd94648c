"""Quizzes and the reader's log: results by question id, another try for wrong answers, hints that reveal no answer."""

from __future__ import annotations

import pytest
from in_browser import NASTY, NO_STORAGE, Context, moved, rows, small, violations_in_both_schemes
from playwright.sync_api import Locator, Page, expect
from sites import Draft

QUIZ = "quiz/prepare-data/"
WRONG, RIGHT = "No header row, target in the last column", "No header row, target in the first column"


@pytest.fixture
def opened(page: Page, site: str) -> Page:
    page.goto(site + QUIZ)
    return page


def quiz(page: Page, id: str) -> Locator:
    return page.locator(f"#quiz-{id}")


def answer(page: Page, id: str, *texts: str) -> None:
    question = quiz(page, id)
    for text in texts:
        question.get_by_label(text, exact=True).check()
    question.get_by_role("button", name="Submit").click()
    expect(question.locator(".verdict")).to_be_visible()


def answer_the_rest(page: Page) -> None:
    for question in page.locator(".quiz").all():
        if question.locator(".verdict").count():
            continue
        for blank in question.locator(".quiz-blank-input").all():
            blank.fill((blank.get_attribute("data-answer") or "").split("|")[0])
        for option in question.locator("[data-correct]").all():
            option.check()
        question.get_by_role("button", name="Submit").click()


def main(page: Page) -> Locator:
    return page.locator(".quiz-again")


def again(page: Page, id: str = "csv-layout") -> Locator:
    return quiz(page, id).get_by_role("button", name="Try again")


def test_results_are_recorded_under_the_questions_id(opened: Page) -> None:
    answer(opened, "csv-layout", WRONG)
    quiz(opened, "csv-layout").get_by_role("button", name="Try Again").click()
    answer(opened, "csv-layout", RIGHT)
    answer(opened, "bucket-contents", "The records of an offline store", "The approval status of a version")
    assert rows(opened, "answered") == [
        ["question:csv-layout", False, [WRONG]],
        ["question:csv-layout", True, [RIGHT]],
        ["question:bucket-contents", False, ["The records of an offline store", "The approval status of a version"]],
    ]
    opened.reload()
    expect(quiz(opened, "csv-layout").locator(".verdict")).to_have_text("Right.")
    assert len(rows(opened, "answered")) == 3  # what is shown again is not answered again


@pytest.mark.parametrize("kind", ["radio", "checkbox", "text"])
def test_nothing_chosen_is_no_answer(opened: Page, kind: str) -> None:
    question = opened.locator(f".quiz:has(input[type={kind}])").first
    option = question.locator("input").first
    for count in (0, 1):  # and no more once it has been answered and is tried again
        question.get_by_role("button", name="Submit").click()
        assert option.evaluate("input => input.matches(':invalid')")
        expect(question.locator(".verdict")).to_have_count(0)
        assert len(rows(opened, "answered")) == count
        option.fill("x") if kind == "text" else option.check()
        question.get_by_role("button", name="Submit").click()
        expect(question.locator(".verdict")).to_be_visible()
        question.get_by_role("button", name="Try Again").click()


def test_what_was_typed_is_recorded_as_text(opened: Page) -> None:
    blank = quiz(opened, "wrangler-home").get_by_role("textbox", name="Blank")
    blank.fill(NASTY)
    blank.press("Enter")
    expect(quiz(opened, "wrangler-home").locator(".verdict")).to_be_visible()
    blank.fill("canvas")
    blank.press("Enter")
    expect(quiz(opened, "wrangler-home").locator(".verdict")).to_have_text("Right.")
    assert rows(opened, "answered") == [
        ["question:wrangler-home", False, [NASTY]],
        ["question:wrangler-home", True, ["canvas"]],
    ]
    assert opened.title() != "bad"


def test_what_was_typed_never_becomes_html(opened: Page) -> None:
    """The policy of the page would stop the script, so look for the elements; mkdocs-quiz's own script makes them."""
    before = opened.locator("article :is(img, script)").count()
    blank = quiz(opened, "wrangler-home").get_by_role("textbox", name="Blank")
    blank.fill(NASTY)
    blank.press("Enter")
    expect(quiz(opened, "wrangler-home").locator(".verdict")).to_be_visible()
    opened.reload()
    expect(blank).to_have_value(NASTY)
    assert opened.locator("article :is(img, script)").count() == before


def test_the_log_is_the_only_record(opened: Page) -> None:
    answer(opened, "csv-layout", WRONG)
    again(opened).click()
    assert opened.evaluate("Object.keys(localStorage).filter(key => key.includes('quiz_progress'))") == []


def test_the_wrong_ones_are_tried_again_at_the_end_and_only_those(opened: Page) -> None:
    expect(main(opened)).to_be_hidden()
    answer(opened, "csv-layout", RIGHT)
    answer(opened, "overwritten-train-file", "Encrypt the bucket with a KMS key")
    blank = quiz(opened, "wrangler-home").get_by_role("textbox", name="Blank")
    blank.fill("Studio")
    blank.press("Enter")
    expect(main(opened)).to_contain_text("Continue with question")
    answer_the_rest(opened)
    expect(main(opened)).to_have_text("Try the 2 wrong ones again")
    opened.reload()
    expect(main(opened)).to_have_text("Try the 2 wrong ones again")
    main(opened).focus()
    opened.keyboard.press("Enter")
    expect(main(opened)).to_contain_text("Continue with question")
    expect(opened.locator(".quiz-status")).to_have_text("2 questions are open again.")
    expect(quiz(opened, "overwritten-train-file").locator("input").first).to_be_focused()
    expect(quiz(opened, "overwritten-train-file").locator(":checked")).to_have_count(0)
    expect(blank).to_have_value("")
    expect(quiz(opened, "csv-layout").locator(".verdict")).to_have_text("Right.")
    expect(opened.locator(".quiz-intro p")).to_contain_text("13 of 15 answered, 13 right.")
    assert [right for _, right, _ in rows(opened, "answered")] == [True, False, False, *[True] * 12]  # nothing is lost


def test_hints_are_there_without_script_and_do_not_name_an_option(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + QUIZ)
    hint = page.locator("#quiz-build-server-starts-job + .hint")
    hint.locator("summary").click()
    expect(hint.locator("dt")).to_have_text(["SageMaker SDK for Python"])
    expect(hint.locator("dd").first).to_be_visible()


def test_without_storage_a_line_says_so_and_it_works(page: Page, site: str) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(site + QUIZ)
    expect(page.locator(".reports")).to_contain_text("does not store your progress")
    answer(page, "csv-layout", WRONG)
    expect(page.locator(".quiz-intro p")).to_have_text("1 of 15 answered, 0 right.")
    again(page).click()
    expect(quiz(page, "csv-layout").locator(".answer-feedback").first).to_be_hidden()


def test_two_tabs_record_both(context: Context, site: str) -> None:
    tabs = context()
    one, other = tabs.new_page(), tabs.new_page()
    for tab in (one, other):
        tab.goto(site + QUIZ)
    answer(one, "csv-layout", WRONG)
    answer(other, "csv-layout", RIGHT)
    for _ in range(50):  # the browser tells one tab a moment later what another has stored
        if len(rows(one, "answered")) > 1:
            break
        one.wait_for_timeout(100)
    assert sorted(right for _, right, _ in rows(one, "answered")) == [False, True]


@pytest.mark.parametrize("width", [390, 1280])
def test_every_state_is_accessible_and_fits(width: int, context: Context, site: str) -> None:
    page = context(width=width).new_page()
    page.goto(site + QUIZ)
    page.locator(".hint summary").first.click()
    assert violations_in_both_schemes(page) == []
    answer(page, "csv-layout", WRONG)
    assert violations_in_both_schemes(page) == []
    assert small(page.locator(".quiz-intro button, .hint summary")) == []
    again(page).click()
    assert violations_in_both_schemes(page) == []


def test_nothing_moves_when_the_script_comes(context: Context, site: str) -> None:
    for width in (390, 1280):
        page = context(width=width).new_page()
        assert moved(page, site + QUIZ) == 0, width


def test_paper_has_no_hints(opened: Page) -> None:
    opened.emulate_media(media="print")
    expect(opened.locator(".hint").first).to_be_hidden()


def test_a_page_without_these_loads_nothing_of_them(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for url in ("", "glossary/", "workflow/", "personas/data-engineer/"):
        page.goto(site + url, wait_until="networkidle")
    assert not [url for url in asked if "/javascripts/study/" in url or url.endswith(("marking.css", "quiz.css"))]


def test_a_result_stays_with_its_question(page: Page, draft: Draft) -> None:
    page.goto(draft.address + QUIZ)
    answer(page, "csv-layout", WRONG)
    draft.edit("quiz/prepare-data.md", _moved)
    page.goto(draft.address + QUIZ)
    again(page).click()
    answer(page, "csv-layout", RIGHT)
    answer(page, "overwritten-train-file", "Turn on versioning for the bucket")
    assert rows(page, "answered") == [
        ["question:csv-layout", False, [WRONG]],
        ["question:csv-layout", True, [RIGHT]],
        ["question:overwritten-train-file", True, ["Turn on versioning for the bucket"]],
    ]


def _moved(text: str) -> str:
    """The first question comes last, in other words."""
    start, stop = text.index("### CSV layout for a"), text.index("### What an S3 bucket contains")
    moved = text[start:stop].replace("Which layout does the", "Say which layout the")
    return text[:start] + text[stop:].rstrip() + "\n\n" + moved
