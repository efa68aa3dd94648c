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
_OF_A_REFERENCE = re.compile(rf"(?<=\[p\.\u00a0){_SOME}+(?=\]$)")
_OF_AN_ENTRY = re.compile(rf"^{_SOME}+$")
_TWICE = re.compile(r"(?<= · )(\S+) to \1$")
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
        if isinstance(child.tag, str) and "svg" not in child.tag:  # a comment has a function
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
    """Those that tell a page, and whether they are of the contents. Bookmarks are made of headings: these tell none."""
    for nav in root.iter("nav"):
        yield from ((link, True) for link in nav.iter("a"))
    headings = (heading for level in range(1, 7) for heading in root.iter(f"h{level}"))
    in_headings = {link for heading in headings for link in heading.iter("a")}
    places = (link for link in root.iter("a") if link.get("class") == "place")
    yield from ((link, False) for link in places if link not in in_headings)


def _end(element: Element, text: str) -> None:
    """In its own text: each piece of a line takes its time."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def pages_of(document: Any) -> dict[str, int]:
    """The number of the page on which each id begins."""
    return dict(reversed([(id, number) for number, page in enumerate(document.pages, 1) for id in page.anchors]))


def tell(document: Any, root: Element, pages: dict[str, int]) -> set[str]:
    """Each number becomes that of the page on which what it names begins. Which ids are named where none was written?

    What follows a number on its line moves up; in text that is justified or runs from right to left, nothing does well.
    """
    import weasyprint
    from weasyprint.formatting_structure.boxes import LineBox

    lines = _Lines(pages)
    for index, page in enumerate(document.pages):
        boxes = page._page_box.descendants(placeholders=True)
        changes = [lines.tell(box) for box in boxes if isinstance(box, LineBox)]
        if any(changes):  # links have moved
            document.pages[index] = weasyprint.Page(page._page_box)
    named = (element for element in root.iter() if element.get(_NAMED))
    return {element.get(_NAMED, "") for element in named if element not in lines.told}


class _Lines:
    """Writes the numbers of pages into lines; widths are pixels."""

    def __init__(self, pages: dict[str, int]) -> None:
        self.pages = pages
        self.told: set[Element] = set()

    def tell(self, line: Any) -> float:
        """How much narrower the line is now."""
        less = 0.0
        for child in line.children:
            less = self._move_up(child, less)
        if less:
            line.width -= less
            for child in filter(_flows, line.children):
                child.translate(less * _TOWARDS.get(line.style["text_align_all"], 0))
        return less

    def _move_up(self, box: Any, by: float) -> float:
        """Tell the numbers in a part of a line that moves left by so much. How far does move what follows it?"""
        from weasyprint.formatting_structure.boxes import InlineBox, TextBox

        if not _flows(box):
            return by
        if isinstance(box, TextBox):
            box.position_x -= by
            return by + self._number(box)
        if not isinstance(box, InlineBox):
            box.translate(-by)
            return by
        box.position_x -= by
        after = by
        for child in box.children:
            after = self._move_up(child, after)
        box.width -= after - by
        return after

    def _number(self, box: Any) -> float:
        """Write the number that a text tells, if it does. How much narrower is it now?"""
        from weasyprint.text.line_break import split_first_line

        text = self._right(box)
        if text == box.text:
            return 0.0
        before = box.width
        box.text = text
        box.pango_layout, _, _, box.width, *_ = split_first_line(text, box.style, None, None, box.justification_spacing)
        return float(before - box.width)

    def _right(self, box: Any) -> str:
        """Its text with the number of the page that it names; the head of a page with one question names it once."""
        text = str(box.text)
        if box.element is None:
            return _TWICE.sub(r"\1", text)
        page = self.pages.get(box.element.get(_NAMED))
        pattern = _OF_AN_ENTRY if box.element.tag == "span" else _OF_A_REFERENCE
        if page is None or not pattern.search(text):
            return text
        self.told.add(box.element)
        return pattern.sub(str(page), text)


def _flows(box: Any) -> bool:
    return bool(box.is_in_normal_flow())
