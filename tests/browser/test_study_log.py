"""The reader's log: every event is kept exactly once, for any stored or imported data and any clock."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from in_browser import FORMER_KEY, KEY, wait_until
from playwright.sync_api import Browser, BrowserContext, Page

CARD = "term:lineage:name"
EVENING = 1795467600000  # 23 November 2026, 21:00 in London
DAY = 86_400_000
ROW = ["other1-0", EVENING, "rated", CARD, 3]

SET_UP = """async address => {
  for (const name of ['../record-key', 'file', 'export', 'import', 'erase', 'takeover', 'log', 'days', 'due', 'memory'])
    Object.assign(window, await import(`${address}${name}.js`))
  window.time = %d
  window.open_ = (options = {}) => openLog({storage: localStorage, now: () => window.time, random: Math.random, ...options})
  window.open = () => (window.log = open_())
  window.broken = failing => ({
    length: 0, key: () => null, getItem: () => null, removeItem() {}, setItem() {}, ...failing,
  })
  window.fails = () => { throw new DOMException('no', 'QuotaExceededError') }
  window.cards = log => Object.fromEntries(log.state.cards)
  addEventListener('storage', event => window.log?.receive(event))
  localStorage.clear()
}"""


Open = Callable[..., Page]


@pytest.fixture
def opened(context: Callable[..., BrowserContext], site: str) -> Open:
    """Pages of one browser with the log's modules on them, their clocks in the evening."""
    made: dict[str, BrowserContext] = {}

    def new(zone: str = "Europe/London") -> Page:
        if zone not in made:
            made[zone] = context(timezone_id=zone)
        return set_up(made[zone].new_page(), site)

    return new


@pytest.fixture(scope="module")
def shared(chromium: Browser) -> Iterator[Page]:
    made = chromium.new_context(service_workers="block", timezone_id="Europe/London")
    yield made.new_page()
    made.close()


@pytest.fixture
def tab(shared: Page, site: str) -> Page:
    """One page for all tests that need no second, emptied."""
    return set_up(shared, site)


def set_up(page: Page, site: str) -> Page:
    page.goto(site + "assets/study.json")  # any page of the origin; this one has no script of its own
    page.evaluate(SET_UP % EVENING, site + "assets/javascripts/study/")
    return page


def stored(page: Page, key: str = KEY) -> str | None:
    return page.evaluate("key => localStorage.getItem(key)", key)


def store(page: Page, text: str) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])


def aside(page: Page) -> list[str]:
    keys = "Object.keys(localStorage).filter(key => key.includes('.aside.')).map(key => localStorage.getItem(key))"
    return page.evaluate(keys)


def text(*rows: Any, version: int = 1, erased: int = 0) -> str:
    return ",\n".join(json.dumps(row, separators=(",", ":")) for row in [["study", version, erased], *rows])


def file(*rows: Any, **fields: Any) -> str:
    return json.dumps({"format": "who-does-what study", "version": 1, "events": rows} | fields)


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


def test_two_tabs_in_turn_lose_nothing(opened: Open) -> None:
    one, other = opened(), opened()
    for tab in (one, other):
        tab.evaluate("open()")
    for _ in range(5):
        for tab in (one, other):
            tab.evaluate("log.add('rated', 'term:lineage:name', 3)")
    for tab in (one, other):
        wait_until(tab, "log.rows.length === 10")
        assert tab.evaluate("cards(log)['term:lineage:name'].reviews") == 10
        assert tab.evaluate("open_().rows.length") == 10


def test_two_tabs_writing_over_each_other_lose_nothing(tab: Page) -> None:
    """Each writes before it has seen what the other wrote; the later text wins; then each hears of the other's."""
    counts = tab.evaluate(
        """() => {
          const stores = [new Map(), new Map()]
          const log = stores.map(data => open_({storage: broken({
            getItem: key => data.get(key) ?? null, setItem: (key, text) => data.set(key, text), removeItem: key => data.delete(key),
          })}))
          log[0].add('rated', 'term:lineage:name', 1)
          log[1].add('rated', 'term:lineage:name', 1)
          log[0].add('rated', 'term:bias:name', 2)
          const key = KEY + '.newest'
          const [first, second] = stores.map(data => data.get(key))
          stores[0].set(key, second)
          log[0].receive({key, newValue: second})
          log[1].receive({key, newValue: first})
          return [...log.map(log => log.rows.length), ...stores.map(data => data.get(key).split('\\n').length - 1)]
        }"""
    )
    assert counts == [3, 3, 3, 3]


