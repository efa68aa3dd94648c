"""A Markdown extension: add information from the guide to its pages.

Addresses are absolute below the docs folder: MkDocs makes them relative and validates them.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ..content import glossary, workflow
from ..content.backlinks import uses
from ..content.guide import Guide
from ..content.page import Page
from ..content.personas import FOLDER, persona_of
from ..content.quiz import questions
from ..render import workflow_diagram
from . import checkpoints, corrections_page, glossary_pages, persona_page, question_blocks, stage_facts, term_page


class Decorations(Extension):
    """`path` is the page being rendered; it is empty for a part of a page, such as a quiz.

    `pages` are all pages as the site shows them. `numbers` are the numbers of questions in the handouts, by page and
    id. `has_key`: this build makes the handouts' key.
    """

    def __init__(
        self,
        guide: Guide,
        pages: Mapping[str, Page] | None = None,
        numbers: Mapping[tuple[str, str], str] | None = None,
        has_key: bool = False,
    ) -> None:
        super().__init__()
        self.guide = guide
        self.pages = pages or guide.pages
        self.numbers = numbers or {}
        self.has_key = has_key
        self.path: str | None = None

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Points(self), "points", 7)
        md.treeprocessors.register(_Numbers(self), "numbers", 7)
        md.treeprocessors.register(_PersonaPage(self), "persona_page", 6)
        md.treeprocessors.register(_QuestionBlocks(self), "question_blocks", 4.5)
        md.treeprocessors.register(_Marks(self), "marks", 4)


class _Decoration(Treeprocessor):
    def __init__(self, extension: Decorations) -> None:
        super().__init__()
        self.extension = extension


class _Points(_Decoration):
    """After attr_list (8), which sets typed ids, and after the checklists."""

    def run(self, root: Element) -> None:
        if self.extension.path in self.extension.guide.pages:
            checkpoints.mark(root, self.extension.guide, self.extension.path)


class _Numbers(_Decoration):
    """After attr_list (8), which sets typed ids."""

    def run(self, root: Element) -> None:
        for heading in root.iter("h3") if self.extension.numbers else ():
            number = self.extension.numbers.get((self.extension.path or "", heading.get("id", "")))
            if number:
                heading.set("data-number", number)


class _PersonaPage(_Decoration):
    """After attr_list (8), which sets typed ids, and before toc (5), which lists headings."""

    def run(self, root: Element) -> None:
        path = self.extension.path or ""
        if path.startswith(f"{FOLDER}/"):
            persona_page.close_corrections(root)
        if persona := persona_of(path):
            persona_page.decorate(root, self.extension.guide, uses(self.extension.guide), persona)


class _QuestionBlocks(_Decoration):
    """Runs after toc (5), so that a block around a heading does not change the list of headings."""

    def run(self, root: Element) -> None:
        page = self.extension.pages.get(self.extension.path or "")
        if page:
            question_blocks.decorate(root, questions(page), self.extension.has_key)


class _Marks(_Decoration):
    """After toc (5), which fails on comments. It clears `path`, because what is rendered next is part of a page."""

    def run(self, root: Element) -> None:
        path, self.extension.path = self.extension.path, None
        if path == glossary.PATH:
            glossary_pages.mark(root)
        elif path in self.extension.guide.terms_by_file:
            term_page.decorate(root, self.extension.guide.terms_by_file[path])
        elif path == corrections_page.PATH:
            corrections_page.decorate(root)
        elif path in (workflow.PATH, workflow.TRACE):
            workflow_diagram.mark(root, self.extension.guide, path)
            stage_facts.decorate(root, self.extension.guide)
