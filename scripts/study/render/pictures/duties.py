"""Which role may make which call on the way to production, from the lab's table of roles and calls."""

from __future__ import annotations

from ...content.guide import Guide
from ...content.inline import plain
from ...content.tables import table
from ...content.workflow import owners
from .drawing import WIDTH, Drawing, circle, line, text
from .people import name_head

PAGE = "lab/index.md"
TITLE = "Who may make which call on the way to production"
CALLS = {
    "CreateModelPackage": "register a version",
    "UpdateModelPackage": "approve or reject it",
    "CreateModel": "make it ready to host",
    "UpdateEndpoint": "put it into production",
}
"""The calls of the picture, each with its effect, in order."""
_TOP, _ROW, _FIRST = 52, 46, 136

Duties = dict[tuple[str, str], frozenset[str]]


def duties(guide: Guide) -> Duties:
    """The calls of each role that may make any of them, by the role's name and the id of its persona."""
    found: Duties = {}
    for row in table(guide.pages.get(PAGE), "Role", "Calls to SageMaker AI"):
        words = plain(row["Calls to SageMaker AI"]).replace(",", " ").split()
        if calls := frozenset(words) & CALLS.keys():
            found[owners(row["Role"])[0]] = calls
    return found


def separation(guide: Guide) -> tuple[Drawing, ...]:
    found = duties(guide)
    return (_drawing(found),) if found else ()


def _drawing(found: Duties) -> Drawing:
    column = (WIDTH - _FIRST) / len(found)
    at = {role: _FIRST + column * (number + 0.5) for number, role in enumerate(found)}
    body = [name_head(x, 15, *role) for role, x in at.items()]
    for number, (call, does) in enumerate(CALLS.items()):
        y = _TOP + _ROW * number
        body += [line(0, y - 8, WIDTH, y - 8, "rule"), text(0, y + 12, call, "strong"), text(0, y + 28, does, "note")]
        body += [_mark(role[1], call in found[role], x, y + 15) for role, x in at.items()]
    told = "; ".join(f"{name}: {', '.join(c for c in CALLS if c in calls)}" for (name, _), calls in found.items())
    return Drawing(TITLE, f"{told}.", _TOP + _ROW * len(CALLS), "".join(body))


def _mark(persona: str, may: bool, x: float, y: float) -> str:
    """A disk in the color of the persona, or a short dash."""
    return circle(x, y, 8, f"stripe {persona}") if may else line(x - 5, y, x + 5, y, "rail")
