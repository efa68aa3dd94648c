"""A Markdown extension: pages have no links to files that this build does not make."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class UnavailableFiles(Extension):
    """The files, by the addresses of links to them.

    `unmade`: leave out the columns of tables and the items of lists that link to them. `elsewhere`: link to this
    address instead; if it is empty, the link becomes text. `later`: turn links into text, and name the command that
    makes the files.
    """

    def __init__(
        self, unmade: Collection[str] = (), elsewhere: Mapping[str, str] = {}, later: Collection[str] = ()
    ) -> None:
        super().__init__()
        self.unmade = frozenset(unmade)
        self.elsewhere = {**elsewhere, **dict.fromkeys(later, "")}
        self.later = frozenset(later)

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Links(self), "unavailable_files", 12)  # after inline (20), before links are read


class _Links(Treeprocessor):
    def __init__(self, files: UnavailableFiles) -> None:
        super().__init__()
        self.files = files

    def run(self, root: Element) -> None:
        self._leave_out(root)
        addressed = [link for link in root.iter("a") if link.get("href") in self.files.elsewhere]
        if any(link.get("href") in self.files.later for link in addressed):
            root.insert(1 if root[0].tag == "h1" else 0, _note())
        for link in addressed:
            address = self.files.elsewhere[link.attrib["href"]]
            link.tag = "a" if address else "span"
            link.attrib = {"href": address} if address else {}

    def _leave_out(self, root: Element) -> None:
        for table in root.iter("table"):
            rows = list(table.iter("tr"))
            unmade = {column for row in rows for column, cell in enumerate(row) if self._links_one(cell)}
            for row in rows:
                row[:] = [cell for column, cell in enumerate(row) if column not in unmade]
        for listed in root.iter("ul"):
            listed[:] = [item for item in listed if not self._links_one(item)]

    def _links_one(self, part: Element) -> bool:
        return any(link.get("href", "") in self.files.unmade for link in part.iter("a"))


def _note() -> Element:
    note = Element("p")
    note.text = "This preview has no files to download. Run "
    SubElement(note, "code").text = "make build"
    note[0].tail = " to make them."
    return note
