"""The bytes of a PDF: objects numbered without gaps, and as small as their format lets them be.

Numbers in brackets are clauses of ISO 32000-1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import deflate
import pydyf

_TOKEN = re.compile(rb"\((?:\\.|[^\\)])*\)|\b(\d+) 0 R\b", re.DOTALL)  # what stands in a text is no reference
_HEAD = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"  # four bytes beyond ASCII: no program takes the file for text
_LEVEL = 10  # of 12: beyond it, a hundredth less takes twice the time

Row = tuple[int, int, int]
"""Of the table of objects: a place in the file (1), or the stream that holds the object (2) and where in it (7.5.8)."""


def written(pdf: pydyf.PDF) -> bytes:
    """The file. All that is no stream stands in one (7.5.7), and the table tells where everything is."""
    used = [*(item for item in pdf.objects if item.free == "n"), pdf.info]
    numbers = {id(item): number for number, item in enumerate(used, 1)}
    references = {item.number: numbers[id(item)] for item in used if item is not pdf.info}

    def renumbered(data: bytes) -> bytes:
        return _TOKEN.sub(lambda token: b"%d 0 R" % references[int(token[1])] if token[1] else token[0], data)

    made = bytearray(_HEAD)
    rows: list[Row] = [(0, 0, 65535)]
    held: list[tuple[int, bytes]] = []
    for number, item in enumerate(used, 1):
        if isinstance(item, pydyf.Stream):
            rows.append((1, len(made), 0))
            about = renumbered(pydyf.Dictionary(item.extra).data[2:-2])
            made += _stream(number, b"\n".join(map(_bytes, item.stream)), about, item.compress)
        else:
            rows.append((2, len(used) + 1, len(held)))
            held.append((number, renumbered(item.data)))
    rows += [(1, len(made), 0), (1, len(made), 0)]
    made += _stream(len(used) + 1, *_held(held))
    rows[-1] = (1, start := len(made), 0)
    ends = b"/Root %d 0 R/Info %d 0 R" % (numbers[id(pdf.catalog)], numbers[id(pdf.info)])
    made += _stream(len(used) + 2, *_table(rows, ends))
    return bytes(made) + b"startxref\n%d\n%%%%EOF\n" % start


def _bytes(part: bytes | str | pydyf.Object) -> bytes:
    if isinstance(part, bytes):
        return part
    text: bytes = part.encode() if isinstance(part, str) else part.data
    return text


def _stream(number: int, content: bytes, about: bytes, packed: bool = True) -> bytes:
    """An image is packed already, in a way of its own."""
    if packed:
        about += b"/Filter /FlateDecode"
        content = bytes(deflate.zlib_compress(content, _LEVEL))
    told = b"<<%s/Length %d>>" % (about, len(content))
    return b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, told, content)


def _held(objects: Iterable[tuple[int, bytes]]) -> tuple[bytes, bytes]:
    """Objects one after another, before them the number and the place of each; and what is said about them."""
    places, contents, place = [], [], 0
    for number, data in objects:
        places.append(b"%d %d" % (number, place))
        contents.append(data)
        place += len(data) + 1
    first = b" ".join(places) + b"\n"
    return first + b"\n".join(contents), b"/Type /ObjStm/N %d/First %d" % (len(places), len(first))


def _table(rows: list[Row], ends: bytes) -> tuple[bytes, bytes]:
    """Each row by what it adds to the one before (7.4.4.4): they are alike but for what they count."""
    widths = [max(1, *((row[column].bit_length() + 7) // 8 for row in rows)) for column in range(3)]
    lines, before = [], bytes(sum(widths))
    for row in rows:
        line = b"".join(value.to_bytes(width, "big") for value, width in zip(row, widths, strict=True))
        lines.append(b"\x02" + bytes((new - old) & 255 for new, old in zip(line, before, strict=True)))
        before = line
    told = b"/Type /XRef/Size %d/W [%d %d %d]" % (len(rows), *widths)
    return b"".join(lines), told + b"/DecodeParms <</Predictor 12/Columns %d>>" % len(before) + ends
