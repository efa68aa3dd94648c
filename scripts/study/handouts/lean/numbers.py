"""The table of a PDF's objects: it has a row for each number, used or not, and each row says nearly the same.

Numbers in brackets are clauses of ISO 32000-1.
"""

from __future__ import annotations

import re
import zlib

import pydyf

_TOKEN = re.compile(rb"\((?:\\.|[^\\)])*\)|\b(\d+) 0 R\b", re.DOTALL)  # what stands in a text is no reference
_WIDTHS = re.compile(rb"/W \[([\d ]+)\]")
_LENGTH = re.compile(rb"/Length \d+")


class _Written(pydyf.Object):  # type: ignore[misc]  # pydyf has no types
    """An object whose references have their new numbers."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data

    @property
    def data(self) -> bytes:
        return self._data


def close_gaps(pdf: pydyf.PDF) -> None:
    """Number the objects that are used from 1 on."""
    used = [item for item in pdf.objects if item.free == "n"]
    numbers = {item.number: number for number, item in enumerate(used, 1)}

    def renumbered(data: bytes) -> bytes:
        return _TOKEN.sub(lambda token: b"%d 0 R" % numbers[int(token[1])] if token[1] else token[0], data)

    del pdf.objects[1:]
    for item in used:
        if isinstance(item, pydyf.Stream):
            item.extra = {
                key: _Written(renumbered(pydyf.Array([value]).data[1:-1])) for key, value in item.extra.items()
            }
            pdf.add_object(item)
        else:
            pdf.add_object(_Written(renumbered(item.data)))
    pdf.catalog.number = numbers[pdf.catalog.number]


def with_differences(made: bytes) -> bytes:
    """A finished PDF whose table of objects, its last stream, tells each row by what it adds to the one before.

    Rows are alike but for what they count, so that little is left of it (7.4.4.4).
    """
    start = int(made.rsplit(b"startxref\n", 1)[1].split()[0])
    about, data, end = re.split(rb"\nstream\n|\nendstream", made[start:], maxsplit=2)
    width = sum(int(part) for match in _WIDTHS.finditer(about) for part in match[1].split())
    rows = zlib.decompress(data)
    shifted = bytes(width) + rows
    added = bytes((now - before) & 255 for now, before in zip(rows, shifted, strict=False))
    lines = b"".join(b"\x02" + added[at : at + width] for at in range(0, len(added), width))
    packed = zlib.compress(lines, 9)
    told = b"/DecodeParms <</Predictor 12/Columns %d>>/Length %d" % (width, len(packed))
    return b"".join((made[:start], _LENGTH.sub(told, about), b"\nstream\n", packed, b"\nendstream", end))
