"""Compare the log with a simple model, for random sequences of readers' actions (log_model.js).

To run more sequences, set LOG_SEQUENCES=10000 for this file.
"""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Page

SEQUENCES = int(os.environ.get("LOG_SEQUENCES", "300"))
STEPS = 40
RUN = """async ([address, source, from, to, steps]) => {
  const modules = {}
  for (const name of ['log', 'export', 'file', 'import', 'erase'])
    Object.assign(modules, await import(`${address}${name}.js`))
  const {sequence} = await import(URL.createObjectURL(new Blob([source], {type: 'text/javascript'})))
  const found = []
  for (let seed = from; seed < to; seed++) found.push(sequence(modules, seed, steps))
  return found.filter(Boolean)
}"""


def test_nothing_that_was_done_is_missing_and_no_state_claims_otherwise(page: Page, site: str) -> None:
    """Typing, rating, importing, choosing, erasing, wrong clocks, two tabs, full storage, reloads, on two devices."""
    page.goto(site + "assets/study.json")
    source = Path(__file__).with_name("log_model.js").read_text(encoding="utf-8")
    address = site + "assets/javascripts/study/"
    for start in range(1, SEQUENCES + 1, 100):
        stop = min(start + 100, SEQUENCES + 1)
        assert page.evaluate(RUN, [address, source, start, stop, STEPS]) == []
