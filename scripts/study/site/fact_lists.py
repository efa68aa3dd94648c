"""A Markdown extension: emphasize the labels in a list of facts, whose lines begin with a label and a colon."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_LABEL = re.compile(r"[A-Z][\w ]{1,30}:(?=\s)")


class Facts(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Labels(md), "facts", 15)  # after inline (20): links are elements by now


class _Labels(Treeprocessor):
    def run(self, root: Element) -> None:
        for facts in root.iter("ul"):
            labels = [_LABEL.match(item.text or "") for item in facts]
            if len(labels) > 2 and all(labels):
                for item, label in zip(facts, labels, strict=True):
                    _split(item, label[0] if label else "")


def _split(item: Element, label: str) -> None:
    strong = Element("strong")
    strong.text = label
    strong.tail = (item.text or "")[len(label) :]
    item.text = None
    item.insert(0, strong)
