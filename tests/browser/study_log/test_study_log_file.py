"""The log as a file: an import adds each event once, and refuses a wrong file as a whole."""

from __future__ import annotations

import pytest
from in_browser import EVENING, KEY
from log_page import CARD, ROW, file, stored
from playwright.sync_api import Page


def test_the_export_comes_back_and_doubles_nothing(tab: Page) -> None:
    lines = tab.evaluate(
        """() => {
          open()
          log.add('rated', 'term:lineage:name', 3)
          log.add('drafted', 'answer:why', '<script>alert(1)</script>')
          const file = write(log, time)
          const same = take(log, file)
          erase(log)
          return [same, take(log, file), take(log, file), log.rows.length, log.state.drafts.get('answer:why').text, open_().rows.length]
        }"""
    )
    assert lines == [
        {"added": 0, "offers": 0, "line": "Everything in the file was already here."},
        {"added": 2, "offers": 0, "line": "Imported: 2 events were added."},
        {"added": 0, "offers": 0, "line": "Everything in the file was already here."},
        2,
        "<script>alert(1)</script>",
        2,
    ]


def test_an_import_is_added_to_what_is_there(tab: Page) -> None:
    told = tab.evaluate(
        "file => { open(); log.add('rated', 'term:bias:name', 3); return [take(log, file).line, [...log.state.cards.keys()]] }",
        file(ROW),
    )
    assert told == ["Imported: 1 event was added.", [CARD, "term:bias:name"]]  # version 1 comes first


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("not JSON", "the file is not JSON"),
        ("", "the file is not JSON"),
        ("null", "the file is not an export of this site"),
        ("[1, 2]", "the file is not an export of this site"),
        ('{"cards": [], "version": 2, "format": "anki"}', "the file is not an export of this site"),
        ('{"__proto__": {"format": "who-does-what study"}}', "the file is not an export of this site"),
        (file(ROW, events={"length": 1}), "the file is not an export of this site"),
        (file(ROW, version=4), "the file is from a newer version of this site"),
        (file(ROW, version="1"), "the file has no valid version number"),
        (file(ROW, "x"), "event 2 of the file is not a list"),
        (file(["<script>", EVENING, "rated", CARD, 3]), "event 1 of the file has an invalid id"),
        (file(["a-0", 253402300800000, "rated", CARD, 3]), "event 1 of the file has an impossible time"),
        (file(["a-0", "2026", "rated", CARD, 3]), "event 1 of the file has an impossible time"),
        (file(["a-0", EVENING, "toString", CARD, 3]), "event 1 of the file is of an unknown kind"),
        (file(["a-0", EVENING, "rated", "__proto__", 3]), "event 1 of the file is not about anything on this site"),
        (file(["a-0", EVENING, "rated", "constructor", 3]), "event 1 of the file is not about anything on this site"),
        (
            file(["a-0", EVENING, "rated", "javascript:alert(1)", 3]),
            "event 1 of the file is not about anything on this site",
        ),
        (
            file(["a-0", EVENING, "rated", "term:<img src=x onerror=alert(1)>", 3]),
            "event 1 of the file is not about anything on this site",
        ),
        (file(ROW, ["a-0", EVENING, "rated", CARD, 0]), "event 2 of the file has a wrong value: rating"),
        (file(["a-0", EVENING, "rated", CARD]), "event 1 of the file has too few or too many values"),
        (
            file(["a-0", EVENING, "ticked", "answer:why", ["x"], ["<b>"]]),
            "event 1 of the file has a wrong value: missed",
        ),
        (
            file(["a-0", EVENING, "drafted", "answer:why", {"toString": 1}]),
            "event 1 of the file has a wrong value: text",
        ),
    ],
)
def test_a_file_that_is_wrong_is_refused_whole_in_one_line(content: str, words: str, tab: Page) -> None:
    tab.evaluate("() => { open(); log.add('rated', 'term:bias:name', 3) }")
    before = [stored(tab), stored(tab, f"{KEY}.newest")]
    assert tab.evaluate("content => take(log, content)", content) == {
        "added": 0,
        "offers": 0,
        "line": f"Nothing was imported: {words}.",
    }
    assert [stored(tab), stored(tab, f"{KEY}.newest")] == before
    assert tab.evaluate("[log.rows.length, {}.format ?? null]") == [1, None]


def test_a_file_of_50_mb_is_refused_before_it_is_read(tab: Page) -> None:
    line, read = tab.evaluate(
        """async () => {
          let read = false
          open()
          const {line} = await load(log, {size: 50e6, text: async () => (read = true, '')})
          return [line, read]
        }"""
    )
    assert line == "Nothing was imported: the file has 50 MB, and at most 20 MB are read."
    assert read is False
    assert stored(tab) is None


def test_a_name_that_means_something_to_the_language_is_a_name_like_any_other(tab: Page) -> None:
    keys = tab.evaluate(
        "file => { open(); take(log, file); return [...log.state.questions.keys(), typeof {}.times] }",
        file(["a-0", EVENING, "answered", "question:constructor", True, []]),
    )
    assert keys == ["question:constructor", "undefined"]


def test_an_export_of_nothing_says_so_when_it_is_imported(tab: Page) -> None:
    assert tab.evaluate("file => take(open(), file).line", file()) == (
        "The file is an export of an empty record: there was nothing to import."
    )
