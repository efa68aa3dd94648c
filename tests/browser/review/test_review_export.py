"""The reader's data on the review page: kept by the browser, exported, and erased."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from in_browser import KEY, Context, take_file, violations
from playwright.sync_api import Browser, Page, expect
from review_page import button, open_data, part, rate, rows, visit


def test_export_erase_import_brings_everything_back(opened: Page, tmp_path: Path) -> None:
    rate(opened, "Good")
    open_data(opened)
    with opened.expect_download() as download:
        button(opened, "Export").click()
    assert download.value.suggested_filename == "study.json"
    download.value.save_as(tmp_path / "study.json")
    button(opened, "Erase").click()
    opened.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(part(opened, "told")).to_have_text("Everything is erased.")
    expect(part(opened, "tally")).to_have_text("20 new")
    assert rows(opened) == []
    take_file(opened, tmp_path / "study.json")
    expect(part(opened, "told")).to_have_text("Imported: 1 event was added.")
    expect(part(opened, "tally")).to_have_text("19 new · 1 done today")
    take_file(opened, tmp_path / "study.json")
    expect(part(opened, "told")).to_have_text("Everything in the file was already here.")


def test_an_empty_export_says_so(opened: Page) -> None:
    open_data(opened)
    button(opened, "Export").click()
    expect(part(opened, "told")).to_have_text("There is nothing to export yet: your record is empty.")


def test_the_last_export_is_named_and_whether_the_browser_may_clear_the_record(opened: Page) -> None:
    open_data(opened)
    expect(part(opened, "exported")).to_have_text("You have not saved a file from this browser yet.")
    expect(part(opened, "keeps")).to_contain_text("in Safari after seven days without a visit")
    rate(opened, "Good")
    with opened.expect_download():
        button(opened, "Export").click()
    expect(part(opened, "exported")).to_have_text("Last export: November 23, 2026.")
    opened.reload()
    open_data(opened)
    expect(part(opened, "exported")).to_have_text("Last export: November 23, 2026.")
    opened.evaluate("navigator.storage.persisted = async () => true")
    rate(opened, "Good")
    expect(part(opened, "keeps")).to_have_text("This browser keeps your record until you erase it or clear its data.")


def test_the_browser_is_asked_once_to_keep_the_record_when_it_begins(context: Context, site: str) -> None:
    made = context(timezone_id="Europe/London")
    made.add_init_script(
        "if (navigator.storage) navigator.storage.persist = async () => (localStorage.asked = (localStorage.asked ?? '') + 'x', false)"
    )
    page = visit(made, site)
    assert page.evaluate("localStorage.asked") is None
    for _ in range(2):
        rate(page, "Good")
    page.reload()
    rate(page, "Good")
    assert page.evaluate("localStorage.asked") == "x"


def test_offline_the_export_works_and_its_code_was_there_before(context: Context, site: str) -> None:
    made = context(timezone_id="Europe/London")
    page = visit(made, site)
    rate(page, "Good")
    made.set_offline(True)
    page.get_by_text("Your data", exact=True).click()
    with page.expect_download():
        button(page, "Export").click()
    expect(part(page, "told")).to_have_text("Exported: look for study.json among your downloads.")


def test_where_nothing_is_stored_an_export_is_right_there_and_leaving_asks(chromium: Browser, site: str) -> None:
    made = chromium.new_context(service_workers="block")
    made.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }")
    page = visit(made, site)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == []  # nothing was done
    rate(page, "Good")
    expect(part(page, "reports")).to_contain_text("Export it to keep it.")
    assert violations(page) == []
    with page.expect_download() as download:
        page.locator(".review-trouble").get_by_role("button", name="Export").click()
    assert json.loads(Path(download.value.path()).read_text())["events"][0][2:] == [
        "rated",
        "term:data-engineer:definition",
        3,
    ]
    page.reload()
    assert asked == ["beforeunload"]
    made.close()


def test_erasing_takes_everything_of_this_site_in_all_tabs(context: Context, site: str) -> None:
    made = context(timezone_id="Europe/London")
    one, other = visit(made, site), visit(made, site)
    rate(one, "Good")
    expect(part(other, "tally")).to_have_text("19 new · 1 done today")
    keys = ["quiz_progress_/quiz/watch/", f"{KEY}.aside.x", f"{KEY.split(':')[0]}.moved", "another site"]
    one.evaluate(
        "keys => keys.forEach(key => localStorage.setItem(key, key.endsWith('moved') ? 'who-does-what.study:/' : 'x'))",
        keys,
    )
    open_data(one)
    button(one, "Erase").click()
    one.get_by_role("dialog").get_by_role("button", name="Erase everything").click()
    expect(part(one, "told")).to_have_text("Everything is erased.")
    expect(part(other, "tally")).to_have_text("20 new")
    left = one.evaluate("Object.keys(localStorage).filter(key => !key.startsWith('/.__'))")
    assert sorted(left) == ["another site", KEY]
    assert rows(one) == []


@pytest.mark.parametrize("way", ["Escape", "Keep it"])
def test_nothing_is_erased_without_a_second_yes(way: str, opened: Page) -> None:
    rate(opened, "Good")
    open_data(opened)
    button(opened, "Erase").click()
    dialog = opened.get_by_role("dialog", name="Erase everything?")
    expect(dialog.get_by_role("button", name="Keep it")).to_be_focused()
    if way == "Escape":
        opened.keyboard.press("Escape")
    else:
        dialog.get_by_role("button", name=way).click()
    expect(dialog).to_be_hidden()
    expect(button(opened, "Erase")).to_be_focused()
    assert len(rows(opened)) == 1
