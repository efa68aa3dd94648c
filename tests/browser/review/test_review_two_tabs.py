"""The review in two tabs: each shows the other's ratings, and none is lost."""

from __future__ import annotations

from in_browser import Context
from playwright.sync_api import expect
from review_page import button, part, rate, rows, visit


def test_two_tabs_ask_no_card_twice_and_lose_no_rating(context: Context, site: str) -> None:
    made = context()
    one, other = visit(made, site), visit(made, site)
    first = part(one, "front").inner_text()
    expect(part(other, "front")).to_have_text(first)
    rate(one, "Good")
    expect(part(other, "front")).not_to_have_text(first)
    expect(part(other, "tally")).to_have_text("19 new · 1 done today")
    rate(other, "Good")
    expect(part(one, "tally")).to_have_text("18 new · 2 done today")
    assert len({row[3] for row in rows(one)}) == 2


def test_another_tabs_rating_leaves_the_card_that_is_being_read(context: Context, site: str) -> None:
    made = context()
    one, other = visit(made, site), visit(made, site)
    rate(one, "Good")
    button(one, "Show the answer").click()
    name = part(one, "front").inner_text()
    other.get_by_text("Daily limit and exam").click()
    other.get_by_label("Cards a day").fill("9")
    other.keyboard.press("Tab")
    expect(part(one, "tally")).to_have_text("8 new · 1 done today")
    expect(part(one, "front")).to_have_text(name)
    expect(part(one, "back")).to_be_visible()
