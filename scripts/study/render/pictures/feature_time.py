"""One feature of one customer: when training and the application read it, and in which unit."""

from __future__ import annotations

from math import exp

from .drawing import WIDTH, Drawing, arrow, circle, head, line, rect, text

RECORDS = ((20, 0, "Jan 20"), (44, 1, "Feb 13"), (79, 6, "Mar 20"))
"""Day of the year, `support_calls`, date: the events of customer T-0815."""
ROW_DAY, ROW_DATE = 60, "Mar 1"
_LEFT, _RIGHT, _FIRST, _LAST = 60, WIDTH - 24, 10, 88
GIGABYTES = 12


def point_in_time() -> tuple[Drawing, ...]:
    """The records that a training row of March 1 may use."""
    known = max(record for record in RECORDS if record[0] <= ROW_DAY)
    latest = max(RECORDS)
    says = (
        f"The offline store has three records of support_calls: 0 on January 20, {known[1]} on February 13, and "
        f"{latest[1]} on March 20. A training row for March 1 uses the value {known[1]} of the newest record up to "
        f"its date. The online store has only the latest record, {latest[1]}, which the row must not use."
    )
    row, offline, online = _x(ROW_DAY), 84, 150
    body = head("support_calls for customer T-0815", f"A row for {ROW_DATE} uses the newest earlier record.")
    body += rect(row, 44, WIDTH - row, 144, "future") + line(row, 44, row, 188, "threshold")
    body += text(row + 6, 58, "not yet known", "note")
    body += text(0, offline + 4, "offline", "strong") + text(0, online + 4, "online", "strong")
    for y in (offline, online):
        body += line(_LEFT, y, WIDTH - 4, y, "rail")
    for day, value, date in RECORDS:
        body += _record(day, offline, value, "used" if day == known[0] else "")
        body += text(_x(day), offline + 28, date, "note", "middle")
    body += _record(latest[0], online, latest[1], "") + text(_x(latest[0]), online + 28, latest[2], "note", "middle")
    body += text(_LEFT, online - 16, "only the latest record", "note")
    body += line(row, offline - 22, _x(known[0]), offline - 22, "arrow")
    body += arrow(_x(known[0]), offline - 22, _x(known[0]), offline - 13)
    return (Drawing("Point-in-time join for one row", says, 190, body),)


def _record(day: int, y: float, value: int, kind: str) -> str:
    return circle(_x(day), y, 11, f"record {kind}") + text(_x(day), y + 4, str(value), "value", "middle")


def _x(day: float) -> float:
    return round(_LEFT + (_RIGHT - _LEFT) * (day - _FIRST) / (_LAST - _FIRST), 1)


def score(data_used: float) -> float:
    """The score of a model that was trained on gigabytes: customers with more usage leave less often."""
    return 1 / (1 + exp(min(0.1 * data_used, 50)))


def skew() -> tuple[Drawing, ...]:
    """One customer whose data reaches one model in two units."""
    right, wrong = score(GIGABYTES), score(1000 * GIGABYTES)
    says = (
        f"A customer used {GIGABYTES} GB. The training code computes {GIGABYTES}, and the model returns {right:.2f}. "
        f"The application sends {1000 * GIGABYTES:,}, in MB, and the same model returns {wrong:.2f}. No error appears."
    )
    body = text(0, 14, "One customer, one model, two units", "head")
    body += _box(112, 28, 120, "customer", f"used {GIGABYTES} GB")
    for x, title, unit, value, result, kind in (
        (0, "training code", "in GB", f"{GIGABYTES}", right, "fine"),
        (184, "application", "in MB", f"{1000 * GIGABYTES:,}", wrong, "off"),
    ):
        middle = x + 80
        body += line(172, 72, 172, 84, "arrow") + line(172, 84, middle, 84, "arrow") + arrow(middle, 84, middle, 98)
        body += _box(x, 98, 160, title, f"data_used {unit}")
        body += arrow(middle, 142, middle, 170) + text(middle + 8, 160, value, f"strong {kind}")
        body += _box(x, 170, 160, "same model", f"score {result:.2f}", kind)
    return (Drawing("Training-serving skew", says, 220, body),)


def _box(x: float, y: float, width: float, title: str, says: str, kind: str = "") -> str:
    middle = x + width / 2
    shape = rect(x + 0.5, y, width - 1, 44, f"box {kind}", 4)
    return shape + text(middle, y + 18, title, "note", "middle") + text(middle, y + 35, says, "strong", "middle")
