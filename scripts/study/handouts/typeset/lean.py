"""A PDF without what nobody needs in it: the same to see, search and listen to, in little more than half the bytes."""

from __future__ import annotations

from typing import Any

import pydyf

from .faces import bare, is_font
from .file import written
from .runs import joined_text
from .tags import Tags


def lean(document: Any, **options: Any) -> bytes:
    """The PDF of a document of WeasyPrint's, with its options."""
    made: list[bytes] = []

    def finish(_: object, pdf: pydyf.PDF) -> None:
        made.append(_made_lean(pdf))
        del pdf.objects[3:]  # or it would all be written once more

    document.write_pdf(finisher=finish, **options)
    return made[0]


def _made_lean(pdf: pydyf.PDF) -> bytes:
    Tags(pdf).mend()
    for item in pdf.objects:
        if is_font(item):
            bare(item)
        elif isinstance(item, pydyf.Stream):
            item.stream = list(joined_text(item.stream))
        elif isinstance(item, pydyf.Dictionary) and "Rect" in item:
            item["Rect"][:] = [round(edge, 2) for edge in item["Rect"]]
    return written(pdf)
