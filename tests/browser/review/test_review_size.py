"""The size of the script and the cards that the review page loads."""

from __future__ import annotations

import gzip
from pathlib import Path

from in_browser import Context
from review_page import visit


def test_what_the_page_pays_for_script_and_cards(context: Context, site: str, folder: Path) -> None:
    """Gzipped, all modules that the page needs, the term card aside; what is opened brings its own.

    The aim is 16 KB. The modules have 33 as they are served, with comments and each compressed alone: a third of that
    is comments.
    """
    made = context()
    made.route("**/review-data.js", lambda route: route.abort())  # it is loaded while the first card is read
    asked: set[str] = set()
    made.on("request", lambda request: asked.add(request.url.removeprefix(site)))

    def loaded() -> int:
        paths = ("assets/javascripts/re", "assets/javascripts/study/")
        own = (path for path in asked if path.startswith(paths) and "review-data" not in path)
        return sum(len(gzip.compress((folder / path).read_bytes(), 9, mtime=0)) for path in own)

    visit(made, site)
    assert 8_000 < loaded() <= 34 * 1024
    assert len(gzip.compress((folder / "assets/study.json").read_bytes(), 9)) <= 60 * 1024
