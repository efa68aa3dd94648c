"""The result after the last question: what was missed, what to read, and how it looks."""

from __future__ import annotations

import pytest
from in_browser import Context, moved, small, violations_in_both_schemes
from playwright.sync_api import Page, expect
from quiz_steps import SESSION, answer, answer_all, on


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
