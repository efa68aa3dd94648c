"""How the reader's log grows: what opening it, the due list and a rating take in Chromium, on fresh pages."""

from __future__ import annotations

import functools
import http.server
import statistics
import sys
import threading
from pathlib import Path
from typing import Any

import browser as finder
from playwright.sync_api import BrowserContext, sync_playwright

DOCS = Path(__file__).parent.parent / "docs"
SIZES = ((200, 2_000), (2_000, 20_000), (4_000, 40_000))  # cards, events
RUNS = 7

FILL = """([cards, events]) => {
  const start = Date.now() - events * 600e3
  const rows = Array.from({length: events}, (_, n) =>
    [`bench1-${n.toString(36)}`, start + n * 600e3, 'rated', `term:some-term-${n * 7 % cards}:name`, 1 + n * 13 % 4])
  localStorage.setItem('who-does-what.study', [['study', 1, 0], ...rows].map(row => JSON.stringify(row)).join(',\\n'))
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


def main() -> int:
    path = finder.find() or finder.install()
    handler = functools.partial(_Quiet, directory=str(DOCS))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}/assets/"
    print(f"{'cards':>6} {'events':>7} {'open':>9} {'least':>9} {'due list':>9} {'a rating':>9} {'the next':>9}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=finder.FLAGS)
        for cards, events in SIZES:
            context = browser.new_context()
            runs = [_run(context, site, cards, events) for _ in range(RUNS)]
            opened, listed, first, fifty = (statistics.median(times) for times in zip(*runs, strict=True))
            least = min(run[0] for run in runs)
            columns = (opened, least, listed, first, fifty / 50)
            print(f"{cards:6,} {events:7,} " + " ".join(f"{time:7.1f}ms" for time in columns), flush=True)
            context.close()
        browser.close()
    server.shutdown()
    return 0


def _run(context: BrowserContext, site: str, cards: int, events: int) -> list[float]:
    page = context.new_page()
    page.goto(site + "images/logo.svg")
    page.evaluate("localStorage.clear()")
    page.evaluate(FILL, [cards, events])
    page.close()
    page = context.new_page()  # nothing is warm
    page.goto(site + "images/logo.svg")
    times: list[Any] = page.evaluate(MEASURE, [site + "javascripts/study/", cards])
    page.close()
    return times


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


if __name__ == "__main__":
    sys.exit(main())
