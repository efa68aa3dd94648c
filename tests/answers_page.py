"""Helpers for tests of short answers: the page, the keys of its first questions, and one question on it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

ANSWERS = "quiz/short-answer/"
FIRST, SECOND = "answer:ways-to-interact", "answer:data-engineer-duties"
POINTS = ["sagemaker-python-sdk", "data-scientist", "jupyter-notebook", "sagemaker-canvas", "ci-cd-pipeline"]


class Question:
    """One question on the page, by its key."""

    def __init__(self, page: Page, key: str) -> None:
        self.key = page.locator(f"details.answer:has([data-key='{key}'])")
        self.own = page.locator(f".own:has(+ details.answer [data-key='{key}'])")
        self.area = self.own.get_by_role("textbox")
        self.past = page.locator(f"details.answer:has([data-key='{key}']) + .past")
        self.score = self.key.locator(".points")
        self.missed = self.key.locator(".missed")

    def box(self, point: str) -> Locator:
        return self.key.locator(f"[data-point='{point}'] input")

    def mark(self, *points: str) -> None:
        if not self.key.evaluate("details => details.open"):
            self.key.locator("summary").click()
        for point in points:
            self.box(point).check()
        self.key.get_by_role("button", name="Keep this score").click()

    def again(self) -> None:
        self.past.get_by_role("button", name="Try again").click()
