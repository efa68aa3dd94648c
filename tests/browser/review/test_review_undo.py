"""Ratings taken back, cards skipped for today, and cards set aside."""

from __future__ import annotations

from in_browser import violations_in_both_schemes
from playwright.sync_api import Page, expect
from review_page import button, part, rate, rows


def test_the_last_rating_is_taken_back_even_after_a_reload(opened: Page) -> None:
    expect(button(opened, "Undo")).to_be_hidden()
    name = part(opened, "front").inner_text()
    rate(opened, "Easy")
    opened.reload()
    button(opened, "Undo").click()
    expect(part(opened, "status")).to_have_text(f"Undone: {name}.")
    expect(part(opened, "front")).to_have_text(name)
    expect(part(opened, "card")).to_be_focused()
    expect(part(opened, "tally")).to_have_text("20 new")
    expect(button(opened, "Undo")).to_be_hidden()


def test_a_card_is_skipped_for_today(opened: Page) -> None:
    name = part(opened, "front").inner_text()
    button(opened, "Skip for today").click()
    expect(part(opened, "status")).to_have_text(
        "Skipped for today. It comes back tomorrow, Tuesday, November 24, 2026."
    )
    expect(part(opened, "front")).not_to_have_text(name)
    opened.reload()
    expect(part(opened, "front")).not_to_have_text(name)
    button(opened, "Undo").click()
    expect(part(opened, "front")).to_have_text(name)


def test_a_card_set_aside_is_listed_and_taken_back(opened: Page) -> None:
    name = part(opened, "front").inner_text()
    expect(part(opened, "cards")).to_be_hidden()
    button(opened, "Set aside").click()
    expect(part(opened, "status")).to_have_text('Set aside. Take it back under "Cards you set aside."')
    expect(part(opened, "front")).not_to_have_text(name)
    opened.get_by_text("Cards you set aside", exact=True).click()
    items = part(opened, "cards-aside").get_by_role("listitem")
    expect(items).to_contain_text(f"{name}: what it means")
    assert violations_in_both_schemes(opened) == []
    items.get_by_role("button", name=f"Take back {name}").click()
    expect(part(opened, "cards")).to_be_hidden()
    assert [row[3:] for row in rows(opened, "aside")][-1] == ["term:data-engineer:definition", False]
