"""What the tests of answers, essays and quizzes share: looking into the log, and axe in both schemes."""

from __future__ import annotations

import json
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

KEY = "who-does-what.study"
NASTY = "<script>document.title='bad'</script><img src=x onerror=\"document.title='bad'\"> javascript:alert(1)"
NO_STORAGE = """for (const name of ['getItem', 'setItem']) {
  const own = Storage.prototype[name]
  Storage.prototype[name] = function (key, ...rest) {
    if (key.startsWith('who-does-what')) throw new DOMException('no', 'SecurityError')
    return own.call(this, key, ...rest)
  }
}"""


def rows(page: Page, kind: str) -> list[list[Any]]:
    """The values of the events of a kind, each with its key."""
    texts = page.evaluate("key => [localStorage.getItem(key), localStorage.getItem(key + '.newest')]", KEY)
    found = {row[0]: row for text in texts if text for row in json.loads(f"[{text}]")[1:]}
    return [row[3:] for row in found.values() if row[2] == kind]


def violations(page: Page) -> list[str]:
    """In the light and in the dark."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(
            "scheme => document.body.setAttribute('data-md-color-scheme', scheme)",
            {"light": "default"}.get(scheme, "slate"),
        )
        page.wait_for_timeout(300)  # the theme's colours fade
        for one in Axe().run(page).response["violations"]:
            found += [f"{scheme} {one['id']}: {node['target']} {node['html'][:120]}" for node in one["nodes"]]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return found


def write(area: Locator, text: str) -> None:
    area.fill(text)
    area.blur()


def small(targets: Locator) -> list[str]:
    """Of visible targets, those less than 44 px high."""
    boxes = ((target.inner_text(), target.bounding_box()) for target in targets.all() if target.is_visible())
    return [text for text, box in boxes if not box or box["height"] < 44]
