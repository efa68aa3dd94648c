"""The workflow on one sheet for the wall, for two sizes of paper."""

from __future__ import annotations

import re

from ..render.svg import Layout
from .links import Links
from .plan import Plan
from .section import Part
from .stages import workflow_picture

_LINK = re.compile(r"</?a\b[^>]*>")  # links do not work on a wall
_WIDE = Layout("wide", 4, 160)
SIZES = {"poster-a3": "A3", "poster-a4": "A4"}


def parts(plan: Plan, links: Links) -> list[Part]:
    return [Part("workflow", "The workflow", _LINK.sub("", workflow_picture(plan, _WIDE)))]


def style(kind: str) -> str:
    """The paper, which no other edition names."""
    return f"<style>@page {{ size: {SIZES[kind]} landscape; margin: 14mm }}</style>\n" if kind in SIZES else ""
