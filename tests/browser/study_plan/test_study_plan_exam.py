"""The plan for an exam: its cards come first, and it says how many a day show all of them."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page


def exam(tab: Page, days: int, covers: str = "", daily: int = 20) -> Any:
    """Set an exam so many days ahead; what the plan says."""
    return tab.evaluate(
        """([days, covers, daily]) => {
          log.add('set', 'setting:exam', new Date((log.state.dayOf(now) + days) * DAY).toISOString().slice(0, 10))
          log.add('set', 'setting:covers', covers)
          limit(daily)
          const plan = examPlan(deck, log.state, now)
          return plan && [plan.days, plan.all, plan.unseen.length, plan.daily, plan.left]
        }""",
        [days, covers, daily],
    )


def test_an_exam_brings_what_it_asks_most_and_its_short_answers_first(tab: Page) -> None:
    exam(tab, 8, "persona=compliance-officer")
    answers = tab.evaluate(
        "[...deck.answers.values()].filter(item => item.persona === 'compliance-officer').map(item => item.key)"
    )
    queue = tab.evaluate("asked()")
    assert set(queue[: len(answers)]) == set(answers)
    counts = tab.evaluate(
        """plan().queue.filter(card => card.kind === 'term').map(card => [...deck.questions.values(), ...deck.answers.values()]
          .filter(item => item.persona === 'compliance-officer' && item.terms.includes(card.terms[0])).length)"""
    )
    assert counts[0] == max(counts) and len(counts) > 5
    exam(tab, -1)
    assert tab.evaluate("plan().fresh[0].session") == 0  # after it, the course goes on


def test_the_plan_says_how_many_cards_a_day_show_everything_and_they_do(tab: Page) -> None:
    days, of, unseen, daily, left = exam(tab, 8)
    assert (days, left) == (8, 0) and 0 < unseen < of and daily > 20
    assert exam(tab, 8, daily=daily)[2:4] == [0, None]
    assert exam(tab, 8, daily=daily - 1)[2] > 0  # no lower limit is enough


def test_before_an_exam_new_cards_are_those_it_needs(tab: Page) -> None:
    exam(tab, 8, "session=roles", 50)
    assert tab.evaluate("plan().fresh.every(card => byExam(deck, [card], 'session=roles')[0].needed)")


def test_the_number_of_new_cards_before_an_exam_holds_all_day(tab: Page) -> None:
    """Until the next day, no cards that the exam does not need come after the last of those that it needs."""
    exam(tab, 20, "session=roles", 500)
    tab.evaluate("plan().fresh.forEach(card => rate(card.id, 3))")
    assert tab.evaluate("plan().fresh.length") == 0
    tab.evaluate("now += DAY")
    tab.evaluate("plan().fresh.forEach(card => rate(card.id, 3))")  # the other sides
    tab.evaluate("now += DAY")
    assert tab.evaluate("plan().fresh.some(card => !byExam(deck, [card], 'session=roles')[0].needed)")


@pytest.mark.parametrize("days", [0, 6])
def test_in_the_last_week_and_on_the_day_no_other_card_is_new(days: int, tab: Page) -> None:
    exam(tab, days, "session=roles", 500)
    for _ in range(min(days, 3) + 1):
        assert tab.evaluate("plan().fresh.every(card => byExam(deck, [card], 'session=roles')[0].needed)")
        tab.evaluate("plan().fresh.forEach(card => rate(card.id, 3))")
        tab.evaluate("now += DAY")


def test_a_plan_that_no_limit_can_keep_says_so(tab: Page) -> None:
    _, of, unseen, _, left = exam(tab, 1, daily=500)
    assert 0 < left == unseen < of  # the other side of each term
    assert exam(tab, 1, daily=500)[3] is None


@pytest.mark.parametrize("days", [0, -3])
def test_an_exam_that_is_over_is_no_plan(days: int, tab: Page) -> None:
    assert exam(tab, days) is None


def test_the_plan_changes_nothing(tab: Page) -> None:
    tab.evaluate("rate('term:lineage:name', 1), miss(questions[0])")
    whole = "JSON.stringify([...log.state.cards, ...log.state.missed, ...log.state.tries, ...log.state.days, ...log.state.again])"
    before = tab.evaluate(whole)
    exam(tab, 8)
    assert tab.evaluate(whole) == before
