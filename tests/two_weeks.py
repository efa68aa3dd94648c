"""The record of a reader after two weeks of study, up to the evening of the tests: 300 answers, an exam, and pages."""

from __future__ import annotations

import json
from typing import Any

from in_browser import DAY, EVENING, KEY
from playwright.sync_api import Page

ANSWERS = 300
DAYS = 14


def two_weeks(deck: dict[str, Any], *more: list[Any]) -> list[list[Any]]:
    """Rows as they are stored; `more` are events of the evening: [kind, key, ...values]."""
    questions = [f"question:{item['id']}" for item in deck["questions"]]
    cards = [f"term:{item['id']}:{side}" for item in deck["terms"] for side in ("name", "definition")]
    start = EVENING - DAYS * DAY
    events: list[tuple[int, list[Any]]] = []
    for n in range(ANSWERS):
        rated = ["rated", cards[n // 3 % 60], 1 + n % 4]
        answered = ["answered", questions[n * 7 % 150], n % 10 > 2, []]
        events.append((start + n * DAYS * DAY // ANSWERS, rated if n % 3 == 2 else answered))
    for n, session in enumerate(("roles", "data", "tools", "features")):
        events.append((start + n * DAY, ["read", f"page:learn/{session}", True]))
    events.append((EVENING - DAY, ["finished", "exam:one", questions[:7], questions[7:10], 600, "data-scientist"]))
    events += [(EVENING, event) for event in more]
    return [["study", 1, 0], *([f"other1-{n}", time, *event] for n, (time, event) in enumerate(events))]


def keep(page: Page, site: str, rows: list[list[Any]]) -> None:
    """Store rows in the browser, by way of a file that runs no script."""
    page.goto(site + "assets/study.json")
    text = ",\n".join(json.dumps(row) for row in rows)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
