"""The reader's progress on the home page: nothing without a record, then numbers and the next step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from in_browser import DAY, EVENING
from playwright.sync_api import Page, expect
from progress_page import gzipped, with_record


def test_home_shows_nothing_and_loads_nothing_without_a_record(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site, wait_until="networkidle")
    assert page.locator(".home-progress").count() == 0
    assert not any("/study" in url for url in asked)


def test_home_says_where_you_stand_in_the_numbers_of_review(page: Page, site: str) -> None:
    events = [
        ["rated", "term:bias:name", 1],
        ["rated", "term:bias:definition", 1],
        ["answered", "question:x", True, []],
    ]
    with_record(page, site, *events, path="", now=EVENING + 2 * DAY)
    box = page.get_by_role("region", name="Where you stand")
    expect(box).to_contain_text("Questions answered: 1. Cards reviewed: 2.")
    expect(box.get_by_role("link", name="Review: 1 due, 19 new")).to_be_visible()
    expect(box.get_by_role("link", name="See where you stand")).to_have_attribute("href", site + "progress/")
    page.route("**/study.json", lambda route: route.abort())
    page.reload()
    expect(box.get_by_role("link", name="Review", exact=True)).to_be_visible()


def test_home_and_progress_agree_on_an_exam_of_which_questions_have_left(
    page: Page, site: str, deck: dict[str, Any]
) -> None:
    right, wrong = (f"question:{item['id']}" for item in deck["questions"][:2])
    exam = ["finished", "exam:a", [right, "question:gone"], [wrong, "answer:gone"], 60, ""]
    with_record(page, site, exam, path="")
    expect(page.get_by_role("region", name="Where you stand")).to_contain_text("Last exam: 1 of 2 right.")
    with_record(page, site, exam)
    expect(page.get_by_role("link", name="1 of 2: take another exam")).to_be_visible()
    with_record(page, site, ["read", "page:workflow", True], [*exam[:2], ["question:gone"], [], 60, ""], path="")
    expect(page.get_by_role("region", name="Where you stand")).to_contain_text("Pages read: 1.")
    expect(page.get_by_role("region", name="Where you stand")).not_to_contain_text("Last exam")


def test_what_home_pays(folder: Path) -> None:
    """For readers without a record at most 2 KB gzipped. With one, it asks the deck, as the review page does."""
    assert gzipped(folder, "home.js", "record-key.js") <= 2048


def test_home_continues_with_the_first_session_that_is_not_read(page: Page, site: str) -> None:
    box = page.get_by_role("region", name="Where you stand")
    with_record(page, site, ["read", "page:learn/roles", True], path="")
    expect(box.get_by_role("link", name="Continue: session 2, Get the data and protect it")).to_have_attribute(
        "href", site + "learn/data/"
    )
    with_record(page, site, ["read", "page:workflow", True], path="")
    expect(box.get_by_role("link", name="See where you stand")).to_be_visible()
    expect(box.get_by_role("link", name="Continue")).to_have_count(0)


def test_home_continues_with_a_first_session_that_was_left_in_the_middle(
    page: Page, site: str, deck: dict[str, Any]
) -> None:
    box = page.get_by_role("region", name="Where you stand")
    keys = [[key for key in session[2] if key.startswith("question:")] for session in deck["sessions"]]
    with_record(page, site, ["answered", keys[0][0], True, []], path="")
    expect(box.get_by_role("link", name="Continue: session 1,")).to_have_attribute("href", site + "learn/roles/")
    with_record(page, site, ["answered", keys[4][-1], True, []], path="")
    expect(box.get_by_role("link", name="See where you stand")).to_be_visible()
    expect(box.get_by_role("link", name="Continue")).to_have_count(0)


def test_home_offers_what_was_missed_and_has_one_primary_button(page: Page, site: str, deck: dict[str, Any]) -> None:
    box = page.get_by_role("region", name="Where you stand")
    primary = page.locator("article .md-button--primary:visible")
    with_record(page, site, ["answered", "question:csv-layout", False, []], path="")
    expect(box.get_by_role("link", name="Practice the question you missed")).to_be_visible()
    expect(primary).to_have_text(["Practice the question you missed"])
    missed = [["answered", f"question:{item['id']}", False, []] for item in deck["questions"][:2]]
    with_record(page, site, *missed, ["read", "page:learn/roles", True], path="")
    expect(primary).to_have_text(["Continue: session 2, Get the data and protect it"])
    box.get_by_role("link", name="Practice your 2 missed questions").click()
    expect(page.locator("#review-tally")).to_have_text("2 missed")
    with_record(page, site, ["read", "page:workflow", True], path="")
    expect(box.get_by_role("link", name="Practice your")).to_have_count(0)
    page.evaluate("localStorage.clear()")
    page.goto(site)
    expect(primary).to_have_text(["Start the course"])
