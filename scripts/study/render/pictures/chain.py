"""Steps from top to bottom, with their owners at the side, and a dashed line back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from .drawing import Drawing, arrow, line, path, rect, text
from .people import stripe

_PITCH, _HEIGHT, _TOP = 37, 27, 6
_X, _WIDTH, _BACK = 152, 158, 330


@dataclass(frozen=True, slots=True)
class Step:
    """A step and its owners: names, and ids of personas, "" for an owner without a page."""

    name: str
    owners: tuple[tuple[str, str], ...]
    gate: bool = False


def chain(title: str, steps: Sequence[Step], back_to: int) -> Drawing:
    """The dashed line goes from the last step to the one at the index `back_to`."""
    body = [_bands(steps), *(_step(number, step) for number, step in enumerate(steps))]
    body += [arrow(_X + _WIDTH / 2, _y(n) + _HEIGHT, _X + _WIDTH / 2, _y(n + 1) - 1) for n in range(len(steps) - 1)]
    body.append(_back(len(steps) - 1, back_to))
    return Drawing(title, _told(steps, back_to), _TOP + _PITCH * len(steps), "".join(body))


def _y(number: int) -> float:
    return _TOP + _PITCH * number


def _bands(steps: Sequence[Step]) -> str:
    """The owners of the steps, once for consecutive steps."""
    found = []
    for owners, group in groupby(enumerate(steps), key=lambda pair: pair[1].owners):
        numbers = [number for number, _ in group]
        more = 3 * (len(owners) - 1)
        top, bottom = _y(numbers[0]) - more, _y(numbers[-1]) + _HEIGHT + more
        found.append(rect(0, top, _X - 12, bottom - top, "band", 3))
        found.append(stripe(top, bottom - top, tuple(persona for _, persona in owners)))
        middle = (top + bottom) / 2 + 4.5 - 7 * (len(owners) - 1)
        for index, (name, persona) in enumerate(owners):
            found.append(text(12, middle + 14 * index, name, f"owner {persona}"))
    return "".join(found)


def _step(number: int, step: Step) -> str:
    personas = tuple(persona for _, persona in step.owners)
    kind = f"step gate {personas[0]}" if step.gate else "step"
    words = text(_X + 10, _y(number) + 18, f"{number + 1}", "note") + text(
        _X + 31, _y(number) + 18, step.name, "strong"
    )
    return rect(_X, _y(number), _WIDTH, _HEIGHT, kind, 4) + words


def _back(start: int, end: int) -> str:
    right, low, high = _X + _WIDTH, _y(start) + _HEIGHT / 2, _y(end) + _HEIGHT / 2
    head = [(right + 7, high - 4), (right + 1, high), (right + 7, high + 4)]
    around = path([(right, low), (_BACK, low), (_BACK, high)], "back") + line(_BACK, high, right + 1, high, "back")
    return around + path(head, "arrow head")


def _told(steps: Sequence[Step], back_to: int) -> str:
    told = ", ".join(f"{step.name} ({' and '.join(name for name, _ in step.owners)})" for step in steps)
    return f"In order: {told}. {steps[-1].name} leads back to {steps[back_to].name}."
