"""A persona's guide as readers see it: at its end, the questions and terms that test it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from .glossary import Term
from .glossary_page import uses
from .guide import Guide

FOLDER = "personas"


def persona_of(path: str) -> str | None:
    """The id of the persona whose guide a page is, also the id of its term."""
    page = PurePosixPath(path)
    return page.stem if page.parent.name == FOLDER and page.stem != "index" else None


def with_test(markdown: str, guide: Guide, persona: str) -> str:
    """The page's Markdown, closed by what tests the persona. Nothing where nothing does."""
    questions = uses(guide)[persona].questions
    asked = [f"- [{title}](/{path}#{id})" for (path, id), title in questions.items()]
    lines = [*_part("Questions that ask about this role:", asked), *_part("Terms that this role uses:", _terms(guide, persona))]
    if not lines:
        return markdown
    return "\n".join([markdown.rstrip(), "", "## Test yourself { #test-yourself }", *lines, ""])


def _part(title: str, items: list[str]) -> Iterator[str]:
    if items:
        yield from ("", title, "", *items)


def _terms(guide: Guide, persona: str) -> list[str]:
    used: list[Term] = [term for term in guide.terms if persona in term.personas]
    return [f"{', '.join(f'[{term.name}][]' for term in used)}."] if used else []
