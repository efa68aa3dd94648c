"""The term card by touch: the first tap shows it, and the second follows the link."""

from __future__ import annotations

from in_browser import Context, small
from playwright.sync_api import expect
from term_card import PAGE, card, term


def test_the_first_tap_shows_and_the_second_follows(context: Context, site: str) -> None:
    page = context(has_touch=True).new_page()
    page.goto(site + PAGE)
    term(page).tap()
    expect(card(page)).to_be_visible()
    assert page.url.endswith(PAGE)
    term(page).tap()
    page.wait_for_url("**/glossary/data-engineer/")


def test_the_card_leads_to_the_entry_by_tap(context: Context, site: str) -> None:
    page = context(has_touch=True).new_page()
    page.goto(site + PAGE)
    term(page).tap()
    way = card(page).get_by_text("Open the entry")
    assert small(way) == []
    way.tap()
    page.wait_for_url("**/glossary/data-engineer/")


def test_a_first_tap_on_another_term_shows_its_definition(context: Context, site: str) -> None:
    page = context(has_touch=True, width=1280).new_page()
    page.goto(site + PAGE)
    term(page).tap()
    expect(card(page)).to_contain_text("Data Engineer")
    term(page, 2).tap()
    expect(card(page)).to_contain_text("MLOps Engineer")
    assert page.url.endswith(PAGE)


def test_a_tap_elsewhere_puts_the_card_away(context: Context, site: str) -> None:
    page = context(has_touch=True).new_page()
    page.goto(site + PAGE)
    term(page).tap()
    expect(card(page)).to_be_visible()
    page.locator("h1").tap()
    expect(card(page)).to_be_hidden()
