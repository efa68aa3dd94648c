"""Helpers for browser tests: reading the reader's log, running axe, and measuring sizes and movement on a page."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Error, FilePayload, Locator, Page, expect

Context = Callable[..., BrowserContext]  # makes contexts: the fixture of that name
KEY = "who-does-what.study:/"  # of a site at the root of its host
FORMER_KEY = "who-does-what.study"  # of every site, until November 2026
EVENING = 1795467600000  # 23 November 2026, 21:00 in London
DAY = 86_400_000
NASTY = "<script>document.title='bad'</script><img src=x onerror=\"document.title='bad'\"> javascript:alert(1)"
NO_STORAGE = """for (const name of ['getItem', 'setItem']) {
  const own = Storage.prototype[name]
  Storage.prototype[name] = function (key, ...rest) {
    if (key.startsWith('who-does-what')) throw new DOMException('no', 'SecurityError')
    return own.call(this, key, ...rest)
  }
}"""  # for our keys only: the theme's own script breaks without it
FULL = """const put = Storage.prototype.setItem
Storage.prototype.setItem = function (key, ...rest) {
  if (key.startsWith('who-does-what')) throw new DOMException('no', 'QuotaExceededError')
  return put.call(this, key, ...rest)
}"""
WRAP = """() => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode)
  for (const text of texts) {
    const font = document.createElement("font")
    text.replaceWith(font)
    font.append(text)
  }
}"""  # all texts of a page, as a translator does
SHIFTS = """window.moved = 0
new PerformanceObserver(list => { for (const entry of list.getEntries()) moved += entry.value })
  .observe({type: 'layout-shift', buffered: true})"""
REMEMBER_PLACES = """window.moves = () => []
document.addEventListener('readystatechange', () => {
  // The page is read, and no deferred script has run. Without scripts, its style may still be on the way.
  if (document.readyState !== 'interactive' || !document.scripts.length) return
  const places = [...document.body.querySelectorAll('*')]
    .filter(one => one.checkVisibility({visibilityProperty: true}))
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([, {top, height}]) => height && top < innerHeight)
  window.moves = () => places
    .filter(([one]) => one.isConnected && one.checkVisibility({visibilityProperty: true}))
    .map(([one, {top}]) => [one, top, one.getBoundingClientRect().top])
    .filter(([, before, after]) => Math.abs(after - before) >= 1)
    .map(([one, before, after]) => `${one.className || one.nodeName}: ${before} -> ${after}`)
})"""
"""`moves()` then says what scripts have moved, in px from the top of the window. Parts of a page that are drawn before
the rest is read may move as well, on a busy machine; that is not counted."""


def rows(page: Page, kind: str) -> list[list[Any]]:
    """The values of the events of a kind, each with its key; of drafts and the like, the last of a key."""
    texts = page.evaluate("key => [localStorage.getItem(key), localStorage.getItem(key + '.newest')]", KEY)
    found = {row[0]: row for text in texts if text for row in json.loads(f"[{text}]")[1:]}
    own = [row[3:] for row in found.values() if row[2] == kind]
    return list({row[0]: row for row in own}.values()) if kind in ("drafted", "read", "set", "repeated") else own


def violations(page: Page, *rules: str) -> list[str]:
    """What axe finds, by all its rules or by some, and whether the page scrolls sideways."""
    options: dict[str, Any] = {"resultTypes": ["violations"]}  # to describe what is right takes twice the time
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    found = Axe().run(page, options=options).response["violations"]
    return too_wide(page) + [
        f"{one['id']}: {node['target']} {node['html'][:120]}" for one in found for node in one["nodes"]
    ]


def too_wide(page: Page) -> list[str]:
    fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return [] if fits else ["wider than the window"]


def violations_in_both_schemes(page: Page) -> list[str]:
    """What axe finds, and text in the color behind it. In the dark, only the rules that look at colors."""
    found = []
    for scheme in schemes(page):
        rules = ("color-contrast", "link-in-text-block") if scheme == "dark" else ()
        found += [f"{scheme} {line}" for line in (*violations(page, *rules), *page.evaluate(_UNSEEN))]
    return found


def faults_in_both_schemes(page: Page) -> list[str]:
    """Without axe, which takes seconds: text in the color behind it, and a page that scrolls sideways."""
    return [f"{scheme} {line}" for scheme in schemes(page) for line in (*too_wide(page), *page.evaluate(_UNSEEN))]


def schemes(page: Page) -> Iterator[str]:
    """Show the page in light, then in dark."""
    page.evaluate(_WITHOUT_FADING)
    for scheme, name in (("light", "default"), ("dark", "slate")):
        page.emulate_media(color_scheme=scheme)
        page.evaluate("name => document.body.setAttribute('data-md-color-scheme', name)", name)
        yield scheme


_WITHOUT_FADING = """() => {
  const style = new CSSStyleSheet()
  style.replaceSync("* { transition: none !important }")
  document.adoptedStyleSheets.push(style)
}"""
"""The theme's colors fade. A style element would not pass the page's security policy."""
_UNSEEN = """() => {
  const said = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const behind = (element) => {
    const colour = element ? getComputedStyle(element).backgroundColor : "rgb(255, 255, 255)";
    return colour === "rgba(0, 0, 0, 0)" ? behind(element.parentElement) : colour;
  };
  return [...document.querySelectorAll("article *")]
    .filter((element) => element.checkVisibility() && said(element) && getComputedStyle(element).color === behind(element))
    .map((element) => `text in the colour of what is behind it: ${element.outerHTML.slice(0, 120)}`);
}"""
"""Axe takes such text for hidden on purpose, and says nothing."""


def system_color(page: Page, name: str) -> str:
    """What the browser makes of a color such as `CanvasText`."""
    return page.evaluate(
        """name => {
          const element = document.body.appendChild(document.createElement("i"))
          element.style.color = name
          return getComputedStyle(element).color
        }""",
        name,
    )


def take_file(page: Page, file: Path | FilePayload) -> None:
    """Choose a file to import, once the page can read it: the script that does comes after the first card."""
    expect(page.locator("#review-import")).to_be_enabled()
    page.locator("#review-file").set_input_files(file)


def wait_until(page: Page, expression: str, arg: object = None, seconds: float = 30) -> None:
    """Ask the page until the expression is true. `wait_for_function` needs `eval`, which the page's policy stops."""
    end = time.monotonic() + seconds
    while not _now(page, expression, arg):
        assert time.monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(50)


def _now(page: Page, expression: str, arg: object) -> bool:
    try:
        return bool(page.evaluate(expression, arg))
    except Error as error:  # the page is being left for the next one
        if "Execution context was destroyed" not in error.message:
            raise
        return False


def write(area: Locator, text: str) -> None:
    area.fill(text)
    area.blur()


def small(targets: Locator, high: int = 44, wide: int = 0) -> list[str]:
    """Of visible targets, those less than so many px high or wide."""
    boxes = ((target.inner_text(), target.bounding_box()) for target in targets.all() if target.is_visible())
    return [text for text, box in boxes if not box or box["height"] < high or box["width"] < wide]


def moved(page: Page, address: str) -> float:
    """The layout shift of a page that is opened and left alone."""
    page.add_init_script(SHIFTS)
    page.goto(address)
    page.wait_for_timeout(500)
    return page.evaluate("moved")


def settle(page: Page) -> None:
    """Wait until the page has nothing to do and has drawn twice more."""
    page.evaluate(
        "new Promise(done => requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(done))))"
    )


def moving(page: Page) -> int:
    return page.evaluate("document.getAnimations().filter(one => one.playState === 'running').length")
