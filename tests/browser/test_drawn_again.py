"""Home and progress, drawn after a change of the record: new numbers, and the focus on the same link."""

from __future__ import annotations

from typing import Any

import pytest
from in_browser import DAY, EVENING
from playwright.sync_api import Page, expect
from progress_page import with_record

LOG = "assets/javascripts/study/browser-log.js"
BACK = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"  # from the back/forward cache
FOCUS = "dispatchEvent(new Event('focus'))"
MARK = "document.activeElement.mark = true"


def add(page: Page, site: str, *event: Any) -> None:
    page.evaluate("async ([at, event]) => (await import(at)).log.add(...event)", [site + LOG, event])


def test_progress_shows_new_numbers_around_the_focus(page: Page, site: str, deck: dict[str, Any]) -> None:
    one, other = (f"question:{item['id']}" for item in deck["questions"][:2])
    with_record(page, site, ["answered", one, False, []], ["answered", other, False, []])
    main = page.locator("#progress")
    main.get_by_role("link", name="Practice your 2 missed questions").focus()
    add(page, site, "answered", one, True, [])
    expect(main.get_by_role("link", name="Practice the question you missed")).to_be_focused()
    expect(page.locator(".progress-sum")).to_contain_text("1 right, 1 weak.")
    add(page, site, "answered", other, True, [])
    expect(page.locator(".progress-sum a").first).to_be_focused()  # the link is gone


def test_progress_keeps_the_one_of_two_links_with_an_address_and_what_is_open(page: Page, site: str) -> None:
    with_record(page, site, ["rated", "term:bias:name", 3])
    main = page.locator("#progress")
    main.get_by_text("By persona: the numbers").click()
    review = main.get_by_role("link", name="Review: 19 new")
    assert review.get_attribute("href") == page.locator(".progress-sum a").first.get_attribute("href")
    review.focus()
    add(page, site, "rated", "term:lineage:name", 3)
    expect(main.get_by_role("link", name="Review: 18 new")).to_be_focused()
    expect(main.locator("details[open] summary")).to_have_text("By persona: the numbers")
    main.locator("details[open] summary").focus()
    add(page, site, "rated", "term:lineage:definition", 3)
    expect(page.locator(".progress-sum")).to_contain_text("3 of")
    expect(main.locator("details[open] summary")).to_be_focused()


@pytest.mark.parametrize("path", ["", "progress/"])
@pytest.mark.parametrize("event", [BACK, FOCUS])
def test_what_would_look_the_same_is_left_alone(event: str, path: str, page: Page, site: str) -> None:
    with_record(page, site, ["rated", "term:bias:name", 3], path=path)
    page.get_by_role("link", name="Review: 19 new").focus()
    page.evaluate(MARK)
    page.evaluate(event)
    assert page.evaluate("document.activeElement.mark") is True
    expect(page.locator("#progress, .home-progress")).not_to_contain_text("changed")


@pytest.mark.parametrize("path", ["", "progress/"])
def test_another_day_has_other_numbers_and_the_same_focus(path: str, page: Page, site: str) -> None:
    with_record(page, site, ["rated", "term:bias:name", 1], path=path)
    page.get_by_role("link", name="Review: 19 new").focus()
    page.clock.set_fixed_time((EVENING + 2 * DAY) / 1000)
    page.evaluate(FOCUS)
    expect(page.get_by_role("link", name="Review: 1 due, 19 new")).to_be_focused()


def test_home_counts_down_to_the_exam_at_midnight(page: Page, site: str) -> None:
    with_record(page, site, ["set", "setting:exam", "2026-11-27"], path="")
    box = page.get_by_role("region", name="Where you stand")
    expect(box).to_contain_text("Exam in 4 days.")
    page.clock.set_fixed_time((EVENING + 4 * DAY / 24) / 1000)  # one o'clock: the evening goes on
    page.evaluate(FOCUS)
    expect(box).to_contain_text("Exam in 3 days.")


def test_home_keeps_the_focus_when_another_tab_writes(page: Page, site: str) -> None:
    with_record(page, site, ["rated", "term:bias:name", 3], path="")
    page.get_by_role("link", name="Review: 19 new").focus()
    add(page, site, "rated", "term:lineage:name", 3)
    expect(page.get_by_role("link", name="Review: 18 new")).to_be_focused()
