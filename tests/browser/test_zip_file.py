"""The zip file of the site, opened from a folder: all features that need JavaScript work there."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from in_browser import Context
from playwright.sync_api import Page, expect

APART = "this browser stores what you do on each page separately"


@pytest.fixture(scope="module")
def unzipped(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """In a folder whose name needs escapes."""
    place = tmp_path_factory.mktemp("zip") / "my site #1"
    with zipfile.ZipFile(folder / "exports" / "site.zip") as zipped:
        zipped.extractall(place)
    yield place / "site"
    shutil.rmtree(place)


@pytest.fixture
def there(context: Context, unzipped: Path) -> tuple[Page, str]:
    """A page, and the address of the folder."""
    return context(width=1000).new_page(), f"{unzipped.as_uri()}/"


def answer(page: Page, root: str) -> None:
    """Answer the first question of a quiz, and get it wrong."""
    page.goto(f"{root}quiz/prepare-data.html")
    quiz = page.locator(".quiz.ready").first
    wrong = quiz.locator("fieldset input:not([data-correct])").first
    page.locator(f"label[for='{wrong.get_attribute('id')}']").click()
    quiz.get_by_role("button", name="Submit").click()
    expect(quiz.locator(".verdict")).to_contain_text("Not right.")


def dead_links(page: Page) -> list[str]:
    """The links of the page that lead to a folder or to no file."""
    links = page.evaluate("[...document.querySelectorAll('a[href]')].map(link => link.href)")
    own = [link for link in links if link.startswith("file:")]
    assert own
    return [link for link in own if not Path(unquote(urlsplit(link).path)).is_file()]


def test_a_term_shows_its_definition(there: tuple[Page, str]) -> None:
    page, root = there
    page.goto(f"{root}workflow.html")
    page.locator("article a.term").first.hover()
    expect(page.locator(".term-card")).to_be_visible()
    expect(page.locator(".term-card span")).not_to_be_empty()


def test_a_missed_question_is_in_the_review_and_in_the_progress(there: tuple[Page, str]) -> None:
    page, root = there
    answer(page, root)
    expect(page.locator(".quiz-intro")).to_contain_text("Answers stay in this browser.")
    expect(page.get_by_text(APART)).to_have_count(0)
    page.goto(f"{root}review.html#only=missed")
    expect(page.locator("#review-front")).not_to_be_empty()
    page.locator("#review-show button").click()
    expect(page.locator("#review-why")).not_to_be_empty()
    assert dead_links(page) == []
    page.locator("#review-rate button[value='3']").click()
    expect(page.locator("#review-done")).to_be_visible()
    page.goto(f"{root}progress.html")
    expect(page.locator(".progress-sum")).to_contain_text("1 of")
    assert dead_links(page) == []
    page.goto(f"{root}index.html")
    expect(page.locator(".home-progress")).to_contain_text("Questions answered")
    assert dead_links(page) == []


def test_an_exam_is_begun_handed_in_and_listed(there: tuple[Page, str]) -> None:
    page, root = there
    page.goto(f"{root}exam.html")
    page.get_by_role("button", name="Begin the exam").click()
    expect(page.locator(".exam-question").first).to_be_visible()
    page.reload()
    expect(page.locator(".exam-status")).to_contain_text("Your exam is as you left it")
    page.get_by_role("button", name="Hand in and grade").click()
    page.get_by_role("button", name="Hand in anyway").click()
    show = page.get_by_role("button", name="Show the result")
    expect(show.or_(page.locator(".exam-score"))).to_be_visible()
    if show.is_visible():
        show.click()
    expect(page.locator(".exam-score")).to_be_visible()
    assert dead_links(page) == []
    page.goto(f"{root}progress.html")
    expect(page.locator("#exams")).to_be_visible()


def test_an_essay_a_short_answer_and_a_page_that_is_read_are_kept(there: tuple[Page, str]) -> None:
    page, root = there
    for name in ("essays/automation.html", "quiz/short-answer.html"):
        page.goto(root + name)
        page.locator("textarea").first.fill("Because I said so.")
        page.locator("textarea").first.blur()
        page.reload()
        expect(page.locator("textarea").first).to_have_value("Because I said so.")
    page.goto(f"{root}learn/index.html")
    page.get_by_role("button", name="I have read this page").click()
    page.goto(f"{root}progress.html")
    expect(page.locator(".pages .done-mark")).to_have_count(1)


def test_where_the_scripts_do_not_run_the_pages_say_so(context: Context, unzipped: Path) -> None:
    page = context(java_script_enabled=False).new_page()
    for name in ("review", "exam", "progress"):
        page.goto((unzipped / f"{name}.html").as_uri())
        expect(page.get_by_text("needs JavaScript").first).to_be_visible()
