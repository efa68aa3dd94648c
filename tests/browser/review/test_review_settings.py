"""The settings of the review: the daily limit, and the exam and its plan."""

from __future__ import annotations

import pytest
from in_browser import EVENING, FULL, Context, violations_in_both_schemes
from playwright.sync_api import Page, expect
from review_page import URL, button, part, visit, with_rows


def test_the_exam_is_a_plan_that_names_and_sets_the_cards_a_day(opened: Page) -> None:
    opened.get_by_text("Daily limit and exam").click()
    expect(opened.get_by_label("What it covers")).to_be_hidden()
    opened.get_by_label("Date of your exam").fill("2026-12-01")
    opened.keyboard.press("Tab")
    plan = part(opened, "plan")
    expect(plan).to_contain_text("8 days. At 20 cards a day,")
    expect(plan).to_contain_text("cards stay unseen: the ones that the exam asks about least.")
    assert violations_in_both_schemes(opened) == []
    opened.get_by_label("What it covers").select_option("Compliance Officer")
    expect(plan).to_contain_text("Compliance Officer: ")
    plan.get_by_text("What stays unseen").click()
    set_it = plan.get_by_role("button")
    number = set_it.inner_text().removeprefix("Set ").removesuffix(" cards a day")
    part(opened, "set").evaluate("line => line.replaceChildren()")
    set_it.click()
    expect(part(opened, "set")).to_have_text("Saved.")
    expect(plan).to_contain_text(f"At {number} cards a day, you see all of them before the exam.")
    expect(opened.get_by_label("Cards a day")).to_have_value(number)
    expect(opened.get_by_label("Cards a day")).to_be_focused()
    opened.reload()
    opened.get_by_text("Daily limit and exam").click()
    expect(opened.get_by_label("What it covers")).to_have_value("persona=compliance-officer")
    opened.get_by_label("Date of your exam").fill("2026-11-24")
    opened.get_by_label("Date of your exam").blur()
    expect(plan).to_contain_text("because only one of a term's two cards comes up each day.")


@pytest.mark.parametrize(
    ("exam", "tally", "plan"),
    [
        ("2026-11-30", "6 days to the exam", "cards, 6 days and the hours until 4 in the morning."),
        ("2026-11-24", "exam today", "cards, only the hours until 4 in the morning."),
    ],
)
def test_after_midnight_the_plan_and_the_tally_name_the_same_days(
    exam: str, tally: str, plan: str, context: Context, site: str
) -> None:
    page = with_rows(context, ["before-1", EVENING, "set", "setting:exam", exam]).new_page()
    page.clock.set_fixed_time((EVENING + 3.5 * 3_600_000) / 1000)  # half past midnight, on November 24
    page.goto(site + URL)
    expect(part(page, "tally")).to_contain_text(tally)
    page.get_by_text("Daily limit and exam").click()
    expect(part(page, "plan")).to_contain_text(plan)


def test_the_reader_sets_a_limit_and_an_exam(opened: Page) -> None:
    opened.get_by_text("Daily limit and exam").click()
    opened.get_by_label("Cards a day").fill("5")
    opened.keyboard.press("Tab")
    expect(part(opened, "tally")).to_have_text("5 new")
    expect(part(opened, "set")).to_have_text("Saved.")
    opened.get_by_label("Date of your exam").fill("2026-12-01")
    opened.keyboard.press("Tab")
    expect(part(opened, "tally")).to_have_text("5 new · 8 days to the exam")
    button(opened, "Show the answer").click()
    easy = part(opened, "rate").locator("[value='4'] small").first.inner_text()
    assert easy in ("1 day", *(f"{days} days" for days in range(2, 8))), "without the exam, it would be 8 days"
    opened.reload()
    opened.get_by_text("Daily limit and exam").click()
    expect(opened.get_by_label("Cards a day")).to_have_value("5")
    expect(opened.get_by_label("Date of your exam")).to_have_value("2026-12-01")


@pytest.mark.parametrize("value", ["0", "2.5", "", "10000"])
def test_a_limit_that_is_none_is_not_kept(value: str, opened: Page) -> None:
    opened.get_by_text("Daily limit and exam").click()
    opened.get_by_label("Cards a day").fill("7")
    opened.keyboard.press("Tab")
    expect(part(opened, "tally")).to_have_text("7 new")
    opened.get_by_label("Cards a day").fill(value)
    opened.keyboard.press("Tab")
    expect(part(opened, "set")).to_contain_text("Not saved: ")
    expect(part(opened, "tally")).to_have_text("7 new")


def test_a_setting_that_is_not_stored_says_so(context: Context, site: str) -> None:
    made = context(timezone_id="Europe/London")
    made.add_init_script(FULL)
    page = visit(made, site)
    page.get_by_text("Daily limit and exam").click()
    page.get_by_label("Cards a day").fill("5")
    page.keyboard.press("Tab")
    expect(part(page, "set")).to_have_text("Not stored: it counts until you close the page.")
    page.get_by_text("Your data", exact=True).click()
    expect(part(page, "keeps")).to_have_text(
        "This browser does not store your record. Export it before you close the page."
    )
