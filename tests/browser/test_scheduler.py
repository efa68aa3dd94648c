"""The scheduler held against the reference implementation, and what the reference does not know: an exam."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from playwright.sync_api import Page

DAY = 86_400_000
START = datetime(2026, 11, 23, tzinfo=UTC)
MODULE = "assets/javascripts/study/scheduler.js"
FOLD = """async ([address, histories]) => {
  const {review} = await import(address)
  return histories.map(({retention, ratings}) => {
    let card = null
    return ratings.map(([rating, time]) => {
      card = review(card, rating, time, {retention})
      return [card.stability, card.difficulty, card.due]
    })
  })
}"""


@pytest.fixture
def scheduler(page: Page, site: str) -> Page:
    page.goto(site + "assets/study.json")
    return page


def milliseconds(time: datetime) -> int:
    return (time - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)


def history(draw: random.Random) -> tuple[float, list[tuple[int, datetime]]]:
    """Up to thirty ratings: on the day itself, early, on time, late by years, with the clock going backwards."""
    time = START
    ratings = []
    for _ in range(draw.randint(1, 30)):
        ratings.append((draw.choices((1, 2, 3, 4), (2, 2, 5, 1))[0], time))
        days = draw.choice((0, 0.01, 0.99, 1, 1.5, 7, 30, -0.5, -3, draw.expovariate(0.02), draw.expovariate(0.001)))
        time += timedelta(milliseconds=round(days * DAY) + draw.choice((-1, 0, 0, 1)))
    return draw.choice((0.9, 0.9, 0.8, 0.95)), ratings


def reference(retention: float, ratings: list[tuple[int, datetime]]) -> list[tuple[float, float, int]]:
    scheduler = Scheduler(desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(card_id=1)
    states = []
    for rating, time in ratings:
        card, _ = scheduler.review_card(card, Rating(rating), time)
        assert card.stability is not None and card.difficulty is not None
        states.append((card.stability, card.difficulty, milliseconds(card.due)))
    return states


def test_agrees_with_the_reference_on_random_histories(scheduler: Page, site: str) -> None:
    draw = random.Random(6)
    histories = [history(draw) for _ in range(2500)]
    asked = [
        {"retention": retention, "ratings": [[rating, milliseconds(time)] for rating, time in ratings]}
        for retention, ratings in histories
    ]
    told = scheduler.evaluate(FOLD, [site + MODULE, asked])
    for (retention, ratings), ours in zip(histories, told, strict=True):
        for (stability, difficulty, due), own in zip(reference(retention, ratings), ours, strict=True):
            assert own[0] == pytest.approx(stability, rel=0, abs=1e-6)
            assert own[1] == pytest.approx(difficulty, rel=0, abs=1e-6)
            assert own[2] == due


def test_an_exam_brings_everything_before_it(scheduler: Page, site: str) -> None:
    days = scheduler.evaluate(
        """async ([address, DAY]) => {
          const {review} = await import(address)
          const due = (day, exam, spread) => review(null, 4, day * DAY, {exam: exam * DAY, spread}).due / DAY
          return [due(0, 100), due(0, 9), due(0, 5), due(0, 5, 2), due(0, 5, 9), due(3, 5), due(4, 5), due(5, 5), due(6, 5)]
        }""",
        [site + MODULE, DAY],
    )
    assert days == [8, 8, 4, 2, 1, 4, 12, 13, 14]  # on its eve and after it, an exam changes nothing


@pytest.mark.parametrize("arguments", ["null, 0, 0", "null, 5, 0", "null, '3', 0", "null, 3, NaN", "null, 3, '1'"])
def test_what_is_no_rating_or_no_time_is_refused(arguments: str, scheduler: Page, site: str) -> None:
    name = scheduler.evaluate(
        f"async address => {{ try {{ (await import(address)).review({arguments}) }} catch (e) {{ return e.name }} }}",
        site + MODULE,
    )
    assert name == "RangeError"
