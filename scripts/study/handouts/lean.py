"""A PDF without what nobody needs in it: the same to see and to search, and a fifth smaller."""

from __future__ import annotations

import re
from typing import Any

import pydyf

from .tags import Tags

_TOO_FINE = re.compile(rb"(\.\d\d)\d+")


def lean(document: object, pdf: pydyf.PDF) -> None:
    """What WeasyPrint calls a finisher: it changes a PDF before it is written."""
    Tags(pdf).mend()
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            item.stream = [_short(part) for part in item.stream]
        elif isinstance(item, pydyf.Dictionary) and "Rect" in item:
            item["Rect"][:] = [round(edge, 2) for edge in item["Rect"]]


def _short(part: Any) -> Any:
    """``[<000f>0<0001>0] TJ`` is ``[<000f0001>] TJ``, and a hundredth of a point is enough for a place."""
    if isinstance(part, bytes) and part.endswith(b"] TJ"):
        return part.replace(b">0<", b"").replace(b">0]", b">]")
    if isinstance(part, bytes) and part.endswith(b" Tm"):
        return _TOO_FINE.sub(rb"\1", part)
    return part
