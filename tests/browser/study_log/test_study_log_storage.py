"""The log as it is stored: every event is kept once, and what cannot be read or stored is reported."""

from __future__ import annotations

import json

import pytest
from in_browser import EVENING, KEY
from log_page import CARD, ROW, aside, store, stored, text
from playwright.sync_api import Page


def test_what_was_done_is_there_when_the_page_opens_again(tab: Page) -> None:
    before, after = tab.evaluate(
        """() => {
          const log = open()
          log.add('answered', 'question:csv-layout', false, ['No header row'])
          log.add('answered', 'question:csv-layout', true, ['A header row'])
          log.add('rated', 'term:lineage:name', 3)
          log.add('ticked', 'answer:why', ['lineage'], ['bias'])
          log.add('drafted', 'answer:why', 'Because')
          log.add('drafted', 'answer:why', 'Because of <b>lineage</b>')
          log.add('finished', 'exam:1', ['question:csv-layout'], [], 90, 'data-engineer')
          log.add('read', 'page:quiz/watch', true)
          log.add('set', 'setting:daily', 7)
          log.add('set', 'setting:exam', '2026-12-24')
          const plain = ({state}) => JSON.stringify(state, (key, value) => value instanceof Map ? [...value] : value)
          return [plain(log), plain(open_())]
        }"""
    )
    assert before == after
    state = json.loads(before)
    assert state["questions"] == [
        ["question:csv-layout", {"times": 2, "right": 1, "last": True, "time": EVENING, "chosen": ["A header row"]}]
    ]
    assert state["answers"] == [["answer:why", [{"time": EVENING, "had": ["lineage"], "missed": ["bias"]}]]]
    assert state["drafts"] == [["answer:why", {"text": "Because of <b>lineage</b>", "time": EVENING}]]
    assert state["exams"][0]["choice"] == "data-engineer"
    assert state["read"] == [["page:quiz/watch", EVENING]]
    assert state["settings"] == {"daily": 7, "exam": 20811, "retention": 0.9, "daybreak": 4, "covers": ""}


def test_of_drafts_the_last_is_stored_and_an_empty_one_is_none(tab: Page) -> None:
    tab.evaluate("() => { open(); for (const text of ['one', 'two', '']) log.add('drafted', 'answer:why', text) }")
    kept = stored(tab, f"{KEY}.newest")
    assert kept and "one" not in kept and "two" not in kept
    assert tab.evaluate("open_().state.drafts.size") == 0


@pytest.mark.parametrize(
    "arguments",
    [
        "'rated', 'term:lineage:name', 5",
        "'rated', 'term:lineage:name', '3'",
        "'rated', 'term:lineage:name'",
        "'rated', '__proto__', 3",
        "'rated', 'question:__proto__', 3",
        "'__proto__', 'term:lineage', 3",
        "'constructor', 'term:lineage', 3",
        "'answered', 'term:lineage', true, []",
        "'drafted', 'answer:why', {}",
        "'ticked', 'answer:why', ['<img>'], []",
    ],
)
def test_a_row_that_is_none_is_refused(arguments: str, tab: Page) -> None:
    assert (
        tab.evaluate(f"() => {{ open(); try {{ log.add({arguments}) }} catch (e) {{ return e.name }} }}") == "TypeError"
    )
    assert stored(tab) is None


