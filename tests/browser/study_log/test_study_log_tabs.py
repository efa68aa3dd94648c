"""The log in several tabs that write and erase: none loses an event or brings one back."""

from __future__ import annotations

from in_browser import KEY, wait_until
from log_page import Open
from playwright.sync_api import Page


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


def test_what_the_browser_does_not_let_go_of_is_not_called_erased(tab: Page) -> None:
    done = tab.evaluate(
        """() => {
          const storage = {length: 1, key: () => KEY, getItem: () => null, setItem() {}, removeItem: fails}
          return erase(open_({storage}))
        }"""
    )
    assert done is False
