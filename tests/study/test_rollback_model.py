"""The numbers of the pictures of rollouts, counted by hand; a browser compares the script's numbers with these."""

from __future__ import annotations

import pytest
from study.render.pictures.rollouts import ROLLOUTS, Outcome, outcome, rollback

WAYS = {way.id: way for way in ROLLOUTS}


@pytest.mark.parametrize(
    ("way", "failing", "alarms", "expected"),
    [
        ("all-at-once", 100, True, Outcome(3, 3, 1800, 1800)),  # 600 a minute for 3 minutes
        ("canary", 100, True, Outcome(3, 3, 180, 180)),  # 60 a minute for 3 minutes
        ("canary", 100, False, Outcome(None, None, 13_200, 13_200)),  # 60 for 20 minutes, then 600 for 20
        ("canary", 10, True, Outcome(23, 23, 3000, 300)),  # 6 errors a minute set off no alarm before minute 20
        ("canary", 0, True, Outcome(None, None, 13_200, 0)),
        ("linear", 5, True, Outcome(8, 8, 1320, 66)),  # 6 errors a minute, then 12 from minute 5
        ("rolling", 100, True, Outcome(3, 3, 360, 360)),  # the whole old fleet still runs
        ("rolling", 5, True, Outcome(8, 13, 2520, 126)),  # the stopped instances take 5 minutes to serve again
        ("shadow", 100, True, Outcome(None, None, 0, 0)),
    ],
)
def test_who_meets_the_new_version(way: str, failing: int, alarms: bool, expected: Outcome) -> None:
    assert outcome(WAYS[way], failing, alarms) == expected


def test_the_picture_says_what_the_alarm_saves() -> None:
    (drawing,) = rollback()
    assert "10 percent of 600 requests a minute" in drawing.text
    assert "After 3 minutes an alarm goes off" in drawing.text and "180 requests met" in drawing.text
    assert "180 requests met the new version" in drawing.body
