"""An exam in progress: not handed in by accident, complete in print, and the same in two tabs with wrong clocks."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from exam_page import PURE, begin, finish, opened
from in_browser import EVENING, Context, rows, violations_in_both_schemes
from playwright.sync_api import Page, expect

WORDS = " ".join(f"word{number}" for number in range(600))
HAND_IN = "Hand in and grade"
HIDDEN = """() => {
  const focused = document.activeElement
  if (focused.closest('.md-header, .md-tabs, .md-skip, .md-sidebar')) return null
  const box = focused.getBoundingClientRect()
  if (!box.height || focused === document.body) return null
  const over = ['.md-header', '.exam-bar'].map(name => document.querySelector(name))
    .filter(one => one && !one.contains(focused) && ['sticky', 'fixed'].includes(getComputedStyle(one).position))
    .map(one => one.getBoundingClientRect())
    .some(one => box.top < one.bottom - 1 && box.bottom > one.top + 1)
  const away = box.bottom <= 0 || box.top >= innerHeight
  return over || away ? focused.outerHTML.slice(0, 120) : null
}"""


def ask(page: Page) -> None:
    page.get_by_role("button", name=HAND_IN).click()
    expect(page.locator(".exam-sure")).to_be_visible()


@pytest.fixture
def pure(page: Page, site: str) -> Page:
    page.goto(site + "assets/study.json")
    page.evaluate(PURE, site + "assets/javascripts/study/")
    return page


def test_an_untouched_paper_is_not_handed_in_by_one_click(page: Page, site: str) -> None:
    begin(page, site)
    ask(page)
    expect(page.locator(".exam-sure h3")).to_have_text("5 questions are unanswered")
    expect(page.locator(".exam-sure h3")).to_be_focused()
    assert violations_in_both_schemes(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(".exam-sure")).to_be_hidden()
    expect(page.get_by_role("button", name=HAND_IN)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".exam-sure")).to_be_visible()
    page.get_by_role("button", name="Back to the exam").press("Enter")
    expect(page.locator(".exam-sure")).to_be_hidden()
    expect(page.get_by_role("button", name=HAND_IN)).to_be_focused()
    assert rows(page, "finished") == []


def test_what_is_unanswered_is_named_and_one_click_away(page: Page, site: str) -> None:
    begin(page, site)
    page.locator("textarea").fill("An answer")
    number = 1 + page.locator(".exam-question").evaluate_all(
        "all => all.findIndex(one => one.querySelector('textarea'))"
    )
    ask(page)
    named = [int(text) for text in page.locator(".exam-numbers a").all_inner_texts()]
    assert named == [each for each in range(1, 6) if each != number]
    page.locator(".exam-numbers a").last.click()
    expect(page.locator(".exam-sure")).to_be_hidden()
    expect(page.locator(".exam-question h3").nth(named[-1] - 1)).to_be_focused()
    ask(page)
    page.get_by_role("button", name="Hand in anyway").click()
    finish(page)
    assert len(rows(page, "finished")) == 1
    expect(page.locator(".exam-question :is(input, textarea)")).to_have_count(0)  # nothing can be changed


def test_a_blank_left_empty_counts_as_unanswered(pure: Page) -> None:
    item = {"key": "question:q", "kind": "blank", "options": [], "blanks": ["one", "two"], "terms": []}
    left = pure.evaluate(
        """item => {
          const own = {...deck, questions: new Map([[item.key, item]])}
          const given = values => new Map([[item.key, {values, turn: 1}]])
          const exam = values => ({keys: [item.key], given: given(values), ticked: new Map()})
          return [[], ['one'], ['one', ' '], ['one', 'x']].map(values => unanswered(exam(values), own).length)
        }""",
        item,
    )
    assert left == [1, 1, 1, 0]


def test_a_paper_that_runs_out_of_time_is_marked_while_it_is_asked(page: Page, site: str) -> None:
    page.clock.install(time=EVENING / 1000)
    begin(page, site, minutes="10")
    ask(page)
    page.clock.run_for(601_000)
    expect(page.locator(".exam-score")).to_be_focused()
    expect(page.locator(".exam-sure")).to_have_count(0)


def test_600_words_print_as_600(page: Page, site: str, tmp_path: Path) -> None:
    begin(page, site)
    page.locator("textarea").fill(WORDS)
    path = tmp_path / "exam.pdf"
    page.pdf(path=path)
    printed = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert len(set(re.findall(r"word\d+", printed))) == 600
    assert not re.search(r"\d+ of \d+ answered", printed)
    expect(page.locator(".on-paper").first).to_be_hidden()


def test_a_whole_paper_of_long_answers_fits_into_one_row(pure: Page) -> None:
    length = pure.evaluate(
        """() => {
          const keys = [...deck.answers.keys()].slice(0, 20)
          let exam = begin(deck, any, {now: 0, seed: 1})
          for (const key of keys) exam = give(exam, key, ['x'.repeat(8000)])
          return write({...exam, keys}).length
        }"""
    )
    assert length < 200_000


def test_of_two_tabs_the_answer_given_last_counts_whatever_the_clock_says(pure: Page) -> None:
    both = pure.evaluate(
        """() => {
          const ahead = Date.now() + 864e5 * 11000 // begun with a clock 30 years ahead
          const paper = begin(deck, any, {now: ahead, seed: 1})
          const one = give(give(paper, 'a', ['1']), 'b', ['1'])
          const other = give(give(read(write(one)), 'a', ['2']), 'c', ['2'])
          const mine = give(one, 'd', ['1'])
          const values = exam => Object.fromEntries([...exam.given].map(([key, {values}]) => [key, values[0]]))
          return [values(join(mine, other)), values(join(other, mine))]
        }"""
    )
    assert both[0] == both[1] == {"a": "2", "b": "1", "c": "2", "d": "1"}


def test_a_paper_of_before_with_times_is_read_and_what_is_given_now_wins(pure: Page) -> None:
    ahead = EVENING + 10**12
    given = pure.evaluate(
        """ahead => {
          const text = JSON.parse(write(begin(deck, any, {now: 0, seed: 1})))
          const old = read(JSON.stringify({...text, given: [['a', ['old'], ahead], ['b', ['old'], ahead - 5]]}))
          const now = give(old, 'a', ['new'])
          return [...join(now, old).given].map(([key, {values}]) => [key, values[0]])
        }""",
        ahead,
    )
    assert sorted(given) == [["a", "new"], ["b", "old"]]


def test_answers_survive_a_clock_that_is_set_back(context: Context, site: str) -> None:
    browser = context()
    page = browser.new_page()
    page.clock.install(time=EVENING / 1000 + 3 * 86_400)
    begin(page, site, number=10)
    groups = page.locator(".options")
    for index in range(3):
        groups.nth(index).locator("input").first.check()
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    page.close()
    later = browser.new_page()
    later.clock.install(time=EVENING / 1000)
    opened(later, site)
    for index in range(3, 6):
        later.locator(".options").nth(index).locator("input").first.check()
    expect(later.locator(".exam-open")).to_have_text("6 of 10 answered")
    later.reload()
    expect(later.locator(".exam-open")).to_have_text("6 of 10 answered")


@pytest.mark.parametrize(("width", "height"), [(390, 800), (1280, 800), (320, 256)])
def test_what_is_focused_is_seen(width: int, height: int, context: Context, site: str) -> None:
    page = context(width=width, height=height).new_page()
    begin(page, site, minutes="20")
    page.locator("h1").first.click()
    hidden = []
    for _ in range(40):
        page.keyboard.press("Tab")
        hidden.append(page.evaluate(HIDDEN))
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        hidden.append(page.evaluate(HIDDEN))
    assert [one for one in hidden if one] == []


def test_at_a_zoom_of_400_percent_little_stays_on_top(context: Context, site: str) -> None:
    page = context(width=320, height=256).new_page()
    begin(page, site, minutes="20")
    page.locator(".exam-question").nth(3).scroll_into_view_if_needed()
    covered = page.evaluate(
        """() => [...document.querySelectorAll('.md-header, .md-tabs, .exam-bar')]
          .filter(one => ['sticky', 'fixed'].includes(getComputedStyle(one).position) && one.checkVisibility())
          .map(one => one.getBoundingClientRect()).filter(box => box.top < innerHeight && box.bottom > 0)
          .reduce((most, box) => Math.max(most, box.bottom), 0)"""
    )
    assert covered <= 64


@pytest.mark.parametrize(("typed", "points"), [(".69", 1), ("0,69", 1), ("0.69.", 1), ("0.7", 0)])
def test_the_exam_reads_numbers_as_the_quiz_does(typed: str, points: int, pure: Page) -> None:
    found: Any = pure.evaluate(
        """typed => {
          const item = {key: 'question:q', kind: 'blank', options: [], blanks: ['0.69'], terms: []}
          const exam = {keys: [item.key], given: new Map([[item.key, {values: [typed], turn: 1}]]), ticked: new Map()}
          return mark(exam, {...deck, questions: new Map([[item.key, item]])}, textOf)[0].points
        }""",
        typed,
    )
    assert found == points, json.dumps(found)


def test_what_is_typed_without_a_pause_is_stored_every_two_seconds(page: Page, site: str) -> None:
    page.clock.install(time=EVENING / 1000)
    begin(page, site)
    area = page.locator("#exam textarea")
    key = area.evaluate("area => area.closest('[data-key]').dataset.key")
    for second in range(1, 6):
        for _ in range(10):
            area.press("x")
            page.clock.run_for(100)
        ((_, paper),) = rows(page, "drafted")
        given = {key: values for key, values, _ in json.loads(paper)["given"]}
        assert len(given.get(key, [""])[0]) >= 10 * (second - 2), f"after {second} s"
    assert key in given
