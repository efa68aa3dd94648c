"""When cards are due by the log, for any clock, time zone, and exam."""

from __future__ import annotations

import pytest
from in_browser import EVENING
from log_page import CARD, Open, store, text
from playwright.sync_api import Page


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
