"""Without JavaScript, pages with questions and pages that keep a record offer no control that would not work."""

from __future__ import annotations

from pathlib import Path

from in_browser import Context
from playwright.sync_api import expect

CONTROLS = "article :is(button, textarea, select)"
CLAIMS = ("stay in this browser", "stays in this browser", "saved", "kept in this browser", "local storage")


def test_pages_with_questions_link_the_key_and_show_no_button(context: Context, site: str, folder: Path) -> None:
    page = context(java_script_enabled=False, width=1000).new_page()
    pages = [path for path in folder.rglob("index.html") if 'class="quiz"' in path.read_text(encoding="utf-8")]
    assert len(pages) > 20
    for path in pages:
        page.goto(f"{site}{path.parent.relative_to(folder).as_posix()}/")
        intro = page.locator(".quiz-intro")
        expect(intro).to_contain_text("To answer them, the page needs JavaScript")
        key = intro.get_by_role("link", name="answer key")
        expect(key).to_be_visible()
        assert page.request.get(f"{page.url}{key.get_attribute('href')}").ok
        assert [button.inner_text() for button in page.locator(CONTROLS).all() if button.is_visible()] == [], page.url
        assert [words for words in CLAIMS if words in intro.inner_text()] == []


def test_short_answers_and_essays_show_no_field_and_claim_to_save_nothing(context: Context, site: str) -> None:
    page = context(java_script_enabled=False, width=1000).new_page()
    for url in ("quiz/short-answer/", "essays/automation/"):
        page.goto(site + url)
        assert [field.inner_text() for field in page.locator(CONTROLS).all() if field.is_visible()] == [], url
        assert [words for words in CLAIMS if words in page.locator("article").inner_text()] == [], url
        closed = page.locator("article details").first
        closed.locator("summary").click()
        expect(closed.locator(":scope > :not(summary)").first).to_be_visible()
