"""The review of a day: its cards and their order, its end, and when to come back."""

from __future__ import annotations

import json

import pytest
from in_browser import DAY, EVENING, KEY, Context
from playwright.sync_api import expect
from review_page import URL, limit, part, rate, rated, visit, with_rows


def test_what_is_due_comes_first_and_the_limit_leaves_it_there(context: Context, site: str) -> None:
    cards = ["term:lineage:name", "term:data-engineer:name", "answer:data-engineer-duties"]
    page = visit(with_rows(context, *(rated(n, card, 1, 9) for n, card in enumerate(cards)), limit(2)), site)
    expect(part(page, "tally")).to_have_text("3 due")


def test_confusable_terms_come_one_after_the_other(context: Context, site: str) -> None:
    """Model monitoring's own drifts are many; take any pair that the deck names."""
    made = context()
    page = made.new_page()
    page.goto(site + "assets/study.json")
    terms = json.loads(page.locator("body").inner_text())["terms"]
    known = {term["id"] for term in terms}
    one, other = next((t["id"], o) for t in terms for o in t["others"] if o in known)
    far = next(id for id in sorted(known) if id not in (one, other))
    cards = [(one, 9), (far, 8), (other, 7)]  # by recall, the stranger would stand between the two
    events = [rated(n, f"term:{id}:definition", 1, days) for n, (id, days) in enumerate(cards)]
    page = visit(with_rows(context, *events, limit(1)), site)
    names = {term["name"]: term["id"] for term in terms}
    asked = []
    for _ in range(3):
        asked.append(names[part(page, "front").inner_text()])
        rate(page, "Good")
    assert asked == [one, other, far]


def test_after_midnight_it_is_still_the_evening_and_tomorrow_is_named_only_where_it_is(
    context: Context, site: str
) -> None:
    made = with_rows(context, limit(1))
    page = made.new_page()
    page.clock.set_fixed_time((EVENING + 4 * 3_600_000) / 1000)  # one in the morning of Tuesday
    page.goto(site + URL)
    rate(page, "Easy")
    expect(part(page, "next")).to_have_text("Come back after 4 in the morning.")
    page.get_by_text("Daily limit and exam").click()
    page.get_by_label("A new day begins at").fill("0")
    page.keyboard.press("Tab")
    expect(part(page, "set")).to_have_text("Saved.")
    expect(part(page, "next")).to_have_text("Come back tomorrow, Wednesday, November 25, 2026.")


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Europe/London", "Pacific/Kiritimati"])
def test_review_home_and_progress_name_the_same_numbers(zone: str, context: Context, site: str) -> None:
    made = context(timezone_id=zone)
    text = ",\n".join(
        json.dumps(row)
        for row in [
            ["study", 1, 0],
            rated(1, "term:lineage:name", 1, 2),
            rated(2, "term:lineage:definition", 1, 3),
            rated(3, "term:bias:name", 3, 1),
            ["before-4", EVENING, "answered", "question:csv-layout", False, []],
            limit(6),
        ]
    )
    made.add_init_script(
        f"if (location.protocol === 'http:' && !localStorage.getItem('{KEY}')) localStorage.setItem('{KEY}', {json.dumps(text)})"
    )
    page = visit(made, site)
    said = "1 due, 1 missed, 4 new"
    expect(part(page, "tally")).to_have_text(said.replace(", ", " · "))
    for address in ("", "progress/"):
        other = made.new_page()
        other.clock.set_fixed_time(EVENING / 1000)
        other.goto(site + address)
        expect(other.get_by_role("link", name=f"Review: {said}")).to_be_visible()
    for _ in range(6):
        rate(page, "Good")
    expect(part(page, "end")).to_have_text("Done for today")
    for address in ("", "progress/"):
        other = made.new_page()
        other.clock.set_fixed_time(EVENING / 1000)
        other.goto(site + address)
        expect(other.get_by_text("Your review is done for today.")).to_be_visible()


def test_it_says_when_to_come_back(context: Context, site: str) -> None:
    page = visit(with_rows(context, limit(1)), site)
    rate(page, "Easy")
    expect(part(page, "end")).to_have_text("Done for today")
    expect(part(page, "next")).to_have_text("Come back tomorrow, Tuesday, November 24, 2026.")  # new cards wait
    expect(part(page, "done")).to_be_focused()


def test_a_page_left_open_over_night_asks_what_is_due_in_the_morning(context: Context, site: str) -> None:
    page = visit(with_rows(context, limit(1)), site)
    rate(page, "Again")
    rate(page, "Good")
    expect(part(page, "done")).to_be_visible()
    page.clock.set_fixed_time((EVENING + DAY / 2) / 1000)
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(part(page, "tally")).to_have_text("1 due")
