"""The tags of a PDF, from which assistive technology reads headings, lists, and links, as PDF/UA requires them.

WeasyPrint 70 writes three kinds wrong: page headers and footers belong to no element, a link inside a link is a second
link, and parts of a list item lie outside its body. Section numbers are those of ISO 32000-1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf  # WeasyPrint's documented interface: it passes a pydyf.PDF to its `finisher`

_ROLELESS = ("/Span", "/NonStruct")


def fix_tags(document: object, pdf: pydyf.PDF) -> None:
    """Correct the structure tree in place; WeasyPrint calls this before it writes the file."""
    tree = _Tree(pdf)
    tree.mark_margins_as_artifacts()
    tree.merge_nested_links()
    tree.give_each_item_one_body()


class _Tree:
    """The structure tree of a PDF: its elements by reference, such as ``b"12 0 R"``."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self.pdf = pdf
        self.objects: dict[Any, Any] = {item.reference: item for item in pdf.objects if item.free == "n"}
        self.elements = {name: item for name, item in self.objects.items() if _type(item) == "/StructElem"}
        self.pages = {name: item for name, item in self.objects.items() if _type(item) == "/Page"}
        self.root = self.objects[pdf.catalog["StructTreeRoot"]]

    def mark_margins_as_artifacts(self) -> None:
        """Page headers and footers are not content to read out (14.8.2.2.2)."""
        (document,) = self.root["K"]
        read = set(self.elements[document]["K"])
        marks: dict[bytes, set[int]] = {}
        for name in [name for name, item in self.elements.items() if item["P"] == document and name not in read]:
            own = marks.setdefault(self.elements[name]["Pg"], set())
            for inside in list(self._below(name)):
                own |= {kid for kid in self.elements[inside]["K"] if isinstance(kid, int)}
                self._drop(inside)
        for page, own in marks.items():
            self._mark_as_artifacts(self.pages[page], own)

    def _mark_as_artifacts(self, page: Any, marks: set[int]) -> None:
        """A page's content stream contains ``/Span <</MCID 7>> BDC``; its `StructParents` lists the page's owners."""
        stream = self.objects[page["Contents"]].stream
        for index, part in enumerate(stream):
            if isinstance(part, pydyf.Dictionary) and part.get("MCID") in marks:
                stream[index - 1], stream[index] = "/Artifact", pydyf.Dictionary({"Type": "/Pagination"})
        owners = self._owners[2 * page["StructParents"] + 1]
        owners[:] = ["null" if mark in marks else owner for mark, owner in enumerate(owners)]

    @property
    def _owners(self) -> list[Any]:
        """Keys and owners, alternating: a page's elements by number of mark, or a link's element (14.7.4.4)."""
        owners: list[Any] = self.objects[self.root["ParentTree"]]["Nums"]
        return owners

    def _below(self, name: bytes) -> Iterator[bytes]:
        """An element and all elements in it."""
        yield name
        for kid in self.elements[name]["K"]:
            if kid in self.elements:
                yield from self._below(kid)

    def merge_nested_links(self) -> None:
        """Code, and a page number that CSS adds, become a link inside the link: make each plain text there."""
        second: set[bytes] = set()
        for item in self.elements.values():
            if not self._is_in_a_link(item):
                continue
            references = {kid for kid in item["K"] if _type(self.objects.get(kid)) == "/OBJR"}
            second |= {self.objects[kid]["Obj"] for kid in references}
            item["K"][:] = [kid for kid in item["K"] if kid not in references]
            item["S"] = "/Span"
            for kid in references:
                self._drop(kid)
        self._drop_annotations(second)

    def _drop_annotations(self, names: set[bytes]) -> None:
        for page in self.pages.values():
            if "Annots" in page:
                page["Annots"][:] = [name for name in page["Annots"] if name not in names]
        keys = {self.objects[name].get("StructParent") for name in names}
        pairs = zip(self._owners[::2], self._owners[1::2], strict=True)
        self._owners[:] = [part for pair in pairs if pair[0] not in keys for part in pair]
        for name in names:
            self._drop(name)

    def _is_in_a_link(self, item: Any) -> bool:
        around = self.objects[item["P"]]
        while around.get("S") in _ROLELESS:
            around = self.objects[around["P"]]
        return item["S"] in (*_ROLELESS, "/Link") and around.get("S") == "/Link"

    def give_each_item_one_body(self) -> None:
        """An item of a list holds at most a label, and one body (14.8.4.3.3)."""
        for name, item in list(self.elements.items()):
            if item["S"] != "/LI":
                continue
            labels = [kid for kid in item["K"] if self._role(kid) == "/Lbl"]
            rest = [kid for kid in item["K"] if kid not in labels]
            if [self._role(kid) for kid in rest] != ["/LBody"]:
                item["K"][:] = [*labels, self._body(name, item["Pg"], rest)]

    def _body(self, item: bytes, page: bytes, kids: list[Any]) -> bytes:
        """A new body around the parts of an item; a former body becomes a division of it."""
        body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "P": item, "Pg": page, "K": pydyf.Array(kids)})
        self.pdf.add_object(body)
        self.objects[body.reference] = self.elements[body.reference] = body
        for kid in kids:
            self.elements[kid]["P"] = body.reference
            if self.elements[kid]["S"] == "/LBody":
                self.elements[kid]["S"] = "/Div"
        return bytes(body.reference)

    def _role(self, kid: Any) -> Any:
        return self.elements[kid]["S"] if kid in self.elements else None

    def _drop(self, name: bytes) -> None:
        """Keep the object, to which no other refers: pydyf numbers objects wrongly if one is marked as free."""
        self.objects[name].clear()
        self.elements.pop(name, None)


def _type(item: Any) -> Any:
    return item.get("Type") if isinstance(item, pydyf.Dictionary) else None
