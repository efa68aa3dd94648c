"""The workflow poster: its columns, and the size of its type."""

from __future__ import annotations

import re

from ..content.guide import Guide
from ..content.workflow import stages
from . import workflow_diagram
from .svg import Layout

LAYOUT = Layout("wide", 6, 120, title=20, line=19)
HEIGHTS = {"A3": 206, "A4": 146}
"""How high the picture is at most on a landscape sheet, in millimeters."""
LEAST = 7.0
"""The smallest legible type on an A4 sheet, in points."""
_WIDTH = 273  # of the picture on A4, in millimeters
_TYPE = 11.5  # units of the picture
_POINT = 25.4 / 72  # in millimeters
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def type_size(guide: Guide) -> float:
    """The size of the type on A4, in points, which shrinks as the stages get more text. 0 without stages."""
    found = stages(guide)
    drawn = workflow_diagram.workflow(guide, found, lambda path: "", (LAYOUT,)) if found else ""
    size = _SIZE.search(drawn)
    if size is None:
        return 0.0
    return _TYPE * min(_WIDTH / float(size[1]), HEIGHTS["A4"] / float(size[2])) / _POINT
