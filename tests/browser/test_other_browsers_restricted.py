"""Firefox and WebKit with pages from a folder, without storage, and without script."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from other_browsers import (
    BROWSERS,
    EXAM,
    FROM_A_FOLDER,
    PROGRESS,
    QUIZ,
    REVIEW,
    STATE,
    WITHOUT_SCRIPT,
    WITHOUT_STORAGE,
    answer,
    rate,
    visit,
)


@pytest.mark.parametrize("browser", BROWSERS)
def test_from_a_folder_the_pages_share_a_record_or_say_that_they_do_not(
    browser: str, folder: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(folder / "exports" / "site.zip") as zipped:
        zipped.extractall(tmp_path / "my site #1")
    root = f"{(tmp_path / 'my site #1' / 'site').as_uri()}/"
    with FROM_A_FOLDER[browser]() as window:
        visit(window, f"{root}quiz/prepare-data.html")
        answer(window, right=False)
        window.goto(f"{root}review.html")
        window.wait_for("document.querySelector('#review-front')?.textContent")
        assert ("missed" in window.text("#review-tally")) is (window.text("#review-reports") == "")
        window.goto(f"{root}workflow.html")
        window.click(".md-search__input")
        window.type(".md-search__input", "canary")
        window.wait_for("document.querySelector('.md-search-result__item a')?.href.includes('canary')")


@pytest.mark.parametrize("browser", BROWSERS)
def test_where_nothing_can_be_stored_each_page_says_so(browser: str, site: str) -> None:
    with WITHOUT_STORAGE[browser]() as window:
        visit(window, site + QUIZ)
        answer(window)
        window.wait_for_text(".reports", "does not store")
        assert "stay in this browser" not in window.text(STATE)
        window.goto(site + REVIEW)
        rate(window)
        window.wait_for_text("#review-reports", "does not store")
        for page in (EXAM, PROGRESS):
            window.goto(site + page)
            window.wait_for_text(".study-report", "does not store")


@pytest.mark.parametrize("browser", BROWSERS)
def test_without_script_each_page_says_so(browser: str, site: str) -> None:
    with WITHOUT_SCRIPT[browser]() as window:
        for page, place in ((QUIZ, ".quiz-intro"), (REVIEW, "#review-needs"), (EXAM, "#exam"), (PROGRESS, "#progress")):
            window.goto(site + page)
            assert window.is_visible(place)
            assert "needs JavaScript" in window.text(place)
