"""A PDF without what nobody needs in it: the same to see, to search and to listen to, and a third smaller."""

from __future__ import annotations

import pydyf

from .faces import bare, is_font
from .numbers import close_gaps
from .runs import joined_text
from .tags import Tags


def lean(document: object, pdf: pydyf.PDF) -> None:
    """What WeasyPrint calls a finisher: it changes a PDF before it is written."""
    Tags(pdf).mend()
    for item in pdf.objects:
        if is_font(item):
            bare(item)
        elif isinstance(item, pydyf.Stream):
            item.stream = list(joined_text(item.stream))
        elif isinstance(item, pydyf.Dictionary) and "Rect" in item:
            item["Rect"][:] = [round(edge, 2) for edge in item["Rect"]]
    close_gaps(pdf)
