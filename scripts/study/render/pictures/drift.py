"""Data drift, concept drift, and label delay, from closed formulas.

Monthly charges are normal, 38 euros on average and 52 after the drift, as in the story; 10 euros is the standard
deviation. The share of customers who leave is a logistic function of the charge.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp

from .drawing import WIDTH, Drawing, head, line, path, rect, text

BEFORE, AFTER, SPREAD = 38, 52, 10
DELAY, DAYS = 60, 90
"""Days until a label is known, and days of predictions."""
_LEFT, _RIGHT, _MOST = 8, WIDTH - 8, 90
_TOP, _HIGH, _LOW = 58, 56, 150


def drift() -> tuple[Drawing, ...]:
    return _data_drift(), _concept_drift(), _label_delay()


def density(charge: float, mean: float) -> float:
    """How common a charge is, with 1 for the mean."""
    return exp(-(((charge - mean) / SPREAD) ** 2) / 2)


def leaves(charge: float, middle: float) -> float:
    """The share of customers with this charge who leave: one half at `middle` euros."""
    return 1 / (1 + exp(-(charge - middle) / 9))


def _data_drift() -> Drawing:
    says = (
        f"The inputs change: the average monthly charge rises from {BEFORE} to {AFTER} euros. At each charge, the same "
        "share of customers leaves as before."
    )
    body = head("Data drift", "The inputs change. You can see that without labels.")
    body += _charges(AFTER) + _shares(None)
    return Drawing("Data drift", says, 234, body)


def _concept_drift() -> Drawing:
    says = (
        "The inputs stay the same. At each charge, more customers leave than before, so the same input now leads to a "
        "different outcome."
    )
    body = head("Concept drift", "The outcomes change. Only labels show that.")
    body += _charges(None) + _shares(45)
    return Drawing("Concept drift", says, 234, body)


def _charges(after: float | None) -> str:
    drawn = text(_LEFT, _TOP - 8, "number of customers with this monthly charge", "note")
    drawn += path(_curve(lambda charge: density(charge, BEFORE), _TOP), "before filled", closed=True)
    if after is not None:
        drawn += path(_curve(lambda charge: density(charge, after), _TOP)[1:-1], "after")
        return drawn + text(_x(26), _TOP + 20, "training", "note", "end") + text(_x(64), _TOP + 20, "now", "note")
    return drawn + text(_x(51), _TOP + 20, "training and now", "note")


def _shares(after: float | None) -> str:
    drawn = text(_LEFT, _LOW - 8, "share of these customers who leave", "note")
    drawn += path(_curve(lambda charge: leaves(charge, 65), _LOW)[1:-1], "before")
    if after is None:
        drawn += text(_x(50), _LOW + 24, "training and now", "note", "end")
    else:
        drawn += path(_curve(lambda charge: leaves(charge, after), _LOW)[1:-1], "after")
        drawn += text(_x(40), _LOW + 20, "now", "note", "end") + text(_x(66), _LOW + 44, "training", "note")
    bottom = _LOW + _HIGH
    drawn += line(_LEFT, bottom, _RIGHT, bottom, "axis")
    marks = "".join(text(_x(charge), bottom + 16, str(charge), "note", "middle") for charge in (20, 40, 60))
    return drawn + marks + text(_RIGHT, bottom + 16, "80 euros", "note", "end")


def _x(charge: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * charge / _MOST


def _curve(value: Callable[[float], float], top: float) -> list[tuple[float, float]]:
    """Over all charges, with a corner at each end of the axis."""
    bottom = top + _HIGH
    points = [(_x(charge), bottom - _HIGH * value(charge)) for charge in range(0, _MOST + 1, 2)]
    return [(_x(0), bottom), *points, (_x(_MOST), bottom)]


def _label_delay() -> Drawing:
    known = DAYS - DELAY
    says = (
        f"On day {DAYS}, the outcomes are known for the predictions of the first {known} days. For the predictions "
        f"of the following {DELAY} days, you cannot tell yet whether they were right."
    )
    body = head("Label delay", f"On day {DAYS}, {DELAY} days of predictions have no labels.")
    step = (_RIGHT - _LEFT) / (DAYS // 5)
    for number in range(DAYS // 5):
        kind = "known" if number * 5 < known else "unknown"
        body += rect(_LEFT + number * step + 2, _TOP, step - 4, _HIGH, kind)
    end = _LEFT + step * known / 5
    body += text(_LEFT, _TOP - 8, "labels known", "note") + text(end + 4, _TOP - 8, "no labels yet", "note")
    bottom = _TOP + _HIGH
    body += text(_LEFT, bottom + 16, "day 1", "note") + text(end, bottom + 16, f"day {known}", "note", "middle")
    body += text(_RIGHT, bottom + 16, f"day {DAYS}", "note", "end")
    return Drawing("Label delay", says, bottom + 22, body)
