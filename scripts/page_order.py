"""The order of pages: the entries of the menu, and the links at the foot of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page
from site_build import Build
from site_files import term_pages
from study.content import glossary
from study.content.guide import Guide
from study.site.next_pages import Step

CONTRIBUTE = "contribute.md"
CONTRIBUTORS = (CONTRIBUTE, "check.md", "coverage.md")  # pages that learners do not need


def is_for_contributors(item: StructureItem) -> bool:
    """A page for contributors, or a section of nothing else."""
    if isinstance(item, Section):
        return all(map(is_for_contributors, item.children))
    return isinstance(item, Page) and item.file.src_uri in CONTRIBUTORS


def with_terms(listed: list[str], files: Files, guide: Guide) -> list[str]:
    """The addresses of the menu's pages, with those of the terms after the glossary."""
    at = next((n for n, url in enumerate(listed, 1) if url == url_of(files, glossary.PATH)), len(listed))
    return [*listed[:at], *(page.url for page in term_pages(files, guide)), *listed[at:]]


def url_of(files: Files, path: str) -> str | None:
    file = files.get_file_from_path(path)
    return file.url if file else None


def foot_of(page: Page, files: Sequence[File], build: Build) -> tuple[Any, Any]:
    """The links at the foot of a page. Pages outside the menu and the sessions keep those that MkDocs gave them."""
    found = build.neighbors.get(page.file.src_uri)
    if found is None:
        return page.previous_page, page.next_page
    listed = {file.src_uri: file.page for file in files if file.page}
    return _target(found.previous, listed), _target(found.next, listed)


def _target(step: Step | None, listed: dict[str, Page]) -> Page | Link | None:
    page = listed.get(step.path) if step else None
    if step is None or page is None:
        return None
    return Link(step.title, f"{page.url}#{step.id}" if step.id else page.url) if step.title else page
