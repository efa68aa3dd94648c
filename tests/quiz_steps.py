"""Helpers for tests of the way through a page of questions: answer them by their place, and go on."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

SESSION, QUIZ, PAIRS = "learn/roles/", "quiz/first-steps/", "contrasts/deploy/"


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
