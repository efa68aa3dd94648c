"""Helpers for tests of a quiz page: the page, and its questions by their ids."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

QUIZ = "quiz/prepare-data/"
WRONG, RIGHT = "No header row, target in the last column", "No header row, target in the first column"


def quiz(page: Page, id: str = "csv-layout") -> Locator:
    return page.locator(f"#quiz-{id}")


def answer(page: Page, text: str, id: str = "csv-layout") -> None:
    quiz(page, id).get_by_label(text, exact=True).check()
    quiz(page, id).locator(".quiz-button").first.click()


def chosen(page: Page) -> Locator:
    return page.locator(".quiz :checked")
