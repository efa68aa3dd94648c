"""The site's logo as PNG, in the sizes that an installed app needs: browsers draw no SVG on a home screen.

It reads the few shapes that docs/assets/images/logo.svg has: rectangles, circles, and one straight line.
"""

from __future__ import annotations

from io import BytesIO
from xml.etree.ElementTree import Element, fromstring

from PIL import Image, ImageDraw

_FINER = 4  # drawn so many times larger, then reduced: edges get smooth
_SVG = "{http://www.w3.org/2000/svg}"


def png(svg: str, size: int) -> bytes:
    """The picture, `size` px wide and high, on its background to the edges: systems cut the corners themselves."""
    root = fromstring(svg)
    scale = size * _FINER / float(root.attrib["viewBox"].split()[2])
    image = Image.new("RGB", (size * _FINER, size * _FINER), background(svg))
    draw = ImageDraw.Draw(image)
    for shape in root:
        _draw(draw, shape, scale)
    made = BytesIO()
    image.resize((size, size), Image.Resampling.LANCZOS).save(made, "PNG", optimize=True)
    return made.getvalue()


def background(svg: str) -> str:
    """The color of its first rectangle."""
    found = fromstring(svg).find(f"{_SVG}rect")
    if found is None:
        raise ValueError("the logo has no rectangle for its background")
    return found.attrib["fill"]


def _draw(draw: ImageDraw.ImageDraw, shape: Element, scale: float) -> None:
    """Raises `ValueError` for a shape that it does not know."""
    told = shape.attrib
    if shape.tag == f"{_SVG}circle":
        x, y, radius = (float(told[name]) * scale for name in ("cx", "cy", "r"))
        draw.circle((x, y), radius, told["fill"])
    elif shape.tag == f"{_SVG}path":
        x, y, length = _line(told["d"])
        thick = float(told["stroke-width"]) * scale
        ends = ((x * scale, y * scale), ((x + length) * scale, y * scale))
        draw.line(ends, told["stroke"], round(thick))
        for end in ends:
            draw.circle(end, thick / 2, told["stroke"])
    elif shape.tag != f"{_SVG}rect":
        raise ValueError(f"app_icon.py does not draw {shape.tag.removeprefix(_SVG)}")


def _line(path: str) -> tuple[float, float, float]:
    """Where a level line begins, and its length: ``M5 22h22``."""
    begin, _, length = path.removeprefix("M").partition("h")
    x, y = begin.split()
    return float(x), float(y), float(length)
