"""Flashcards for both sides of a sheet: eight to a page, backs mirrored, for a printer that turns on the long edge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from ..content.cards import deck
from .key import points
from .links import Links
from .plan import Plan
from .section import escaped

COLUMNS, ROWS = 2, 4
_SIZES = ((300, "large"), (400, "medium"), (720, "small"))  # letters that fit on a side in each size of type

_LINE = " " * 40  # space at the end of a line in a list


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a card on paper: its kind and its HTML; `size` is its font size."""

    label: str
    html: str
    size: str


def sheets(plan: Plan, links: Links) -> str:
    """Each sheet is two pages: fronts, then backs."""
    sides = _filled(list(_sides(plan, links)))
    pages = []
    for number, start in enumerate(range(0, len(sides), COLUMNS * ROWS), 1):
        sheet = sides[start : start + COLUMNS * ROWS]
        for face, mirrored in (("front", False), ("back", True)):
            cards = (_card(pair[mirrored], place, mirrored) for place, pair in enumerate(sheet))
            title = f"Sheet {number}, {face}"
            pages.append(
                f'<section class="sheet {face}" aria-label="{title}"><h2>{title}</h2>{_CUTS}{"".join(cards)}</section>'
            )
    return "".join(pages)


def column(place: int, mirrored: bool) -> int:
    """The column, from the left, of a card. On backs it is mirrored, because the sheet is turned on its long edge."""
    return COLUMNS - 1 - place % COLUMNS if mirrored else place % COLUMNS


def _sides(plan: Plan, links: Links) -> Iterator[tuple[Side, Side]]:
    """Terms, then short answers with their key points.

    A reader can turn a card either way, so neither side of a term names what is on the other.
    """
    chosen = [card for card in deck(plan.guide) if card.id.endswith(":definition") or card.kind == "answer"]
    answers = {each.item.id: each for each in plan.answers}
    for number, card in enumerate(chosen, 1):
        front = links.html(card.front, card.path)
        label = f"{number} of {len(chosen)}"
        if card.kind == "term":
            back = _side("Definition", label, links.html(card.back, card.path), card.back)
            yield _side("Term", label, f'<div class="name">{front}</div>', ""), back
        else:
            each = answers[card.anchor]
            listed = points(each.item.key_points, card.path, links)
            words = "".join(point.text + _LINE for point in each.item.key_points)
            question = f'<div class="asked">{front}</div>'
            yield (
                _side(each.number, label, question, card.front),
                _side(f"{each.number} key points", label, listed, words),
            )


def _filled(sides: list[tuple[Side, Side]]) -> list[tuple[Side, Side]]:
    """Fill the last sheet with empty cards, for the reader's own terms."""
    own = _side("Your own term", "", "", ""), _side("Its definition", "", "", "")
    return [*sides, *[own] * (-len(sides) % (COLUMNS * ROWS))]


def _side(kind: str, label: str, html: str, words: str) -> Side:
    size = next((name for most, name in _SIZES if len(words) <= most), "tiny")
    return Side(f"<b>{escaped(kind)}</b> <span>{label}</span>", html, size)


def _card(side: Side, place: int, mirrored: bool) -> str:
    where = f"c{column(place, mirrored)} r{place // COLUMNS}"
    return f'<div class="card {where} {escape(side.size)}"><p class="label">{side.label}</p>{side.html}</div>'


_CUTS = "".join(
    [f'<i class="cut {edge} c{line}"></i>' for edge in ("top", "bottom") for line in range(COLUMNS + 1)]
    + [f'<i class="cut {edge} r{line}"></i>' for edge in ("left", "right") for line in range(ROWS + 1)]
)
"""Crop marks outside the cards."""
