"""The pictures of shared links as PNG, which most networks need, and the icon for a phone's home screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from installed_app import LOGO
from resvg_py import svg_to_bytes
from study.site.sharing import SECTIONS, TOUCH_ICON, picture, picture_path


def touch_icon(docs: Path) -> dict[str, bytes]:
    """The icon, by its path; none where the docs have no logo. Apple's devices round its corners themselves."""
    logo = docs / LOGO
    if not logo.is_file():
        return {}
    drawing = logo.read_text(encoding="utf-8")
    return {TOUCH_ICON: svg_to_bytes(svg_string=drawing, width=180, height=180, background="#1b2a41")}


def share_pictures(site_name: str) -> Iterator[tuple[str, bytes]]:
    """Each section's picture, by its path."""
    for name in SECTIONS:
        yield picture_path(name), svg_to_bytes(svg_string=picture(name, site_name))
