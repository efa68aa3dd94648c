"""What is taken away and opened from a folder: the zip file of the site, and the guide as one file."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import offline
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, expect

Context = Callable[..., BrowserContext]


@pytest.fixture(scope="module")
def built(folder: Path) -> Path:
    assert offline.main(folder) == 0
    return folder


def test_the_zip_file_works_from_a_folder_search_included(built: Path, context: Context, tmp_path: Path) -> None:
    page = context(width=1280).new_page()
    with zipfile.ZipFile(built / "exports" / "site.zip") as zipped:
        zipped.extractall(tmp_path)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("canary")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching documents")
    page.locator(".md-search-result__item a").first.click()
    expect(page.locator("article h1")).to_be_visible()
    assert all(url.startswith(("file:", "data:", "about:")) for url in requests)


def test_the_single_file_is_whole_and_needs_no_script(built: Path, context: Context) -> None:
    page = context(java_script_enabled=False, width=390).new_page()
    page.goto((built / "exports" / "guide.html").as_uri())
    question = page.locator("#quiz-watch .question").first
    expect(question.locator("dl")).to_be_hidden()
    question.get_by_text("Show the answer").click()
    expect(question.locator("dl")).to_be_visible()


def test_the_single_files_links_lead_somewhere_and_nothing_is_wrong_with_it(built: Path, context: Context) -> None:
    page = context(width=390).new_page()
    page.goto((built / "exports" / "guide.html").as_uri())
    assert (
        page.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))"
        )
        == []
    )
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert Axe().run(page).response["violations"] == []


def test_a_site_that_is_not_built_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert offline.main(tmp_path / "site") == 2
    assert "run make build" in capsys.readouterr().err


def test_two_builds_give_the_same_bytes(built: Path) -> None:
    first = (built / "exports" / "site.zip").read_bytes()
    assert offline.main(built) == 0
    assert (built / "exports" / "site.zip").read_bytes() == first
