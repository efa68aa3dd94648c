"""Helpers for tests of the review page: open it with a record, rate cards, and read or import the reader's data."""

from __future__ import annotations

import json
from typing import Any

from in_browser import DAY, EVENING, KEY, Context, take_file
from playwright.sync_api import BrowserContext, Locator, Page, expect

URL = "review/"


def part(page: Page, id: str) -> Locator:
    return page.locator(f"#review-{id}")


def visit(made: BrowserContext, site: str) -> Page:
    page = made.new_page()
    page.clock.set_fixed_time(EVENING / 1000)
    page.goto(site + URL)
    expect(part(page, "app")).to_be_visible()
    return page


def with_rows(context: Context, *rows: list[Any], **options: Any) -> BrowserContext:
    """A browser in which these events are stored."""
    made = context(timezone_id="Europe/London", **options)
    text = ",\n".join(json.dumps(row) for row in [["study", 1, 0], *rows])
    store = f"if (!localStorage.getItem('{KEY}')) localStorage.setItem('{KEY}', {json.dumps(text)})"
    made.add_init_script(f"if (location.protocol === 'http:') {{ {store} }}")  # not on the empty page before
    return made


def rated(number: int, card: str, rating: int = 3, days: int = 0) -> list[Any]:
    return [f"before-{number}", EVENING - days * DAY, "rated", card, rating]


def rows(page: Page, kind: str = "rated") -> list[Any]:
    """What is stored, of both keys."""
    found = page.evaluate(
        "key => [key, key + '.newest'].flatMap(name => JSON.parse(`[${localStorage.getItem(name) ?? ''}]`))", KEY
    )
    return [row for row in found if len(row) > 3 and row[0] != "study" and row[2] == kind]


def limit(number: int) -> list[Any]:
    return ["before-limit", EVENING - DAY, "set", "setting:daily", number]


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def rate(page: Page, name: str) -> None:
    button(page, "Show the answer").click()
    part(page, "rate").get_by_role("button", name=name).click()


def open_data(page: Page) -> None:
    page.get_by_text("Your data", exact=True).click()
    expect(button(page, "Export")).to_be_visible()
    expect(page.locator("[name=daily]")).not_to_have_value("")  # what handles it is loaded


def take(page: Page, content: str | bytes) -> None:
    buffer = content.encode() if isinstance(content, str) else content
    take_file(page, {"name": "study.json", "mimeType": "application/json", "buffer": buffer})


def file(*events: Any, **fields: Any) -> str:
    return json.dumps({"format": "who-does-what study", "version": 1, "events": events} | fields)