@pytest.mark.parametrize(
    ("found", "kept", "words"),
    [
        (text(ROW)[:-20], 0, "could not be read"),
        (text(ROW, ["x"], {"a": 1}, None, 7), 1, "could not be read"),
        (text(ROW, ["other1-1", 253402300800000, "rated", CARD, 3]), 1, "could not be read"),
        (text(ROW) + ",\n[broken", 1, "could not be read"),
        ("[]", 0, "Something else"),
        ("", 0, "Something else"),
        ('{"__proto__": {"x": 1}}', 0, "Something else"),
        ("null", 0, "Something else"),
        ("\x00\ud7ff garbage", 0, "Something else"),
        (text(["study", "later"], version=4), 0, "newer version"),
        (json.dumps(ROW), 1, "could not be read"),
        ("x" + text(ROW), 1, "could not be read"),
    ],
    ids=[
        "truncated",
        "wrong rows",
        "year 10000",
        "broken line",
        "list",
        "empty",
        "object",
        "null",
        "garbage",
        "newer",
        "no header",
        "damaged header",
    ],
)
def test_what_cannot_be_read_is_set_aside_and_told_once(found: str, kept: int, words: str, tab: Page) -> None:
    store(tab, found)
    reports, count = tab.evaluate("() => { open(); return [log.reports, log.rows.length] }")
    assert len(reports) == 1 and words in reports[0]
    assert count == kept
    assert aside(tab) == [found]
    tab.evaluate("log.add('rated', 'term:bias:name', 3)")
    reports, count = tab.evaluate("() => { const again = open_(); return [again.reports, again.rows.length] }")
    assert (reports, count) == ([], kept + 1)


def test_what_is_damaged_among_the_newest_is_set_aside_and_the_rest_is_kept(tab: Page) -> None:
    store(tab, text(ROW))
    tab.evaluate("([key, text]) => localStorage.setItem(key + '.newest', text)", [KEY, text(["other1-1", 3]) + "}"])
    assert tab.evaluate("() => { open(); return [log.rows.length, log.reports.length] }") == [1, 1]
    assert tab.evaluate("() => { const again = open_(); return [again.rows.length, again.reports.length] }") == [1, 0]


def test_what_cannot_be_set_aside_is_not_overwritten(tab: Page) -> None:
    told = tab.evaluate(
        """() => {
          const written = []
          const storage = broken({getItem: () => 'foreign', setItem(key) { written.push(key); fails() }})
          const log = open_({storage})
          log.add('rated', 'term:lineage:name', 3)
          return [written.filter(key => !key.includes('aside')), log.reports.length, log.saved, log.state.cards.size]
        }"""
    )
    assert told == [[], 1, False, 1]


@pytest.mark.parametrize(
    ("storage", "words"),
    [
        ("null", "does not store"),
        ("broken({getItem: fails})", "does not store"),
        ("broken({setItem: fails})", "no room left"),
    ],
    ids=["none", "off", "full"],
)
def test_without_room_it_works_from_memory_and_says_so(storage: str, words: str, tab: Page) -> None:
    reports, saved, cards = tab.evaluate(
        f"""() => {{
          const log = open_({{storage: {storage}}})
          for (let n = 0; n < 3; n++) log.add('rated', 'term:lineage:name', 3)
          return [log.reports, log.saved, log.state.cards.get('term:lineage:name').reviews]
        }}"""
    )
    assert len(reports) == 1 and words in reports[0]
    assert (saved, cards) == (False, 3)


def test_what_had_no_room_is_stored_when_there_is_room_again(tab: Page) -> None:
    kept = tab.evaluate(
        """() => {
          const data = new Map()
          let full = true
          const storage = broken({getItem: key => data.get(key) ?? null, setItem(key, text) { full ? fails() : data.set(key, text) }})
          const log = open_({storage})
          log.add('rated', 'term:lineage:name', 3)
          full = false
          log.add('rated', 'term:bias:name', 3)
          return [log.saved, open_({storage}).rows.length]
        }"""
    )
    assert kept == [True, 2]


def test_the_newest_are_settled_when_a_page_opens(tab: Page) -> None:
    settled, newest, count = tab.evaluate(
        """() => {
          open()
          for (let n = 0; n < 2000; n++) log.add('rated', `term:lineage-${n}:name`, 3)
          const again = open_()
          return [localStorage.getItem(KEY)?.length, localStorage.getItem(KEY + '.newest'), again.rows.length]
        }"""
    )
    assert settled > 50_000 and newest is None and count == 2000
    assert tab.evaluate("() => { log.add('rated', 'term:bias:name', 3); return open_().rows.length }") == 2001
