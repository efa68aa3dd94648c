"""Rendered Markdown as plain text."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

_SPACE = re.compile(r"[ \t\r\n]+")
_BREAK = "\x1f"
_INLINE = frozenset({"br", "em", "strong", "code", "a"})


def as_text(root: Element) -> str:
    """Paragraphs apart, a list as lines with marks, a row of a table as a line, code as it is."""
    return _content(root, "\n\n")


def _content(element: Element, between: str) -> str:
    blocks: list[str] = []
    running = [element.text or ""]
    for child in element:
        if child.tag not in _INLINE:
            blocks += [_words(running), _block(child)]
            running = []
        else:
            running.append(_inline(child))
        running.append(child.tail or "")
    return between.join(filter(None, [*blocks, _words(running)]))


def _block(element: Element) -> str:
    if element.tag == "pre":
        return "".join(element.itertext()).strip("\n")
    if element.tag == "table":
        return "\n".join(" | ".join(_content(cell, " ") for cell in row) for row in element.iter("tr"))
    if element.tag in ("ul", "ol"):
        marks = (f"{number}. " if element.tag == "ol" else "- " for number in range(1, len(element) + 1))
        items = zip(marks, element, strict=True)
        return "\n".join(mark + _content(item, "\n").replace("\n", "\n" + " " * len(mark)) for mark, item in items)
    return _content(element, "\n\n")


def _inline(element: Element) -> str:
    if element.tag == "br":
        return _BREAK
    return (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)


def _words(running: list[str]) -> str:
    lines = _SPACE.sub(" ", "".join(running)).split(_BREAK)
    return "\n".join(line.strip(" ") for line in lines).strip("\n")
