"""Measure in Chromium how the reader's log and the review page scale: opening them, the list of due cards, a rating.

The review page of the built site is measured with a synthetic deck, and for comparison a page without study scripts.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import browser as finder
from playwright.sync_api import Browser, BrowserContext, sync_playwright

DOCS = Path(__file__).parent.parent / "docs"
SIZES = ((200, 2_000), (2_000, 20_000), (4_000, 40_000))  # cards, events
RUNS = 7

FILL = """([cards, events]) => {
  const start = Date.now() - events * 600e3
  const rows = Array.from({length: events}, (_, n) =>
    [`bench1-${n.toString(36)}`, start + n * 600e3, 'rated', `term:some-term-${n * 7 % cards}:name`, 1 + n * 13 % 4])
  localStorage.setItem('who-does-what.study:/', [['study', 1, 0], ...rows].map(row => JSON.stringify(row)).join(',\\n'))
}"""
MEASURE = """async ([address, count]) => {
  const {openLog} = await import(address + 'log.js')
  const {due} = await import(address + 'due.js')
  const cards = Array.from({length: count}, (_, n) => {
    const id = `term:some-term-${n}`
    return {id: `${id}:name`, note: id, kind: 'term', others: n % 5 ? [] : [`term:some-term-${n + 1}`]}
  })
  const times = [performance.now()]
  const took = () => times.push(performance.now())
  const log = openLog({storage: localStorage, now: Date.now, random: Math.random})
  took()
  const found = due(log.state, cards, {now: Date.now()})
  took()
  log.add('rated', cards[0].id, 3)
  took()
  for (let n = 1; n < 51; n++) log.add('rated', cards[n].id, 3)
  took()
  if (!log.saved || !found.due.length) throw new Error('nothing was measured')
  return times.slice(1).map((time, n) => time - times[n])
}"""


# Our script begins when it first reads the log. The page is ready when it shows the first card.
WATCH = """(() => {
  const own = Storage.prototype.getItem
  Storage.prototype.getItem = function (key) {
    if (key === 'who-does-what.study:/') window.begun ??= performance.now()
    return own.call(this, key)
  }
  new MutationObserver((_, observer) => {
    if (!document.getElementById('review-tally')?.textContent) return
    observer.disconnect()
    window.ready = performance.now()
  }).observe(document, {subtree: true, childList: true})
})()"""
RATE = """() => Array.from({length: 21}, () => {
  document.querySelector('#review-show button').click()
  const start = performance.now()
  document.querySelector('#review-rate [value="3"]').click()
  return performance.now() - start
})"""
LOADED = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


def main() -> int:
    path = finder.find() or finder.install()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=finder.FLAGS)
        _table(browser, DOCS, _run, ("open", "due list", "a rating", "the next"))
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", folder]
        subprocess.run(command, cwd=DOCS.parent, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        _table(browser, Path(folder), _visit, ("review", "its own", "a rating", "the next", "bare page"))
        browser.close()
    return 0


def _table(browser: Browser, folder: Path, run: Callable[..., list[float]], columns: tuple[str, ...]) -> None:
    """Medians, and the minimum of the first column, because other programs use the machine too."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    names = (columns[0], "least", *columns[1:])
    print(f"{'cards':>6} {'events':>7} " + " ".join(f"{name:>9}" for name in names))
    for cards, events in SIZES:
        runs = []
        for _ in range(RUNS):
            context = browser.new_context()
            runs.append(run(context, f"http://127.0.0.1:{server.server_port}/", cards, events))
            context.close()
        first, *rest = (statistics.median(times) for times in zip(*runs, strict=True))
        times = (first, min(run[0] for run in runs), *rest)
        print(f"{cards:6,} {events:7,} " + " ".join(f"{time:7.1f}ms" for time in times), flush=True)
    server.shutdown()
    server.server_close()


def _filled(context: BrowserContext, site: str, cards: int, events: int) -> None:
    """Fill the storage from a page that stays open: Chromium could lose a large text if the page closed at once."""
    page = context.new_page()
    page.goto(site + "assets/images/logo.svg")
    page.evaluate(FILL, [cards, events])


def _run(context: BrowserContext, site: str, cards: int, events: int) -> list[float]:
    """Milliseconds for the log: opening it, the list of due cards, the first rating, and the mean of the next fifty."""
    _filled(context, site, cards, events)
    page = context.new_page()  # with empty caches
    page.goto(site + "assets/images/logo.svg")
    opened, listed, first, fifty = page.evaluate(MEASURE, [site + "assets/javascripts/study/", cards])
    return [opened, listed, first, fifty / 50]


def _visit(context: BrowserContext, site: str, cards: int, events: int) -> list[float]:
    """Milliseconds until the page is ready, since opening and since our script began; of ratings; of the other page."""
    _filled(context, site, cards // 2, events)
    bare, page = context.new_page(), context.new_page()
    bare.goto(site + "exports/")
    page.route("**/study.json", lambda route: route.fulfill(body=_deck(cards), content_type="application/json"))
    page.add_init_script(WATCH)
    page.goto(site + "review/")
    page.wait_for_function("window.ready")
    ready, own = page.evaluate("[ready, ready - begun]")
    first, *next = page.evaluate(RATE)
    return [ready, own, first, statistics.median(next), bare.evaluate(LOADED)]


def _deck(cards: int) -> str:
    """A deck of terms, each with two cards."""
    terms = [
        {
            "id": f"some-term-{number}",
            "name": f"Term {number}",
            "definition": f"<p>What term {number} means, in a sentence or two of the usual length.</p>",
            "others": [] if number % 5 else [f"some-term-{number + 1}"],
            "personas": ["data-engineer"],
            "stages": [],
        }
        for number in range(cards // 2)
    ]
    empty: dict[str, object] = {"answers": [], "questions": [], "prompts": [], "personas": {}, "stages": {}}
    return json.dumps({"version": 1, "terms": terms, **empty})


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


if __name__ == "__main__":
    sys.exit(main())
