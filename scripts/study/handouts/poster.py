"""The workflow as a poster, for two sizes of paper."""

from __future__ import annotations

import re

from ..render.poster import HEIGHTS, LAYOUT
from .links import Links
from .plan import Plan
from .section import Part
from .stages import workflow_picture

_LINK = re.compile(r"</?a\b[^>]*>")  # links do not work on a wall or lead out of the slides
_PAPER = {"poster-a3": "A3", "poster-a4": "A4"}
_TYPE = {"A3": 17, "A4": 12}  # points


def parts(plan: Plan, links: Links) -> list[Part]:
    return [Part("workflow", "The workflow", without_links(workflow_picture(plan, LAYOUT)))]


def without_links(picture: str) -> str:
    return _LINK.sub("", picture)


def style(kind: str) -> str:
    """The size of the paper, which only posters set, of their type, and of the picture."""
    paper = _PAPER.get(kind)
    if paper is None:
        return ""
    empty = " ".join(f"@{place} {{ content: none }}" for place in ("top-left", "top-right", "bottom-right"))
    page = f"@page {{ size: {paper} landscape; margin: 12mm; {empty} }}"
    own = f"html {{ font-size: {_TYPE[paper]}pt }} .picture svg {{ max-height: {HEIGHTS[paper]}mm }}"
    return f"<style>{page} @media print {{ {own} }}</style>\n"
