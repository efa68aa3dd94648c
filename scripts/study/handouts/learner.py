"""The learner's edition: text to read, and questions to answer on paper. It contains no answers."""

from __future__ import annotations

from math import ceil

from ..content.essays import Prompt
from ..content.inline import plain
from . import durations
from .links import Links
from .plan import Plan, Theme
from .questions import essays, ruled_lines, theme_entries, theme_sections
from .section import Part, escaped, term_list
from .session_sheets import HOW_TO_ANSWER, HOW_TO_WRITE, NAME_AND_DATE, answer_list, question_list, score, session_parts
from .stages import from_memory, how_to_read, persona_table, single_stage, stage_table, words, workflow_picture

_WORDS_STEP = 50  # the length of an essay is a multiple of it
_LEAST_LINES = 9  # for an outline of one's own
_LINES_ON_A_PAGE = 23  # below the heading of a prompt
_LETTERS_IN_A_LINE = 100  # of a prompt, in the space of one of these lines


def parts(plan: Plan, links: Links) -> list[Part]:
    """The course in its order, then the other questions; the terms come last, for reference."""
    found = [_workflow(plan, links), _personas(plan, links), words(plan, links), *session_parts(plan, links)]
    found += [_questions(plan, links), essay_prompts(plan, links), _terms(plan, links)]
    return [part for part in found if part.html]


def _workflow(plan: Plan, links: Links) -> Part:
    if not plan.stages:
        return Part("workflow", "", "")
    picture = "" if plan.persona else workflow_picture(plan)
    if plan.persona and len(plan.stages) == 1:
        return Part("workflow", "Your stage of the workflow", single_stage(plan, links))
    title = "Your stages of the workflow" if plan.persona else "The workflow"
    return Part("workflow", title, picture + stage_table(plan, links))


def _personas(plan: Plan, links: Links) -> Part:
    if plan.persona:
        return Part("personas", "", "")
    html = persona_table(plan, links) + how_to_read(plan, links) + from_memory(plan, links)
    return Part("personas", "Table of roles", html)


def _terms(plan: Plan, links: Links) -> Part:
    return Part("terms", "Terms", term_list(plan.terms, links, facts=True))


def _questions(plan: Plan, links: Links) -> Part:
    """The questions that no session asks, then such short answers."""
    title = "More questions" if plan.sessions else "Questions"
    html = theme_sections(plan.rest, lambda theme: _theme(plan, theme, links))
    entries = theme_entries(plan.rest)
    questions = html and f'<p class="how">{HOW_TO_ANSWER}</p>{html}'
    answers = _answers(plan, links)
    if answers:
        entries = (*entries, ("answers", "Short answers"))
    both = questions + answers
    name = NAME_AND_DATE if plan.persona or not plan.rest else ""
    return Part("questions", title, both and name + both, entries)


def _answers(plan: Plan, links: Links) -> str:
    if not plan.other_answers:
        return ""
    minutes = durations.about(durations.short_answers(len(plan.other_answers)).alone)
    heading = f'<h3 id="answers">Short answers</h3><p class="how">{HOW_TO_WRITE} {minutes}</p>'
    return f'<section class="theme">{heading}{answer_list(plan.other_answers, links)}</section>'


def _theme(plan: Plan, theme: Theme, links: Links) -> str:
    """Its subject, its questions, and a line for the number of right answers.

    The questions of a role are few, so their sheets have one line for a name.
    """
    links.start_item(links.places.values())
    lead = " ".join(filter(None, (links.inline(theme.lead, theme.path), durations.about(durations.theme(theme).alone))))
    own = "" if plan.persona else NAME_AND_DATE
    return f'{own}<p class="lead">{lead}</p>{question_list(theme.questions, links)}{score(theme.questions)}'


def essay_prompts(plan: Plan, links: Links) -> Part:
    return essays(plan, lambda prompt: _prompt(prompt, links))


def outline_lines(prompt: Prompt) -> int:
    """How many lines fill the page of a prompt."""
    return max(_LEAST_LINES, _LINES_ON_A_PAGE - ceil(len(plain(prompt.prompt + prompt.outline)) / _LETTERS_IN_A_LINE))


def _prompt(prompt: Prompt, links: Links) -> str:
    links.start_item()
    words = _WORDS_STEP * ceil(len(prompt.exemplar.split()) / _WORDS_STEP)
    length = f" Then write about {words} words on your own paper." if words else ""
    outline = f"<h4>Outline</h4>{links.html(prompt.outline, prompt.path)}" if prompt.outline else ""
    return (
        f'{NAME_AND_DATE}<div class="asked">{links.html(prompt.prompt, prompt.path)}</div>{outline}'
        f"<h4>Your own outline</h4><p>{escaped('Note your points and their order.' + length)}</p>"
        f"{ruled_lines(outline_lines(prompt))}"
    )
