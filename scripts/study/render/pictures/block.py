"""A Markdown extension: `/// picture | name` is a figure, the text inside is its caption."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from . import BLOCK, NAMES, mark


class Pictures(BlocksExtension):  # type: ignore[misc]
    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        block_mgr.register(_Picture, self.getConfigs())


class _Picture(Block):  # type: ignore[misc]
    """An unknown name stays the text that the author typed: the check reports it."""

    NAME = BLOCK
    ARGUMENT = True

    def on_validate(self, parent: Element) -> bool:
        return self.argument in NAMES

    def on_create(self, parent: Element) -> Element:
        figure = SubElement(parent, "figure", {"class": "drawing", "data-picture": self.argument})
        figure.text = self.md.htmlStash.store(mark(self.argument))
        SubElement(figure, "figcaption")
        return figure

    def on_add(self, block: Element) -> Element:
        return block[0]
