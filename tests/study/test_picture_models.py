"""The numbers of the pictures that a reader can play with, counted by hand; a browser compares the scripts with them."""

from __future__ import annotations

import re
from xml.etree.ElementTree import fromstring

import pytest
from cases import guide
from study.render.pictures import drawn
from study.render.pictures.feature_time import point_in_time, skew
from study.render.pictures.permissions import CALLS, GRANTED, open_routes
from study.render.pictures.rollouts import ROLLOUTS, Outcome, outcome, rollback
from study.render.pictures.scores import THRESHOLD, Counts, auc, counts

WAYS = {way.id: way for way in ROLLOUTS}


def numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:\.\d+)?", text.replace(",", ""))


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
    assert numbers(drawing.text) == ["10", "600", "3", "180"]  # percent, requests a minute, minutes, requests
    assert "180 requests" in drawing.body


@pytest.mark.parametrize(
    ("threshold", "expected", "recall", "precision"),
    [
        (0, Counts(8, 16, 0, 0), 1, 8 / 24),
        (0.22, Counts(8, 9, 0, 7), 1, 8 / 17),
        (0.4, Counts(6, 5, 2, 11), 6 / 8, 6 / 11),
        (0.91, Counts(1, 0, 7, 16), 1 / 8, 1),
        (1, Counts(0, 0, 8, 16), 0, 0),
    ],
)
def test_who_is_called_at_a_threshold(threshold: float, expected: Counts, recall: float, precision: float) -> None:
    assert counts(threshold) == expected
    assert (expected.recall, expected.precision) == (recall, precision)


def test_the_drawing_begins_between_calling_all_and_calling_none() -> None:
    assert counts(THRESHOLD) == counts(0.4)
    assert auc() == 107 / 128  # of 128 pairs, 21 are in the wrong order


def test_one_customer_is_scored_in_two_units() -> None:
    (drawing,) = skew()
    assert numbers(drawing.text) == ["12", "12", "0.23", "12000", "0.00"]
    assert all(f">{shown}<" in drawing.body for shown in ("used 12 GB", "12", "12,000", "score 0.23", "score 0.00"))


def test_a_row_takes_the_newest_record_before_it() -> None:
    (drawing,) = point_in_time()
    assert re.findall(r'class="record used"[^>]*/><text[^>]*>(\d)<', drawing.body) == ["1"]


def test_routes_around_the_approval_are_open() -> None:
    assert open_routes(GRANTED) == [
        ("Register a version as approved", "scientist"),
        ("Deploy a component made from a file", "engineer"),
        ("Put a file into a running component", "engineer"),
    ]
    assert open_routes({**GRANTED, "scientist": (), "engineer": ("configuration", "endpoint")}) == []


def test_each_call_that_a_role_may_make_has_a_mark() -> None:
    boxes = [each.get("class") for each in fromstring(drawn("permissions", guide())).iter("rect")]
    known = [call for calls in GRANTED.values() for call in calls if call in CALLS]
    assert boxes.count("granted") + boxes.count("open") == len(known) == 11
    assert boxes.count("open") == 3
