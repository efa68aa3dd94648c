"""A PDF without what nobody needs in it: the same to see, to search and to listen to, and a quarter smaller.

WeasyPrint puts each piece of a line into a structure element of its own, makes a second link of the page number that a
style adds to a link, and moves the pen by nothing between most letters. Text may belong to its paragraph itself (ISO
32000-1, 14.7.4.2), and a link is one link.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import Any

import pydyf

_ROLELESS = ("/Span", "/NonStruct")
_TOO_FINE = re.compile(rb"(\.\d\d)\d+")
_BARE = {"Type", "S", "P", "Pg", "K"}
Objects = dict[bytes, Any]  # by their references, such as b"12 0 R"


def lean(document: object, pdf: pydyf.PDF) -> None:
    """What WeasyPrint calls a finisher: it changes a PDF before it is written."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            item.stream = [_short(part) for part in item.stream]
    known = {item.reference: item for item in pdf.objects if isinstance(item, pydyf.Dictionary | pydyf.Array)}
    elements = {name: item for name, item in known.items() if _type(item) == "/StructElem"}
    second = {name for item in elements.values() if _is_in_a_link(item, known) for name in _link_of(item, known)}
    lifted = {name: item for name, item in elements.items() if _is_roleless(item, known)}
    for item in known.values():
        if "Rect" in item:
            item["Rect"][:] = [round(edge, 2) for edge in item["Rect"]]
        if _type(item) == "/Page" and "Annots" in item:
            item["Annots"][:] = [name for name in item["Annots"] if name not in second]
    for name in elements.keys() - lifted.keys():
        elements[name]["K"][:] = _content(elements[name]["K"], lifted, second)
        elements[name]["P"] = _around(elements[name]["P"], lifted)
    _own_by_the_rest(known[known[pdf.catalog["StructTreeRoot"]]["ParentTree"]]["Nums"], lifted, second, known)
    for name in lifted.keys() | second:
        pdf.objects[known[name].number] = _free()


def _type(item: Any) -> Any:
    return item.get("Type") if isinstance(item, pydyf.Dictionary) else None


def _short(part: Any) -> Any:
    """``[<000f>0<0001>0] TJ`` is ``[<000f0001>] TJ``, and a hundredth of a point is enough for a place."""
    if isinstance(part, bytes) and part.endswith(b"] TJ"):
        return part.replace(b">0<", b"").replace(b">0]", b">]")
    if isinstance(part, bytes) and part.endswith(b" Tm"):
        return _TOO_FINE.sub(rb"\1", part)
    return part


def _is_in_a_link(item: Any, known: Objects) -> bool:
    """What is in a link, such as code or the page number after it, links to the same."""
    around = known[item["P"]]
    while around.get("S") in _ROLELESS:
        around = known[around["P"]]
    return item["S"] in (*_ROLELESS, "/Link") and around.get("S") == "/Link"


def _link_of(item: Any, known: Objects) -> set[bytes]:
    """An element's annotation, and what leads from the one to the other."""
    leads = {kid for kid in item["K"] if isinstance(kid, bytes) and _type(known[kid]) == "/OBJR"}
    return leads | {known[lead]["Obj"] for lead in leads}


def _is_roleless(item: Any, known: Objects) -> bool:
    """It says nothing, or that it is the link that it is in; and what is around it is on the same page."""
    says_nothing = item["S"] in _ROLELESS or (item["S"] == "/Link" and _is_in_a_link(item, known))
    return says_nothing and item.keys() == _BARE and known[item["P"]].get("Pg") == item["Pg"]


def _own_by_the_rest(owners: list[Any], lifted: Objects, gone: set[bytes], known: Objects) -> None:
    """`owners` are numbers of pages and links, each with whom its content belongs to (ISO 32000-1, 14.7.4.4)."""
    removed = {known[name].get("StructParent") for name in gone}
    kept = [(number, own) for number, own in zip(owners[::2], owners[1::2], strict=True) if number not in removed]
    for _, own in kept:
        if isinstance(own, list):  # a page's; a link's is the link itself
            own[:] = [_around(name, lifted) for name in own]
    owners[:] = [part for pair in kept for part in pair]


def _content(kids: Iterable[Any], lifted: Objects, gone: Container[bytes]) -> Iterator[Any]:
    for kid in kids:
        if kid in lifted:
            yield from _content(lifted[kid]["K"], lifted, gone)
        elif kid not in gone:
            yield kid


def _around(name: bytes, lifted: Objects) -> bytes:
    while name in lifted:
        name = lifted[name]["P"]
    return name


def _free() -> pydyf.Object:
    """An entry of the table of objects that holds none, as its first is; the number 0 makes pydyf write it so."""
    free = pydyf.Object()
    free.number, free.generation, free.free = 0, 65535, "f"
    return free
