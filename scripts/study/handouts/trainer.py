"""The trainer's edition: for each part of a session its time, its key points, and the meaning of errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..content.course import REMEMBER, section
from ..content.essays import Prompt
from ..content.quiz import Question
from ..content.short_answers import ShortAnswer
from . import durations
from .confused_pairs import Pair, Pairs, comparison, discussion
from .durations import Minutes
from .key import points
from .links import Links
from .plan import Numbered, Plan, Theme
from .plan_sheets import plan_parts, quick_start
from .print_pages import and_readings, end_of, pages_of
from .questions import article, blank_answers, option_sentence, question_html, side_by_side
from .readings import read_parts
from .rubric_grids import LEVEL, MARKS
from .section import Part, escaped, table, terms
from .stages import how_to_read, persona_table, stage_cells

ALONE = "to answer alone"
_LEARNERS = 8  # columns of a grid
_MARKS = f"Write learners' initials in the top row of each grid. {MARKS}"
_SHEETS = "Grade the essays in the rubric grids, which have rows for 8, 16, or 24 learners."


def parts(plan: Plan, links: Links) -> list[Part]:
    """The plans, then their parts, each with its time, which is an estimate from its questions."""
    found = [quick_start(plan, links), *plan_parts(plan, links, read_parts(plan))]
    found += [terms(plan, links), *_parts(plan, links)]
    return [part for part in found if part.html]


def _parts(plan: Plan, links: Links) -> Iterator[Part]:
    found = _workflow(plan, links)
    yield _timed("workflow", "The workflow", durations.workflow(plan), "to read", found, flowing=True)
    yield _timed("personas", "Table of roles", durations.roles(plan), "to fill in the table", _personas(plan, links))
    pairs = Pairs(plan.guide)
    time = durations.short_answers(len(plan.answers))
    yield _timed("answers", "Short answers", time, ALONE, _answers(plan, pairs, links), flowing=True)
    for theme in plan.themes:
        own = pairs.of_theme(theme)
        time = durations.theme(theme, len(own))
        yield _timed(theme.id, theme.title, time, ALONE, _theme(plan, theme, own, links), flowing=True)
    for each in plan.prompts:
        title = f"Essay {each.number}: {each.title}"
        html = f"<p>The essay is written at home.</p>{_prompt(each.item, links)}"
        yield _timed(each.id, title, durations.essay(), "alone, for the outline", html)


def _timed(id: str, title: str, time: Minutes, alone: str, html: str, flowing: bool = False) -> Part:
    kind = "part flowing" if flowing else "part"
    return Part(id, title, html and timing(time, alone) + html, kind=kind)


def timing(time: Minutes, alone: str) -> str:
    """`alone` is the work of learners without the group."""
    if not time.alone or not time.talk:
        words = f" {alone if time.alone else 'to talk'}"
    else:
        words = f" if you discuss everything: {time.alone} {alone}, {time.talk} to talk"
    return f'<p class="timing"><b>About {time.all} minutes</b>{words}.</p>'


def _workflow(plan: Plan, links: Links) -> str:
    """The risks of each stage as a question, with its owner and its record as the answer."""
    if not plan.stages:
        return ""
    links.start_item()
    facts = ("What goes wrong", "Owner", "Record kept")
    rows = (f'<th scope="row">{escaped(stage.name)}</th>{stage_cells(stage, facts, links)}' for stage in plan.stages)
    columns = ("Stage", "What goes wrong", "Listen for: the owner", "Listen for: the record")
    return (
        "<h3>To discuss</h3><p>Handouts closed. Name a fault from the second column. At which stage does it happen? Who"
        f" owns the stage? Which record shows it?</p>{table('stages', columns, rows)}"
    )


def _personas(plan: Plan, links: Links) -> str:
    roles = persona_table(plan, links)
    if not roles:
        return ""
    task = (
        "Learners cover the table of their handout and fill in the empty one below it. Discuss the cells that"
        " differ: what would this role do at this stage, and what would no one do without it?"
    )
    return f"<h3>To discuss</h3><p>{task}</p>{roles}{how_to_read(plan, links)}"


def _answers(plan: Plan, pairs: Pairs, links: Links) -> str:
    html = "".join(
        article(each, 3, _answer(each.item, pairs.of_answer(each.item), links), "answer") for each in plan.answers
    )
    return html and f'<p class="marks">{_MARKS}</p>{html}'


def _answer(answer: ShortAnswer, pairs: list[Pair], links: Links) -> str:
    links.start_item()
    question = f'<div class="asked">{links.html(answer.question, answer.path)}</div>'
    rows = [links.inline(point.text, answer.path) for point in answer.key_points]
    items = "".join(comparison(pair, links) for pair in pairs)
    confused = f'<h4>Often mixed up</h4><ul class="mixed">{items}</ul>' if items else ""
    return f"{question}<h4>Listen for</h4>{grid(rows)}{confused}"


def grid(rows: Iterable[str]) -> str:
    """The criteria, and a box for each learner."""
    boxes = "<td></td>" * _LEARNERS
    head = '<tr><th scope="row">Learner</th>' + boxes + "</tr>"
    listed = "".join(f'<tr><th scope="row">{row}</th>{boxes}</tr>' for row in rows)
    return f'<table class="grid"><thead>{head}</thead><tbody>{listed}</tbody></table>'


def _theme(plan: Plan, theme: Theme, pairs: list[Pair], links: Links) -> str:
    inner = "".join(_question(each, links) for each in theme.questions)
    items = "".join(discussion(pair, plan.guide, links) for pair in pairs)
    talk = f'<h3>To discuss</h3><ul class="pairs">{items}</ul>' if items else ""
    goal = ""
    if theme.session:
        goal = f'<p class="lead">{links.inline(theme.lead, theme.path)}</p>{_on_sheets(plan, theme)}'
    answers = f"<h3>Answers, and what errors reveal</h3>{inner}" if inner else ""
    return f"{goal}{answers}{talk}{_remember(theme, links)}"


def _on_sheets(plan: Plan, theme: Theme) -> str:
    """The pages of a session's sheets, and their short answers, whose key points are a part of their own."""
    read = and_readings(read_parts(plan).get(theme.path))
    pages = f"Learner handout{pages_of(theme.id, end_of(theme.id))}{read}."
    named = (f'<a href="#{each.id}" class="place">{each.number} {escaped(each.title)}</a>' for each in theme.answers)
    answers = f" Short answers: {'; '.join(named)}." if theme.answers else ""
    return f'<p class="sheet-answers">{pages}{answers}</p>'


