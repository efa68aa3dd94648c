"""Three status fields with their values and the people who set them, from the table that compares them."""

from __future__ import annotations

from dataclasses import dataclass

from ...content.guide import Guide
from ...content.inline import plain
from ...content.tables import table
from .drawing import WIDTH, Drawing, rect, text
from .people import LETTER, lines

PAGE = "contrasts/build.md"
TITLE = "The values of three status fields"
FIRST = "Approval status, `ModelApprovalStatus`"
"""The column by which the table is found."""
SAME = "Approved"
_ROW, _TOP, _GAP, _INSET = 32, 44, 10, 9


@dataclass(frozen=True, slots=True)
class Field:
    """A status field: its name in two words, its values, and who sets it."""

    name: str
    values: tuple[str, ...]
    setter: str

    @property
    def width(self) -> float:
        return max(len(value) for value in self.values) * LETTER + 2 * _INSET


def fields(guide: Guide) -> tuple[Field, ...]:
    """The columns of the table, without the first."""
    rows = {row["Aspect"]: row for row in table(guide.pages.get(PAGE), "Aspect", FIRST)}
    if not {"Values", "Who sets it"} <= rows.keys():
        return ()
    values, who = rows["Values"], rows["Who sets it"]
    heads = [head for head in values if head != "Aspect"]
    return tuple(Field(plain(h).split(", ")[0], _values(values[h]), plain(who[h])) for h in heads)


def _values(cell: str) -> tuple[str, ...]:
    return tuple(plain(value) for value in cell.split(", "))


def statuses(guide: Guide) -> tuple[Drawing, ...]:
    found = fields(guide)
    if not found:
        return ()
    x, body, heights = 0.0, [], []
    spare = max(WIDTH - sum(field.width for field in found) - _GAP * (len(found) - 1), 0) / len(found)
    for field in found:
        width = field.width + spare
        drawn, height = _column(field, x, width)
        body.append(drawn)
        heights.append(height)
        x += width + _GAP
    told = "; ".join(f"{field.name}: {', '.join(field.values)} (set by: {field.setter})" for field in found)
    return (Drawing(TITLE, f"{told}.", int(max(heights)), "".join(body)),)


def _column(field: Field, x: float, width: float) -> tuple[str, float]:
    first, _, second = field.name.partition(" ")
    body = [text(x, 15, first, "head"), text(x, 32, second, "head")]
    for number, value in enumerate(field.values):
        y = _TOP + _ROW * number
        same = value == SAME
        body.append(rect(x, y, width, 25, "state same" if same else "state", 4))
        body.append(text(x + _INSET, y + 17, value, "strong" if same else ""))
    y = _TOP + _ROW * len(field.values) + 12
    setter = lines(f"Set by: {field.setter}", width)
    body += [text(x, y + 15 * number, words, "note") for number, words in enumerate(setter)]
    return "".join(body), y + 15 * len(setter) - 6
