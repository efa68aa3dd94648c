"""Slides of each session for a screen or a browser's printer: a question, then its answer on the next slide."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from ..content.course import REMEMBER, section
from ..content.quiz import Question
from ..render.fragments import Fragments
from ..render.poster import LAYOUT
from ..render.workflow_diagram import LIST_BELOW
from .plan import Numbered, Plan, Theme
from .poster import without_links
from .questions import blank_answers, with_gaps
from .section import escaped, letter
from .stages import workflow_picture

START = '<main><section class="slide start" id="start">'
WORKFLOW = "workflow"
SCRIPT = Path(__file__).with_name("slides.js")
_LONG = 400  # letters on a slide, above which its type is smaller


def slides(plan: Plan) -> str:
    """The list of sessions on the first slide, the workflow, then the slides of each session. Links become plain text.

    What is in the first slide above the list has to follow `START`.
    """
    show = Fragments(plan.guide)
    shown = _workflow(plan)
    page, listed = 1, ""
    if shown:
        page, listed = 2, _entry(WORKFLOW, "The workflow", "2")
    for theme in plan.sessions:
        own = list(_of_session(theme, show))
        first, page = page + 1, page + len(own)
        listed += _entry(theme.id, theme.title, f"{first}\N{EN DASH}{page}")
        shown += "".join(own)
    contents = (
        f'<nav aria-labelledby="contents"><h2 id="contents">Sessions and their slides</h2><ol>{listed}</ol></nav>'
    )
    return f"{contents}</section>{shown}</main><script>{SCRIPT.read_text(encoding='utf-8')}</script>"


def _entry(id: str, title: str, pages: str) -> str:
    return f'<li><a href="#{escape(id)}">{escaped(title)}</a> <span>{pages}</span></li>'


def _workflow(plan: Plan) -> str:
    """A slide with the poster's picture of all stages; empty without stages."""
    drawn = without_links(workflow_picture(plan, LAYOUT)).replace(LIST_BELOW, "")
    return _slide("stages", WORKFLOW, f"<h2>The workflow</h2>{drawn}") if drawn else ""


def _of_session(theme: Theme, show: Fragments) -> Iterator[str]:
    goal = show.html(theme.lead, theme.path)
    yield _slide("opening", theme.id, f"<h2>{escaped(theme.title)}</h2>{goal}")
    for each in theme.questions:
        yield _question(each, show)
        yield _answer(each, show)
    page = theme.session.page if theme.session else None
    if page and (heading := section(page, REMEMBER)):
        start, stop = page.section(heading)
        inner = show.html(page.source.text[start:stop], page.path)
        yield _slide("closing", f"{theme.id}-{REMEMBER}", f"<h3>{escaped(heading.text)}</h3>{inner}")


def _slide(kind: str, id: str, html: str, letters: int = 0) -> str:
    return f'<section class="slide {kind}{" long" if letters > _LONG else ""}" id="{escape(id)}">{html}</section>'


def _question(each: Numbered[Question], show: Fragments) -> str:
    question, path = each.item, each.item.path
    options = "".join(f"<li>{show.inline(option.text, path)}</li>" for option in question.options)
    html = _head(each) + show.html(with_gaps(question), path) + (f'<ol type="A">{options}</ol>' if options else "")
    return _slide("asks", each.id, html, len(question.text) + sum(len(option.text) for option in question.options))


def _answer(each: Numbered[Question], show: Fragments) -> str:
    """The right answer and its reason; the reasons why other options are wrong are in the key."""
    question, path = each.item, each.item.path
    right = [
        f'<p class="right"><b>{letter(index)}. {show.inline(option.text, path)}</b></p>'
        f"<p>{show.inline(option.reason, path)}</p>"
        for index, option in enumerate(question.options)
        if option.right
    ]
    shown = right or [f'<p class="right">{blank_answers(question)}</p>']
    if not question.options or len(right) == 1:
        shown.append(f'<div class="explained">{show.html(question.explanation, path)}</div>')
    html = "".join(shown)
    letters = len(show.text(question.explanation, path)) + 80 * len(shown)
    return _slide("answers", f"{each.id}-answer", _head(each, "Answer") + html, letters)


def _head(each: Numbered[Question], end: str = "") -> str:
    title = f"{each.title}: {end.lower()}" if end else each.title
    return f'<h3><span class="number">{each.number}</span> {escaped(title)}</h3>'
