"""The minutes of each part: estimates from the number and kind of its questions."""

from __future__ import annotations

import re

import pytest
from edition_pages import made, small
from study.handouts import durations
from study.handouts.durations import Minutes
from study.handouts.plan import Theme, plan
from study.handouts.trainer import timing


@pytest.mark.parametrize(("count", "minutes"), [(5, (5, 5)), (6, (10, 5)), (11, (15, 10))])
def test_minutes_are_rounded_up(count: int, minutes: tuple[int, int]) -> None:
    question = plan(small()).themes[0].questions[0]
    assert durations.theme(Theme("t", "T", "", "a.md", (question,) * count)) == minutes


def test_what_is_mixed_up_takes_time_to_talk_about() -> None:
    theme = plan(small()).themes[0]
    assert durations.theme(theme, pairs=4).talk == durations.theme(theme).talk + 5


def test_learner_and_trainer_are_told_the_same_minutes() -> None:
    shown = made(small(), "learner", "trainer")
    alone = re.findall(r"(\d+) to answer alone", shown["trainer"])
    assert sorted(re.findall(r"About (\d+) minutes\.", shown["learner"])) == sorted(alone)


def test_minutes_are_told_once_where_there_is_one_thing_to_do() -> None:
    assert timing(Minutes(0, 25), "to read") == '<p class="timing"><b>About 25 minutes</b> to talk.</p>'
    told = '<p class="timing"><b>About 40 minutes</b> if you discuss everything: 15 to read, 25 to talk.</p>'
    assert timing(Minutes(15, 25), "to read") == told


def test_an_essay_is_written_at_home() -> None:
    trainer = made(small(), "trainer")["trainer"]
    assert (
        "<b>About 45 minutes</b> if you discuss everything: 30 alone, for the outline, 15 to talk.</p>"
        "<p>The essay is written at home.</p>" in trainer
    )
