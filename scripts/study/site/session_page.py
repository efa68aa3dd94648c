"""A session's page as the site shows it: each question in place of the link to it."""

from __future__ import annotations

import posixpath

from ..content.course import ANSWER, Session, Target, section
from ..content.guide import Guide
from ..content.page import Heading, Page
from ..content.quiz import Question
from ..content.short_answers import ShortAnswer
from ..content.source import Source


def session_pages(guide: Guide) -> dict[str, Page]:
    """The page of each session by its path, with its questions in place. Links that are no question stay links."""
    items: tuple[Question | ShortAnswer, ...] = (*guide.questions, *guide.short_answers)
    asked = {(item.path, item.id) for item in items if item.id}
    return {session.path: _page(guide, session, asked) for session in guide.sessions}


def _page(guide: Guide, session: Session, asked: set[tuple[str, str]]) -> Page:
    page = session.page
    heading = section(page, ANSWER)
    found = [target for target in session.asks if (target.path, target.id) in asked]
    if heading is None or len(found) < len(session.asks):
        return page
    start, stop = page.section(heading)
    questions = "\n\n".join(_question(guide.pages[target.path], target, page.path) for target in found)
    text = page.source.text
    return Page(Source(page.path, f"{text[:start]}\n\n{questions}\n\n{text[stop:]}"))


def _question(page: Page, target: Target, path: str) -> str:
    """A question with its heading, as Markdown for the page at `path`; search keeps the original only."""
    heading = next(heading for heading in page.headings if heading.id == target.id)
    body = _rebased(page, *page.section(heading), path)
    return f"{_heading(heading)}\n\n{body.strip()}"


def _heading(heading: Heading) -> str:
    classes = "".join(f" .{name}" for name in heading.classes)
    return f"### {heading.text} {{ #{heading.id}{classes} data-search-exclude }}"


def _rebased(page: Page, start: int, stop: int, path: str) -> str:
    """The text between two offsets with its relative links as the page at `path` has to write them."""
    text = page.source.text
    pieces: list[str] = []
    done = start
    for link in page.links:
        if not start <= link.offset < stop or "://" in link.target or link.target.startswith(("mailto:", "/")):
            continue
        pieces += [text[done : link.target_offset], _target(page.path, link.target, path)]
        done = link.target_offset + len(link.target)
    return "".join([*pieces, text[done:stop]])


def _target(source: str, target: str, path: str) -> str:
    name, mark, id = target.partition("#")
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(source), name)) if name else source
    return posixpath.relpath(whole, posixpath.dirname(path)) + mark + id
