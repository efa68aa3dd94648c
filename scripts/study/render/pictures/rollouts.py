"""How traffic moves to a new version: five rollouts side by side, and one that an alarm rolls back.

All numbers follow from a small model that the page describes: `REQUESTS` a minute, `INSTANCES` old instances, and the
steps below. `rollback-model.js` computes `outcome` again; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .drawing import WIDTH, Drawing, head, line, path, rect, text

REQUESTS, INSTANCES, MINUTES = 600, 10, 40
LIMIT, IN_A_ROW = 10, 3
"""The alarm goes off after so many minutes in a row with at least `LIMIT` failed requests each."""
RESTART = 5
"""Minutes until old instances that were stopped serve again: an assumption."""
_LEFT, _RIGHT, _TOP, _HIGH = 46, WIDTH - 8, 46, 60
_FLEET, _FLEET_HIGH = 128, 40

Steps = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Rollout:
    """`serves`: from a minute on, the percentage of requests that the new version serves; `copies` likewise.

    `fleet`: from a minute on, how many old and how many new instances run.
    """

    id: str
    name: str
    says: str
    serves: Steps
    fleet: tuple[tuple[int, int, int], ...]
    copies: int = 0


_FIFTHS: Steps = ((0, 20), (5, 40), (10, 60), (15, 80), (20, 100))
ROLLOUTS = (
    Rollout("all-at-once", "All at once", "All traffic moves in one step", ((0, 100),), ((0, 10, 10), (10, 0, 10))),
    Rollout(
        "canary",
        "Canary",
        "10% of the traffic for 20 minutes, then all of it",
        ((0, 10), (20, 100)),
        ((0, 10, 10), (30, 0, 10)),
    ),
    Rollout("linear", "Linear", "Another 20% of the traffic every 5 minutes", _FIFTHS, ((0, 10, 10), (30, 0, 10))),
    Rollout(
        "rolling",
        "Rolling",
        "Two old instances are replaced every 5 minutes",
        _FIFTHS,
        ((0, 10, 2), (5, 8, 4), (10, 6, 6), (15, 4, 8), (20, 2, 10), (25, 0, 10)),
    ),
    Rollout("shadow", "Shadow", "Only the old version responds to callers", ((0, 0),), ((0, 10, 2),), 20),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`alarm`, `back`: the minutes at which the alarm goes off and the old version has all traffic again, or None.

    `met`, `failed`: how many requests the new version received, and how many of these failed.
    """

    alarm: int | None
    back: int | None
    met: int
    failed: int


def at(steps: Sequence[tuple[int, ...]], minute: int) -> tuple[int, ...]:
    """The step that is in force at a minute."""
    return next(step for step in reversed(steps) if step[0] <= minute)


