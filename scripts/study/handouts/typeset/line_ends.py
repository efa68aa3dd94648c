"""A workaround for a bug of WeasyPrint 70, which breaks some lines after their first word.

The bug occurs if a text ends with a space, an element follows in the same line, and the text fits in the line without
that space but not with it. So the space moves into the element, where it looks the same.
"""

from __future__ import annotations

import re

_BEFORE, _INSIDE = r"(?<=[^\s>])\s+", r"(?=(?:<[^/][^>]*>)*[^\s<])"
_SPACE = re.compile(rf"{_BEFORE}(<(?:a|b|em|i|q|span|strong|sub|sup)\b[^>]*>){_INSIDE}")
_CODE = re.compile(rf"{_BEFORE}(<code\b[^>]*>){_INSIDE}")  # in its type, a space would be wide
_PRE = re.compile(r"(<(pre|style|svg|title)\b.*?</\2>)", re.DOTALL)


def with_inner_spaces(html: str) -> str:
    """The document with each space before an element of a line inside that element."""
    pieces = _PRE.split(html)  # text, then a piece to keep and the name of its element, and so on
    pieces[::3] = [_CODE.sub(r"<span> </span>\1", _SPACE.sub(r"\1 ", text)) for text in pieces[::3]]
    del pieces[2::3]
    return "".join(pieces)
