"""Twenty-four customers, one set of scores: the confusion matrix, recall, precision, and AUC.

The scores are invented and listed here; all other numbers follow from them. `threshold-model.js` counts again for any
threshold, from the scores in the drawing; a test compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from .drawing import WIDTH, Drawing, circle, line, path, rect, text

LEAVERS = (0.91, 0.84, 0.78, 0.66, 0.58, 0.47, 0.33, 0.22)
STAYERS = (0.72, 0.61, 0.52, 0.44, 0.41, 0.36, 0.3, 0.27, 0.24, 0.19, 0.16, 0.13, 0.1, 0.08, 0.05, 0.03)
THRESHOLD = 0.4
_LEFT, _RIGHT = 58, WIDTH - 8
_LEAVE_Y, _STAY_Y = 62, 106


@dataclass(frozen=True, slots=True)
class Counts:
    """The four cells of the confusion matrix; a customer with a score of at least the threshold is called."""

    called_leavers: int
    called_stayers: int
    missed: int
    left_alone: int

    @property
    def recall(self) -> float:
        return self.called_leavers / (self.called_leavers + self.missed)

    @property
    def precision(self) -> float:
        called = self.called_leavers + self.called_stayers
        return self.called_leavers / called if called else 0.0


def counts(threshold: float) -> Counts:
    leavers, stayers = (sum(score >= threshold for score in scores) for scores in (LEAVERS, STAYERS))
    return Counts(leavers, stayers, len(LEAVERS) - leavers, len(STAYERS) - stayers)


def pairs_in_order() -> int:
    """Pairs of a leaver and a stayer in which the leaver has the higher score. No two scores are equal."""
    return sum(leaver > stayer for leaver, stayer in product(LEAVERS, STAYERS))


def auc() -> float:
    """The share of all such pairs that are in order."""
    return pairs_in_order() / (len(LEAVERS) * len(STAYERS))


def model() -> dict[str, object]:
    """For the script that lets a reader move the threshold."""
    return {"leavers": LEAVERS, "stayers": STAYERS, "threshold": THRESHOLD}


def threshold() -> tuple[Drawing, ...]:
    """The scores with the threshold, and the table; `threshold.js` moves it."""
    return _strip(counts(THRESHOLD)), _table(counts(THRESHOLD))


def _strip(found: Counts) -> Drawing:
    says = (
        f"Each mark is a customer, placed by score from 0 on the left to 1 on the right. A call goes to each customer "
        f"with a score of at least {THRESHOLD:.2f}. That is {found.called_leavers} of the {len(LEAVERS)} customers who "
        f"leave and {found.called_stayers} of the {len(STAYERS)} who stay."
    )
    body = text(0, 14, "Scores of 24 customers", "head")
    body += text(0, _LEAVE_Y + 4, "leave", "note") + text(0, _STAY_Y + 4, "stay", "note")
    x = _x(THRESHOLD)
    body += f'<g data-left="{_LEFT}" data-right="{_RIGHT}">'
    body += rect(x, 38, _RIGHT + 8 - x, 92, "called-area") + line(x, 38, x, 130, "threshold")
    body += text(x, 33, f"called if ≥ {THRESHOLD:.2f}", "note", "middle") + "</g>"
    for kind, y, scores in (("leaves", _LEAVE_Y, LEAVERS), ("stays", _STAY_Y, STAYERS)):
        body += line(_LEFT, y, _RIGHT, y, "rail")
        for number, score in enumerate(scores):
            body += circle(_x(score), y + (number % 2) * 5 - 2.5, 5, kind)
    body += "".join(text(_x(score), 148, f"{score:g}", "note", "middle") for score in (0, 0.25, 0.5, 0.75, 1))
    return Drawing("Scores of 24 customers and a threshold", says, 154, body)


def _x(score: float) -> float:
    return round(_LEFT + (_RIGHT - _LEFT) * score, 1)


def _table(found: Counts) -> Drawing:
    called = found.called_leavers + found.called_stayers
    says = (
        f"Of the customers who are called, {found.called_leavers} leave and {found.called_stayers} stay. Of the "
        f"others, {found.missed} leave and {found.left_alone} stay. Recall is {found.recall:.2f}, and precision is "
        f"{found.precision:.2f}."
    )
    body = text(0, 14, "Confusion matrix", "head")
    body += text(126, 36, "leaves", "note", "middle") + text(214, 36, "stays", "note", "middle")
    body += text(0, 66, "called", "note") + text(0, 106, "not called", "note")
    cells = (
        (84, 44, found.called_leavers, "right"),
        (172, 44, found.called_stayers, ""),
        (84, 84, found.missed, ""),
        (172, 84, found.left_alone, "right"),
    )
    for x, y, count, kind in cells:
        body += rect(x, y, 84, 36, f"cell {kind}", 3) + text(x + 42, y + 24, str(count), "count", "middle")
    body += text(84, 136, f"recall {found.called_leavers} of {len(LEAVERS)} = {found.recall:.2f}", "strong")
    body += text(84, 152, f"precision {found.called_leavers} of {called} = {found.precision:.2f}", "strong")
    return Drawing("Confusion matrix", says, 158, body)


def area() -> tuple[Drawing, ...]:
    """All pairs of a leaver and a stayer as squares: those that the model puts in order are below the ROC curve."""
    size, left, top = 17, 40, 40
    in_order = f"{pairs_in_order()} of {len(LEAVERS) * len(STAYERS)}"
    body = text(0, 14, f"AUC {auc():.2f}: {in_order} pairs are in order", "head")
    corner = [(float(left), float(top + size * len(LEAVERS)))]
    for row, leaver in enumerate(reversed(LEAVERS)):
        for column, stayer in enumerate(STAYERS):
            kind = "pair in-order" if leaver > stayer else "pair"
            body += rect(left + column * size, top + row * size, size, size, kind)
    for score in sorted((*LEAVERS, *STAYERS), reverse=True):
        x, y = corner[-1]
        corner.append((x, y - size) if score in LEAVERS else (x + size, y))
    body += path(corner, "curve")
    body += text(0, 32, "8 customers who leave, highest score at the bottom", "note")
    bottom = top + size * len(LEAVERS)
    body += text(left, bottom + 16, "16 customers who stay, highest score at left", "note")
    says = (
        "Each square is a pair of one customer who leaves and one who stays. The square is filled if the customer "
        f"who leaves has the higher score, as in {in_order} pairs. The edge of the filled squares is the ROC curve."
    )
    return (Drawing("AUC as the share of pairs in order", says, bottom + 22, body),)
