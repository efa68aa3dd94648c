"""The tags of a PDF, which say what is a heading, a list or a link to who listens, as PDF/UA wants them.

WeasyPrint writes some that mean nothing and some that are wrong: each piece of a line is an element of its own, the
page number that a style adds to a link is a second link, the text of a list's item may lie outside its body, and what
stands in the margins belongs to nothing. Numbers are clauses of ISO 32000-1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import pydyf

from .runs import joined_marks

_ROLELESS = ("/Span", "/NonStruct")
_BARE = {"Type", "S", "P", "Pg", "K"}


class Tags:
    """The structure tree of a PDF: elements by reference, such as ``b"12 0 R"``, and who owns each marked content."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self.pdf = pdf
        self.known: dict[Any, Any] = {item.reference: item for item in pdf.objects if item.free == "n"}
        self.elements = {name: item for name, item in self.known.items() if _type(item) == "/StructElem"}
        self.pages = {name: item for name, item in self.known.items() if _type(item) == "/Page"}
        self.root = self.known[pdf.catalog["StructTreeRoot"]]
        self.gone: set[bytes] = set()

    def mend(self) -> None:
        self._make_artifacts_of_margins()
        self._give_items_their_body()
        self._make_one_link_of_two()
        self._lift_what_says_nothing()
        self._join_marks()
        self._hold_links()
        for name in self.gone:
            self.pdf.objects[self.known[name].number] = _free()

    @property
    def _owners(self) -> list[Any]:
        """Numbers, each with an owner: a page's with those of its marked content, a link's with itself (14.7.4.4)."""
        owners: list[Any] = self.known[self.root["ParentTree"]]["Nums"]
        return owners

    def _make_artifacts_of_margins(self) -> None:
        """Headers and footers are there for the eye, on every page (14.8.2.2.2)."""
        (document,) = self.root["K"]
        listed = set(self.elements[document]["K"])
        marks: dict[bytes, set[int]] = {}
        for name in [name for name, item in self.elements.items() if item["P"] == document and name not in listed]:
            inside = set(self._below(name))
            own = marks.setdefault(self.elements[name]["Pg"], set())
            own |= {kid for each in inside for kid in self.elements[each]["K"] if isinstance(kid, int)}
            self._forget(inside)
        for name, own in marks.items():
            stream = self.known[self.pages[name]["Contents"]].stream
            for place, part in enumerate(stream):
                if isinstance(part, pydyf.Dictionary) and part.get("MCID") in own:
                    stream[place - 1], stream[place] = "/Artifact", pydyf.Dictionary({"Type": "/Pagination"})

    def _below(self, name: bytes) -> Iterator[bytes]:
        """An element and all in it."""
        yield name
        for kid in self.elements[name]["K"]:
            if kid in self.elements:
                yield from self._below(kid)

    def _give_items_their_body(self) -> None:
        """An item of a list holds a label and a body, and nothing beside them (14.8.4.3.3)."""
        for name, item in list(self.elements.items()):
            loose = [kid for kid in item["K"] if self._role(kid) not in ("/Lbl", "/LBody", "/L")]
            if item["S"] != "/LI" or not loose:
                continue
            body = pydyf.Dictionary({**item, "S": "/LBody", "P": name, "K": pydyf.Array(loose)})
            self.pdf.add_object(body)
            self.known[body.reference] = self.elements[body.reference] = body
            for kid in loose:
                self.elements[kid]["P"] = body.reference
            item["K"][:] = [kid for kid in item["K"] if kid not in loose]
            item["K"].insert(sum(self._role(kid) == "/Lbl" for kid in item["K"]), body.reference)

    def _role(self, kid: Any) -> Any:
        return self.elements[kid]["S"] if kid in self.elements else None

    def _make_one_link_of_two(self) -> None:
        """What is in a link, such as code or the number of a page, links to the same."""
        second: set[bytes] = set()
        for item in self.elements.values():
            if self._is_in_a_link(item):
                leads = {kid for kid in item["K"] if _type(self.known.get(kid)) == "/OBJR"}
                second |= leads | {self.known[lead]["Obj"] for lead in leads}
                item["K"][:] = [kid for kid in item["K"] if kid not in leads]
        for page in self.pages.values():
            if "Annots" in page:
                page["Annots"][:] = [name for name in page["Annots"] if name not in second]
        numbers = {self.known[name].get("StructParent") for name in second}
        pairs = zip(self._owners[::2], self._owners[1::2], strict=True)
        self._owners[:] = [part for pair in pairs if pair[0] not in numbers for part in pair]
        self._forget(second)

    def _is_in_a_link(self, item: Any) -> bool:
        around = self.known[item["P"]]
        while around.get("S") in _ROLELESS:
            around = self.known[around["P"]]
        return item["S"] in (*_ROLELESS, "/Link") and around.get("S") == "/Link"

    def _lift_what_says_nothing(self) -> None:
        """Its content becomes that of the element around it: text may belong to a paragraph itself (14.7.4.2)."""
        lifted = {name for name, item in self.elements.items() if self._says_nothing(item)}
        for name in self.elements.keys() - lifted:
            item = self.elements[name]
            item["K"][:] = self._content(item["K"], lifted)
            item["P"] = self._around(item["P"], lifted)
        for owned in self._owners[1::2]:
            if isinstance(owned, list):
                owned[:] = [self._around(name, lifted) for name in owned]
        self._forget(lifted)

    def _says_nothing(self, item: Any) -> bool:
        """Or that it is the link that it is in. What is around its text has to be on the same page."""
        if item.keys() != _BARE:
            return self._is_empty(item)
        if item["S"] == "/Div" and all(kid in self.elements for kid in item["K"]):
            return True
        if self.known[item["P"]].get("Pg") != item["Pg"]:
            return self._is_empty(item)
        return item["S"] in _ROLELESS or (item["S"] == "/Link" and self._is_in_a_link(item)) or self._is_empty(item)

    def _is_empty(self, item: Any) -> bool:
        """Space to write on, say."""
        return item["S"] in (*_ROLELESS, "/Div") and all(
            kid in self.elements and self._is_empty(self.elements[kid]) for kid in item["K"]
        )

    def _content(self, kids: Iterable[Any], lifted: set[bytes]) -> Iterator[Any]:
        for kid in kids:
            if kid in lifted:
                yield from self._content(self.elements[kid]["K"], lifted)
            else:
                yield kid

    def _around(self, name: bytes, lifted: set[bytes]) -> bytes:
        while name in lifted:
            name = self.elements[name]["P"]
        return name

    def _join_marks(self) -> None:
        """The lines of a paragraph are one mark; a page's marks are numbered anew, from 0 on."""
        numbers: dict[bytes, dict[int, int]] = {}
        for name, page in self.pages.items():
            owners = self._owners[2 * page["StructParents"] + 1]
            stream = self.known[page["Contents"]]
            stream.stream, numbers[name] = joined_marks(stream.stream, partial(self._follows, owners))
            owners[:] = [owners[mark] for mark in numbers[name]]
        for item in self.elements.values():
            new = numbers.get(item.get("Pg"), {})
            item["K"][:] = [
                new[kid] if isinstance(kid, int) else kid for kid in item["K"] if kid in new or not isinstance(kid, int)
            ]

    def _follows(self, owners: list[Any], first: int, second: int) -> bool:
        """Whether what the second number marks comes right after what the first does, in the same element."""
        owner = owners[first]
        if owner != owners[second] or owner not in self.elements:
            return False
        kids = self.elements[owner]["K"]
        return second in kids[kids.index(first) + 1 :][:1]

    def _hold_links(self) -> None:
        """An element may hold the reference to its link itself (14.7.4.3), instead of an object more."""
        for item in self.elements.values():
            item["K"][:] = [self._held(kid) for kid in item["K"]]

    def _held(self, kid: Any) -> Any:
        if _type(self.known.get(kid)) != "/OBJR":
            return kid
        self.gone.add(kid)
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": self.known[kid]["Obj"]})

    def _forget(self, names: Iterable[bytes]) -> None:
        for name in names:
            self.gone.add(name)
            self.elements.pop(name, None)


def _type(item: Any) -> Any:
    return item.get("Type") if isinstance(item, pydyf.Dictionary) else None


def _free() -> pydyf.Object:
    """An entry of the table of objects that holds none, as its first is; the number 0 makes pydyf write it so."""
    free = pydyf.Object()
    free.number, free.generation, free.free = 0, 65535, "f"
    return free