def test_tabs_that_hear_of_each_other_come_to_rest(opened: Open) -> None:
    one, other = opened(), opened()
    for tab in (one, other):
        tab.evaluate("() => { open(); window.heard = 0; addEventListener('storage', () => heard++) }")
    for tab in (one, other):
        tab.evaluate("log.add('drafted', 'answer:why', 'x'), log.add('drafted', 'answer:why', 'y')")
    one.wait_for_timeout(300)
    before = [tab.evaluate("heard") for tab in (one, other)]
    one.wait_for_timeout(300)
    assert [tab.evaluate("heard") for tab in (one, other)] == before


def test_what_is_erased_is_gone_in_a_tab_that_slept(tab: Page) -> None:
    left = tab.evaluate(
        """() => {
          open()
          log.add('rated', 'term:lineage:name', 3)
          localStorage.setItem(KEY + '.aside.x', 'old')
          const other = open_()
          erase(other)
          const empty = [other.rows.length, Object.keys(localStorage).join()]
          log.add('rated', 'term:bias:name', 3)
          return [...empty, log.rows.length, open_().rows.length, other.reports]
        }"""
    )
    assert left == [0, KEY, 1, 1, []]


def test_what_a_tab_writes_while_another_erases_does_not_bring_back_what_was_erased(tab: Page) -> None:
    left = tab.evaluate(
        """() => {
          open()
          log.add('rated', 'term:lineage:name', 3)
          const key = KEY + '.newest'
          const before = localStorage.getItem(key)
          erase(log)
          localStorage.setItem(key, before)
          log.receive({key, newValue: before})
          return [log.rows.length, open_().rows.length]
        }"""
    )
    assert left == [0, 0]


def test_storage_that_is_cleared_from_outside_is_empty_here_too(tab: Page) -> None:
    assert (
        tab.evaluate(
            "() => { open(); log.add('rated', 'term:bias:name', 3); localStorage.clear(); log.refresh(); return log.rows.length }"
        )
        == 0
    )


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


# Time


def rated(tab: Page, rating: int = 3) -> None:
    tab.evaluate("rating => { window.log ??= open_(); log.add('rated', 'term:lineage:name', rating) }", rating)


def due_day(tab: Page) -> int:
    """Days from today, by the calendar where the reader is."""
    return tab.evaluate(
        "() => { const {state} = open_(); return dueDay(state, 'term:lineage:name') - state.dayOf(time) }"
    )


def test_a_card_of_a_late_evening_is_due_by_the_calendar_day(tab: Page) -> None:
    tab.evaluate("time += 2.9 * 3600e3")  # 23:54
    rated(tab, 1)
    assert due_day(tab) == 1
    tab.evaluate("time += 0.2 * 3600e3")  # eleven minutes later, after midnight, in the same evening
    assert due_day(tab) == 1
    tab.evaluate("time += 4 * 3600e3")
    assert due_day(tab) == 0
    tab.evaluate("log.add('set', 'setting:daybreak', 0)")  # by the calendar
    tab.evaluate("time -= 4 * 3600e3")
    assert due_day(tab) == 0


def test_a_clock_that_goes_backwards_makes_nothing_due_twice(tab: Page) -> None:
    rated(tab)
    tab.evaluate("time -= 5 * 86400e3")
    assert due_day(tab) > 0
    rated(tab)
    assert due_day(tab) > 0
    assert tab.evaluate("open_().state.cards.get('term:lineage:name').reviews") == 2


def test_a_clock_that_was_years_ahead_takes_no_card_away(tab: Page) -> None:
    tab.evaluate("time += 40 * 365 * 86400e3")
    rated(tab)
    tab.evaluate("time -= 40 * 365 * 86400e3")
    assert due_day(tab) <= 0
    tab.evaluate("open()")
    rated(tab)
    assert due_day(tab) > 0


def test_a_clock_that_goes_on_while_it_is_read_is_not_wrong(tab: Page) -> None:
    assert tab.evaluate("open_({now: () => time++}).reports") == []


@pytest.mark.parametrize("year", ["1970-01-01", "2019-12-31T23:00", "2200-01-02", "9999-12-31"])
def test_a_clock_that_cannot_be_is_told_and_loses_nothing(year: str, tab: Page) -> None:
    tab.evaluate("year => { time = Date.parse(year); open(); log.add('rated', 'term:lineage:name', 3) }", year)
    assert tab.evaluate("log.reports") == [
        "This device's clock is wrong. Correct it, because it determines when cards are due."
    ]
    tab.evaluate(f"time = {EVENING}")
    assert tab.evaluate(
        "() => { const log = open_(); return [log.rows.length, log.reports, [...log.state.cards.keys()]] }"
    ) == [
        1,
        [],
        [CARD],
    ]


