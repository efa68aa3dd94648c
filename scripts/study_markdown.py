"""The site's Markdown features as one extension that a configuration names, for builders that run no hooks.

In ``mkdocs.yml``, with ``scripts`` on Python's path::

    markdown_extensions:
      - study_markdown: {docs: docs}

References become links to the terms of the glossary in the folder `docs`, with their definitions; tables, facts,
checklists, pictures, sessions, and the pages of terms are as on the site. A question is text with a closed answer.
"""

from __future__ import annotations

import posixpath
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from study.content.guide import Guide
from study.content.load import load
from study.content.page import Page
from study.content.quiz import Question, questions
from study.content.quiz_grammar import with_blanks
from study.content.source import Source, replaced
from study.site import definitions, shown_pages
from study.site.decorations import Decorations

CONTEXT = "rendering_context"
"""The name under which Zensical registers a preprocessor that knows which page is rendered."""


_BLANK = r"\_" * 5


@lru_cache(maxsize=1)
def _site(docs: Path) -> tuple[Guide, dict[str, Page]]:
    """The guide of a folder, and the pages that the site shows differently from what their authors typed."""
    guide = load(docs)
    return guide, shown_pages.with_questions(guide)


class StudyMarkdown(Extension):
    """`docs` is the folder of the pages; `path` is the page being rendered, for builders that do not provide it."""

    def __init__(self, **options: Any) -> None:
        self.config = {"docs": ["docs", "the folder of the pages"], "path": ["", "the page that is rendered"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        guide, changed = _site(Path(self.getConfig("docs")))
        decorations = Decorations(guide, {"": Page(Source("", ""))})  # no blocks around questions: none can be answered
        for extension in shown_pages.extensions(guide):
            extension.extendMarkdown(md)
        decorations.extendMarkdown(md)
        page = _Page(md, self.getConfig("path"))
        md.preprocessors.register(_Questions(page, changed, decorations), "study_questions", 40)
        md.treeprocessors.register(_RelativeLinks(page), "study_links", 3)  # after all that make links
        md.postprocessors.register(_Finish(page, guide), "study_finish", 5)  # after stashed HTML is back (30)


class _Page:
    """The page being rendered."""

    def __init__(self, md: Markdown, path: str) -> None:
        self._md = md
        self._path = path

    @property
    def path(self) -> str:
        known = CONTEXT in self._md.preprocessors
        return self._md.preprocessors[CONTEXT].page.path if known else self._path  # type: ignore[attr-defined]

    def address(self, path: str) -> str:
        """The relative path from this page's folder to a page, as a link between Markdown files."""
        return posixpath.relpath(path, posixpath.dirname(self.path) or ".")


class _Questions(Preprocessor):
    """Puts the questions of sessions and terms in place, and writes each question as text with a closed answer."""

    def __init__(self, page: _Page, changed: dict[str, Page], decorations: Decorations) -> None:
        super().__init__()
        self.page, self.changed, self.decorations = page, changed, decorations

    def run(self, lines: list[str]) -> list[str]:
        path = self.page.path
        self.decorations.path = path
        shown = self.changed.get(path) or Page(Source(path, "\n".join(lines)))
        return with_plain_questions(shown).split("\n")


def with_plain_questions(page: Page) -> str:
    """The text of a page, each question as Markdown that needs no script."""
    blocks = [block for block in page.quizzes if block.closed]
    pairs = zip(blocks, questions(page), strict=True)
    return replaced(page.source.text, ((block.offset, block.end, _plain(question)) for block, question in pairs))


def _plain(question: Question) -> str:
    told = "\n".join(
        f"1. **{'Right' if option.right else 'Not right'}.** {_indented(option.reason)}" for option in question.options
    )
    options = "\n".join(f"1. {_indented(option.text)}" for option in question.options)
    fills = f"**{question.fills}**" if question.accepted else ""
    answer = "\n\n".join(filter(None, (fills, told, question.explanation)))
    asked = with_blanks(question.text, lambda _: _BLANK)
    return f"{asked}\n\n{options}\n\n/// answer\n{answer}\n///"


def _indented(text: str) -> str:
    return text.replace("\n", "\n    ")


class _RelativeLinks(Treeprocessor):
    """Turns links that begin at the docs folder into relative links, as authors type them."""

    def __init__(self, page: _Page) -> None:
        super().__init__()
        self.page = page

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            href = link.get("href", "")
            if href.startswith("/"):
                link.set("href", self.page.address(href[1:]))


class _Finish(Postprocessor):
    """Adds what is not in a page's own text: pictures, the uses of a term, the list of terms, and definitions."""

    def __init__(self, page: _Page, guide: Guide) -> None:
        super().__init__()
        self.page, self.guide = page, guide

    def run(self, text: str) -> str:
        text = shown_pages.with_additions(text, self.guide, self.page.path, self.page.address)
        missing = definitions.missing_terms(self.guide, text)
        return f"{text}\n<div hidden>\n{definitions.as_html(missing)}</div>" if missing else text


def makeExtension(**options: Any) -> StudyMarkdown:
    """Python-Markdown calls this for an extension that a configuration names."""
    return StudyMarkdown(**options)
