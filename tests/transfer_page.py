"""Helpers for tests of a record sent as links: records, their links, and the review page that opens them."""

from __future__ import annotations

import json
from typing import Any

from in_browser import DAY, EVENING, KEY, wait_until
from playwright.sync_api import BrowserContext, Page, expect

PACK = """async ([root, text]) => (await import(`${root}assets/javascripts/study/transfer.js`)).pack(text)"""
MANY = 1500  # events that need several links
Row = list[Any]


def rated(number: int, card: str = "term:lineage:name") -> Row:
    return [f"other1-tab1-{number:x}", EVENING - 9 * DAY + number * 40_507, "rated", card, 1 + number * 7 % 4]


def record(*events: Row, **fields: Any) -> str:
    return json.dumps({"format": "who-does-what study", "version": 3, "seen": {}, "events": events} | fields)


def long() -> str:
    return record(*(rated(n, f"term:t{n * 7919 % 997}:name") for n in range(1, MANY)))


def opened(made: BrowserContext, site: str) -> Page:
    page = made.new_page()
    page.clock.set_fixed_time(EVENING / 1000)
    page.goto(site + "review/")
    expect(page.locator("#review-tally")).not_to_be_empty()
    return page


def links(page: Page, site: str, text: str) -> list[str]:
    return [f"{site}review/#record={part}" for part in page.evaluate(PACK, [site, text])]


def stored(page: Page) -> int:
    return page.evaluate(
        "key => [key, key + '.newest'].flatMap(name => JSON.parse(`[${localStorage.getItem(name) ?? ''}]`))"
        ".filter(row => row[0] !== 'study').length",
        KEY,
    )


def follow(page: Page, link: str) -> None:
    """Open a link and wait until the page has read it."""
    page.goto(link)
    wait_until(page, "!location.hash")


def says(page: Page, words: str) -> None:
    expect(page.locator("#review-arrival")).to_contain_text(words)
