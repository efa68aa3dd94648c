"""The cards that a review asks, and their order: due, missed, then new ones in the order of the course."""

from __future__ import annotations

from itertools import pairwise

from playwright.sync_api import Page


def test_due_comes_first_then_what_was_missed_then_what_is_new(tab: Page) -> None:
    queue = tab.evaluate(
        """() => {
          rate('term:lineage:name', 1), rate('term:bias:name', 2)
          now += 3 * DAY
          miss(questions[5], questions[3])
          limit(6)
          return asked().concat(questions[5], questions[3])
        }"""
    )
    assert queue[:2] == ["term:lineage:name", "term:bias:name"]  # the one that is remembered least first
    assert queue[2:4] == queue[6:]  # in the order in which they were missed
    assert [id.split(":")[0] for id in queue[4:6]] == ["term", "term"]


def test_what_was_missed_is_within_the_limit_however_much_is_due(tab: Page) -> None:
    queue = tab.evaluate(
        """() => {
          limit(99)
          for (const card of deck.cards.filter(card => card.id.endsWith(':name')).slice(0, 40)) rate(card.id, 2)
          limit(10)
          now += 9 * DAY
          miss(...questions.slice(0, 3))
          return asked()
        }"""
    )
    assert len(queue) == 43  # the limit does not hide what is due
    assert [id.split(":")[0] for id in queue[:10]] == ["term"] * 7 + ["question"] * 3


def test_new_cards_follow_the_course(tab: Page) -> None:
    sessions = tab.evaluate("[5, 20, 40, 60].map(number => (limit(number), plan().fresh.map(card => card.session)))")
    for few, more in pairwise(sessions):  # of a day, confusable terms come one after the other
        assert max(few) <= min(sorted(more)[len(few) :])
    assert len(set(sessions[-1])) > 5
    kinds = tab.evaluate("deck.cards.filter(card => card.session === 3).map(card => card.kind)")
    assert kinds == sorted(kinds, key=["term", "answer", "question"].index)
    placed = tab.evaluate(
        """deck.sessions.every(([, , keys], index) => keys.every(key => {
          const item = deck.terms.get(key) ?? deck.questions.get(key) ?? deck.answers.get(key)
          return item.session <= index
        }))"""
    )
    assert placed


def test_a_question_that_no_session_asks_waits_for_the_last_of_its_terms(tab: Page) -> None:
    assert tab.evaluate(
        """() => {
          const named = new Set(deck.sessions.flatMap(([, , keys]) => keys))
          const free = [...deck.questions.values(), ...deck.answers.values()].filter(item => !named.has(item.key))
          const met = item => item.terms.map(id => deck.terms.get(`term:${id}`).session).filter(n => n < deck.sessions.length)
          return free.length > 20 && free.every(item => item.session === Math.max(...met(item)) || !met(item).length)
        }"""
    )


def test_a_card_not_known_three_times_running_waits_for_room(tab: Page) -> None:
    got = tab.evaluate(
        """() => {
          limit(4)
          const ids = deck.cards.filter(card => card.id.endsWith(':name')).slice(0, 6).map(card => card.id)
          for (let day = 0; day < 3; day++, now += DAY) ids.forEach(id => rate(id, 1))
          const first = asked()
          first.forEach(id => rate(id, 1))
          now += DAY
          return [ids, first, asked()]
        }"""
    )
    ids, first, second = got
    assert len(first) == len(second) == 4
    assert set(first) | set(second) == set(ids)  # in turn
    assert set(second) >= set(ids) - set(first)
