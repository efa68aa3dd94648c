"""Helpers for tests of the term card: the page, its terms, and the card."""

from __future__ import annotations

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
