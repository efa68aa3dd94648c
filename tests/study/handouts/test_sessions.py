"""Minutes of the parts of a session, and a choice of parts for a time that is given."""

from __future__ import annotations

import re

import pytest
from edition_pages import made, small
from study.handouts import durations
from study.handouts.durations import Minutes
from study.handouts.plan import Theme, plan
from study.handouts.sessions import Session, choose, overview, timing


def session(id: str, alone: int, talk: int = 0) -> Session:
    return Session(id, f"Part {id}", Minutes(alone, talk), "to read", f"Sheet {id}", "x")


def chosen(minutes: int, *each: int) -> str:
    parts = [session(chr(ord("a") + place), alone) for place, alone in enumerate(each)]
    return "".join(part.id for part in choose(parts, minutes))


@pytest.mark.parametrize(("count", "minutes"), [(5, (5, 5)), (6, (10, 5)), (11, (15, 10))])
def test_minutes_are_rounded_up(count: int, minutes: tuple[int, int]) -> None:
    question = plan(small()).themes[0].questions[0]
    assert durations.theme(Theme("t", "T", "", "a.md", (question,) * count)) == minutes


def test_what_is_mixed_up_takes_time_to_talk_about() -> None:
    theme = plan(small()).themes[0]
    assert durations.theme(theme, pairs=4).talk == durations.theme(theme).talk + 5


def test_learner_and_trainer_are_told_the_same_minutes() -> None:
    shown = made(small(), "learner", "trainer")
    assert re.findall(r"About (\d+) minutes\.", shown["learner"]) == re.findall(r"(\d+) to answer", shown["trainer"])


def test_the_choice_fills_the_time_with_the_first_parts_that_do() -> None:
    assert chosen(60, 40, 20, 30, 30) == "ab"
    assert chosen(90, 40, 20, 30, 30) == "abc"
    assert chosen(60, 50, 25, 35) == "bc"


def test_the_choice_leaves_time_rather_than_taking_more() -> None:
    assert chosen(60, 40, 25) == "a"
    assert chosen(60, 70) == chosen(60) == ""


def test_a_choice_among_very_many_parts_takes_no_time() -> None:
    assert chosen(60, *[45] * 60) == "a"


def test_minutes_are_told_once_where_there_is_one_thing_to_do() -> None:
    assert timing(session("a", 0, 25)) == '<p class="timing"><b>25 minutes</b> to talk.</p>'
    assert timing(session("a", 15, 25)) == '<p class="timing"><b>40 minutes</b>: 15 to read, 25 to talk.</p>'


def test_a_session_names_what_to_print_and_its_own_minutes() -> None:
    shown = overview([session("a", 40), session("b", 15)])
    assert "<h3>A session of 55 minutes</h3>" in shown
    assert "<tr><td>Part b</td><td>Sheet b</td><td>15</td></tr>" in shown


def test_an_essay_is_written_at_home() -> None:
    trainer = made(small(), "trainer")["trainer"]
    assert "<b>45 minutes</b>: 30 alone, for the outline, 15 to talk. The essay is written at home.</p>" in trainer
