"""A Markdown extension: where no PDF is made, the page that offers the editions shows no links to any."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class WithoutPdf(Extension):
    """Columns of tables that link the files with these names are left out."""

    def __init__(self, names: frozenset[str]) -> None:
        super().__init__()
        self.names = names

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Columns(self.names), "without_pdf", 12)  # after inline (20), before links are read


class _Columns(Treeprocessor):
    def __init__(self, names: frozenset[str]) -> None:
        super().__init__()
        self.names = names

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            rows = list(table.iter("tr"))
            unmade = {column for row in rows for column, cell in enumerate(row) if self._links_one(cell)}
            for row in rows:
                row[:] = [cell for column, cell in enumerate(row) if column not in unmade]

    def _links_one(self, cell: Element) -> bool:
        return any(link.get("href", "") in self.names for link in cell.iter("a"))
