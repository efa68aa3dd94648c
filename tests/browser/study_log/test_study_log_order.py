"""The order of events on two devices, whose clocks may be wrong."""

from __future__ import annotations

from typing import Any

import pytest
from in_browser import DAY
from playwright.sync_api import Page

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
