"""A Markdown extension: in a task list, the text of an item is the label of its checkbox.

pymdownx.tasklist (25) writes ``<li class="task-list-item"><input> text``, a checkbox without an accessible name.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class LabelledChecklists(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Labels(md), "labelled_checklists", 15)


class _Labels(Treeprocessor):
    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            if "task-list-item" in item.get("class", "").split():
                _wrap(item)


def _wrap(item: Element) -> None:
    """Text and inline children move into the label; a list or paragraph below them stays where it is."""
    inner = list(item)
    if inner and inner[0].tag == "p" and not (item.text or "").strip():
        inner[0].tag = "label"
        return
    label = Element("label")
    label.text, item.text = item.text, None
    for child in inner:
        if child.tag in ("ul", "ol", "p", "div", "details", "blockquote"):
            break
        item.remove(child)
        label.append(child)
    item.insert(0, label)
