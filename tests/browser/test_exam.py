"""Taking a practice exam: kept across reloads and tabs, timed, graded, and recorded as the page says."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from exam_page import begin, finish, hand_in, opened, rows
from in_browser import EVENING, NASTY, Context
from playwright.sync_api import Page, expect


def answer_all(page: Page, deck: dict[str, Any]) -> None:
    """Every question of the paper as it should be; short answers with a line."""
    questions = {f"question:{item['id']}": item for item in deck["questions"]}
    for section in page.locator(".exam-question").all():
        item = questions.get(section.get_attribute("data-key") or "")
        if not item:
            section.locator("textarea").fill(NASTY)
        for blank, field in zip(item["blanks"] if item else [], section.locator(".blank").all(), strict=True):
            field.fill(f" {blank.split('|')[-1].upper()} ")
        for html, right in item["options"] if item else []:
            if right:
                text = page.evaluate(
                    "html => new DOMParser().parseFromString(html, 'text/html').body.textContent", html
                )
                section.locator("input").and_(page.locator(f"[value={json.dumps(text.strip())}]")).check()


def test_answers_are_withheld_until_the_end_then_all_is_marked_and_recorded(
    page: Page, site: str, deck: dict[str, Any]
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    begin(page, site)
    assert page.locator(".exam-question").count() == 5
    assert page.locator("[data-correct], .verdict, .why").count() == 0
    assert not any("reasons" in url for url in asked)
    answer_all(page, deck)
    expect(page.locator(".exam-left")).to_have_text("All are answered.")
    hand_in(page, marked=False)
    for box in page.locator(".points input").all():
        box.check()
    finish(page)
    expect(page.locator(".exam-score")).to_have_text("5 of 5 points")
    expect(page.locator(".verdict.right")).to_have_count(5)
    expect(page.locator(".why")).to_have_count(4)  # the short answer has its key points
    expect(page.locator(".written").filter(has_text="<img")).to_have_text(NASTY)
    assert page.title() != "bad" and page.locator("#exam img").count() == 0
    assert len(rows(page, "answered")) == 4 and all(row[4] for row in rows(page, "answered"))
    assert [row[5] for row in rows(page, "ticked")] == [[]]
    [finished] = rows(page, "finished")
    assert (len(finished[4]), finished[5], finished[7]) == (5, [], "")


def test_what_is_left_empty_is_counted_but_never_answered(page: Page, site: str) -> None:
    begin(page, site)
    hand_in(page)
    expect(page.locator(".exam-score")).to_have_text("0 of 5 points")
    expect(page.get_by_text("0 not right, 5 left blank.")).to_be_visible()
    assert rows(page, "answered") == rows(page, "ticked") == []
    assert len(rows(page, "finished")[0][5]) == 5
    page.reload()
    page.get_by_role("button", name="See it again").click()
    expect(page.locator(".exam-score")).to_be_focused()
    assert len(rows(page, "finished")) == 1


def test_a_paper_is_as_it_was_left(page: Page, site: str) -> None:
    page.clock.install(time=EVENING / 1000)
    begin(page, site, minutes="10")
    before = page.locator(".exam-question").evaluate_all("all => all.map(one => one.innerText)")
    page.locator("textarea").fill("Half a sen")
    page.locator(".options input").first.check()
    page.reload()  # before a draft is written by its delay
    expect(page.locator("textarea")).to_have_value("Half a sen")
    expect(page.locator(".options input").first).to_be_checked()
    expect(page.locator(".exam-status")).to_have_text("Your exam is as you left it: 2 of 5 answered.")
    assert page.locator(".exam-question").evaluate_all("all => all.map(one => one.innerText)") == before
    page.clock.fast_forward(120_000)
    expect(page.locator(".exam-clock")).to_have_text("8 minutes left")
    page.reload()
    expect(page.locator(".exam-clock")).to_have_text("8 minutes left")


def test_the_clock_is_heard_at_few_moments(page: Page, site: str) -> None:
    page.clock.install(time=EVENING / 1000)
    begin(page, site, minutes="20")
    page.evaluate(
        """() => {
          window.heard = []
          const line = document.querySelector('.exam-status')
          new MutationObserver(() => heard.push(line.textContent)).observe(line, {childList: true})
        }"""
    )
    for _ in range(23):
        page.clock.run_for(50_000)
    assert page.evaluate("heard") == ["10 minutes left.", "5 minutes left.", "1 minute left."]
    expect(page.locator(".exam-clock")).to_have_text("50 seconds left")
    page.locator("textarea").fill("Just in time")
    page.clock.run_for(51_000)
    expect(page.locator(".exam-status")).to_have_text("Time is up. Now grade your own short answers.")
    expect(page.locator(".written")).to_have_text("Just in time")
    finish(page)
    assert rows(page, "finished")[0][6] == 1200


def test_time_that_ran_out_while_away_ends_the_paper_as_it_was(context: Context, site: str) -> None:
    browser = context()
    page = browser.new_page()
    page.clock.install(time=EVENING / 1000)
    begin(page, site, minutes="10")
    page.locator(".options input").first.check()
    page.close()
    later = browser.new_page()
    later.clock.install(time=EVENING / 1000 + 86_400)
    opened(later, site)
    expect(later.locator(".exam-status")).to_contain_text("Time ran out while you were away.")
    expect(later.locator(".exam-score")).to_be_visible()
    expect(later.get_by_text("4 left blank. You took 10 minutes; the limit was 10.")).to_be_visible()
    assert [row[6] for row in rows(later, "finished")] == [600]


def test_no_limit_has_no_end(page: Page, site: str) -> None:
    page.clock.install(time=EVENING / 1000)
    begin(page, site)
    page.clock.fast_forward(90_000_000)
    expect(page.locator(".exam-clock")).to_have_text("No limit")
    expect(page.locator(".exam-score")).to_have_count(0)


@pytest.mark.parametrize(("hours", "says"), [(3, "You took 180 minutes."), (240, "")])
def test_the_result_has_no_time_of_an_exam_that_was_left_open(hours: int, says: str, page: Page, site: str) -> None:
    page.clock.install(time=EVENING / 1000)
    begin(page, site)
    page.clock.pause_at(EVENING / 1000 + hours * 3600)
    hand_in(page)
    line = page.locator(".exam-score + p")
    expect(line).to_contain_text(f"left blank. {says}".strip())
    assert ("You took" in line.inner_text()) is bool(says)


def test_a_question_that_vanished_is_not_asked_and_does_not_count(page: Page, site: str, deck: dict[str, Any]) -> None:
    begin(page, site)
    keys = page.locator(".exam-question").evaluate_all("all => all.map(one => one.dataset.key)")
    gone = next(key for key in keys if key.startswith("question:")).removeprefix("question:")
    page.locator(f"[data-key='question:{gone}'] input").first.focus()
    left = deck | {"questions": [item for item in deck["questions"] if item["id"] != gone]}
    page.route("**/study.json", lambda route: route.fulfill(json=left))
    page.reload()
    expect(page.locator(".exam-question")).to_have_count(4)
    expect(page.locator(".exam-gone")).to_contain_text("1 question has been removed from this site")
    hand_in(page)
    expect(page.locator(".exam-score")).to_have_text("0 of 4 points")
    assert f"question:{gone}" not in rows(page, "finished")[0][5]


def test_two_tabs_fill_in_one_paper_and_it_counts_once(context: Context, site: str) -> None:
    browser = context()
    one = begin(browser.new_page(), site)
    two = opened(browser.new_page(), site)
    one.locator("textarea").fill("From the first tab")
    two.locator(".options input").first.check()
    expect(two.locator("textarea")).to_have_value("From the first tab")
    expect(one.locator(".options input").first).to_be_checked()
    expect(one.locator(".exam-open")).to_have_text("2 of 5 answered")
    hand_in(one, marked=False)
    expect(two.locator(".exam-status")).to_contain_text("handed in in another tab")
    finish(one)
    expect(two.locator(".exam-score")).to_be_visible()
    assert len(rows(one, "finished")) == 1 == len(rows(one, "ticked"))
    one.get_by_role("button", name="Choose another exam").click()
    one.get_by_role("button", name="Begin the exam").click()
    expect(two.locator(".exam-status")).to_have_text("This exam was closed in another tab.")
    expect(two.get_by_text("You have an unfinished exam")).to_be_visible()


def test_a_paper_can_be_thrown_away(page: Page, site: str) -> None:
    begin(page, site)
    page.get_by_text("Stop without grading").click()
    page.get_by_role("button", name="Discard the exam").click()
    expect(page.get_by_role("heading", name="Choose your exam")).to_be_focused()
    page.reload()
    expect(page.get_by_role("button", name="Begin the exam")).to_be_visible()
    assert rows(page, "finished") == []


def test_the_form_says_how_many_fit(page: Page, site: str) -> None:
    opened(page, site)
    page.get_by_label("Stage").select_option("frame")
    page.get_by_label("Questions").select_option("40")
    expect(page.locator(".exam-fits")).to_have_text(re.compile(r"^Only \d+ questions fit"))
