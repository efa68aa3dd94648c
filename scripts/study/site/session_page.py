"""A session's page as the site shows it: each question in place of the link to it."""

from __future__ import annotations

from ..content.course import ANSWER, Session, Target, section
from ..content.guide import Guide
from ..content.page import Page
from ..content.quiz import Question
from ..content.short_answers import ShortAnswer
from ..content.source import Source
from .questions_in_place import in_place


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
    return in_place(page, next(heading for heading in page.headings if heading.id == target.id), path)