def test_a_journey_makes_nothing_due_twice(opened: Open) -> None:
    rows = [["other1-0", EVENING, "rated", CARD, 3]]
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "America/New_York"):
        tab = opened(zone)
        store(tab, text(*rows))
        assert due_day(tab) > 0, zone


@pytest.mark.parametrize("date", ["2028-02-28", "2028-02-29", "2027-03-27", "2027-10-30", "2026-12-31"])
def test_leap_days_and_summer_time_are_days_like_any_other(date: str, tab: Page) -> None:
    tab.evaluate("date => { time = new Date(date + 'T23:30').getTime() }", date)
    rated(tab, 1)
    assert due_day(tab) == 1
    tab.evaluate("time = new Date(time).setDate(new Date(time).getDate() + 1)")
    assert due_day(tab) == 0


def test_an_exam_shortens_what_was_rated_before_it_was_set(tab: Page) -> None:
    rated(tab, 4)
    assert due_day(tab) == 8
    tab.evaluate("log.add('set', 'setting:exam', '2026-11-28')")
    assert 1 <= due_day(tab) <= 4
    tab.evaluate("log.add('set', 'setting:exam', null)")
    assert due_day(tab) == 8


@pytest.mark.parametrize("value", ["'2026-02-30'", "'10000-01-01'", "'__proto__'", "true", "3", "''"])
def test_an_exam_that_is_no_date_is_none(value: str, tab: Page) -> None:
    assert (
        tab.evaluate(f"() => {{ open(); log.add('set', 'setting:exam', {value}); return log.state.settings.exam }}")
        is None
    )


# The file


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


def test_what_the_browser_does_not_let_go_of_is_not_called_erased(tab: Page) -> None:
    done = tab.evaluate(
        """() => {
          const storage = {length: 1, key: () => KEY, getItem: () => null, setItem() {}, removeItem: fails}
          return erase(open_({storage}))
        }"""
    )
    assert done is False


# The order of events


PHONE_AND_LAPTOP = """ahead => {
  const device = () => {
    const data = new Map()
    const own = {ahead: 0}
    const storage = broken({
      getItem: key => data.get(key) ?? null, setItem: (key, text) => data.set(key, text), removeItem: key => data.delete(key),
    })
    own.open = () => openLog({storage, now: () => window.time + own.ahead, random: Math.random})
    own.log = own.open()
    return own
  }
  window.phone = device()
  window.laptop = device()
  phone.ahead = ahead
}"""
CLOCKS = [2 * 60_000, 3 * 3_600_000, 5 * DAY, 30 * 365 * DAY]


@pytest.mark.parametrize("ahead", CLOCKS, ids=["minutes", "hours", "days", "years"])
@pytest.mark.parametrize(
    ("kind", "key", "before", "now"),
    [
        ("drafted", "answer:why", "On the phone", "On the laptop"),
        ("drafted", "exam:one", "half a paper", "a whole paper"),
        ("set", "setting:daily", 5, 9),
        ("read", "page:workflow", True, False),
    ],
)
def test_what_is_done_now_counts_whatever_the_clock_of_the_other_device_says(
    ahead: int, kind: str, key: str, before: Any, now: Any, tab: Page
) -> None:
    tab.evaluate(PHONE_AND_LAPTOP, ahead)
    counts = tab.evaluate(
        """([kind, key, before, now]) => {
          phone.log.add(kind, key, before)
          take(laptop.log, write(phone.log, time))
          time += 1000
          laptop.log.add(kind, key, now)
          return [laptop.log, laptop.open()].map(log => log.rows.find(row => row[2] === kind)[4])
        }""",
        [kind, key, before, now],
    )
    assert counts == [now, now]


@pytest.mark.parametrize("ahead", CLOCKS, ids=["minutes", "hours", "days", "years"])
def test_a_clock_that_was_ahead_and_is_set_right_takes_nothing_back(ahead: int, tab: Page) -> None:
    tab.evaluate(PHONE_AND_LAPTOP, ahead)
    draft, right, weak, due = tab.evaluate(
        """() => {
          phone.log.add('drafted', 'answer:why', 'with a wrong clock')
          phone.log.add('answered', 'question:q', false, [])
          phone.log.add('rated', 'term:lineage:name', 3)
          phone.ahead = 0
          phone.log.add('drafted', 'answer:why', 'now')
          phone.log.add('answered', 'question:q', true, [])
          phone.log.add('rated', 'term:lineage:name', 3)
          const {state} = phone.open()
          const today = state.dayOf(time)
          return [state.drafts.get('answer:why').text, state.questions.get('question:q').last,
            state.tries.get('question:q'), dueDay(state, 'term:lineage:name') - today]
        }"""
    )
    assert (draft, right, weak) == ("now", True, True)
    assert 0 < due <= 3  # it was rated twice on one day


