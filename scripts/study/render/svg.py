"""Boxes with text, and arrows between them, as inline SVG: one drawing for each width of screen.

SVG does not wrap text, and the reader's fonts are unknown, so the code assumes the letter width of the wider system
fonts. Colors come from the page's stylesheet, so a picture follows dark mode and print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

PICTURE = '<figure class="picture">'
"""The beginning of a picture in HTML."""
SIZE, TITLE = 12, 14  # font sizes, in units of the picture
_LETTER = 0.56  # of the font size
_GAP, _MARGIN, _INSET = 22, 30, 9


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a line, and the address that they link."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A title that is a link, and paragraphs below it, each with the classes of its text.

    The stripe at the top has a part of equal width for each class in `stripes`.
    """

    id: str
    title: Words
    paragraphs: tuple[tuple[str, tuple[Words, ...]], ...]
    classes: tuple[str, ...] = ()
    stripes: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow from one box to another; a dashed one goes back."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The number of columns and their width in units. The stylesheet shows the layout that fits, by its class.

    `title` is the font size of titles, and `line` the height of a line.
    """

    name: str
    columns: int
    width: int
    title: int = TITLE
    line: int = 16


@dataclass(frozen=True, slots=True)
class _Placed:
    box: Box
    index: int
    row: int
    x: float
    y: float
    height: float
    layout: Layout
    lines: tuple[tuple[str, tuple[Words, ...]], ...]

    @property
    def width(self) -> int:
        return self.layout.width

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        return self.y + self.height


def picture(label: str, caption: str, boxes: Sequence[Box], arrows: Iterable[Arrow], layouts: Iterable[Layout]) -> str:
    """A figure with one drawing for each layout, of which the stylesheet shows one. Screen readers read the label."""
    arrows = list(arrows)
    drawn = "".join(_drawing(label, boxes, arrows, layout) for layout in layouts)
    return f"{PICTURE}{drawn}<figcaption>{escape(caption, quote=False)}</figcaption></figure>"


def _drawing(label: str, boxes: Sequence[Box], arrows: list[Arrow], layout: Layout) -> str:
    placed = {one.box.id: one for one in _place(boxes, layout)}
    width = 2 * _MARGIN + layout.columns * layout.width + (layout.columns - 1) * _GAP
    height = max(one.bottom for one in placed.values()) + _GAP
    back = any(placed[arrow.end].index < placed[arrow.start].index for arrow in arrows)
    marker = f"arrow-{boxes[0].id}-{layout.name}"
    paths = "".join(_path(placed[arrow.start], placed[arrow.end], layout, marker) for arrow in arrows)
    return (
        f'<svg class="{layout.name}" viewBox="0 0 {width} {height + (_GAP if back else 0):g}" role="group"'
        f' aria-label="{escape(label)}"><defs><marker id="{marker}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8"'
        f' markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>{paths}'
        f"{''.join(_box(one) for one in placed.values())}</svg>"
    )


def _place(boxes: Sequence[Box], layout: Layout) -> Iterator[_Placed]:
    """Boxes from left to right and from top to bottom; those of a row are equally high."""
    y = float(_GAP)
    for start in range(0, len(boxes), layout.columns):
        row = boxes[start : start + layout.columns]
        texts = [tuple(_lines(box, layout)) for box in row]
        height = 2 * _INSET + layout.title - TITLE + layout.line * max(map(len, texts)) + 2
        for column, (box, lines) in enumerate(zip(row, texts, strict=True)):
            x = _MARGIN + column * (layout.width + _GAP)
            yield _Placed(box, start + column, start // layout.columns, x, y, height, layout, lines)
        y += height + 1.5 * _GAP


def _lines(box: Box, layout: Layout) -> Iterator[tuple[str, tuple[Words, ...]]]:
    width = layout.width - 2 * _INSET
    for kind, paragraph in (("title", (box.title,)), *box.paragraphs):
        for line in wrapped(paragraph, int(width / (_LETTER * (layout.title if kind == "title" else SIZE)))):
            yield kind, line


def wrapped(paragraph: Iterable[Words], letters: int) -> Iterator[tuple[Words, ...]]:
    """Lines of at most `letters` characters, unless one word is longer. A part that fits in a line is not broken."""
    pieces = [
        (piece, number, part.href)
        for number, part in enumerate(paragraph)
        for piece in ([part.text] if len(part.text) <= letters else part.text.split())
    ]
    line: list[tuple[str, int, str | None]] = []
    for piece in pieces:
        if line and len(" ".join(text for text, _, _ in (*line, piece))) > letters:
            yield _joined(line)
            line = []
        line.append(piece)
    if line:
        yield _joined(line)


def _joined(line: list[tuple[str, int, str | None]]) -> tuple[Words, ...]:
    parts = groupby(line, key=lambda piece: piece[1:])
    return tuple(Words(" ".join(text for text, *_ in pieces), href) for (_, href), pieces in parts)


def _box(one: _Placed) -> str:
    text = "".join(_text(kind, line, one, number) for number, (kind, line) in enumerate(one.lines))
    frame = f'<rect x="{one.x}" y="{one.y:g}" width="{one.width}" height="{one.height:g}" rx="4"/>'
    return f'<g class="{" ".join(("box", *one.box.classes))}">{frame}{"".join(_stripes(one))}{text}</g>'


def _stripes(one: _Placed) -> Iterator[str]:
    width = one.width / len(one.box.stripes)
    for number, name in enumerate(one.box.stripes):
        classes = f"stripe {name}".rstrip()
        yield f'<rect class="{classes}" x="{one.x + number * width:g}" y="{one.y:g}" width="{width:g}" height="4"/>'


def _text(kind: str, line: tuple[Words, ...], one: _Placed, number: int) -> str:
    y = one.y + _INSET + one.layout.title + one.layout.line * number
    words = " ".join(_link(part) for part in line)
    return f'<text class="{kind}" x="{one.x + _INSET}" y="{y:g}">{words}</text>'


def _link(words: Words) -> str:
    text = escape(words.text, quote=False)
    return f'<a href="{escape(words.href)}">{text}</a>' if words.href else text


def _path(start: _Placed, end: _Placed, layout: Layout, marker: str) -> str:
    """To the right within a row, down between two rows, or back around the left edge."""
    if end.index < start.index:
        points = [(start.middle, start.bottom), (start.middle, start.bottom + _GAP), (9, start.bottom + _GAP)]
        points += [(9, end.y + end.height / 2), (end.x, end.y + end.height / 2)]
    elif end.row == start.row:
        points = [(start.x + start.width, start.y + 20), (end.x, start.y + 20)]
    elif layout.columns == 1 and end.index > start.index + 1:
        middle = start.y + start.height / 2, end.y + end.height / 2
        points = [(start.x, middle[0]), (9, middle[0]), (9, middle[1]), (end.x, middle[1])]
    else:
        between = start.bottom + 0.75 * _GAP
        points = [(start.middle, start.bottom), (start.middle, between), (end.middle, between), (end.middle, end.y)]
    back = ' class="back"' if end.index < start.index else ""
    d = "M" + " ".join(f"{x:g} {y:g}" for x, y in points)
    return f'<path{back} d="{d}" marker-end="url(#{marker})"/>'