def _remember(theme: Theme, links: Links) -> str:
    """The end of a session."""
    heading = section(theme.session.page, REMEMBER) if theme.session else None
    if theme.session is None or heading is None:
        return ""
    return f'<h3>To remember</h3><div class="remember">{links.section(theme.session.page, heading)}</div>'


def _question(each: Numbered[Question], links: Links) -> str:
    """The question and its right answer; beside it, the meaning of each error."""
    question, path = each.item, each.item.path
    links.start_item(links.places.values())
    shown = question_html(question, links)
    links.start_item()
    wrong = "".join(
        f"<li>{option_sentence(index, option, path, links)} {links.inline(option.reason, path)}</li>"
        for index, option in enumerate(question.options)
        if not option.right
    )
    listed = f'<ul class="wrong">{wrong}</ul>' if wrong else ""
    return article(each, 4, side_by_side(shown + _right(question, links), listed), "question")


def _right(question: Question, links: Links) -> str:
    """The right options with their words and reasons, or the text of the blanks with its explanation."""
    path = question.path
    if not question.options:
        reason = f" <i>Listen for:</i> {links.inline(question.explanation, path)}" if question.explanation else ""
        return f'<p class="verdict">Right: {blank_answers(question)}.{reason}</p>'
    return "".join(
        f'<p class="verdict">Right: {option_sentence(index, option, path, links)}'
        + (f" <i>Listen for:</i> {links.inline(option.reason, path)}</p>" if option.reason else "</p>")
        for index, option in enumerate(question.options)
        if option.right
    )


def _prompt(prompt: Prompt, links: Links) -> str:
    links.start_item()
    made = f'<div class="asked">{links.html(prompt.prompt, prompt.path)}</div>'
    if prompt.outline:
        made += (
            f"<h3>To discuss before writing</h3><div class='outline'>{links.html(prompt.outline, prompt.path)}</div>"
        )
    if prompt.criteria:
        links.start_item()
        made += f'<h3>Criteria</h3><p class="marks">{_SHEETS} {LEVEL}</p>{points(prompt.criteria, prompt.path, links)}'
    if prompt.rubric:
        made += f'<div class="rubric">{links.html(prompt.rubric, prompt.path)}</div>'
    return made
