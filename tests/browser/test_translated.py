"""Translated pages: the tests put each text in a `font` element, as browsers' translators do."""

from __future__ import annotations

import re

import pytest
from in_browser import Context
from playwright.sync_api import Page, expect

WRAP = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) texts.push(walker.currentNode)
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement.closest("script, style, textarea, svg")) continue
    const outer = document.createElement("font")
    text.replaceWith(outer)
    outer.appendChild(document.createElement("font")).append(text)
  }
}"""


def translated(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.evaluate(WRAP)
    return page


def test_a_term_link_shows_its_definition(page: Page, site: str) -> None:
    translated(page, site + "personas/mlops-engineer/")
    links = page.locator("article a.term")
    for link in (links.first, links.last):
        link.hover()
        definition = page.locator(f"[id='{link.get_attribute('aria-describedby')}']").text_content()
        expect(page.locator(".term-card span")).to_have_text(definition or "")
        page.keyboard.press("Escape")


def test_a_tap_on_a_term_shows_its_definition(context: Context, site: str) -> None:
    page = translated(context(has_touch=True).new_page(), site + "personas/")
    link = page.locator("article a.term").nth(1)
    link.tap()
    definition = page.locator(f"[id='{link.get_attribute('aria-describedby')}']").text_content()
    expect(page.locator(".term-card span")).to_have_text(definition or "")
    link.tap()
    expect(page).to_have_url(re.compile(r"/glossary/[\w-]+/$"))


def test_a_page_is_marked_as_read_and_keeps_its_words(page: Page, site: str) -> None:
    translated(page, site + "workflow/")
    button = page.locator(".done-button")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_have_text("I have read this page")
    translated(page, site + "personas/")
    expect(page.locator(".md-nav--primary .done-mark")).not_to_have_count(0)
    translated(page, site)
    expect(page.locator(".home-progress")).to_contain_text("Pages read: 1.")


def test_the_menu_of_a_phone_leads_on(page: Page, site: str) -> None:
    translated(page, site)
    page.locator("label.md-header__button[for=__drawer]").click()
    page.locator(".md-sidebar--primary label.md-nav__link", has_text="Glossary").click()
    page.locator(".md-sidebar--primary a.md-nav__link[href='glossary/']").click()
    expect(page).to_have_url(site + "glossary/")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_picture_of_the_workflow_leads_to_its_rows(width: int, context: Context, site: str) -> None:
    page = translated(context(width=width).new_page(), site + "workflow/")
    page.locator(".picture svg:visible a", has_text="Features").first.press("Enter")
    expect(page).to_have_url(site + "workflow/#features")
    expect(page.locator("#features")).to_be_in_viewport()
