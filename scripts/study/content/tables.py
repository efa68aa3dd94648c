"""The tables of a page: the text of each cell, by the name of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .page import Page

_TABLE = re.compile(r"^\|.*\|[ \t]*\n\|[ \t:|-]+\|[ \t]*\n(?:\|.*\|[ \t]*(?:\n|\Z))+", re.MULTILINE)
_PIPE = re.compile(r"(?<!\\)\|")

Rows = tuple[dict[str, str], ...]


def table(page: Page | None, *columns: str) -> Rows:
    """The rows of the first table with these columns, each cell as typed; none if there is no such table."""
    tables = _tables(page) if page else ()
    return next((rows for rows in tables if rows and {*columns} <= rows[0].keys()), ())


def _tables(page: Page) -> Iterator[Rows]:
    for match in _TABLE.finditer(page.source.prose):
        lines, at = [], match.start()
        for line in match[0].splitlines():
            lines.append(_cells(line, page.source.text[at : at + len(line)]))
            at += len(line) + 1
        head, _, *rows = lines
        empty = [""] * len(head)  # for a row with fewer cells than its table
        yield tuple(dict(zip(head, [*row, *empty], strict=False)) for row in rows)


def _cells(prose: str, text: str) -> list[str]:
    """A pipe in inline code, which the prose leaves out, separates no cells."""
    bars = [bar.start() for bar in _PIPE.finditer(prose.rstrip())]
    return [text[one + 1 : two].strip() for one, two in pairwise(bars)]
