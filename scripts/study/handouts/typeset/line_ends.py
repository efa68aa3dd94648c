"""Places where a line must not end: between a number and its unit, and those that a bug of WeasyPrint 70 adds.

The bug breaks some lines after their first word. It occurs if a text ends with a space, an element follows in the same
line, and the text fits in the line without that space but not with it. So the space moves into the element, where it
looks the same.
"""

from __future__ import annotations

import re

_BEFORE, _INSIDE = r"(?<=[^\s>])\s+", r"(?=(?:<[^/][^>]*>)*[^\s<])"
_SPACE = re.compile(rf"{_BEFORE}(<(?:a|b|em|i|q|span|strong|sub|sup)\b[^>]*>){_INSIDE}")
_CODE = re.compile(rf"{_BEFORE}(<code\b[^>]*>){_INSIDE}")  # in its type, a space would be wide
_PRE = re.compile(r"(<(pre|style|svg|title)\b.*?</\2>)", re.DOTALL)

_UNITS = r"(?:[KMGT]i?B|ms|vCPUs?|(?:second|minute|hour|day|week|month|year)s?)\b"
_SUM = r"(?<=\d)\s(?=/\s\d)|(?<=\d\s/)\s(?=\d)|(?<=\s=)\s(?=\d)"
_UNBROKEN = re.compile(
    rf"<(code|pre|style|svg|title)\b.*?</\1>|<[^>]*>|(?<=\d)\s(?={_UNITS})|{_SUM}", re.DOTALL
)  # what to skip, then a space to keep


def with_whole_amounts(html: str) -> str:
    """The document with no-break spaces between numbers and units, and in short sums, but not in code."""
    return _UNBROKEN.sub(lambda found: found[0] if found[0].startswith("<") else "\N{NO-BREAK SPACE}", html)


def with_inner_spaces(html: str) -> str:
    """The document with each space before an element of a line inside that element."""
    pieces = _PRE.split(html)  # text, then a piece to keep and the name of its element, and so on
    pieces[::3] = [_CODE.sub(r"<span> </span>\1", _SPACE.sub(r"\1 ", text)) for text in pieces[::3]]
    del pieces[2::3]
    return "".join(pieces)
