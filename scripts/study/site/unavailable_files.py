"""Markdown extensions: pages have no links to files that this build does not make."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class WithoutFiles(Extension):
    """Leave out the columns of tables and the items of lists that link to files with these addresses."""

    def __init__(self, names: frozenset[str]) -> None:
        super().__init__()
        self.names = names

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Unmade(self.names), "without_files", 12)  # after inline (20), before links are read


class _Unmade(Treeprocessor):
    def __init__(self, names: frozenset[str]) -> None:
        super().__init__()
        self.names = names

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            rows = list(table.iter("tr"))
            unmade = {column for row in rows for column, cell in enumerate(row) if self._links_one(cell)}
            for row in rows:
                row[:] = [cell for column, cell in enumerate(row) if column not in unmade]
        for listed in root.iter("ul"):
            listed[:] = [item for item in listed if not self._links_one(item)]

    def _links_one(self, part: Element) -> bool:
        return any(link.get("href", "") in self.names for link in part.iter("a"))


class FilesElsewhere(Extension):
    """In a folder, links to these files lead to the site; if its address is not known, they become plain text."""

    def __init__(self, folder: str, names: Iterable[str], site_url: str | None) -> None:
        super().__init__()
        self.addresses = {folder + name: urljoin(site_url, folder + name) if site_url else None for name in names}

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Elsewhere(self.addresses), "files_elsewhere", 12)


class _Elsewhere(Treeprocessor):
    def __init__(self, addresses: dict[str, str | None]) -> None:
        super().__init__()
        self.addresses = addresses

    def run(self, root: Element) -> None:
        for link in list(root.iter("a")):
            if link.get("href") in self.addresses:
                address = self.addresses[link.attrib["href"]]
                link.tag = "a" if address else "span"
                link.attrib = {"href": address} if address else {}


class FilesLater(Extension):
    """While serving, turn links to these addresses into text, and name the command that makes the files."""

    def __init__(self, names: frozenset[str]) -> None:
        super().__init__()
        self.names = names

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Later(self.names), "files_later", 12)


class _Later(Treeprocessor):
    def __init__(self, names: frozenset[str]) -> None:
        super().__init__()
        self.names = names

    def run(self, root: Element) -> None:
        links = [link for link in root.iter("a") if link.get("href") in self.names]
        for link in links:
            link.tag, link.attrib = "span", {}
        if links:
            root.insert(1 if len(root) and root[0].tag == "h1" else 0, _note())


def _note() -> Element:
    note = Element("p")
    note.text = "This preview has no files to download. Run "
    SubElement(note, "code").text = "make build"
    note[0].tail = " to make them."
    return note
