"""Helpers for tests of the reader's log: a page with its modules, what is stored there, and rows and files as text."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from in_browser import EVENING, KEY
from playwright.sync_api import Page

CARD = "term:lineage:name"
ROW = ["other1-0", EVENING, "rated", CARD, 3]
SET_UP = """async address => {
  for (const name of ['../record-key', 'file', 'export', 'import', 'erase', 'takeover', 'log', 'days', 'due', 'memory'])
    Object.assign(window, await import(`${address}${name}.js`))
  window.time = %d
  window.open_ = (options = {}) => openLog({storage: localStorage, now: () => window.time, random: Math.random, ...options})
  window.open = () => (window.log = open_())
  window.broken = failing => ({
    length: 0, key: () => null, getItem: () => null, removeItem() {}, setItem() {}, ...failing,
  })
  window.fails = () => { throw new DOMException('no', 'QuotaExceededError') }
  window.cards = log => Object.fromEntries(log.state.cards)
  addEventListener('storage', event => window.log?.receive(event))
  localStorage.clear()
}"""
Open = Callable[..., Page]


def set_up(page: Page, site: str) -> Page:
    page.goto(site + "assets/study.json")  # any page of the origin; this one has no script of its own
    page.evaluate(SET_UP % EVENING, site + "assets/javascripts/study/")
    return page


def stored(page: Page, key: str = KEY) -> str | None:
    return page.evaluate("key => localStorage.getItem(key)", key)


def store(page: Page, text: str) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])


def aside(page: Page) -> list[str]:
    keys = "Object.keys(localStorage).filter(key => key.includes('.aside.')).map(key => localStorage.getItem(key))"
    return page.evaluate(keys)


def text(*rows: Any, version: int = 1, erased: int = 0) -> str:
    return ",\n".join(json.dumps(row, separators=(",", ":")) for row in [["study", version, erased], *rows])


def file(*rows: Any, **fields: Any) -> str:
    return json.dumps({"format": "who-does-what study", "version": 1, "events": rows} | fields)
