"""Helpers for tests of the practice exam: open it, begin an exam, hand it in, read its record, and call its functions."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, expect

PURE = """async address => {
  const {makeDeck} = await import(address + 'deck.js')
  Object.assign(window, await import(address + 'exam.js'))
  window.deck = makeDeck(await (await fetch(address + '../../study.json')).json(), '/')
  window.textOf = html => new DOMParser().parseFromString(html, 'text/html').body.textContent.trim()
  window.any = {persona: '', stage: '', number: 20, minutes: null}
}"""


def opened(page: Page, site: str) -> Page:
    page.goto(site + "exam/")
    expect(page.locator("#exam :is(form, .paper, .exam-score)").first).to_be_visible()
    return page


def begin(page: Page, site: str, number: int = 5, minutes: str = "") -> Page:
    opened(page, site)
    page.get_by_label("Questions").select_option(str(number))
    page.get_by_label("Time").select_option(minutes)
    page.get_by_role("button", name="Begin the exam").click()
    expect(page.locator(".exam-question").first).to_be_visible()
    return page


def hand_in(page: Page, marked: bool = True) -> None:
    page.get_by_role("button", name="Hand in and grade").click()
    if page.locator(".exam-sure").is_visible():
        page.get_by_role("button", name="Hand in anyway").click()
    if marked:
        finish(page)


def finish(page: Page) -> None:
    expect(page.locator(".points, .exam-score").first).to_be_visible()
    if page.locator(".points").count():
        page.get_by_role("button", name="Show the result").click()
    expect(page.locator(".exam-score")).to_be_visible()


def rows(page: Page, kind: str) -> list[Any]:
    return [row for row in page.evaluate(f"async () => (await import({here(page)})).log.rows") if row[2] == kind]


def here(page: Page) -> str:
    return json.dumps(page.evaluate("new URL('../assets/javascripts/study/browser-log.js', location.href).href"))
