"""The gzipped size of our files that a reader downloads: each script and style of a page, except the theme's."""

from __future__ import annotations

import gzip
from pathlib import Path

import minifier
import pytest
from playwright.sync_api import Page

OWN = ("assets/javascripts/", "assets/stylesheets/", "assets/mkdocs-quiz/")
SCRIPT_AND_STYLE = {
    "status/": 5_000,
    "glossary/": 5_600,
    "lab/": 5_700,  # the mark of pages that are read, too, and code that the keyboard scrolls
    "": 5_700,  # the aim of design.md is 5 KB
    "workflow/": 9_600,  # its two kinds of pictures have styles of their own, 3 KB; the way back to a session, 0.7 KB
}
SCRIPT = {
    # The aim is 10 KB; 9 of them are the record of the reader, compressed file by file. The button that goes on from
    # where the reader left has taken 0.2 KB.
    "quiz/prepare-data/": 15_850,
    "learn/roles/": 16_750,
}
APP = OWN[0] + "app.js"  # runs when the page is loaded, and has a budget of its own
SEARCH = OWN[0] + "search-worker.js"  # no page waits for it, and it saves every page an index of 250 KB
MENU = OWN[0] + "menu.js"  # nothing waits for it
PAPER = {OWN[1] + "print.css", OWN[0] + "print-notes.js"}  # nothing waits for them
ONLY_QUIZZES = ("quiz.js", "quiz/", "study/typed-answer.js")

pytestmark = pytest.mark.skipif(not minifier.IS_HERE, reason="no minifier for this computer")


def asked(page: Page, address: str) -> set[str]:
    """Our files that a page asks for, and nothing of the theme's."""
    found: set[str] = set()
    page.on("request", lambda request: found.add(request.url.split("/", 3)[3]))
    page.goto(address, wait_until="networkidle")
    return {name for name in found if name.startswith(OWN) and ".min." not in name} - {APP, SEARCH, MENU, *PAPER}


def gzipped(folder: Path, names: set[str]) -> int:
    return sum(len(gzip.compress((folder / name).read_bytes(), 9, mtime=0)) for name in names)


def test_what_starts_the_service_worker_is_small(folder: Path) -> None:
    assert gzipped(folder, {APP}) <= 480


def test_what_starts_the_search_is_small(folder: Path) -> None:
    assert gzipped(folder, {SEARCH}) <= 500
    index, entries = (folder / "search" / name for name in ("search_index.json", "entries.json"))
    assert index.stat().st_size < 1_500 < 500_000 < entries.stat().st_size


def test_what_the_menu_needs_is_small(folder: Path) -> None:
    assert gzipped(folder, {MENU}) <= 800


def test_what_paper_needs_is_small(folder: Path) -> None:
    assert gzipped(folder, PAPER) <= 1_600


@pytest.mark.parametrize(("url", "most"), SCRIPT_AND_STYLE.items())
def test_script_and_style_of_a_page_without_quizzes(url: str, most: int, page: Page, site: str, folder: Path) -> None:
    names = asked(page, site + url)
    assert len(names) >= 2
    assert gzipped(folder, names) <= most


@pytest.mark.parametrize(("url", "most"), SCRIPT.items())
def test_script_of_a_page_with_quizzes(url: str, most: int, page: Page, site: str, folder: Path) -> None:
    names = {name for name in asked(page, site + url) if name.endswith(".js")}
    only_quizzes = {name for name in names if name.removeprefix(OWN[0]).startswith(ONLY_QUIZZES)}
    assert len(only_quizzes) == 5
    assert gzipped(folder, only_quizzes) <= 5_500
    assert gzipped(folder, names) <= most


def test_script_of_the_review_page_before_its_data_are_opened(page: Page, site: str, folder: Path) -> None:
    """19 KB, the term card aside (the aim of design.md is 16 KB): what is loaded while the reader looks at the first card does not count."""
    page.route("**/review-data.js", lambda route: route.abort())
    names = {name for name in asked(page, site + "review/") if name.endswith(".js")}
    assert 5_000 < gzipped(folder, names - {OWN[0] + "review-data.js", OWN[0] + "term-card.js"}) <= 19_700


def test_our_files_are_minified_and_the_themes_left_alone(folder: Path) -> None:
    files = [path for path in (folder / "assets").rglob("*") if minifier.is_ours(path.relative_to(folder).as_posix())]
    assert len(files) > 40
    for path in files:
        assert "\n//" not in (text := path.read_text(encoding="utf-8")) and "/*" not in text, path
