"""The cards that review asks, and their order: scope, missed cards, the course, an exam, and cards set aside."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

EVENING = 1795467600000  # 23 November 2026, 21:00 in London
OLD = Path(__file__).with_name("record_of_november_2026.txt").read_text(encoding="utf-8").strip()
SET_UP = """async ([root, now]) => {
  const study = `${root}assets/javascripts/study/`
  for (const name of ['deck', 'log', 'plan', 'due', 'scope', 'undo', 'exam-plan', 'export', 'file', 'memory'])
    Object.assign(window, await import(`${study}${name}.js`))
  window.DAY = 864e5
  window.now = now
  window.deck = await loadDeck(root)
  window.start = (text = null) => {
    const data = new Map(text ? [['k', text]] : [])
    const storage = {
      get length() { return data.size }, key: n => [...data.keys()][n], getItem: key => data.get(key) ?? null,
      setItem: (key, value) => data.set(key, value), removeItem: key => data.delete(key),
    }
    window.data = data
    window.again_ = () => openLog({storage, key: 'k', now: () => window.now, random: Math.random})
    window.log = again_()
  }
  start()
  window.plan = (words = '') => planOf(deck, log.state, {now: window.now, scope: readScope(words, deck)})
  window.asked = words => plan(words).queue.map(card => card.id)
  window.rate = (id, rating = 3) => log.add('rated', id, rating)
  window.miss = (...ids) => ids.forEach(id => log.add('answered', id, false, []))
  window.limit = number => log.add('set', 'setting:daily', number)
  window.questions = [...deck.questions.keys()]
}"""


@pytest.fixture
def tab(page: Page, site: str) -> Page:
    page.goto(site + "assets/study.json")
    page.evaluate(SET_UP, [site, EVENING])
    return page


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


@pytest.mark.parametrize(
    ("words", "test"),
    [
        (
            "persona=data-engineer",
            "card => card.persona === 'data-engineer' || card.personas.includes('data-engineer')",
        ),
        ("stage=approve", "card => card.stages.includes('approve')"),
        ("session=data", "card => deck.sessions[card.session][0] === 'data'"),
        ("term=lineage", "card => card.terms.includes('lineage')"),
    ],
)
def test_a_scope_asks_only_its_own_and_the_limit_holds_for_it(words: str, test: str, tab: Page) -> None:
    tab.evaluate("limit(3), questions.forEach(id => miss(id)), miss(...questions)")
    missed = tab.evaluate("words => plan(words).missed.length", words)
    assert missed > 0
    tab.evaluate("start(), limit(3)")
    assert tab.evaluate("words => plan(words).queue.length", words) == min(
        3, tab.evaluate("words => (limit(99), plan(words).fresh.length)", words)
    )
    assert tab.evaluate(f"words => plan(words).queue.every({test})", words)
    tab.evaluate("words => (limit(3), rate(asked(words)[0]))", words)
    assert tab.evaluate("words => plan(words).queue.length", words) <= 2
    assert tab.evaluate("plan(), plan().queue.length") == 2


def test_ratings_of_other_cards_leave_a_scope_its_room(tab: Page) -> None:
    tab.evaluate("limit(3), asked().forEach(id => rate(id))")
    assert tab.evaluate("plan().queue.length") == 0
    assert tab.evaluate("plan('session=monitor').queue.length") == 3


def test_only_what_was_missed_is_weak_or_is_due(tab: Page) -> None:
    tab.evaluate("rate('term:lineage:name', 1), rate('term:bias:name', 3), now += 3 * DAY, miss(questions[0])")
    first = tab.evaluate("questions[0]")
    assert tab.evaluate("asked('only=missed')") == [first]
    assert tab.evaluate("asked('only=weak')") == ["term:lineage:name", first]
    assert tab.evaluate("asked('only=due')") == ["term:lineage:name", "term:bias:name", first]
    assert tab.evaluate("plan('only=missed').next - log.state.dayOf(now)") == 1
    assert tab.evaluate("id => (rate(id), asked('only=missed'))", first) == []


@pytest.mark.parametrize("words", ["persona=nobody", "only=all", "term=__proto__", "session=", "stage=<b>"])
def test_an_address_that_names_nothing_of_the_site_is_refused(words: str, tab: Page) -> None:
    assert tab.evaluate("words => readScope('#' + words, deck)", words) is None


def test_a_scope_is_written_as_it_is_read(tab: Page) -> None:
    for words in ("", "only=weak", "persona=data-engineer&only=due", "term=lineage"):
        assert tab.evaluate("words => writeScope(readScope(words, deck))", words) == words
    assert tab.evaluate("nameOf(deck, readScope('stage=approve&only=weak', deck))") == "Approve: weak cards"
    assert tab.evaluate("nameOf(deck, readScope('only=missed', deck))") == "Missed cards"


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


# Undo, skip, set aside


def test_the_last_rating_is_undone_and_the_card_is_as_before(tab: Page) -> None:
    tab.evaluate(
        "window.kept = id => JSON.stringify([log.state.cards.get(id), [...log.state.missed], [...log.state.days], asked()])"
    )
    tab.evaluate("miss(questions[0]), rate('term:lineage:name', 3)")
    before = tab.evaluate("kept(questions[0])")
    tab.evaluate("rate(questions[0], 1)")
    assert tab.evaluate("kept(questions[0])") != before
    tab.evaluate("undo(log, lastDone(log, now))")
    assert tab.evaluate("kept(questions[0])") == before
    tab.evaluate("log = again_()")
    assert tab.evaluate("kept(questions[0])") == before
    assert tab.evaluate("lastDone(log, now)[3]") == "term:lineage:name"  # the one before is next


def test_an_undo_survives_an_export_and_an_import_anywhere(tab: Page) -> None:
    tab.evaluate("rate('term:bias:name', 1), rate('term:lineage:name', 1), undo(log, lastDone(log, now))")
    tab.evaluate("log.add('skipped', 'term:pii:name', true), log.add('aside', 'term:shap:name', true)")
    line = tab.evaluate(
        """() => {
          const file = write(log, now)
          start()
          return take(log, file).line
        }"""
    )
    assert line == "Imported: 5 events were added."
    assert tab.evaluate("[...log.state.cards.keys(), ...log.state.aside, ...log.state.skipped.keys()]") == [
        "term:bias:name",
        "term:shap:name",
        "term:pii:name",
    ]
    assert tab.evaluate("lastDone(log, now)") is None  # those of another device are not undone here


def test_what_is_undone_in_one_tab_is_undone_in_the_other(tab: Page) -> None:
    tab.evaluate(
        "window.other = again_(), rate('term:lineage:name', 1), undo(log, lastDone(log, now)), other.refresh()"
    )
    assert tab.evaluate("other.state.cards.size") == 0


def test_an_undo_that_could_not_be_stored_at_first_still_names_its_rating(tab: Page) -> None:
    """Rows that are not stored get the name of another device: the undo must follow."""
    tab.evaluate(
        """() => {
          const put = data.set
          data.set = () => { throw new DOMException('no', 'QuotaExceededError') }
          rate('term:bias:name', 1), rate('term:lineage:name', 1), undo(log, lastDone(log, now))
          data.set = put
          rate('term:shap:name', 1)
          log = again_()
        }"""
    )
    assert tab.evaluate("[...log.state.cards.keys()]") == ["term:bias:name", "term:shap:name"]


def test_a_skipped_card_comes_tomorrow_and_so_does_its_other_side(tab: Page) -> None:
    tab.evaluate(
        "miss(questions[0]), log.add('skipped', questions[0], true), log.add('skipped', 'term:pii:name', true)"
    )
    queue = tab.evaluate("limit(99), asked()")
    assert tab.evaluate("questions[0]") not in queue and not any(id.startswith("term:pii:") for id in queue)
    assert tab.evaluate("now += DAY, asked()[0] === questions[0]")
    assert any(id.startswith("term:pii:") for id in tab.evaluate("asked()"))


def test_a_card_set_aside_is_not_asked_until_it_is_taken_back(tab: Page) -> None:
    tab.evaluate("miss(questions[0]), log.add('aside', questions[0], true), limit(999)")
    assert tab.evaluate("now += 9 * DAY, asked().includes(questions[0])") is False
    assert tab.evaluate("now += DAY, log.add('aside', questions[0], false), asked()[0] === questions[0]")


def test_a_record_of_the_site_as_it_was_opens_unchanged(tab: Page) -> None:
    state = tab.evaluate(
        """text => {
          start(text)
          const {cards, missed, tries, settings, exams, drafts, read} = log.state
          return [log.reports, log.rows.length, [...cards.keys()].sort(), [...missed], tries.size, settings.daily,
            settings.exam, settings.covers, exams.length, drafts.size, [...read.keys()]]
        }""",
        OLD,
    )
    assert state == [
        [],
        12,
        ["question:csv-layout", "term:lineage:name"],
        ["answer:data-engineer-duties", "question:ways-to-interact"],
        4,
        15,
        20805,
        "",
        1,
        1,
        ["page:learn/roles"],
    ]
    tab.evaluate("rate('term:bias:name', 3), log = again_()")
    assert tab.evaluate("[log.reports.length, log.rows.length]") == [0, 13]
    assert tab.evaluate("text => log.rows.slice(0, 12).map(row => JSON.stringify(row)).join(',\\n')", OLD) == "\n".join(
        OLD.split("\n")[1:]
    )


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (["undone", "term:lineage:name", "x y"], "has a wrong value: id"),
        (["skipped", "term:lineage:name", 1], "has a wrong value: skipped"),
        (["aside", "page:workflow", True], "is not about anything on this site"),
        (["aside", "term:lineage:name"], "has too few or too many values"),
    ],
)
def test_a_file_with_a_wrong_row_of_the_new_kinds_is_refused(row: list[Any], wrong: str, tab: Page) -> None:
    line = tab.evaluate(
        "row => take(log, JSON.stringify({format: FORMAT, version: 3, events: [['a-b-1', now, ...row]]})).line", row
    )
    assert line == f"Nothing was imported: event 1 of the file {wrong}."


# An exam


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
