"""Changes to links and names in the HTML of an edition."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

_CAMEL_CASE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONG_NAME = 12  # letters of a name that may be cut


def break_long_name(code: Element) -> None:
    """Let a long name in a narrow cell break between its words, as in ``PendingManual|Approval``, not within one."""
    name = code.text or ""
    if len(code) or len(name) < _LONG_NAME:
        return
    code.text, *rest = _CAMEL_CASE.split(name)
    for piece in rest:
        code.set("class", "words")
        SubElement(code, "wbr").tail = piece


def move_mark_behind(link: Element) -> None:
    """Move the mark after a quoted title, as in `"Deploy."`, behind the link, because a page number follows it."""
    words = (link[-1].tail if len(link) else link.text) or ""
    if not words.endswith(('."', ',"')):
        return
    shorter = f'{words[:-2]}"'
    if len(link):
        link[-1].tail = shorter
    else:
        link.text = shorter
    link.tail = words[-2] + (link.tail or "")


def unlink(link: Element) -> None:
    link.tag = "span"
    link.attrib.clear()


def insert_after(link: Element, added: Element, parent: Element) -> None:
    link.tail, added.tail = None, link.tail
    parent.insert(list(parent).index(link) + 1, added)
