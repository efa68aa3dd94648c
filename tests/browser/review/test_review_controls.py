"""The controls of the review: keys, names, roles, and the size of targets."""

from __future__ import annotations

from in_browser import small
from playwright.sync_api import Page, expect
from review_page import button, open_data, part, rows


def test_the_keyboard_alone_reviews(opened: Page) -> None:
    expect(part(opened, "card")).to_be_focused()
    for key in "1234":
        opened.keyboard.press(key)  # nothing is shown yet
        opened.keyboard.press("Space")
        expect(part(opened, "back")).to_be_focused()
        opened.keyboard.press("Control+" + key)
        opened.keyboard.press(key)
        expect(part(opened, "card")).to_be_focused()
    assert [row[4] for row in rows(opened)] == [1, 2, 3, 4]
    assert opened.evaluate("scrollY") < 300
    opened.keyboard.press("Tab")
    expect(button(opened, "Show the answer")).to_be_focused()
    opened.keyboard.press("Enter")
    for _ in range(3):  # the link, Again, Hard
        opened.keyboard.press("Tab")
    opened.keyboard.press("Space")
    assert len(rows(opened)) == 5


def test_keys_elsewhere_are_left_alone(opened: Page) -> None:
    button(opened, "Show the answer").click()
    opened.get_by_text("Daily limit and exam").click()
    opened.get_by_label("Cards a day").press("1")
    opened.locator("body").press("1")
    assert rows(opened) == []


def test_a_key_held_down_rates_once(opened: Page) -> None:
    opened.keyboard.down("Space")
    opened.keyboard.down("Space")
    for _ in range(3):
        opened.keyboard.down("3")
    assert len(rows(opened)) == 1


def test_roles_and_names(opened: Page) -> None:
    expect(opened.get_by_role("region", name="What does this mean? Data Engineer")).to_be_visible()
    button(opened, "Show the answer").click()
    expect(opened.get_by_role("group", name="Answer")).to_be_focused()
    ratings = opened.get_by_role("group", name="How well did you know it?").get_by_role("button")
    for one, name in zip(ratings.all(), ["Again 1 day", "Hard 2 days", "Good 3 days", "Easy 8 days"], strict=True):
        expect(one).to_have_accessible_name(name)
    assert opened.locator(".review [role=status]").count() == 4


def test_targets_are_44_px(opened: Page) -> None:
    button(opened, "Show the answer").click()
    open_data(opened)
    opened.get_by_text("Daily limit and exam").click()
    assert small(opened.locator(".review :is(button, summary, input)"), wide=44) == []
