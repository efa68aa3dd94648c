"""The case studies: one page each, in the order in which their first page links them."""

from __future__ import annotations

import posixpath

from .course import targets
from .guide import Guide
from .page import Heading, Page
from .quiz import Question

FOLDER = "cases"
PATH = f"{FOLDER}/index.md"
SOURCES = "sources"
"""The section about the sources of a page."""


def case_studies(guide: Guide) -> tuple[Page, ...]:
    """The page that compares the cases, then each case; empty if that page is missing."""
    first = guide.pages.get(PATH)
    if first is None:
        return ()
    linked = dict.fromkeys(target.path for target in targets(first))
    return (first, *(guide.pages[path] for path in linked if _is_case(path) and path in guide.pages))


def case_questions(guide: Guide) -> list[Question]:
    """The questions of pages that say to read a case."""
    asking = {page.path for page in guide if _leads_to_a_case(page)}
    return [question for question in guide.questions if question.path in asking]


def case_sections(page: Page) -> list[Heading]:
    """The sections with the story of the case."""
    return [heading for heading in page.headings if heading.level == 2 and heading.id != SOURCES]


def _is_case(path: str) -> bool:
    return posixpath.dirname(path) == FOLDER and path != PATH


def _leads_to_a_case(page: Page) -> bool:
    below = next((heading.offset for heading in page.headings if heading.level > 1), None)
    return any(_is_case(target.path) for target in targets(page, stop=below))
