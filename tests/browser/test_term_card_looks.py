"""The term card in any window: whole, beside its link, with an edge in forced colors, and still."""

from __future__ import annotations

import pytest
from in_browser import Context, moving
from playwright.sync_api import expect
from term_card import PAGE, card, focus, term


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_card_stays_inside_the_window(width: int, context: Context, site: str) -> None:
    page = context(width=width).new_page()
    page.goto(site + "quiz/govern/")
    for number in range(page.locator("article > p a.term").count()):
        link = page.locator("article > p a.term").nth(number)
        link.scroll_into_view_if_needed()
        link.hover()
        expect(card(page)).to_be_visible()
        box = card(page).bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert box["y"] >= 0 and box["y"] + box["height"] <= 800
        page.mouse.move(2, 790)
        expect(card(page)).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_at_200_percent_zoom_the_card_is_whole(context: Context, site: str) -> None:
    """Zooming to 200 % halves the window in CSS pixels and doubles their size."""
    page = context(width=195, height=400, device_scale_factor=2).new_page()
    page.goto(site + PAGE)
    focus(page, term(page, 3))
    expect(card(page)).to_be_visible()
    box = card(page).bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 195
    assert card(page).evaluate("card => card.scrollWidth <= card.clientWidth")


def test_the_card_never_covers_the_link_it_belongs_to(context: Context, site: str) -> None:
    page = context(height=500).new_page()
    page.goto(site + "topics/law-for-models/")
    lines = set()
    for number in range(10):
        link = term(page, number)
        focus(page, link)
        expect(card(page)).to_be_visible()
        above = link.evaluate("link => link.getBoundingClientRect().top")
        below = link.evaluate("link => link.getBoundingClientRect().bottom")
        box = card(page).bounding_box()
        assert box and (box["y"] >= below or box["y"] + box["height"] <= above)
        lines.add(link.evaluate("link => link.getClientRects().length"))
    assert lines == {1, 2}


def test_forced_colours_keep_the_cards_edge(context: Context, site: str) -> None:
    page = context(forced_colors="active").new_page()
    page.goto(site + PAGE)
    focus(page, term(page))
    assert card(page).evaluate("card => getComputedStyle(card).borderLeftWidth") == "2px"
    assert card(page).evaluate("card => getComputedStyle(card).borderLeftStyle") == "solid"


def test_reduced_motion_moves_nothing(context: Context, site: str) -> None:
    page = context(reduced_motion="reduce").new_page()
    page.goto(site + PAGE)
    focus(page, term(page))
    assert moving(page) == 0
    assert card(page).evaluate("card => getComputedStyle(card).transitionProperty") == "none"
