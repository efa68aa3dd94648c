"""Firefox and WebKit for tests, as usual or restricted, and what a reader does in them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import firefox
import pytest
import webkit
from webdriver import Window

SESSION, QUIZ, REVIEW, EXAM, PROGRESS = "learn/roles/", "quiz/prepare-data/", "review/", "exam/", "progress/"
STATE = ".quiz-intro.ready p"
ANSWERED = r"^{} of \d+ answered, {} right\."
Start = Callable[[], AbstractContextManager[Window]]
USUAL: dict[str, Start] = {"Firefox": firefox.firefox, "WebKit": webkit.webkit}
WITHOUT_STORAGE: dict[str, Start] = {
    "Firefox": lambda: firefox.firefox(network_cookie_cookieBehavior=2),  # as its setting "All cookies" does
    "WebKit": lambda: webkit.webkit("--enable-html5-local-storage=false"),
}
WITHOUT_SCRIPT: dict[str, Start] = {
    "Firefox": lambda: firefox.firefox(javascript_enabled=False),
    "WebKit": lambda: webkit.webkit("--enable-javascript=false"),
}
FROM_A_FOLDER: dict[str, Start] = {
    "Firefox": lambda: firefox.firefox(remote_prefs_recommended=False),  # which let the files of a folder share storage
    "WebKit": webkit.webkit,
}
THERE = {
    "Firefox": (firefox.PATH, firefox.MISSING),
    "WebKit": (webkit.PATH, webkit.MISSING),
}
BROWSERS = [
    pytest.param(name, marks=pytest.mark.skipif(path is None, reason=reason)) for name, (path, reason) in THERE.items()
]


def visit(window: Window, address: str) -> None:
    """Open a page of questions, and wait until they can be answered."""
    window.goto(address)
    window.wait_until_visible(STATE)


def answer(window: Window, number: int = 0, right: bool = True) -> None:
    """Choose an option of a question, the first on the page for 0, and submit it."""
    option = "[data-correct]" if right else "input:not([data-correct])"
    quiz = f"document.querySelectorAll('.quiz.ready')[{number}]"
    id = window.evaluate(f"{quiz}.querySelector(`fieldset {option}`).id")
    window.click(f"label[for='{id}']")
    window.click(f".quiz.ready:has([id='{id}']) .quiz-button")
    window.wait_until_visible(f".quiz.answered:has([id='{id}']) .verdict")


def rate(window: Window, rating: int = 3) -> str:
    """Rate the card that is shown; its front."""
    window.wait_for("document.querySelector('#review-front')?.textContent")
    front = window.text("#review-front")
    window.click("#review-show button")
    window.click(f"#review-rate button[value='{rating}']")
    return front
