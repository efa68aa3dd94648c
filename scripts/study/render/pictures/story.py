"""The churn story as a timeline, from the table of its dates; the days between two exact dates are computed."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...content.dates import MONTHS
from ...content.guide import Guide
from ...content.inline import plain
from ...content.tables import table
from .drawing import Drawing, circle, line, text
from .people import lines, people

PAGE = "workflow/story.md"
TITLE = "The churn story on a timeline"
_DATE = re.compile(rf"({'|'.join(MONTHS)})(?:\s+(\d{{1,2}})\b)?(?:\D*(20\d\d))?")
_WEEKDAY = re.compile(r"^[A-Z][a-z]{2}, ")
_BOLD = re.compile(r"\*\*([^*]+?)\.?\*\*")
_RAIL, _LINE, _LONG = 118, 15, 30


@dataclass(frozen=True, slots=True)
class Event:
    """`exact` says whether the table names a day: without one, `day` is the first of the month."""

    shown: str
    day: date
    exact: bool
    what: str
    persona: str


def events(guide: Guide) -> list[Event]:
    """The rows of the table. One without a year is in the year of the last; one with an impossible date is left out."""
    found: list[Event] = []
    names = people(guide)
    for row in table(guide.pages.get(PAGE), "Date", "What happened", "Who"):
        match, bold = _DATE.search(row["Date"]), _BOLD.search(row["What happened"])
        if match and bold:
            year = int(match[3] or (found[-1].day.year if found else 1))
            month, number = MONTHS.index(match[1]) + 1, int(match[2] or 1)
            if not 1 <= number <= monthrange(year, month)[1]:
                continue
            day = date(year, month, number)
            who = next((names[name] for name in re.findall(r"\w+", row["Who"]) if name in names), "")
            found.append(Event(_WEEKDAY.sub("", plain(row["Date"])), day, bool(match[2]), plain(bold[1]), who))
    return found


def story(guide: Guide) -> tuple[Drawing, ...]:
    found = events(guide)
    return (_drawing(found),) if found else ()


def between(one: Event, two: Event) -> int | None:
    """Days between two events that the table dates exactly, if they are many."""
    days = (two.day - one.day).days
    return days if one.exact and two.exact and days > _LONG else None


def _drawing(found: Sequence[Event]) -> Drawing:
    y, body, dots = 18.0, [], []
    for number, event in enumerate(found):
        days = between(found[number - 1], event) if number else None
        if days:
            y += 24
            body.append(text(_RAIL + 14, y - 26, f"{days} days", "note"))
        shown = lines(event.what, 344 - _RAIL - 16)
        body += [text(_RAIL + 14, y + _LINE * n, words, "strong") for n, words in enumerate(shown)]
        body.append(text(_RAIL - 14, y, event.shown, "note", "end"))
        dots.append(circle(_RAIL, y - 4, 5, f"stripe {event.persona}"))
        y += _LINE * len(shown) + 14
    rail = line(_RAIL, 14, _RAIL, y - _LINE - 18, "rail")
    told = "; ".join(f"{event.shown}: {event.what}" for event in found)
    return Drawing(TITLE, f"{told}.", int(y - 8), "".join([rail, *dots, *body]))
