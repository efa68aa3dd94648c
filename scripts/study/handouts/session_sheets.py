"""A session of the course as sheets that can be printed separately: text to read, and questions to answer."""

from __future__ import annotations

from collections.abc import Iterable

from ..content.course import READ, Session, deeper, section
from ..content.guide import Guide
from ..content.inline import plain
from ..content.quiz import Question
from ..content.short_answers import ShortAnswer
from . import durations
from .links import Links
from .plan import Numbered, Plan, Theme
from .questions import article, option_list, question_html, ruled_lines, side_by_side
from .section import Part, escaped

NAME_AND_DATE = '<p class="own"><span>Name</span><i></i><span>Date</span><i></i></p>'
"""Lines for a learner's name and the date."""
HOW_TO_ANSWER = "Circle the letter of one option, or of as many as the question says. Fill in each blank."
"""How to answer an interactive question on paper."""
HOW_TO_WRITE = "Write two or three sentences in your own words. The key lists the points to look for."
"""How to answer a short-answer question."""
_LINES = 5  # for two or three sentences


def session_parts(plan: Plan, links: Links) -> list[Part]:
    return [_session(plan.guide, theme, theme.session, links) for theme in plan.sessions if theme.session]


def _session(guide: Guide, theme: Theme, session: Session, links: Links) -> Part:
    links.start_item()
    goal = f'<p class="lead">{links.inline(theme.lead, theme.path)}</p>'
    html = NAME_AND_DATE + goal + _read(guide, session, links)
    basic, pairs = theme.questions[: theme.basic], theme.questions[theme.basic :]
    if theme.questions:
        how = f'<p class="how">{HOW_TO_ANSWER} {durations.about(durations.theme(theme).alone)}</p>'
        html += f"<h3>Answer</h3>{how}{question_list(basic, links)}"
    if pairs:
        html += f"<h3>Tell apart</h3>{question_list(pairs, links)}"
    html += score(theme.questions)
    if theme.answers:
        only = ' class="only"' if len(theme.answers) == 1 else ""
        html += f'<h3{only}>Short answers</h3><p class="how">{HOW_TO_WRITE}</p>{answer_list(theme.answers, links)}'
    return Part(theme.id, theme.title, html, kind="part session")


def _read(guide: Guide, session: Session, links: Links) -> str:
    heading = section(session.page, READ)
    if heading is None:
        return ""
    start, stop = session.page.section(heading)
    typed = session.page.source.text
    listed = typed.rfind("\n", start, session.reads[0].place.offset) if session.reads else stop
    reading = links.html(typed[start:listed], session.path) + links.reading_list(typed[listed:stop], session.path)
    return f"<h3>Read</h3>{reading}{_deeper(guide, session, links)}"


def _deeper(guide: Guide, session: Session, links: Links) -> str:
    """The optional pages that follow a session, with their addresses: their sheets may be printed alone."""
    found = (f"{plain(each.text)} ({links.site_address(each.path)})" for each in deeper(guide.pages, session))
    pages = "; ".join(map(escaped, found))
    return f'<p class="deeper"><b>To go deeper:</b> {pages}.</p>' if pages else ""


def question_list(questions: Iterable[Numbered[Question]], links: Links) -> str:
    return "".join(article(each, 4, _question(each.item, links), "question") for each in questions)


def _question(question: Question, links: Links) -> str:
    links.start_item()
    return side_by_side(question_html(question, links), option_list(question, question.options, links))


def score(questions: tuple[Numbered[Question], ...]) -> str:
    """A line for the number of right answers, if there are questions."""
    return f'<p class="score"><i></i> of {len(questions)} right</p>' if len(questions) > 1 else ""


def answer_list(answers: Iterable[Numbered[ShortAnswer]], links: Links) -> str:
    return "".join(article(each, 4, _answer(each.item, links), "answer") for each in answers)


def _answer(answer: ShortAnswer, links: Links) -> str:
    links.start_item()
    return f'<div class="asked">{links.html(answer.question, answer.path)}</div>{ruled_lines(_LINES)}'
