"""What the term card promises by pointer and keyboard (WCAG 2.2 SC 1.4.13 and more), one test each."""

from __future__ import annotations

import re

import pytest
from in_browser import Context
from playwright.sync_api import Page, expect
from term_card import PAGE, card, focus, term


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


def test_the_card_leads_to_the_entry_by_pointer(opened: Page) -> None:
    term(opened).hover()
    card(opened).get_by_text("Open the entry").click()
    opened.wait_for_url("**/glossary/data-engineer/")


def test_nothing_in_the_card_takes_focus(opened: Page) -> None:
    """It is hidden from assistive technology: Enter on the term itself leads to the entry."""
    focus(opened, term(opened))
    expect(card(opened)).to_be_visible()
    assert card(opened).locator("a, button, input, summary, [tabindex], [contenteditable]").count() == 0


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


def test_the_card_opens_without_a_request(opened: Page) -> None:
    opened.wait_for_load_state("networkidle")
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    term(opened).hover()
    expect(card(opened)).to_be_visible()
    assert asked == []
