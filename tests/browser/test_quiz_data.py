"""A quiz page while the record changes elsewhere: in another tab, by an import, and by erasing it."""

from __future__ import annotations

from pathlib import Path

from in_browser import Context, take_file
from playwright.sync_api import Page, expect
from quiz_page import QUIZ, RIGHT, WRONG, answer, chosen, quiz


def test_another_tab_sees_an_answer_and_loses_none_of_its_own(context: Context, site: str) -> None:
    tabs = context()
    one, other = tabs.new_page(), tabs.new_page()
    for tab in (one, other):
        tab.goto(site + QUIZ)
    other.locator("#quiz-wrangler-home input").fill("Stud")
    quiz(other, "overwritten-train-file").get_by_label("Encrypt the bucket with a KMS key").check()
    answer(one, WRONG)
    answer(one, "Turn on versioning for the bucket", "overwritten-train-file")
    expect(quiz(other).locator(".verdict")).to_contain_text("Not right.")
    expect(other.locator(".quiz-intro p")).to_contain_text("1 of 15 answered, 0 right.")
    expect(other.locator("#quiz-wrangler-home input")).to_have_value("Stud")
    expect(quiz(other, "overwritten-train-file").get_by_label("Encrypt the bucket with a KMS key")).to_be_checked()
    other.locator("#quiz-wrangler-home input").press("Enter")
    expect(one.locator("#quiz-wrangler-home .verdict")).to_have_text("Not right. Expected: Canvas.")
    one.reload()
    expect(one.locator(".quiz-intro p")).to_contain_text("3 of 15 answered, 1 right.")


def your_data(page: Page, site: str) -> Page:
    page.goto(site + "review/")
    page.locator("#review-data summary").click()
    expect(page.locator("#review-erase")).to_be_enabled()
    return page


def test_an_import_is_shown(context: Context, site: str, tmp_path: Path) -> None:
    first, second = context().new_page(), context()
    first.goto(site + QUIZ)
    answer(first, WRONG)
    with first.expect_download() as exported:
        your_data(first, site).locator("#review-export").click()
    exported.value.save_as(tmp_path / "study.json")
    quizzes, data = second.new_page(), second.new_page()
    quizzes.goto(site + QUIZ)
    take_file(your_data(data, site), tmp_path / "study.json")
    expect(quiz(quizzes).get_by_label(WRONG, exact=True)).to_be_checked()
    expect(quiz(quizzes).locator(".verdict")).to_contain_text("Not right.")
    quizzes.reload()
    expect(quiz(quizzes).get_by_label(WRONG, exact=True)).to_be_checked()


def test_an_erased_record_leaves_no_choices(context: Context, site: str) -> None:
    tabs = context()
    one, other = tabs.new_page(), tabs.new_page()
    for tab in (one, other):
        tab.goto(site + QUIZ)
    answer(one, WRONG)
    expect(chosen(other)).to_have_count(1)
    data = your_data(tabs.new_page(), site)
    data.locator("#review-erase").click()
    data.get_by_role("button", name="Erase everything").click()
    for tab in (one, other):
        expect(chosen(tab)).to_have_count(0)
        expect(tab.locator(".verdict")).to_have_count(0)
        expect(tab.locator(".quiz-intro p")).to_contain_text("0 of 15 answered, 0 right.")
    one.reload()
    expect(chosen(one)).to_have_count(0)
    answer(one, RIGHT)
    expect(quiz(other).locator(".verdict")).to_have_text("Right.")
