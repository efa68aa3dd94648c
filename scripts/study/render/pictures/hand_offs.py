"""The hand-offs between people: a lane for each person and an arrow for each hand-off, from the table of hand-offs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...content.guide import Guide
from ...content.inline import plain
from ...content.personas import FOLDER
from ...content.tables import Rows, table
from .drawing import WIDTH, Drawing, arrow, circle, line, text
from .people import LETTER, ids_by_name, name_head

TITLE = "The hand-offs between the people"
_TOP, _PITCH = 48, 36
_LINK = re.compile(r"\[([^\]]+)\]\(")


def hand_offs(guide: Guide) -> tuple[Drawing, ...]:
    rows = table(guide.pages.get(f"{FOLDER}/index.md"), "From", "To", "What is handed over")
    return (_drawing(rows, ids_by_name(guide)),) if rows else ()


def what(cell: str) -> str:
    """The object of a hand-off in a few words: the linked ones, or those before the first comma."""
    linked = _LINK.search(cell)
    return plain(linked[1]) if linked else plain(cell).split(",")[0]


def _drawing(rows: Rows, known: dict[str, str]) -> Drawing:
    lanes = _lanes(rows, known)
    height = _TOP + _PITCH * len(rows) + 14
    at = {name: WIDTH / len(lanes) * (number + 0.5) for number, name in enumerate(lanes)}
    body = [_lane(name, at[name], height, known.get(name, "")) for name in lanes]
    body += [_hand_off(row, at, _TOP + _PITCH * (number + 1), known) for number, row in enumerate(rows)]
    told = "; ".join(f"{row['From']} to {row['To']}: {what(row['What is handed over'])}" for row in rows)
    return Drawing(TITLE, f"{len(rows)} hand-offs. {told}.", height, "".join(body))


def _lanes(rows: Rows, known: dict[str, str]) -> Sequence[str]:
    """First people without a persona page, then the personas in the order of the tabs."""
    named = dict.fromkeys(row[side] for row in rows for side in ("From", "To"))
    order = ["data-engineer", "data-scientist", "compliance-officer", "mlops-engineer"]
    return sorted(named, key=lambda name: (name in known, order.index(known[name]) if known.get(name) in order else 9))


def _lane(name: str, x: float, height: float, persona: str) -> str:
    return name_head(x, 14, name, persona) + line(x, _TOP - 10, x, height - 4, f"lane {persona}")


def _hand_off(row: dict[str, str], at: dict[str, float], y: float, known: dict[str, str]) -> str:
    start, end = at[row["From"]], at[row["To"]]
    words = what(row["What is handed over"])
    half = len(words) * LETTER / 2
    middle = min(max((start + end) / 2, half), WIDTH - half)
    toward = 4 if end > start else -4
    return (
        circle(start, y, 4, f"stripe {known.get(row['From'], '')}")
        + arrow(start + toward, y, end - toward / 4, y)
        + text(middle, y - 8, words, "on", "middle")
    )
