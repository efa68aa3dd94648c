"""Tables whose rows have a name and an id, ``| **Frame**{ #frame } | ... |``: the workflow, a prediction's trace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .inline import plain
from .page import Page
from .source import Place

_ROW = re.compile(r"^\|[ \t]*\*\*([^*|]+)\*\*\{[ \t]*#([\w-]+)((?:[ \t]+\.[\w-]+)*)[ \t]*\}", re.MULTILINE)
_CELL = re.compile(r"\|[ \t]*((?:\\.|[^|\\\n])*?)[ \t]*(?=\|)")


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, and its start and end offsets in the page."""

    text: str
    start: int
    stop: int


@dataclass(frozen=True, eq=False, slots=True)
class Row:
    """A named row: its cells by the names of their columns."""

    id: str
    name: str
    classes: tuple[str, ...]
    cells: dict[str, Cell]
    place: Place
    offset: int

    def __getitem__(self, column: str) -> Cell:
        return self.cells.get(column, Cell("", self.offset, self.offset))


def rows(page: Page, first: str) -> tuple[Row, ...]:
    """The named rows of the tables whose first column has this name."""
    return tuple(row for row in _rows(page) if next(iter(row.cells), "") == first)


def _rows(page: Page) -> Iterator[Row]:
    prose, head, end = page.source.prose, [""], -1
    for match in _ROW.finditer(prose):
        if match.start() != end:
            head = _head(prose, match.start())
        stop = prose.find("\n", match.start())
        end = (len(prose) if stop < 0 else stop) + 1
        found = _CELL.finditer(page.source.text, match.start(), end)
        cells = {name: Cell(cell[1], cell.start(1), cell.end(1)) for name, cell in zip(head, found, strict=False)}
        classes = tuple(name.removeprefix(".") for name in match[3].split())
        yield Row(match[2], plain(match[1]), classes, cells, page.place(match.start(1)), match.start())


def _head(prose: str, offset: int) -> list[str]:
    """The names of the columns: the table's first line."""
    blank = prose.rfind("\n\n", 0, offset)
    start = blank + 2 if blank >= 0 else 0
    return [cell[1] for cell in _CELL.finditer(prose, start, prose.find("\n", start))]
