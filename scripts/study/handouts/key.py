"""The key: under the learner's numbers, the points of a good answer, and why each option is right or wrong."""

from __future__ import annotations

from html import escape

from ..content.essays import Prompt
from ..content.quiz import Option, Question
from ..content.short_answers import Point, ShortAnswer
from .glance import glance
from .links import Links
from .plan import Plan, Theme
from .questions import article, blank_answers, essays, option_sentence, side_by_side, theme_entries, theme_sections
from .section import Part, letter, terms


def parts(plan: Plan, links: Links) -> list[Part]:
    """First the parts for grading a paper; then the terms, as in the learner's edition."""
    found = [glance(plan.themes), terms(plan, links)]
    found += [_answers(plan, links), _questions(plan, links), essays(plan, lambda prompt: _prompt(prompt, links))]
    return [part for part in found if part.html]


def _answers(plan: Plan, links: Links) -> Part:
    html = "".join(article(each, 3, _answer(each.item, links), "answer") for each in plan.answers)
    return Part("answers", "Short answers", html)


def _answer(answer: ShortAnswer, links: Links) -> str:
    links.start_item()
    return (
        f'<div class="model">{links.html(answer.answer, answer.path)}</div>'
        f"<h4>Key points</h4>{points(answer.key_points, answer.path, links)}"
    )


def points(found: tuple[Point, ...], path: str, links: Links) -> str:
    """Lines to tick."""
    return f'<ul class="points">{"".join(f"<li>{links.inline(point.text, path)}</li>" for point in found)}</ul>'


def _questions(plan: Plan, links: Links) -> Part:
    html = theme_sections(plan.themes, lambda theme: _theme(theme, links))
    return Part("questions", "Questions", html, theme_entries(plan.themes))


def _theme(theme: Theme, links: Links) -> str:
    return "".join(article(each, 4, _question(each.item, links), "question") for each in theme.questions)


def _question(question: Question, links: Links) -> str:
    """The right answer and its reason; beside it, by letter, the reasons why the others are wrong."""
    links.start_item()
    path = question.path
    right = "".join(_right(index, option, path, links) for index, option in enumerate(question.options) if option.right)
    if not question.options:
        right = f'<p class="right-option">Right: {blank_answers(question)}</p>'
    wrong = "".join(
        f"<li><b>{letter(index)}.</b> {links.inline(option.reason, path)}</li>"
        for index, option in enumerate(question.options)
        if not option.right and option.reason
    )
    answer = right + f'<div class="explained">{links.html(question.explanation, path)}</div>'
    return side_by_side(answer, f'<p class="others">Why not</p><ul class="wrong">{wrong}</ul>' if wrong else "")


def _right(index: int, option: Option, path: str, links: Links) -> str:
    sentence = option_sentence(index, option, path, links)
    return f'<p class="right-option">{sentence} {links.inline(option.reason, path)}</p>'


def _prompt(prompt: Prompt, links: Links) -> str:
    links.start_item()
    made = ""
    if prompt.criteria:
        made += f"<h4>Criteria</h4>{points(prompt.criteria, prompt.path, links)}"
    if prompt.rubric:
        heading = f'<h4 id="{rubric_id(prompt)}">Rubric</h4>'
        made += f'{heading}<div class="rubric">{links.html(prompt.rubric, prompt.path)}</div>'
    if prompt.exemplar:
        links.start_item()
        made += f'<h4>Exemplar</h4><div class="exemplar">{links.html(prompt.exemplar, prompt.path)}</div>'
    return made


def rubric_id(prompt: Prompt) -> str:
    """The id of its rubric in this edition."""
    return f"rubric-{escape(prompt.id)}"
