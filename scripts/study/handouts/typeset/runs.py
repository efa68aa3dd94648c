"""The text of a PDF's pages in runs: what belongs together is marked once and placed from where it follows.

WeasyPrint marks and places each piece of each line by itself::

    /Span <</MCID 7>> BDC BT 1 0 0 -1 68.031496 165.694152 Tm /F 11.7 Tf [<0055>7<0046>0] TJ ET EMC
    /Span <</MCID 8>> BDC BT 1 0 0 -1 68.031496 181.299485 Tm /F 11.7 Tf [<0059>0] TJ ET EMC

A run does so once, and text is a byte a byte::

    /Span <</MCID 3>> BDC BT 1 0 0 -1 68.03 165.69 Tm /F 11.7 Tf [(..)7(..)] TJ 0 -15.61 Td [(..)] TJ ET EMC

Numbers are clauses of ISO 32000-1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pydyf

_HEX = re.compile(rb"<([0-9a-f]+)>")
_MOVE = re.compile(rb">(-?\d+)([<\]])")
_SPECIAL = re.compile(rb"[\\()\r]")
_ESCAPED = {b"\\": rb"\\", b"(": rb"\(", b")": rb"\)", b"\r": rb"\r"}
_TOO_FINE = re.compile(rb"(\.\d\d)\d+")
_PLACED = (b" Tm", b" re", b" m", b" l")
_UPRIGHT = b"1 0 0 -1"


def joined_marks(parts: list[Any], follows: Callable[[int, int], bool]) -> tuple[list[Any], dict[int, int]]:
    """The parts with one mark for pieces that follow one another, and the new number of each that is left.

    `follows` tells whether what the second number marks comes right after what the first does, in the same element.
    """
    kept: list[Any] = []
    numbers: dict[int, int] = {}
    open_marks: list[int | None] = []
    place = 0
    while place < len(parts):
        part = parts[place]
        following = _mark(parts, place + 1) if part == b"EMC" else None
        if following is not None and open_marks[-1] is not None and follows(open_marks[-1], following):
            open_marks[-1] = following
            place += 4
            continue
        if part == b"EMC":
            open_marks.pop()
        elif part in (b"BDC", b"BMC"):
            number = _mark(parts, place - 2) if part == b"BDC" else None
            open_marks.append(number)
            if number is not None:
                numbers[number] = len(numbers)
                kept[-1] = pydyf.Dictionary({"MCID": numbers[number]})
        kept.append(part)
        place += 1
    return kept, numbers


def _mark(parts: list[Any], place: int) -> int | None:
    """The number of the mark that begins at a place, such as ``/Span <</MCID 7>> BDC``."""
    if place + 2 < len(parts) and parts[place + 2] == b"BDC" and isinstance(parts[place + 1], pydyf.Dictionary):
        number: int | None = parts[place + 1].get("MCID")
        return number
    return None


def joined_text(parts: Iterable[Any]) -> Iterator[Any]:
    """The parts with one text object for pieces that follow one another, each placed from the one before (9.4.2)."""
    ended = False
    origin: tuple[int, int] | None = None
    font = None
    for part in parts:
        if part == b"BT" and ended:
            ended = False
            continue
        if ended:
            ended = False
            origin = font = None
            yield b"ET"
        if part == b"ET":
            ended = True
            continue
        if isinstance(part, bytes):
            if part.endswith(b" Tm"):
                part, origin = _placed(part, origin)
            elif part.endswith(b" Tf"):
                if part == font:
                    continue
                font = part
            else:
                part = short(part)
        yield part
    if ended:
        yield b"ET"


def _placed(part: bytes, origin: tuple[int, int] | None) -> tuple[bytes, tuple[int, int] | None]:
    """A matrix in hundredths, or the way from the place before; y grows upwards within text, and downwards outside."""
    matrix, x, y = part[:-3].rsplit(b" ", 2)
    if matrix != _UPRIGHT:
        return short(part), None
    place = round(float(x) * 100), round(float(y) * 100)
    if origin is None:
        return b"%s %s %s Tm" % (matrix, _number(place[0]), _number(place[1])), place
    return b"%s %s Td" % (_number(place[0] - origin[0]), _number(origin[1] - place[1])), place


def _number(hundredths: int) -> bytes:
    return f"{hundredths / 100:.2f}".rstrip("0").rstrip(".").encode()


def short(part: bytes) -> bytes:
    """``[<000f>0<0001>0] TJ`` is ``[(....)] TJ``, a byte a byte, and a hundredth of a point is enough for a place."""
    if part.endswith(b"] TJ"):
        return _HEX.sub(_literal, _in_steps(part))
    return _TOO_FINE.sub(rb"\1", part) if part.endswith(_PLACED) else part


def _in_steps(part: bytes) -> bytes:
    """Letters are moved by hundredths of their size; what is left over is moved with the next."""
    left = 0

    def step(move: re.Match[bytes]) -> bytes:
        nonlocal left
        wanted = int(move[1]) + left
        moved = round(wanted, -1)
        left = wanted - moved
        return b">%d%s" % (moved, move[2]) if moved else b"" if move[2] == b"<" else b">]"

    return _MOVE.sub(step, part)


def _literal(match: re.Match[bytes]) -> bytes:
    return b"(" + _SPECIAL.sub(lambda special: _ESCAPED[special[0]], bytes.fromhex(match[1].decode())) + b")"
