"""The additional files of a page: the names of its stylesheets and modules. Some names have only one of the two."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import course, essays, glossary, workflow
from ..content.guide import Guide
from ..content.page import Page
from ..render.pictures import FIGURE
from ..render.pictures.from_pages import FROM_PAGES
from ..render.svg import PICTURE
from . import corrections_page
from .responsive_tables import MATRIX

_OWN = {
    "index.md": ("home",),
    course.PATH: ("course",),
    glossary.PATH: ("glossary",),
    workflow.PATH: ("workflow",),
    corrections_page.PATH: ("corrections",),
    "review.md": ("review",),
    "exam.md": ("exam",),
    "progress.md": ("progress", "done"),
}
_TO_READ = (
    "learn/",
    "workflow.md",
    "workflow/",
    "personas/",
    "topics/",
    "cases/",
    "contrasts/",
    "lab/",
    "essays/",
)  # pages that can be marked as read


def parts(guide: Guide, page: Page, html: str) -> Iterator[str]:
    """The names, for a page's content as it is shown."""
    yield from _OWN.get(page.path, ())
    if glossary.is_term_file(page.path):
        yield "term"
    if page.quizzes:
        yield "quiz"
    if any(answer.path == page.path for answer in guide.short_answers):
        yield from ("marking", "answers")
    if essays.is_prompt(page):
        yield from ("marking", "essay")
    if page.path.startswith(_TO_READ):
        yield "done"
    if any(target.path == page.path for session in guide.sessions for target in session.reads):
        yield "session-return"
    if PICTURE in html:
        yield "picture"
    if "<pre" in html:
        yield "code-block"
    if drawn := FIGURE.findall(html):
        yield "drawing"
        if FROM_PAGES.keys() & {*drawn}:
            yield "people"
        yield from (f"pictures/{name}" for name in dict.fromkeys(drawn))
    if MATRIX in html:
        yield "matrix"
