"""Records that come back to the review page: files, good and bad, and data that was set aside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from in_browser import DAY, EVENING, KEY, Context, take_file, violations
from playwright.sync_api import Page, expect
from review_page import button, file, limit, open_data, part, rate, rated, rows, take, visit, with_rows


def test_what_is_set_aside_is_listed_downloaded_taken_back_and_deleted(context: Context, site: str) -> None:
    good = json.dumps(rated(1, "term:lineage:name"))
    page = visit(with_rows(context, ["x"]), site)
    page.evaluate(
        "([key, text]) => localStorage.setItem(key + '.aside.1abc', text)", [KEY, f'["study", 1, 0],\n{good}']
    )
    page.reload()
    open_data(page)
    items = part(page, "aside").get_by_role("listitem")
    expect(items).to_have_count(2)
    damaged = items.filter(has_text="partly unreadable")
    expect(damaged).to_contain_text("set aside on November 23, 2026")
    with page.expect_download() as download:
        damaged.get_by_role("button", name="Download").click()
    assert '["x"]' in Path(download.value.path()).read_text()
    assert violations(page) == []
    items.filter(has_text="A readable record").get_by_role("button", name="Take back 1 event").click()
    expect(part(page, "told")).to_have_text("Taken back: 1 event was added.")
    expect(items).to_have_count(1)
    expect(damaged.get_by_role("button", name="Download")).to_be_focused()
    assert len(rows(page)) == 1
    damaged.get_by_role("button", name="Delete").click()
    expect(items).to_have_count(1)
    damaged.get_by_role("button", name="Delete it for good").click()
    expect(items).to_have_count(0)
    expect(part(page, "data").locator("summary")).to_be_focused()
    assert page.evaluate("Object.keys(localStorage).some(key => key.includes('.aside.'))") is False


def test_what_was_taken_back_once_is_here_already(context: Context, site: str) -> None:
    page = visit(with_rows(context, rated(1, "term:lineage:name"), ["x"]), site)
    open_data(page)
    part(page, "aside").get_by_role("button", name="Take back 1 event").click()
    expect(part(page, "told")).to_have_text("Everything readable in it was already here.")
    expect(part(page, "aside").get_by_role("listitem")).to_have_count(1)  # the rest of it cannot be read


def test_an_import_leaves_a_setting_and_a_text_until_the_reader_chooses(context: Context, site: str) -> None:
    own = ["before-1", EVENING - DAY, "drafted", "answer:data-engineer-duties", "Mine"]
    page = visit(with_rows(context, limit(7), own), site)
    open_data(page)
    theirs = [
        ["a-0", EVENING - 2, "set", "setting:daily", 35],
        ["a-1", EVENING - 1, "drafted", "answer:data-engineer-duties", "<b>Theirs</b>"],
    ]
    take(page, file(*theirs))
    expect(part(page, "told")).to_have_text(
        "2 texts and settings differ from what is here. Yours is unchanged; choose below."
    )
    expect(part(page, "tally")).to_have_text("7 new")
    page.reload()
    open_data(page)
    page.get_by_text("Daily limit and exam").click()
    offer = part(page, "settings-offers")
    expect(offer).to_contain_text("35")
    assert violations(page) == []
    text = part(page, "offers")
    expect(text).to_contain_text("<b>Theirs</b>")
    expect(text).to_contain_text("Mine")
    offer.get_by_role("button", name="Use the imported one").click()
    expect(part(page, "tally")).to_have_text("35 new")
    expect(part(page, "set")).to_have_text("Took the imported one.")
    text.get_by_role("button", name="Keep mine").click()
    expect(text.get_by_role("button")).to_have_count(0)
    expect(part(page, "told")).to_have_text("Kept yours.")
    assert rows(page, "drafted")[0][4] == "Mine"
    take(page, file(*theirs))
    expect(part(page, "told")).to_have_text("Everything in the file was already here.")


def setting(number: int, name: str, value: str, device: str = "before") -> list[Any]:
    return [f"{device}-{number}", EVENING - DAY + number, "set", f"setting:{name}", value]


def test_a_choice_is_confirmed_and_no_line_still_asks_for_it(context: Context, site: str) -> None:
    page = visit(with_rows(context, setting(1, "exam", "2026-12-01")), site)
    open_data(page)
    take(page, file(setting(1, "exam", "2026-12-20", "a")))
    expect(part(page, "told")).to_contain_text("choose below")
    page.get_by_text("Daily limit and exam").click()
    part(page, "settings-offers").get_by_role("button", name="Keep mine").click()
    expect(part(page, "set")).to_have_text("Kept yours.")
    expect(part(page, "told")).to_be_empty()
    expect(part(page, "offers").get_by_role("button")).to_have_count(0)


def test_settings_that_differ_are_named_as_the_form_names_them(context: Context, site: str) -> None:
    page = visit(with_rows(context, setting(1, "exam", "2026-12-01"), setting(2, "covers", "")), site)
    open_data(page)
    take(page, file(setting(1, "exam", "2026-12-20", "a"), setting(2, "covers", "persona=mlops-engineer", "a")))
    for offers in (part(page, "offers"), part(page, "settings-offers")):
        expect(offers.locator("span.offered")).to_have_text(["December 1, 2026", "Everything"])
        expect(offers.locator("p.offered")).to_have_text(["December 20, 2026", "MLOps Engineer"])


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("not JSON", "Nothing was imported: the file is not JSON."),
        ('{"deck": "anki"}', "Nothing was imported: the file is not an export of this site."),
        (file(version=4), "Nothing was imported: the file is from a newer version of this site."),
        (
            file(["a-0", EVENING, "rated", "term:<img src=x onerror=alert(1)>", 3]),
            "Nothing was imported: event 1 of the file is not about anything on this site.",
        ),
        (
            file(["a-0", EVENING, "rated", "__proto__", 3]),
            "Nothing was imported: event 1 of the file is not about anything on this site.",
        ),
        (
            file(["a-0", 253402300800000, "rated", "term:lineage:name", 3]),
            "Nothing was imported: event 1 of the file has an impossible time.",
        ),
    ],
)
def test_a_wrong_file_ends_in_one_line_and_an_untouched_store(content: str, line: str, opened: Page) -> None:
    rate(opened, "Good")
    open_data(opened)
    take(opened, content)
    expect(part(opened, "told")).to_have_text(line)
    assert len(rows(opened)) == 1


def test_a_file_of_50_mb_is_refused(opened: Page, tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as stream:
        stream.truncate(50_000_000)
    open_data(opened)
    take_file(opened, large)
    expect(part(opened, "told")).to_contain_text("the file has 50 MB, and at most 20 MB are read")


def test_what_was_imported_is_never_html(opened: Page) -> None:
    bad = "<img src=x onerror=\"document.title='bad'\"><a href='javascript:alert(1)'>x</a>"
    open_data(opened)
    events = [
        ["a-0", EVENING, "drafted", "answer:data-engineer-duties", bad],
        ["a-1", EVENING, "answered", "question:csv-layout", False, [bad]],
        ["a-2", EVENING - 9 * DAY, "rated", "question:csv-layout", 1],
        ["a-3", EVENING, "set", "setting:daily", bad],
        ["a-4", EVENING, "rated", "term:no-longer-there:name", 1],
        ["a-5", EVENING - 9 * DAY, "rated", "term:constructor:name", 1],
    ]
    take(opened, file(*events))
    expect(part(opened, "told")).to_have_text("Imported: 6 events were added.")
    opened.reload()
    button(opened, "Show the answer").click()
    assert opened.locator("article img, article a[href^=javascript]").count() == 0
    assert opened.title() != "bad"
