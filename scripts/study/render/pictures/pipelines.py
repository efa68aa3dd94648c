"""Two kinds of pipeline and where they meet, from the table of their steps."""

from __future__ import annotations

from ...content.guide import Guide
from ...content.inline import plain
from ...content.tables import Rows, table
from .drawing import WIDTH, Drawing, arrow, rect, text
from .people import lines

PAGE = "workflow/pipelines.md"
TITLE = "Two kinds of pipeline and where they meet"
_BAND, _BETWEEN, _GAP = 92, 46, 14


def pipelines(guide: Guide) -> tuple[Drawing, ...]:
    rows = table(guide.pages.get(PAGE), "Pipeline", "Works on", "Steps", "Then")
    return (_drawing(rows),) if rows else ()


def _drawing(rows: Rows) -> Drawing:
    body, told, y = [], [], 4
    for number, row in enumerate(rows):
        name, works_on, steps, then = (plain(row[column]) for column in ("Pipeline", "Works on", "Steps", "Then"))
        body.append(_band(y, f"{name}: {works_on}", [step.strip() for step in steps.split(",")], number % 2 == 1))
        told.append(f"{name}, which works on {works_on}. Steps: {steps}. What follows: {then}.")
        y += _BAND
        if number < len(rows) - 1:
            body += [arrow(24, y + 2, 24, y + _BETWEEN - 3), text(38, y + _BETWEEN / 2 + 4, then, "on")]
            y += _BETWEEN
    return Drawing(TITLE, " ".join(told), y + 4, "".join(body))


def _band(y: float, title: str, steps: list[str], trains: bool) -> str:
    """A row of steps with arrows between them."""
    width = (WIDTH - 20 - _GAP * (len(steps) - 1)) / len(steps)
    body = [rect(0, y, WIDTH, _BAND, "band trains" if trains else "band", 4), text(10, y + 20, title, "strong")]
    for number, step in enumerate(steps):
        x = 10 + number * (width + _GAP)
        body.append(rect(x, y + 32, width, 48, "step", 4))
        words = lines(step, width - 4)
        first = y + 60 - 7.5 * (len(words) - 1)
        body += [text(x + width / 2, first + 15 * n, each, "", "middle") for n, each in enumerate(words)]
        if number:
            body.append(arrow(x - _GAP, y + 56, x - 1, y + 56))
    return "".join(body)
