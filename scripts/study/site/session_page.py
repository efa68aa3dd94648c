"""A page of the course as the site shows it: the way in below its goal, and each question in place of its link."""

from __future__ import annotations

from collections.abc import Sequence

from ..content.course import ANSWER, PATH, READ, Target, section
from ..content.guide import Guide
from ..content.page import Page
from ..content.quiz import Question
from ..content.short_answers import ShortAnswer
from ..content.source import Source
from .questions_in_place import in_place


def session_pages(guide: Guide) -> dict[str, Page]:
    """The page of each session by its path, and the course page if it asks a first question, with questions in place.

    Links to anything but a question stay links.
    """
    items: tuple[Question | ShortAnswer, ...] = (*guide.questions, *guide.short_answers)
    asked = {(item.path, item.id) for item in items if item.id}
    by_page: dict[str, list[Target]] = {session.path: [] for session in guide.sessions}
    for target in (target for session in guide.sessions for target in session.asks):
        by_page.setdefault(target.place.path, []).append(target)
    pages = {path: guide.pages[path] for path in by_page}
    whole = {path for path in pages if all((one.path, one.id) in asked for one in by_page[path])}
    return {path: _page(guide, page, by_page[path]) if path in whole else page for path, page in pages.items()}


def _page(guide: Guide, page: Page, asks: Sequence[Target]) -> Page:
    span = _list(page, asks) if page.path == PATH else _section(page)
    if span is None:
        return page
    questions = "\n\n".join(_question(guide.pages[target.path], target, page.path) for target in asks)
    text = page.source.text
    read = None if page.path == PATH else section(page, READ)
    start = read.offset if read else 0
    begin = f"{text[:start]}{_way_in(len(asks)) if read else ''}{text[start : span[0]]}"
    return Page(Source(page.path, f"{begin}\n\n{questions}\n\n{text[span[1] :]}"))


def _way_in(count: int) -> str:
    """The main button, from which quiz.js continues where the reader left off, and a link to the questions."""
    questions = f"{count} questions" if count > 1 else "question"
    return (
        f"[Start reading](#{READ}){{ .md-button .md-button--primary }}\n"
        f"[Go to the {questions}](#{ANSWER})\n"
        "{ .way-in data-search-exclude }\n\n"
    )


def _section(page: Page) -> tuple[int, int] | None:
    heading = section(page, ANSWER)
    return page.section(heading) if heading else None


def _list(page: Page, asks: Sequence[Target]) -> tuple[int, int]:
    """The offsets from the line of the first link to the end of the list, which may be before the section's end."""
    text = page.source.text
    end = text.find("\n\n", asks[-1].place.offset)
    return page.source.offset(asks[0].place.line), end if end >= 0 else len(text)


def _question(page: Page, target: Target, path: str) -> str:
    return in_place(page, next(heading for heading in page.headings if heading.id == target.id), path)
