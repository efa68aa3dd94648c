"""Simulated learners with a fixed clock: what review asks them each day, and their results.

Each learner works as one of these, with twenty cards a day, which take about twenty minutes. From Monday to Friday they
answer the questions of the course's next session (or of one quiz), in a quiz, and then review. A run prints its row:
`pytest -s` shows the table.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

MORNING = 1795420800000  # 23 November 2026, 8:00 in London
LEARN = """async ([root, now, learner]) => {
  const study = `${root}assets/javascripts/study/`
  const modules = {}
  for (const name of ['deck', 'log', 'plan', 'scope']) Object.assign(modules, await import(`${study}${name}.js`))
  const {loadDeck, openLog, planOf, readScope} = modules
  const DAY = 864e5
  const deck = await loadDeck(root)
  let seed = 7
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
  const log = openLog({storage: null, now: () => now, random})
  const knows = () => random() < learner.knows
  log.add('set', 'setting:daily', learner.daily)
  if (learner.exam) log.add('set', 'setting:exam', new Date(now + learner.exam * DAY).toISOString().slice(0, 10))
  if (learner.covers) log.add('set', 'setting:covers', learner.covers)
  const scope = readScope(learner.scope ?? '', deck)
  const fits = key => planOf(deck, log.state, {now, scope}).missed.some(card => card.id === key)
  const waiting = new Map() // missed: the first of the reader's days since then
  const days = []
  let session = 0
  for (let day = 0; day < learner.days; day++, now += DAY) {
    if (learner.away?.includes(day)) continue
    for (const key of (deck.sessions[session]?.[2] ?? []).filter(key => key.startsWith('question:'))) {
      const right = knows()
      log.add('answered', key, right, [])
      now += 60_000
      if (!right && fits(key)) waiting.set(key, days.length)
    }
    if (day % 7 < 5) session++
    const plan = planOf(deck, log.state, {now, scope})
    const due = plan.due.length + plan.missed.length
    const asked = plan.queue.slice(0, Math.max(learner.daily, learner.all ? Infinity : 0))
    let late = 0
    for (const card of asked) {
      if (waiting.has(card.id)) late = Math.max(late, days.length - waiting.get(card.id))
      waiting.delete(card.id)
      log.add('rated', card.id, knows() ? 3 : 1)
      now += 60_000
    }
    const oldest = Math.max(0, ...[...waiting.values()].map(begun => days.length - begun))
    days.push({day, queue: plan.queue.length, due, fresh: plan.fresh.length, asked: asked.length, late: Math.max(late, oldest)})
  }
  const seen = deck.cards.filter(({id}) => log.state.tries.has(id))
  const answers = [...deck.answers.keys()]
  return {days, seen: seen.length, kinds: seen.map(card => card.kind), left: waiting.size, asked: log.rows.filter(row => row[2] === 'rated').map(row => row[3]),
    answers: answers.filter(key => log.state.cards.has(key)), missed: [...log.state.missed], due: days.at(-1).due}
}"""
Learn = Callable[..., dict[str, Any]]


@pytest.fixture
def learn(context: Callable[..., BrowserContext], site: str) -> Learn:
    page: Page = context(timezone_id="Europe/London").new_page()
    page.goto(site + "assets/study.json")

    def run(name: str, **learner: Any) -> dict[str, Any]:
        found = page.evaluate(LEARN, [site, MORNING, {"daily": 20, "days": 30, "knows": 0.8} | learner])
        days = found["days"]
        loads = [day["queue"] for day in days]
        print(
            f"\n| {name} | {len(days)} | {sum(loads) / len(loads):.0f} | {max(loads)} | {loads[-1]} |"
            f" {max(day['due'] for day in days)} | {max(day['late'] for day in days)} | {found['seen']} |"
        )
        return found

    return run


def holds(found: dict[str, Any], daily: int = 20) -> None:
    """A day is no longer than the limit, or what is due; what was missed is asked on that day or the next."""
    for day in found["days"]:
        assert day["queue"] <= max(daily, day["due"])
        assert day["fresh"] <= max(0, daily - day["due"])
        assert day["late"] <= 1, day


def test_thirty_days_at_twenty_minutes(learn: Learn) -> None:
    found = learn("thirty days")
    holds(found)
    assert max(day["queue"] for day in found["days"]) <= 40
    assert found["seen"] > 180  # cards and questions of all sessions


def test_a_week_missed(learn: Learn) -> None:
    found = learn("a week missed", away=[*range(9, 16)])
    holds(found)
    first = next(day for day in found["days"] if day["day"] == 16)
    assert first["due"] > 20  # it has piled up
    assert found["days"][-1]["queue"] <= 40  # and is worked off
    assert found["left"] == 0


def test_an_exam_in_eight_days(learn: Learn) -> None:
    found = learn("exam in eight days", exam=8, days=8)
    holds(found)
    assert len(found["answers"]) == 10  # every short answer
    assert found["left"] == 0 and not set(found["missed"]) - set(found["asked"])  # every missed question


def test_an_exam_in_eight_days_about_one_role(learn: Learn) -> None:
    found = learn("exam, one role", exam=8, days=8, covers="persona=compliance-officer")
    holds(found)
    assert found["left"] == 0


def test_one_role_only(learn: Learn) -> None:
    found = learn("one role only", scope="persona=data-engineer")
    holds(found)
    assert found["due"] < 20


def test_always_right(learn: Learn) -> None:
    found = learn("always right", knows=1.01)
    holds(found)
    assert max(day["queue"] for day in found["days"]) <= 40  # twice the limit, on the days when many become due at once
    assert found["days"][-1]["due"] <= 20


def test_always_wrong(learn: Learn) -> None:
    """Nothing is ever known: the load stays what was missed in the last three days, and the limit."""
    found = learn("always wrong", knows=-1)
    holds(found)
    loads = [day["queue"] for day in found["days"]]
    assert max(loads) <= 60
    assert max(loads[20:]) <= 20  # when no new questions come
