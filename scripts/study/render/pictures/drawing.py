"""A drawing as inline SVG with its text alternative, and the few shapes that drawings are made of.

A drawing is `WIDTH` units wide, about as many CSS pixels as a phone gives it, so a font size of 12 units stays legible
there. The stylesheet `drawing.css` sets all colors by class; here, only geometry is set.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

WIDTH = 344


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing: screen readers read `title` and `text`; `body` is SVG; sizes are in units."""

    title: str
    text: str
    height: int
    body: str


def as_svg(drawing: Drawing, id: str) -> str:
    """Inline SVG. `id` is unique on its page."""
    title, text = (escape(words, quote=False) for words in (drawing.title, drawing.text))
    return (
        f'<svg viewBox="0 0 {WIDTH} {drawing.height}" role="img" aria-labelledby="{id}-title {id}-text">'
        f'<title id="{id}-title">{title}</title><desc id="{id}-text">{text}</desc>{drawing.body}</svg>'
    )


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    """A line of text; SVG does not wrap it. At 12 units, 50 letters fit the width."""
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text{_class(kind)} x="{x:g}" y="{y:g}"{where}>{escape(words, quote=False)}</text>'


def head(title: str, below: str) -> str:
    """A title at the top, and a line below it."""
    return text(0, 14, title, "head") + text(0, 32, below, "note")


def rect(x: float, y: float, width: float, height: float, kind: str, radius: float = 0) -> str:
    rounded = f' rx="{radius:g}"' if radius else ""
    return f'<rect{_class(kind)} x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"{rounded}/>'


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<path{_class(kind)} d="M{x1:g} {y1:g}L{x2:g} {y2:g}"/>'


def path(points: Iterable[tuple[float, float]], kind: str, closed: bool = False) -> str:
    d = "L".join(f"{x:.5g} {y:.5g}" for x, y in points)
    return f'<path{_class(kind)} d="M{d}{"Z" if closed else ""}"/>'


def circle(x: float, y: float, radius: float, kind: str) -> str:
    return f'<circle{_class(kind)} cx="{x:g}" cy="{y:g}" r="{radius:g}"/>'


def arrow(x1: float, y1: float, x2: float, y2: float) -> str:
    """A straight line with a head: horizontal or vertical."""
    dx, dy = (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
    head = [(x2 - 6 * dx - 4 * dy, y2 - 6 * dy - 4 * dx), (x2, y2), (x2 - 6 * dx + 4 * dy, y2 - 6 * dy + 4 * dx)]
    return line(x1, y1, x2, y2, "arrow") + path(head, "arrow head")


def _class(kind: str) -> str:
    """`kind` may end with a space, as in ``f"owner {persona}"`` without a persona."""
    return f' class="{kind.rstrip()}"' if kind else ""
