"""Code can be scrolled and copied by keyboard, on touch devices too, and is legible in right and wrong options."""

from __future__ import annotations

from in_browser import Context, schemes, violations, wait_until
from playwright.sync_api import Page, expect

LAB = "lab/prepare-and-train/"
WRAPPED = """() => [...document.querySelectorAll("article :is(h1, h2, h3)")].filter(heading => {
  const link = heading.querySelector(".headerlink")
  if (!link) return false
  const tall = heading.offsetHeight
  link.style.display = "none"
  const alone = heading.offsetHeight
  link.style.display = ""
  return tall !== alone
}).map(heading => heading.textContent)"""
PALE = """() => {
  const parts = color => color.match(/[\\d.]+/g).map(Number)
  const light = ([red, green, blue]) => [red, green, blue]
    .map(value => value / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0)
  return [...document.querySelectorAll(".quiz label code")].filter(code => {
    const {color, backgroundColor} = getComputedStyle(code)
    const [dim, bright] = [light(parts(color)), light(parts(backgroundColor))].sort((one, other) => one - other)
    return (bright + 0.05) / (dim + 0.05) < 4.5
  }).map(code => code.textContent)
}"""


def test_wide_code_can_be_scrolled_by_keyboard_on_a_touch_device(context: Context, site: str) -> None:
    page = context(width=320, has_touch=True, is_mobile=True).new_page()
    page.goto(site + LAB)
    code = page.locator("article pre > code[tabindex='0']").first
    expect(code).to_have_attribute("aria-label", "Code")
    scrolling = "codes => codes.filter(code => code.scrollWidth > code.clientWidth && code.tabIndex !== 0).length"
    assert page.locator("article pre > code").evaluate_all(scrolling) == 0
    code.focus()
    page.keyboard.press("ArrowRight")
    wait_until(page, "document.activeElement.scrollLeft > 0")
    assert violations(page) == []


def test_code_that_fits_takes_no_focus(context: Context, site: str) -> None:
    page = context(width=1280).new_page()
    page.goto(site + LAB)
    expect(page.locator("article pre > code").first).to_be_visible()
    fitting = (
        "codes => codes.filter(code => code.scrollWidth <= code.clientWidth && code.hasAttribute('tabindex')).length"
    )
    assert page.locator("article pre > code").evaluate_all(fitting) == 0


def test_a_sample_can_be_copied(context: Context, site: str) -> None:
    page = context(width=1280, permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(site + LAB)
    code = page.locator("article pre > code").first.text_content()
    page.get_by_role("button", name="Copy to clipboard").first.click()
    wait_until(page, "async code => (await navigator.clipboard.readText()).trim() === code.trim()", code)


def test_no_heading_wraps_for_the_link_that_shows_on_hover(context: Context, site: str) -> None:
    page = context(width=320).new_page()
    for url in ("glossary/", "workflow/", "quiz/govern/", LAB):
        page.goto(site + url)
        assert page.evaluate(WRAPPED) == [], url


def test_code_in_a_right_option_can_be_read_in_both_schemes(page: Page, site: str) -> None:
    page.goto(site + "quiz/release/")
    question = page.locator(".quiz:has(label code)").first
    question.locator("input").first.check()
    question.get_by_role("button", name="Submit").click()
    expect(question.locator(".verdict")).to_be_visible()
    assert question.locator(".correct").count() > 0
    for _ in schemes(page):
        assert page.evaluate(PALE) == []
