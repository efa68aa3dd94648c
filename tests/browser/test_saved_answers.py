"""Quizzes: answers stay with their question, screen readers announce results, and the keyboard is enough."""

from __future__ import annotations

import pytest
from in_browser import Context, moving, small
from playwright.sync_api import Locator, Page, expect
from sites import Draft

QUIZ = "quiz/prepare-data/"
NEW = """\
### Brand new { #brand-new }

<quiz>
Is this question new?
- [ ] No
> It is.
- [x] Yes
> It came before the others. See [lineage][].

It is new, see [lineage][].
</quiz>

"""


def quiz(page: Page, id: str) -> Locator:
    return page.locator(f"#quiz-{id}")


def choose(question: Locator, text: str) -> None:
    question.get_by_label(text, exact=True).check()
    question.get_by_role("button", name="Submit").click()


@pytest.fixture
def opened(page: Page, site: str) -> Page:
    page.goto(site + QUIZ)
    return page


def test_after_answering_every_option_says_why(opened: Page) -> None:
    question = quiz(opened, "csv-layout")
    expect(question.locator(".answer-feedback").first).to_be_hidden()
    choose(question, "No header row, target in the last column")
    for reason in question.locator(".answer-feedback").all():
        expect(reason).to_be_visible()
    expect(question.locator(".verdict")).to_have_text(
        "Not right. The right option is: No header row, target in the first column."
    )
    expect(question.locator("section.content")).to_be_visible()


def test_the_result_is_announced(opened: Page) -> None:
    status = opened.get_by_role("status")
    choose(quiz(opened, "csv-layout"), "No header row, target in the first column")
    expect(status).to_have_text("Right.")
    choose(quiz(opened, "overwritten-train-file"), "Encrypt the bucket with a KMS key")
    expect(status).to_have_text("Not right. The right option is: Turn on versioning for the bucket.")


def test_progress_is_told(opened: Page) -> None:
    total = opened.locator(".quiz").count()
    expect(opened.locator(".quiz-intro p")).to_contain_text(f"0 of {total} answered, 0 right.")
    choose(quiz(opened, "csv-layout"), "No header row, target in the first column")
    expect(opened.locator(".quiz-intro p")).to_contain_text(f"1 of {total} answered, 1 right.")


def test_the_keyboard_alone_answers_and_tries_again(opened: Page) -> None:
    question = quiz(opened, "csv-layout")
    question.locator("input").first.focus()
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowUp")
    expect(question.locator(".verdict")).to_have_count(0)  # arrows choose, they do not answer
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    expect(question.locator(".verdict")).to_have_text("Right.")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    expect(question.locator(".answer-feedback").first).to_be_hidden()


def test_enter_answers_a_blank_and_what_was_typed_is_text(opened: Page) -> None:
    question = quiz(opened, "wrangler-home")
    blank = question.get_by_role("textbox", name="Blank")
    blank.fill("<img src=x onerror=\"document.title='bad'\">")
    blank.press("Enter")
    expect(question.locator(".verdict")).to_have_text("Not right. Expected: Canvas.")
    assert question.locator("img").count() == 0
    opened.reload()
    expect(question.locator(".verdict")).to_have_text("Not right. Expected: Canvas.")
    assert question.locator("img").count() == 0
    assert opened.title() != "bad"
    question.get_by_role("button", name="Try Again").click()
    blank.fill(" canvas ")
    blank.press("Enter")
    expect(question.locator(".verdict")).to_have_text("Right.")


def test_targets_are_large_enough(opened: Page) -> None:
    choose(quiz(opened, "csv-layout"), "No header row, target in the first column")
    assert small(opened.locator(".quiz input, .quiz button, .quiz-intro button"), 24, 24) == []


def test_nothing_moves_when_motion_is_reduced(page: Page, site: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(site + QUIZ)
    choose(quiz(page, "csv-layout"), "No header row, target in the first column")
    assert moving(page) == 0
    assert page.locator("canvas").count() == 0


def test_without_script_the_questions_can_be_read(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + QUIZ)
    expect(page.get_by_text("Which layout does the algorithm expect?")).to_be_visible()


def test_a_saved_answer_stays_with_its_question(page: Page, draft: Draft) -> None:
    page.goto(draft.address + QUIZ)
    choose(quiz(page, "csv-layout"), "No header row, target in the last column")
    choose(quiz(page, "names-become-ids"), "Pseudonymized, and still personal data")
    draft.edit("quiz/prepare-data.md", _edited)
    assert draft.warnings == []
    page.goto(draft.address + QUIZ)
    assert quiz(page, "brand-new").locator(".verdict").count() == 0
    wrong, right = quiz(page, "csv-layout"), quiz(page, "names-become-ids")
    expect(wrong.get_by_label("No header row, target in the last column", exact=True)).to_be_checked()
    expect(wrong.locator(".verdict")).to_contain_text("Not right.")
    expect(right.get_by_label("Pseudonymized, and still personal data", exact=True)).to_be_checked()
    expect(right.locator(".verdict")).to_have_text("Right.")
    expect(page.locator(".quiz-intro p")).to_contain_text(f"2 of {page.locator('.quiz').count()} answered, 1 right.")


def _edited(text: str) -> str:
    """A question more before it, other words, and an option more."""
    text = text.replace("### Keeping the training file", NEW + "### Keeping the training file")
    text = text.replace("Which layout does the algorithm expect?", "Which layout is expected?")
    right = "- [x] No header row, target in the first column\n"
    return text.replace(right, f"- [ ] Neither\n> Why not.\n{right}")
