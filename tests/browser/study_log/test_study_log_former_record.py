"""The record of earlier versions: it opens unchanged, and one of the sites on a host takes it."""

from __future__ import annotations

import json
from pathlib import Path

from in_browser import EVENING, FORMER_KEY
from log_page import CARD, ROW, aside, stored, text
from playwright.sync_api import Page


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
