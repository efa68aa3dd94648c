"""A Markdown extension: each table cell carries its column's name, so that a narrow screen can stack rows.

Stacking needs ``display: block``, with which assistive technology no longer recognizes a table; the roles restore that.
The first cell of a row is its header: a screen reader repeats it with each cell of the row.
A table whose cells are single words is a matrix: readers compare its rows and columns, and it fits a narrow screen.
Each table is in a block of its own, which scrolls if the table is wider than the screen. The theme's script puts two
more blocks around the table after it is shown; our block has the margins, so nothing moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_CLASS = "matrix"
MATRIX = f'<table class="{_CLASS}"'
"""The beginning of a matrix in HTML."""
_WORD = 12  # characters: "leads", "approves", "checks"
_ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"}


class StackedTables(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Labels(md), "stacked_tables", 15)  # after inline (20): headings are whole text


class _Labels(Treeprocessor):
    def run(self, root: Element) -> None:
        parents = {table: parent for parent in root.iter() for table in parent if table.tag == "table"}
        for table, parent in parents.items():
            labels = [_text(head) for head in table.iter("th")]
            rows = [row.findall("td") for row in table.iter("tr")]
            if _is_matrix(labels, rows):
                table.set("class", _CLASS)
                _name(labels, ([cell if len(cell) else None for cell in row] for row in rows))
            else:
                _give_roles(table)
                _name(labels, rows)
            for first, *others in filter(None, rows):
                if others:
                    first.set("role", "rowheader")
            _wrap(parent, table)


def _is_matrix(labels: list[str], rows: list[list[Element]]) -> bool:
    words = [_text(cell) for row in rows for cell in row[1:]]
    return len(labels) > 3 and bool(words) and max(map(len, words)) <= _WORD


def _give_roles(table: Element) -> None:
    for element in table.iter():
        if element.tag in _ROLES:
            element.set("role", _ROLES[element.tag])


def _wrap(parent: Element, table: Element) -> None:
    block = Element("div", {"class": "table-block"})
    block.append(table)
    block.tail, table.tail = table.tail, None
    parent[list(parent).index(table)] = block


def _name(labels: list[str], rows: Iterable[Sequence[Element | None]]) -> None:
    """Name each cell after its column; in a matrix, only cells with more than a word, such as who leads, in bold."""
    for row in rows:
        for label, cell in zip(labels, row, strict=False):
            if cell is not None:
                cell.set("data-label", label)


def _text(element: Element) -> str:
    return "".join(element.itertext()).strip()
