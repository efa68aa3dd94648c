"""The fonts of a PDF without the tables that only a system reads on which a font is installed.

Numbers are clauses of ISO 32000-1.
"""

from __future__ import annotations

from io import BytesIO

import pydyf
from fontTools.ttLib import TTFont

_DRAWN = frozenset(("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"))


def bare(font: pydyf.Stream) -> None:
    """A TrueType font keeps what draws its letters, and of an OpenType font only its outlines are left (9.9)."""
    (content,) = font.stream
    tables = TTFont(BytesIO(content), recalcBBoxes=False, recalcTimestamp=False, lazy=True)
    if "CFF " in tables:
        font.stream = [tables.reader["CFF "]]
        font.extra["Subtype"] = "/CIDFontType0C"
    elif "glyf" in tables:
        for name in set(tables.reader.keys()) - _DRAWN:
            del tables[name]
        written = BytesIO()
        tables.save(written)
        font.stream = [written.getvalue()]
        font.extra["Length1"] = len(font.stream[0])


def is_font(item: object) -> bool:
    """Whether it is a font's file, in one piece."""
    return isinstance(item, pydyf.Stream) and ("Length1" in item.extra or item.extra.get("Subtype") == "/OpenType")
