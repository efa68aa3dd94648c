"""A Markdown extension: pages get what the guide knows about them beside their own text.

The tree processor runs after attr_list (8), which sets typed ids, and before toc (5), which lists headings. Addresses
are absolute below the docs folder: MkDocs makes them relative and validates them.
"""

from __future__ import annotations

from functools import cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from . import glossary, glossary_page, persona_page
from .guide import Guide
from .uses import Uses, uses


class Projections(Extension):
    """`path` is the page that is being rendered; a part of a page, such as a quiz, has none."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self.guide = guide
        self.path: str | None = None

    @cached_property
    def uses(self) -> dict[str, Uses]:
        return uses(self.guide)

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Decorate(self), "projections", 6)


class _Decorate(Treeprocessor):
    def __init__(self, page: Projections) -> None:
        super().__init__()
        self.page = page

    def run(self, root: Element) -> None:
        path, self.page.path = self.page.path, None
        if path == glossary.PATH:
            glossary_page.decorate(root, self.page.guide, self.page.uses)
        elif path and (persona := persona_page.persona_of(path)):
            persona_page.decorate(root, self.page.guide, self.page.uses, persona)
