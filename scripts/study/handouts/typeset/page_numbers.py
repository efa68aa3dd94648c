"""The pages that a document names, in its references and contents, written into its finished lines.

WeasyPrint would find them itself, but lays a page out once more for each round in which it learns a number on it. Here
some number stands in each place while lines are laid out, and then the right one, with what follows it moved up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

_NAMED = "data-page-of"
_SOME = "8"  # as wide as any digit, in type that is made for tables
_IN_A_REFERENCE = re.compile(rf"(?<=\[p\.\u00a0){_SOME}+(?=\]$)")
_TWICE = re.compile(r"(\S+) to \1$")
_LETTERS = 2_700  # that a page holds, if not more
_TOWARDS = {"right": 1.0, "end": 1.0, "center": 0.5}
"""How much of what a line loses is lost on its left, by its alignment."""


def likely(root: Element) -> dict[str, int]:
    """A page for each id of a document, told from the letters before it, and rather too high."""
    found: dict[str, int] = {}
    _count(root, 0, found)
    return found


def _count(element: Element, letters: int, found: dict[str, int]) -> int:
    """How many letters there are up to the end of an element, with so many before it."""
    if id := element.get("id"):
        found.setdefault(id, 1 + letters // _LETTERS)
    letters += len(element.text or "")
    for child in element:
        if "svg" not in child.tag:
            letters = _count(child, letters, found)
        letters += len(child.tail or "")
    return letters


def hold_places(root: Element, expected: dict[str, int]) -> None:
    """References and entries of the contents hold numbers as wide as expected, where there is what they lead to."""
    for link, is_entry in _links(root):
        id = link.get("href", "")[1:]
        if id not in expected:
            continue
        some = _SOME * len(str(expected[id]))
        if is_entry:
            number = Element("span", {"class": "page", _NAMED: id})
            number.text = some
            link.append(number)
        else:
            link.set(_NAMED, id)
            _end(link, f" [p.\u00a0{some}]")


def have_room(root: Element, expected: dict[str, int], pages: dict[str, int]) -> bool:
    """Whether no reference names a page of more digits than expected. Entries of the contents have room."""
    named = {link.get(_NAMED, "") for link in root.iter("a")} & pages.keys()
    return all(len(str(pages[id])) <= len(str(expected[id])) for id in named)


def _links(root: Element) -> Iterator[tuple[Element, bool]]:
    """Those that tell a page, and whether they are of the contents."""
    for nav in root.iter("nav"):
        yield from ((link, True) for link in nav.iter("a"))
    yield from ((link, False) for link in root.iter("a") if link.get("class") == "place")


def _end(element: Element, text: str) -> None:
    """In its own text: each piece of a line takes its time."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def pages_of(document: Any) -> dict[str, int]:
    """The number of the page on which each id begins."""
    return dict(reversed([(id, number) for number, page in enumerate(document.pages, 1) for id in page.anchors]))


def tell(document: Any) -> None:
    """Each number becomes that of the page on which what it names begins."""
    import weasyprint
    from weasyprint.formatting_structure.boxes import LineBox

    pages = pages_of(document)
    for index, page in enumerate(document.pages):
        boxes = page._page_box.descendants(placeholders=True)
        lines = [box for box in boxes if isinstance(box, LineBox)]
        if sum(abs(_told(line, pages)) for line in lines):  # links have moved
            document.pages[index] = weasyprint.Page(page._page_box)


def _told(line: Any, pages: dict[str, int]) -> float:
    """How much narrower the line is now, in pixels."""
    less = 0.0
    for child in line.children:
        less = _moved_up(child, less, pages)
    if less:
        line.width -= less
        for child in line.children:
            child.translate(less * _TOWARDS.get(line.style["text_align_all"], 0))
    return less


def _moved_up(box: Any, by: float, pages: dict[str, int]) -> float:
    """Tell the numbers in a part of a line that moves left `by` so much. How far does move what follows it?"""
    from weasyprint.formatting_structure.boxes import InlineBox, TextBox

    if isinstance(box, TextBox):
        box.position_x -= by
        return by + _numbered(box, pages)
    if not isinstance(box, InlineBox):
        box.translate(-by)
        return by
    box.position_x -= by
    after = by
    for child in box.children:
        after = _moved_up(child, after, pages)
    box.width -= after - by
    return after


def _numbered(box: Any, pages: dict[str, int]) -> float:
    """Write the number that a text tells, if it does. How much narrower is it now?"""
    from weasyprint.text.line_break import split_first_line

    text = _right(box, pages)
    if text == box.text:
        return 0.0
    before = box.width
    box.text = text
    box.pango_layout, _, _, box.width, *_ = split_first_line(text, box.style, None, None, box.justification_spacing)
    return float(before - box.width)


def _right(box: Any, pages: dict[str, int]) -> str:
    """Its text with the number of the page that it names; the head of a page with one question names it once."""
    if box.element is None:
        return _TWICE.sub(r"\1", box.text)
    named = box.element.get(_NAMED)
    if named not in pages:
        return str(box.text)
    number = str(pages[named])
    return number if box.element.tag == "span" else _IN_A_REFERENCE.sub(number, box.text)
