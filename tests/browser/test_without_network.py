"""The site as an app: what works offline after one visit, and the effects of a new build and of a damaged cache.

The site is below a path with a space. The tests stop the server to go offline, which holds for the service worker too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from exam_page import begin, hand_in
from in_browser import Context, rows, wait_until
from playwright.sync_api import Page, expect
from saved_site import CONTROLLED, App, cached, forget, update

KEY = "who-does-what.study:/my%20site/"
COPY = "#saved-copy"
NEW = "A new version of this site is available."


@pytest.fixture
def app(folder: Path, tmp_path: Path) -> Iterator[App]:
    made = App(folder, tmp_path)
    yield made
    made.server.stop()


@pytest.fixture
def page(context: Context, app: App) -> Page:
    """After one visit, to the workflow."""
    page = context(width=1000, service_workers="allow").new_page()
    page.goto(f"{app.address}workflow/")
    assert page.evaluate(CONTROLLED)
    return page


def test_the_manifest_is_relative_and_its_icons_are_there(app: App, page: Page) -> None:
    link = page.locator("link[rel=manifest]")
    address = page.evaluate("element => element.href", link.element_handle())
    assert address == f"{app.address}manifest.webmanifest"
    manifest = json.loads((app.site / "manifest.webmanifest").read_text())
    assert (manifest["start_url"], manifest["scope"]) == ("./", "./")
    for icon in manifest["icons"]:
        size = page.evaluate(
            "async src => { const image = new Image(); image.src = src; await image.decode(); return `${image.naturalWidth}x${image.naturalHeight}` }",
            app.address + icon["src"],
        )
        assert icon["sizes"] in (size, "any")


def test_after_one_visit_the_study_pages_and_search_work_without_a_network(app: App, page: Page) -> None:
    app.server.stop()
    page.goto(f"{app.address}learn/roles/")
    expect(page.locator(COPY)).to_contain_text("This is a copy of the page, saved on")
    quiz = page.locator(".quiz.ready").first
    quiz.locator("fieldset label").first.click()
    quiz.get_by_role("button", name="Submit").click()
    expect(quiz.locator(".verdict")).to_be_visible()
    page.goto(f"{app.address}review/")
    expect(page.locator("#review-front")).not_to_be_empty()
    page.locator("#review-show button").click()
    page.locator("#review-rate button[value='3']").click()
    expect(page.locator("#review-status")).to_contain_text("Next time")
    begin(page, app.address)
    hand_in(page)
    page.goto(f"{app.address}progress/")
    expect(page.locator(".progress-sum")).to_contain_text("seen")
    page.goto(f"{app.address}glossary/")
    expect(page.locator("article h1")).to_be_visible()
    page.goto(f"{app.address}workflow/")
    page.locator("article a.term").first.hover()
    expect(page.locator(".term-card")).to_be_visible()
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("canary")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching documents")


def test_what_was_read_is_there_and_what_was_not_says_so(app: App, page: Page) -> None:
    app.server.stop()
    page.goto(f"{app.address}status/")
    expect(page.get_by_role("heading")).to_have_text("This page is not saved")
    page.get_by_role("link", name="Review").click()
    expect(page.locator("#review-front")).not_to_be_empty()
    page.goto(f"{app.address}workflow/#monitor")
    expect(page.locator(COPY)).to_be_visible()


def test_with_a_network_a_page_is_the_one_of_the_server_and_no_copy(app: App, page: Page) -> None:
    index = app.site / "workflow" / "index.html"
    index.write_text(index.read_text(encoding="utf-8").replace("</h1>", " just now</h1>", 1), encoding="utf-8")
    page.reload()
    expect(page.locator("article h1")).to_contain_text("just now")
    expect(page.locator(COPY)).to_have_count(0)


def test_errors_and_what_is_no_page_are_not_saved(app: App, page: Page) -> None:
    (app.site / "note.txt").write_text("words")
    for path in ("nowhere/", "note.txt", "status/"):
        page.goto(app.address + path)
    wait_until(page, "async () => (await caches.match(location.href)) !== undefined")
    assert {"status/", "workflow/"} <= set(cached(page))
    assert not {"nowhere/", "note.txt"} & set(cached(page))


def test_a_new_build_says_so_and_brings_what_was_read(app: App, page: Page) -> None:
    first = page.evaluate("caches.keys()")
    app.build("workflow", lambda html: html.replace("</h1>", " anew</h1>", 1))
    update(page)
    line = page.locator("#new-version")
    expect(line).to_contain_text(NEW)
    second = page.evaluate("caches.keys()")
    assert len(first) == len(second) == 1 and first != second
    line.get_by_role("button").click()
    expect(page.locator("article h1")).to_contain_text("anew")
    expect(line).to_have_count(0)
    app.server.stop()
    page.reload()
    expect(page.locator(COPY)).to_be_visible()
    expect(page.locator("article h1")).to_contain_text("anew")


def test_a_page_of_the_new_build_hears_of_no_newer_one(app: App, page: Page) -> None:
    app.build("workflow", lambda html: html.replace("</h1>", " anew</h1>", 1))
    before = page.evaluate("caches.keys()")
    page.goto(f"{app.address}status/")
    wait_until(
        page,
        "async before => { const now = await caches.keys(); return now.length === 1 && now[0] !== before[0] }",
        arg=before[0],
    )
    wait_until(page, "async () => (await caches.match(location.href)) !== undefined")
    expect(page.locator("#new-version")).to_have_count(0)


def test_a_new_build_waits_for_the_end_of_an_exam_and_loses_no_answer(app: App, page: Page) -> None:
    begin(page, app.address)
    page.locator(".options input").first.check()
    before = page.evaluate("caches.keys()")
    app.build("workflow", lambda html: html.replace("</h1>", " anew</h1>", 1))
    update(page)
    wait_until(page, "async before => !(await caches.keys()).includes(before)", arg=before[0])
    expect(page.locator(".options input").first).to_be_checked()
    expect(page.locator("#new-version")).to_have_count(0)
    hand_in(page)
    expect(page.locator("#new-version")).to_contain_text(NEW)
    page.locator("#new-version button").click()
    expect(page.get_by_text("Your last exam is graded")).to_be_visible()


def test_a_half_filled_cache_is_reported_and_filled_again(app: App, page: Page) -> None:
    forget(page, "assets/study.json")
    app.server.stop()
    page.goto(f"{app.address}review/")
    expect(page.locator("#review-status")).to_contain_text("The cards could not be loaded.")
    app.server.start()
    page.reload()
    expect(page.locator("#review-front")).not_to_be_empty()
    wait_until(page, "async () => (await caches.match('/my%20site/assets/study.json')) !== undefined")


def test_a_cache_that_the_browser_cleared_is_filled_again(app: App, page: Page) -> None:
    page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name) }")
    app.server.stop()
    page.goto(f"{app.address}review/")
    expect(page.get_by_role("heading")).to_have_text("This page is not saved")
    app.server.start()
    page.reload()
    expect(page.locator("#review-front")).not_to_be_empty()
    wait_until(page, "async () => (await caches.match('/my%20site/assets/study-reasons.json')) !== undefined")


def test_where_the_worker_does_not_start_the_page_works(app: App, context: Context) -> None:
    (app.site / "service-worker.js").write_text("throw new Error('no')")
    page = context(service_workers="allow").new_page()
    page.goto(f"{app.address}review/")
    expect(page.locator("#review-front")).not_to_be_empty()
    assert page.evaluate("navigator.serviceWorker.getRegistration().then(found => found?.active ?? null)") is None


def test_a_file_that_is_missing_keeps_the_worker_from_starting_and_the_page_works(app: App, context: Context) -> None:
    (app.site / "assets" / "study-reasons.json").unlink()
    page = context(service_workers="allow").new_page()
    page.goto(f"{app.address}glossary/")
    wait_until(page, "async () => (await navigator.serviceWorker.getRegistration()) === undefined")
    expect(page.locator("article h1")).to_be_visible()


def test_two_sites_of_a_host_leave_each_others_cache_alone(app: App, page: Page) -> None:
    page.evaluate("caches.open('who-does-what /my%20site/other/ 123')")
    app.build("workflow", lambda html: html.replace("</h1>", " anew</h1>", 1))
    update(page)
    expect(page.locator("#new-version")).to_be_visible()
    assert "who-does-what /my%20site/other/ 123" in page.evaluate("caches.keys()")


def test_an_answer_is_stored_without_a_network(app: App, page: Page) -> None:
    page.goto(f"{app.address}quiz/prepare-data/")
    wait_until(page, "async () => (await caches.match(location.href)) !== undefined")
    app.server.stop()
    page.reload()
    quiz = page.locator(".quiz.ready").first
    quiz.locator("fieldset label").first.click()
    quiz.get_by_role("button", name="Submit").click()
    expect(quiz.locator(".verdict")).to_be_visible()
    assert page.evaluate(
        "key => localStorage.getItem(key) !== null || localStorage.getItem(`${key}.newest`) !== null", KEY
    )
    assert rows(page, "answered") == []  # of the site at the root
