"""The Tab key never moves the focus to an element that is off screen, or hidden by the header or another bar."""

from __future__ import annotations

import pytest
from in_browser import Context, violations
from playwright.sync_api import Locator, Page, expect

SIZES = [(390, 844), (1280, 800), (320, 256)]  # the last is 1280 x 1024 at 400 %
PAGES = [
    "",
    "workflow/",
    "personas/mlops-engineer/",
    "glossary/",
    "glossary/bias/",
    "contrasts/deploy/",
    "quiz/short-answer/",
    "essays/governance/",
    "lab/deploy-and-invoke/",
    "status/",
    "exports/",
    "exam/",
    "review/",
    "progress/",
    "handouts/cards.html",
    "exports/guide.html",
]
STOPS = 80  # a page's head, its menu and enough of its text to scroll
COVERED = """() => {
  const focused = document.activeElement
  if (!focused || focused === document.body) return null
  const shown = focused.matches(".md-option") ? focused.nextElementSibling : focused  // the theme outlines its label
  const inWindow = (from, to, share, size) => Math.max(from, 0) * (1 - share) + Math.min(to, size) * share
  const seen = ({left, right, top, bottom}) => [.1, .5, .9].some(x => [.1, .5, .9].some(y => {
    const at = document.elementFromPoint(inWindow(left, right, x, innerWidth), inWindow(top, bottom, y, innerHeight))
    return at && (shown.contains(at) || [...(shown.labels ?? [])].some(label => label.contains(at)))
  }))
  return [...shown.getClientRects()].some(seen) ? "" : shown.outerHTML.slice(0, 120)
}"""
"""Nothing where the document has no focus, an empty text where the focused element can be seen, and else its HTML."""


def covered(page: Page, key: str) -> list[str]:
    """What cannot be seen while it has focus, of what is reached by pressing a key again and again."""
    found: list[str] = []
    for stop in range(STOPS):
        page.keyboard.press(key)
        html = page.evaluate(COVERED)
        for _ in range(20 if html else 0):  # the theme opens its search, and shows and hides its header, a moment later
            page.wait_for_timeout(150)
            html = page.evaluate(COVERED)
            if not html:
                break
        if html is None and stop:
            break
        found += [html] if html else []
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("url", PAGES)
def test_what_has_focus_can_be_seen(url: str, size: tuple[int, int], context: Context, site: str) -> None:
    page = context(*size, reduced_motion="reduce").new_page()
    page.goto(site + url)
    assert covered(page, "Tab") == []


@pytest.mark.parametrize("size", SIZES)
def test_what_has_focus_can_be_seen_on_the_way_back(size: tuple[int, int], context: Context, site: str) -> None:
    page = context(*size, reduced_motion="reduce").new_page()
    page.goto(site + "personas/mlops-engineer/")
    page.locator("footer a").last.focus()
    assert covered(page, "Shift+Tab") == []


def test_the_menu_of_a_phone_can_be_reached_once_it_is_open(context: Context, site: str) -> None:
    page = context().new_page()
    page.goto(site)
    link = page.locator(".md-sidebar--primary label.md-nav__link", has_text="Glossary")
    link.focus()
    assert not link.evaluate("link => link === document.activeElement")
    page.locator("label.md-header__button[for=__drawer]").click()
    page.wait_for_timeout(400)
    link.focus()
    assert link.evaluate("link => link === document.activeElement")


def level(page: Page, name: str) -> Locator:
    """The title of a level of the menu, which leads back to the level above."""
    return page.locator("label.md-nav__title", has_text=name)


def entry(page: Page, name: str) -> Locator:
    """What leads to a level of the menu."""
    return page.locator(".md-sidebar--primary label.md-nav__link", has_text=name)


def test_the_menu_of_a_phone_works_by_keyboard(context: Context, site: str) -> None:
    page = context().new_page()
    page.goto(site + "learn/approve/")
    menu = page.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(level(page, "Sessions")).to_be_focused()
    page.keyboard.press("Enter")
    expect(entry(page, "Sessions")).to_be_focused()
    level(page, "Learn").focus()
    page.keyboard.press("Space")
    expect(entry(page, "Learn")).to_be_focused()
    page.keyboard.press("Tab")
    expect(entry(page, "Practice")).to_be_focused()
    page.keyboard.press("Space")
    expect(level(page, "Practice")).to_be_focused()
    assert violations(page) == []
    assert covered(page, "Tab") == []


@pytest.mark.parametrize("key", ["Escape", "Shift+Tab"])
def test_escape_closes_the_menu_and_so_does_leaving_it(key: str, context: Context, site: str) -> None:
    page = context().new_page()
    page.goto(site + "learn/approve/")
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Space")
    expect(level(page, "Sessions")).to_be_focused()
    page.keyboard.press(key)
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_a_tap_opens_and_closes_the_menu(context: Context, site: str) -> None:
    page = context(has_touch=True).new_page()
    page.goto(site + "learn/approve/")
    menu = page.get_by_role("button", name="Menu")
    menu.tap()
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.locator(".md-overlay").tap(position={"x": 380, "y": 400})
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_in_a_wide_window_there_is_no_menu_button(context: Context, site: str) -> None:
    page = context(1280).new_page()
    page.goto(site + "learn/approve/")
    expect(entry(page, "Sessions")).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_have_count(0)
    expect(page.locator("label.md-nav__title[tabindex='0']")).to_have_count(0)