def test_answers_of_two_devices_are_in_the_order_of_time_and_those_of_this_one_last(tab: Page) -> None:
    tab.evaluate(PHONE_AND_LAPTOP, 2 * 60_000)
    last = tab.evaluate(
        """() => {
          for (let n = 0; n < 9; n++) laptop.log.add('answered', 'question:q', true, [])  // more ticks, earlier
          time += 86400e3
          phone.log.add('answered', 'question:q', false, [])
          take(laptop.log, write(phone.log, time))
          const before = laptop.log.state.questions.get('question:q').last
          time -= 3600e3  // the laptop's clock goes back
          laptop.log.add('answered', 'question:q', true, [])
          return [before, laptop.open().state.questions.get('question:q').last]
        }"""
    )
    assert last == [False, True]


def test_a_record_of_the_first_version_opens_unchanged(tab: Page) -> None:
    """record_v1.json was written by the site of November 2026, with twenty evenings."""
    record = json.loads(Path(__file__).with_name("record_v1.json").read_text(encoding="utf-8"))
    known = record["known"]
    for name, content in record["stored"].items():
        tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [name, content])
    tab.evaluate("now => { time = now; open(); takeOver(log) }", record["now"])
    got = tab.evaluate(
        """() => {
          const {state} = log
          return {
            questions: [...state.questions], answers: [...state.answers], drafts: [...state.drafts], exams: state.exams,
            read: [...state.read], daily: state.settings.daily, days: [...state.days],
            due: Object.fromEntries([...state.cards].map(([id, card]) => [id, [card.reviews, card.rating, card.last]])),
          }
        }"""
    )
    lists = ("questions", "answers", "drafts", "read", "days")
    for one in (got, known):
        one.update({name: sorted(one[name]) for name in lists})
    assert got == known
    assert tab.evaluate("[log.rows.length, log.reports, log.saved]") == [record["rows"], [], True]
    assert stored(tab, FORMER_KEY) is None and stored(tab, f"{FORMER_KEY}.newest") is None


# Two sites on one host


def test_two_sites_on_one_host_have_their_own_records_and_the_first_takes_the_former_one(tab: Page) -> None:
    tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [FORMER_KEY, text(ROW)])
    tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [f"{FORMER_KEY}.aside.abc", "foreign"])
    counts = tab.evaluate(
        """() => {
          const site = path => { const log = open_({key: `who-does-what.study:${path}`}); takeOver(log); return log }
          const one = site('/course-a/'), same = site('/course-a/'), other = site('/course-b/')
          other.add('rated', 'term:bias:name', 3)
          one.add('drafted', 'answer:why', 'A')
          return [one, same, other, site('/course-a/'), site('/course-b/')].map(log => (log.refresh(), log.rows.length))
        }"""
    )
    assert counts == [2, 2, 1, 2, 1]
    assert aside(tab) == ["foreign"]
    left = tab.evaluate("Object.keys(localStorage).filter(key => !key.includes(':')).sort()")
    assert left == ["who-does-what.study.moved"]


def test_where_there_is_no_room_for_both_the_former_record_makes_room_or_stays(tab: Page) -> None:
    results = tab.evaluate(
        """text => [text.length + 400, 10].map(room => {
          const data = new Map([['who-does-what.study', text]])
          const storage = {
            get length() { return data.size }, key: n => [...data.keys()][n], getItem: key => data.get(key) ?? null,
            removeItem: key => data.delete(key),
            setItem(key, value) {
              const others = [...data].reduce((sum, [name, value]) => sum + (name === key ? 0 : value.length), 0)
              if (key === 'who-does-what.study' || key.endsWith('moved') || others + value.length <= room) data.set(key, value)
              else fails()
            },
          }
          const log = open_({storage, key: 'who-does-what.study:/'})
          takeOver(log)
          return [log.rows.length, log.saved, data.has('who-does-what.study')]
        })""",
        text(*([f"other1-{n}", EVENING, "rated", CARD, 3] for n in range(30))),
    )
    assert results == [[30, True, False], [30, False, True]]
