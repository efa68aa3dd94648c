"""F: the files of terms, each with one heading that names the term and an id that names the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ...content import glossary
from ...content.glossary import Term
from ...content.guide import Guide
from ...content.page import Heading, Page
from .fact_lines import LABELS
from .registry import Finding, Found, rule


@rule("F010", "a term without an id", "# Lineage", "# Lineage { #lineage }")
def term_without_id(guide: Guide) -> Found:
    """Links, cards, and saved answers depend on a term's id. A generated id changes with the title."""
    for term in guide.terms:
        heading = _heading(guide, term)
        if heading.level == 1 and not heading.explicit:
            id = _stem(term.path) if term is guide.terms_by_file[term.path] else heading.id
            message = f'the term "{heading.text}" has no id; write # {heading.text} {{ #{id} }}'
            yield Finding(term.place, message, heading.level)


@rule("F011", "a term at the wrong level", "### Lineage { #lineage }", "# Lineage { #lineage }")
def term_of_wrong_level(guide: Guide) -> Found:
    """The file of a term begins with a first-level heading, its name. Other headings define no terms."""
    named = {term.place for term in guide.terms}
    for page in guide:
        for heading in _like_terms(page, page.path in guide.terms_by_file):
            if page.place(heading.offset) not in named:
                own = glossary.file_of(heading.id)
                message = f'"{heading.text}" has facts like a term; move it to a file of its own, {own}'
                yield Finding(page.place(heading.offset), message, heading.level)
            elif heading.level != 1:
                message = f'"{heading.text}" is a term, but its heading is of level {heading.level}; write #'
                yield Finding(page.place(heading.offset), message, heading.level)


def _like_terms(page: Page, is_term_file: bool) -> Iterator[Heading]:
    """The first heading of a term's file, and others of the glossary with facts below them, up to the next heading."""
    for index, heading in enumerate(page.headings if glossary.is_glossary(page.path) else ()):
        after = page.headings[index + 1].offset if index + 1 < len(page.headings) else len(page.source.text)
        found = {match[1].strip() for match in glossary.FACT.finditer(page.source.text, heading.end, after)}
        if len(found & {*LABELS}) > 1 or (is_term_file and index == 0):
            yield heading


@rule(
    "F013",
    "a term whose file has another name",
    "glossary/linage.md: # Lineage { #lineage }",
    "glossary/lineage.md: # Lineage { #lineage }",
)
def term_in_other_file(guide: Guide) -> Found:
    """A term has one name: its file name is its address, and its cards and saved answers use its id."""
    for term in guide.terms_by_file.values():
        file, heading = glossary.file_of(term.id), _heading(guide, term)
        if term.path == file or not heading.explicit or not guide.owns_name(term):  # F010 and T002 say so
            continue
        other = f"write {{ #{_stem(term.path)} }}"
        if file in guide.pages:
            fix = f"which exists; {other}, or merge the two files"
        else:
            fix = "so move it there" if _stem(term.path) == term.id else f"so rename this file, or {other}"
        message = f'the id "{term.id}" belongs to the file {file}, {fix}'
        yield Finding(guide.pages[term.path].place(heading.id_offset), message, len(term.id))


def _heading(guide: Guide, term: Term) -> Heading:
    return next(heading for heading in guide.pages[term.path].headings if heading.offset == term.offset)


def _stem(path: str) -> str:
    return PurePosixPath(path).stem
