"""What the term card promises (WCAG 2.2 SC 1.4.13 and more), one test each."""

from __future__ import annotations

import re

import pytest
from in_browser import Context, moving, small
from playwright.sync_api import Locator, Page, expect

PAGE = "personas/"


def card(page: Page) -> Locator:
    return page.locator(".term-card")


def term(page: Page, number: int = 0) -> Locator:
    return page.locator("article a.term").nth(number)


def focus(page: Page, link: Locator) -> None:
    """Focus by keyboard: step onto the link, away and back, so that the browser shows focus."""
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()


@pytest.fixture
def opened(page: Page, site: str) -> Page:
    page.goto(site + PAGE)
    return page


def test_a_resting_pointer_shows_the_definition(opened: Page) -> None:
    term(opened).hover()
    expect(card(opened)).to_be_visible()
    expect(card(opened)).to_contain_text("Data Engineer")
    expect(card(opened)).to_contain_text("The persona who extracts data")


def test_a_passing_pointer_shows_nothing(opened: Page) -> None:
    term(opened).hover()
    opened.mouse.move(5, 700)
    opened.wait_for_timeout(500)
    expect(card(opened)).to_be_hidden()


def test_keyboard_focus_shows_the_definition_and_leaving_hides_it(opened: Page) -> None:
    focus(opened, term(opened))
    expect(card(opened)).to_be_visible()
    opened.keyboard.press("Shift+Tab")
    expect(card(opened)).to_be_hidden()


def test_each_term_link_of_a_page_shows_its_own_definition(page: Page, site: str) -> None:
    page.goto(site + "personas/mlops-engineer/")
    page.locator("article details").evaluate_all("all => all.forEach(details => (details.open = true))")
    links = page.locator("article a.term")
    assert links.count() > 40
    for link in links.all():
        focus(page, link)
        definition = page.locator(f"[id='{link.get_attribute('aria-describedby')}']")
        name, words = definition.get_attribute("data-term") or "", " ".join(link.inner_text().split())
        same = words.lower().removesuffix("s") == name.lower().removesuffix("s")
        expect(card(page).locator("strong")).to_have_text(words if same else f"{words} ({name})")
        expect(card(page).locator("span")).to_have_text(definition.text_content() or "")


def test_a_link_without_a_definition_closes_the_card_of_another_and_is_followed(context: Context, site: str) -> None:
    page = context(has_touch=True).new_page()
    page.goto(site + PAGE)
    first = term(page)
    id = first.get_attribute("aria-describedby")
    other = page.locator(f"article a.term:not([aria-describedby='{id}'])").first
    other.evaluate("link => link.setAttribute('aria-describedby', 'not-there')")
    focus(page, first)
    expect(card(page)).to_be_visible()
    focus(page, other)
    expect(card(page)).to_be_hidden()
    other.tap()
    expect(page).to_have_url(re.compile(r"/glossary/[\w-]+/$"))


def test_escape_dismisses_without_moving_focus(opened: Page) -> None:
    focus(opened, term(opened))
    opened.keyboard.press("Escape")
    expect(card(opened)).to_be_hidden()
    expect(term(opened)).to_be_focused()


def test_escape_dismisses_a_card_that_the_pointer_opened(opened: Page) -> None:
    term(opened).hover()
    expect(card(opened)).to_be_visible()
    opened.keyboard.press("Escape")
    expect(card(opened)).to_be_hidden()


def test_the_pointer_may_enter_the_card(opened: Page) -> None:
    term(opened).hover()
    expect(card(opened)).to_be_visible()
    box = card(opened).bounding_box()
    assert box
    opened.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=8)
    opened.wait_for_timeout(700)
    expect(card(opened)).to_be_visible()


def test_the_card_stays_until_the_pointer_leaves(opened: Page) -> None:
    term(opened).hover()
    opened.wait_for_timeout(2000)
    expect(card(opened)).to_be_visible()
    opened.mouse.move(5, 790)
    expect(card(opened)).to_be_hidden()


def test_enter_follows_the_link(opened: Page) -> None:
    focus(opened, term(opened))
    opened.keyboard.press("Enter")
    opened.wait_for_url("**/glossary/data-engineer/")


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


def test_the_card_leads_to_the_entry_by_pointer(opened: Page) -> None:
    term(opened).hover()
    card(opened).get_by_text("Open the entry").click()
    opened.wait_for_url("**/glossary/data-engineer/")


def test_nothing_in_the_card_takes_focus(opened: Page) -> None:
    """It is hidden from assistive technology: Enter on the term itself leads to the entry."""
    focus(opened, term(opened))
    expect(card(opened)).to_be_visible()
    assert card(opened).locator("a, button, input, summary, [tabindex], [contenteditable]").count() == 0


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


def test_a_screen_reader_gets_the_definition_as_the_links_description(opened: Page) -> None:
    session = opened.context.new_cdp_session(opened)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    described = [
        node["description"]["value"]
        for node in nodes
        if node.get("role", {}).get("value") == "link"
        and node["name"]["value"] == "Data Engineer"
        and "description" in node
    ]
    assert any(text.startswith("The persona who extracts data") for text in described)


def test_the_card_is_not_read_out_a_second_time(opened: Page) -> None:
    assert card(opened).get_attribute("aria-hidden") == "true"


def test_without_script_the_term_is_a_link(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + PAGE)
    term(page).click()
    page.wait_for_url("**/glossary/data-engineer/")


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
    for number in (0, 2, 5, 9):
        link = term(page, number)
        focus(page, link)
        expect(card(page)).to_be_visible()
        above = link.evaluate("link => link.getClientRects()[0].top")
        below = link.evaluate("link => link.getClientRects()[0].bottom")
        box = card(page).bounding_box()
        assert box and (box["y"] >= below or box["y"] + box["height"] <= above)


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


def test_the_card_opens_without_a_request(opened: Page) -> None:
    opened.wait_for_load_state("networkidle")
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    term(opened).hover()
    expect(card(opened)).to_be_visible()
    assert asked == []