def outcome(rollout: Rollout, failing: int, alarms: bool) -> Outcome:
    """The events if `failing` percent of the new version's responses are errors: expected values, no simulation."""
    served = [REQUESTS * at(rollout.serves, minute)[1] // 100 for minute in range(MINUTES)]
    alarm = _alarm([met * failing / 100 for met in served]) if alarms else None
    met = sum(served[:alarm])
    if alarm is None:
        return Outcome(None, None, met, round(met * failing / 100))
    wait = 0 if at(rollout.fleet, alarm - 1)[1] == INSTANCES else RESTART  # a complete old fleet takes over immediately
    met += wait * served[alarm - 1]
    return Outcome(alarm, alarm + wait, met, round(met * failing / 100))


def _alarm(failed: list[float]) -> int | None:
    for minute in range(IN_A_ROW, len(failed) + 1):
        if min(failed[minute - IN_A_ROW : minute]) >= LIMIT:
            return minute
    return None


def model() -> dict[str, object]:
    """The numbers for the script in which a reader makes the new version fail."""
    ways = [
        {"id": way.id, "name": way.name, "serves": way.serves, "old": [each[:2] for each in way.fleet]}
        for way in ROLLOUTS
    ]
    rule = {"limit": LIMIT, "inARow": IN_A_ROW, "restart": RESTART}
    return {"requests": REQUESTS, "instances": INSTANCES, "minutes": MINUTES, **rule, "ways": ways}


def rollouts() -> tuple[Drawing, ...]:
    return tuple(_ways())


def rollback() -> tuple[Drawing, ...]:
    """The canary with a version whose every response is an error; `rollout.js` redraws what is inside the group."""
    canary = ROLLOUTS[1]
    found = outcome(canary, 100, True)
    says = (
        f"The new version handles 10 percent of {REQUESTS} requests a minute, and every response is an error. After "
        f"{found.alarm} minutes, an alarm goes off, and all traffic goes back to the old version. By then, the new "
        f"version has received {found.met} requests."
    )
    end = found.back or MINUTES
    bottom = _TOP + _HIGH
    counted = f"New version: {found.met} requests, {found.failed} failed"
    body = head("Canary: 100% of the new responses fail", counted) + _scale()
    body += f'<g data-left="{_LEFT}" data-right="{_RIGHT}" data-top="{_TOP}" data-bottom="{bottom}">'
    body += path(_area(canary.serves, end), "new", closed=True)
    body += line(_x(end), _TOP - 4, _x(end), bottom, "alarm")
    body += text(_x(end) + 5, _TOP + 12, "rolled back", "note") + "</g>"
    return (Drawing("An alarm rolls back a canary", says, bottom + 22, body + _minutes(bottom)),)


def _ways() -> Iterator[Drawing]:
    for way in ROLLOUTS:
        most = max(old + new for _, old, new in way.fleet)
        body = head(way.name, way.says) + _scale()
        if way.copies:
            body += path(_area(((0, way.copies),), MINUTES), "copies", closed=True)
            body += text(_x(2), _TOP + _HIGH - 18, "copies; no caller gets these responses", "note")
        else:
            body += path(_area(way.serves, MINUTES), "new", closed=True)
        body += _fleet(way) + _minutes(_FLEET + _FLEET_HIGH)
        says = f"{_in_words(way)} At most {most} instances run."
        yield Drawing(f"{way.name}: traffic over {MINUTES} minutes", says, 190, body)


def _in_words(way: Rollout) -> str:
    if way.copies:
        return (
            f"The new version receives copies of {way.copies} percent of the requests, but no caller gets its "
            "responses. The old version handles every request."
        )
    parts = [f"{percent} percent from minute {minute}" for minute, percent in way.serves]
    return f"Share of the requests that the new version handles: {', '.join(parts)}."


def _x(minute: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * minute / MINUTES


def _area(steps: Steps, end: int) -> list[tuple[float, float]]:
    """The outline of what is below the steps, from minute 0 to `end`."""
    bottom = _TOP + _HIGH
    points = [(_x(0), float(bottom))]
    stops = [step[0] for step in steps[1:] if step[0] < end] + [end]
    for (start, percent), stop in zip(steps, stops, strict=False):
        y = bottom - _HIGH * percent / 100
        points += [(_x(start), y), (_x(stop), y)]
    return [*points, (_x(end), float(bottom))]


def _scale() -> str:
    marks = text(_LEFT - 6, _TOP + 9, "100%", "note", "end") + text(_LEFT - 6, _TOP + _HIGH, "0%", "note", "end")
    return rect(_LEFT, _TOP, _RIGHT - _LEFT, _HIGH, "old") + marks


def _minutes(bottom: float) -> str:
    marks = "".join(text(_x(m), bottom + 16, str(m), "note", "middle") for m in range(0, MINUTES, 10))
    return marks + text(_RIGHT, bottom + 16, "40 min", "note", "end")


def _fleet(way: Rollout) -> str:
    """Old instances below, new ones on top of them; 20 instances fill the height."""
    bottom, unit = _FLEET + _FLEET_HIGH, _FLEET_HIGH / 20
    drawn = text(_LEFT - 6, _FLEET + 9, "20", "note", "end") + text(_LEFT - 6, bottom, "0", "note", "end")
    for number, (start, old, new) in enumerate(way.fleet):
        stop = way.fleet[number + 1][0] if number + 1 < len(way.fleet) else MINUTES
        x, width = _x(start), _x(stop) - _x(start)
        if old:
            drawn += rect(x, bottom - old * unit, width, old * unit, "old")
        drawn += rect(x, bottom - (old + new) * unit, width, new * unit, "new")
    return drawn + text(_LEFT, _FLEET - 5, "Instances", "note")
