"""Helpers for tests of the reader's progress: a page with a record, and the size of scripts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from in_browser import EVENING, KEY
from playwright.sync_api import Page


def with_record(page: Page, site: str, *events: list[Any], path: str = "progress/", now: int = EVENING) -> Page:
    """A page whose log holds events of the evening: [kind, key, ...values]."""
    rows = [["study", 1, 0], *([f"other1-{n}", EVENING + n, *event] for n, event in enumerate(events))]
    page.goto(site + "assets/study.json")
    text = ",\n".join(json.dumps(row) for row in rows)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.clock.install(time=(now + 1000) / 1000)
    page.goto(site + path)
    return page


def full(deck: dict[str, Any]) -> list[list[Any]]:
    questions = [f"question:{item['id']}" for item in deck["questions"]]
    cards = [f"term:{item['id']}:name" for item in deck["terms"]]
    return [
        *(["answered", key, n % 3 > 0, []] for n, key in enumerate(questions[:60])),
        *(["rated", card, 1 + n % 4] for n, card in enumerate(cards[:30])),
        *(["finished", f"exam:{n}", questions[:n], questions[20:30], 60 * n, "data-engineer train"] for n in range(12)),
        ["read", "page:workflow", True],
    ]


def gzipped(folder: Path, *names: str) -> int:
    files = (folder / "assets" / "javascripts" / name for name in names)
    return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files)
