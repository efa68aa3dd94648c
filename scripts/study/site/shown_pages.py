"""Pages as the site shows them, for every builder: extensions, questions in place, and content that search skips."""

from __future__ import annotations

from collections.abc import Callable

from markdown.extensions import Extension

from ..content import glossary
from ..content.guide import Guide
from ..content.page import Page
from ..render import workflow_diagram
from ..render.pictures import with_drawings
from ..render.pictures.block import Pictures
from ..render.term_links import TermReferences
from . import glossary_pages, session_page, term_page
from .fact_lists import Facts
from .responsive_tables import StackedTables
from .task_lists import LabelledChecklists


def extensions(guide: Guide) -> list[Extension]:
    """Our extensions of Markdown that are the same on every page."""
    return [TermReferences(guide.by_name), StackedTables(), LabelledChecklists(), Facts(), Pictures()]


def with_questions(guide: Guide) -> dict[str, Page]:
    """The pages of sessions and terms by path, with their questions in place."""
    return session_page.session_pages(guide) | term_page.term_pages(guide)


def with_additions(html: str, guide: Guide, path: str, address: Callable[[str], str]) -> str:
    """The content of a page with what search should not read: the list of terms, the uses of a term, and pictures.

    `address` returns the address of a page's path, relative to this page.
    """
    if path == glossary.PATH:
        html = glossary_pages.with_list(html, guide, address)
    elif term := guide.terms_by_file.get(path):
        html = term_page.with_uses(html, guide, term, address)
    html = with_drawings(html, guide)
    return workflow_diagram.with_pictures(html, workflow_diagram.pictures(guide, path, address))
