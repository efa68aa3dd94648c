"""The practice exam by keyboard, on a phone, in forced colors, and with reduced motion."""

from __future__ import annotations

from exam_page import begin, finish, hand_in, opened
from in_browser import Context, moving, small, violations_in_both_schemes
from playwright.sync_api import Page, expect


def test_the_keyboard_alone_takes_an_exam(page: Page, site: str) -> None:
    opened(page, site)
    page.get_by_label("Questions").focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your exam")).to_be_focused()
    for _ in range(60):
        page.keyboard.press("Tab")
        kind = page.evaluate("document.activeElement.type ?? document.activeElement.localName")
        if kind in ("radio", "checkbox"):
            page.keyboard.press("Space")
        elif kind in ("text", "textarea"):
            page.keyboard.type("lineage")
        if page.evaluate("document.activeElement.textContent") == "Hand in and grade":
            break
    expect(page.locator(".exam-left")).to_have_text("All are answered.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Grade your short answers")).to_be_focused()
    page.get_by_role("button", name="Show the result").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".exam-score")).to_be_focused()


def test_what_is_focused_is_not_behind_the_clock(page: Page, site: str) -> None:
    begin(page, site, minutes="20")
    page.locator(".exam-question").last.scroll_into_view_if_needed()
    page.locator(".exam-open").click()
    heading = page.locator(".exam-question h3").first
    expect(heading).to_be_focused()
    page.wait_for_timeout(300)
    bar, top = page.locator(".exam-bar").bounding_box(), heading.bounding_box()
    assert bar and top and top["y"] >= bar["y"] + bar["height"]


def test_in_forced_colours_fields_have_edges_and_bars_are_seen(context: Context, site: str) -> None:
    page = context(forced_colors="active").new_page()
    begin(page, site)
    edge = "field => getComputedStyle(field).borderBottomStyle + getComputedStyle(field).borderBottomWidth"
    assert page.locator("textarea").evaluate(edge) != "none0px"
    for option in page.locator(".option").all():
        assert option.evaluate("option => getComputedStyle(option).borderTopColor") != "rgba(0, 0, 0, 0)"
    page.locator(".options input").first.check()
    hand_in(page)
    shown = "part => getComputedStyle(part).backgroundColor"
    bar = page.locator(".exam-table .bar").first
    assert bar.locator("i").evaluate(shown) != bar.evaluate(shown)


def test_nothing_moves_when_motion_is_reduced(context: Context, site: str) -> None:
    page = context(reduced_motion="reduce").new_page()
    begin(page, site)
    assert moving(page) == 0
    hand_in(page)
    assert moving(page) == 0


def test_every_state_is_accessible_and_no_wider_than_a_phone(context: Context, site: str) -> None:
    page = context(reduced_motion="reduce").new_page()

    def sound() -> None:
        assert violations_in_both_schemes(page) == []
        assert small(page.locator("#exam :is(button, select, summary), #exam .option, .exam-bar a")) == []

    opened(page, site)
    sound()
    begin(page, site, number=10, minutes="20")
    sound()
    for field in page.locator("textarea").all():
        field.fill("x" * 300)
    page.locator(".options input").first.check()
    hand_in(page, marked=False)
    expect(page.locator(".points").first).to_be_visible()
    sound()
    finish(page)
    page.evaluate("document.querySelectorAll('article details').forEach(details => details.open = true)")
    sound()
